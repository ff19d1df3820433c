import type { Line } from '../model/line.ts';
import { type PackedLines, packLines } from './packed-lines.ts';

/** Lines that are packed together. */
const pieceLength = 512;

/** Lines in order; most of them are packed until somebody wants to see them. */
export interface LineQueue {
  push(line: Line): void;
  last(): Line | undefined;
  count(): number;
  /** Takes the first line away. @returns the length of its text */
  drop(): number;
  /** The same objects each time: from the first call on, nothing is packed. */
  all(): readonly Line[];
}

export function createLineQueue(): LineQueue {
  let pieces: PackedLines[] = [];
  /** The last ones, to which a dialect may come back. */
  let open: Line[] = [];
  /** Lines at the start that were taken away, but are still held. */
  let gone = 0;
  let count = 0;
  let seen = false;
  const compact = () => {
    if (pieces[0] && gone >= pieces[0].count) {
      gone -= pieces[0].count;
      pieces.shift();
    }
    // One by one would be slow.
    if (pieces.length === 0 && gone >= pieceLength && gone * 2 > open.length) {
      open = open.slice(gone);
      gone = 0;
    }
  };
  return {
    push(line) {
      open.push(line);
      count++;
      if (!seen && open.length === 2 * pieceLength) pieces.push(packLines(open.splice(0, pieceLength)));
    },
    last: () => open.at(-1),
    count: () => count,
    drop() {
      const length = pieces[0]?.lengthAt(gone) ?? open[gone]!.text.length;
      gone++;
      count--;
      compact();
      return length;
    },
    all() {
      seen = true;
      if (pieces.length > 0 || gone > 0) {
        const unpacked = [...pieces.map((piece) => piece.unpack()), open].flat();
        open = gone > 0 ? unpacked.slice(gone) : unpacked;
        pieces = [];
        gone = 0;
      }
      return open;
    },
  };
}
