/**
 * What a line is:
 * `output`  printed by a program; the only kind that signals are matched on
 * `command` the echo of a command that is being run
 * `heading` a step, stage or section title, or other words of the CI system itself
 * `exit`    the CI system or shell says that a command ended, and how
 * `own`     printed by modwhy
 */
type LineKind = 'output' | 'command' | 'heading' | 'exit' | 'own';

/** One decoded log line without CI decoration and escapes. */
export interface Line {
  /** 1-based, counted in the decompressed input. */
  readonly number: number;
  /** Byte offset of the line's first byte in the decompressed stream. */
  readonly offset: number;
  /** The text that is left when every dialect has taken its decoration off. */
  text: string;
  kind: LineKind;
  /** Milliseconds: since the epoch with `clock: utc | local`, since the start of the step with `relative`. */
  time: number | null;
  clock: Clock;
  /** Job, step or stage, joined by `/`; empty when the log has none. */
  lane: string;
  /** The file of an archive that it stands in. */
  entry?: PlacedEntry | undefined;
  /** `command`: what is run. `exit`: what has ended, where the line itself says it. */
  command?: string;
  /** It opens a CI step, or the clean-up at the end: the step before, if nothing says that it failed, has succeeded. */
  step?: boolean;
  /** `command`: one more line of the script that the head of its step shows, before any of it runs. */
  script?: boolean;
  /** It belongs to clean-up whose failure decides nothing about the job. */
  aside?: boolean;
  /** `exit`: the exit code; null when only "failed" is said. 0 is success. */
  exitCode?: number | null;
  /** Printed by the command whose end the lines above have told: tools show a failed command's output after they have said that it failed. */
  late?: boolean;
  /** `exit`: the script does not mind how the command ended. A loop that runs it again does. */
  taken?: boolean;
  /** The dialects that the line was in, outermost first, and the shell of Windows that it was typed in. */
  dialects?: readonly string[] | undefined;
  /** What was printed is not complete: its dialect adds to the text when more of it comes. */
  unfinished?: boolean | undefined;
  /** Here somebody else has left a part of the log out. */
  cut?: Cut;
}

/** A part of the log that was gone before it came to us. */
interface Cut {
  /** Who cut, as the report's `cut` names it. */
  readonly limit: string;
  /** How many bytes were let through, where the words say so; else 0. */
  readonly bytes: number;
}

/** A file of an archive, and the job or log that it is a part of: what happens in one log says nothing about another. */
export interface LineEntry {
  readonly name: string;
  readonly lane: string;
  readonly log: string;
}

/** The same with the number of its first line in the input. */
export type PlacedEntry = LineEntry & { readonly firstLine: number };

export type Clock = 'utc' | 'local' | 'relative' | 'order';
