import type { Line } from '../model/line.ts';

/** Reads the lines of one log in order; what it remembers is its own. */
export interface DialectState {
  /**
   * Takes the decoration off, and says what the line is. The text has no escapes any more; `raw` is the line as it came.
   * Returns true when the line was in this dialect. A text with line feeds is cut there: its rows are read by the dialects that follow.
   */
  read(line: Line, raw: string): boolean;
}

/** A pattern is without flag `g`; `^` would not do, since other decoration may stand before it. */
export type Sign = string | RegExp | NearSign | ((log: string) => boolean);

/** One of the texts stands in all that the pattern finds: where none does, it is not even compiled. */
export interface NearSign {
  readonly near: readonly string[];
  readonly pattern: RegExp;
}

/** The decoration of one CI system, tool or shell. */
export interface Dialect {
  readonly name: string;
  /**
   * One of these stands in every log in which the dialect has anything to do, within a line as it came or as it is without escapes.
   * Left out: it looks at every log.
   */
  readonly signs?: readonly Sign[];
  /** Where one of these stands, the dialect makes texts that the log does not have as they are, and other dialects see them. */
  readonly rewrites?: readonly Sign[];
  create(): DialectState;
}
