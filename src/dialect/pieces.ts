import type { Line } from '../model/line.ts';
import { markHeading } from './mark.ts';

const longest = 65_536;

/** Puts together what a container runtime has cut, since it writes long lines in pieces. */
export interface Pieces {
  /** @param last whether the line of this stream ends with the piece */
  take(line: Line, stream: string, last: boolean): void;
}

/** The first piece becomes the whole line, the others are left empty. */
export function createPieces(): Pieces {
  const open = new Map<string, Line>();
  return {
    take(line, stream, last) {
      const key = `${line.lane} ${stream}`;
      const head = open.get(key);
      if (head) {
        if (head.text.length < longest) head.text += line.text;
        markHeading(line, '');
      } else if (!last) {
        open.set(key, line);
        line.unfinished = true;
      }
      if (!last) return;
      if (head) head.unfinished = undefined;
      open.delete(key);
    },
  };
}
