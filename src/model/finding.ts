import type { CaptureType, Observer, Signal, WeightWord } from './catalog.ts';
import type { Line } from './line.ts';

/** One logical statement: a line with the lines that continue it. */
export interface Unit {
  /** Texts of its lines, joined by `\n`; what signals are matched on. In a finding, English where the log speaks another language. */
  readonly text: string;
  readonly lines: readonly Line[];
  /** Position of the segment that printed it. */
  readonly segment: number;
  /** The unit itself uses words that only the go command's module code uses. */
  readonly aboutModules: boolean;
}

/** What one command, step or stage printed, between two echoes or exits. */
export interface Segment {
  readonly index: number;
  readonly lane: string;
  /** The job or log of an archive that it is a part of. */
  readonly log?: string;
  readonly command: { readonly text: string; readonly line: number } | null;
  /** 0: it succeeded; above: it failed; `failed`: it failed, code not said; `open`: the log does not say. */
  exit: number | 'failed' | 'open';
  /** The line that says how it ended. */
  exitLine: number | null;
  readonly firstLine: number;
  lastLine: number;
}

export interface Capture {
  readonly type: CaptureType;
  readonly value: string;
}

/** A signal that fired. */
export interface Finding {
  readonly signal: Signal;
  readonly unit: Unit;
  /** Where in the unit's text it matched. */
  readonly start: number;
  readonly end: number;
  /** The line that holds the first matched character. */
  readonly line: Line;
  readonly captures: Readonly<Record<string, Capture>>;
  /** Who saw it: the signal's own observer, or the one whose quoted answer it stands in. */
  readonly observer: Observer;
  /** Share of the cause's weight that it keeps: 1, less for wrappers, hearsay and words out of place. */
  share: number;
  /** Why the share is not 1. */
  reduced: 'outer' | 'hearsay' | 'out-of-place' | null;
  /** The file beside the log in which it was seen; its line is a line of that file. */
  readonly file?: string;
  /** What it means for the problem. */
  readonly says?: string;
  /** The reader of the report answered a question; its line is the position among the answers. */
  readonly answer?: {
    /** What it says for causes, by their slugs; a fact says what it always says. */
    readonly means: Readonly<Record<string, WeightWord>>;
  };
}
