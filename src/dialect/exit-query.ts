import type { Line } from '../model/line.ts';
import { markExit, markHeading } from './mark.ts';

const query = /^(?:echo )?["']?(?:\$LASTEXITCODE|\$\?|%errorlevel%|\$status|\$\{PIPESTATUS\[0\]\})["']?$/i;
const answer = /^-?\d{1,10}$/;

/** Asking a shell how the command before ended is no command of its own: the answer belongs to that one. */
export interface ExitQuery {
  /** The text after a prompt: whether it asks. */
  asks(line: Line, command: string): boolean;
  /** The line after it. */
  answers(line: Line): boolean;
}

export function createExitQuery(): ExitQuery {
  let waiting = false;
  return {
    asks(line, command) {
      waiting = query.test(command);
      return waiting && markHeading(line);
    },
    answers(line) {
      const answered = waiting && answer.test(line.text);
      waiting = false;
      return answered && markExit(line, Number(line.text));
    },
  };
}
