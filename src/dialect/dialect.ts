import type { Line } from '../model/line.ts';

/** Reads the lines of one log in order; what it remembers is its own. */
export interface DialectState {
  /**
   * Takes the decoration off, and says what the line is. The text has no escapes any more; `raw` is the line as it came.
   * Returns true when the line was in this dialect. A text with line feeds is cut there: its rows are read by the dialects that follow.
   */
  read(line: Line, raw: string): boolean;
}

/** The decoration of one CI system, tool or shell. */
export interface Dialect {
  readonly name: string;
  create(): DialectState;
}
