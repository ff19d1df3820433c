import type { Look } from '../../../session/growing/growing-log.ts';
import type { RecentLine } from '../../../session/growing/recent-lines.ts';

/** The recent lines of one log at one moment, as the screen may show them: secrets are hidden, the guard is the screen's. */
export interface ShownWindow {
  /** Lines that had come, those that are no longer held too. */
  readonly total: number;
  /** Lines and remarks that can be shown. */
  held(): number;
  /** How many of them stand after this line; null when it is not held any more. */
  after(build: number, line: number): number | null;
  /** So many before the last `skip` ones, in order. */
  last(count: number, skip?: number): readonly RecentLine[];
}

/** What the live screen is told. */
export interface Listener {
  /** Bytes came, perhaps many times a second. */
  grew(): void;
  looks(file: number, looks: readonly Look[]): void;
  /** A file cannot be read now. */
  failed(file: number, message: string): void;
  /** Nothing more will come; null where nothing was ever said. */
  ended(last: Look | null): void;
}

/** Logs that grow: files, a pipe, or what a command prints. */
export interface Feed {
  /** The command that shows it, such as `watch`; empty for a pipe. */
  readonly title: string;
  readonly names: readonly string[];
  window(file: number): ShownWindow;
  /** Bytes that are there and were not read yet. */
  behind(file: number): number;
  /** Ctrl+C, where whatever writes the log is asked first. @returns what to tell the reader; null: the screen is left */
  interrupt?(): string | null;
  /** Ctrl+Z, where more than this process is to stop. */
  suspend?(): void;
  /** @returns what ends it */
  start(listener: Listener): () => void;
}
