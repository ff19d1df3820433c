import type { LineSource } from './redactor.ts';

/** What is longer is read in pieces, so that a log of one endless line is held only in part. */
export const longLine = 65_536;

// Every rule's match is shorter, except a key in one line.
const context = 4096;

/** One line in pieces. Where it is cut depends on the line alone, not on the pieces that it comes in. */
export interface LongLine {
  push(text: string): string;
  /** The rest. */
  end(): string;
}

/** @param redactor has no state of lines here: what is so long stands for itself */
export function createLongLine(redactor: LineSource): LongLine {
  let before = '';
  let held = '';
  const take = (length: number): string => {
    const { text, cut } = redactor.part(before, held, length);
    before = (before + held.slice(0, cut)).slice(-context);
    held = held.slice(cut);
    return text;
  };
  return {
    push(text) {
      held += text;
      let out = '';
      while (held.length >= 2 * longLine) out += take(longLine);
      return out;
    },
    end() {
      let out = '';
      while (held.length > 0) out += take(held.length);
      return out;
    },
  };
}
