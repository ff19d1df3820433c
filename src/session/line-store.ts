import type { Line } from '../model/line.ts';

/** What a line costs beside its text: the object, and what is built on it later. */
const overhead = 200;
/** Characters held from the start, and as many from the end. A log whose lines nearly all speak of errors would fill the memory otherwise. */
const limit = 32 << 20;

/** The lines that were read: all of them, or the first and the last ones of a log that has too many. */
export interface LineStore {
  add(line: Line): void;
  last(): Line | undefined;
  /** In order; the ones that were dropped stood in one stretch. */
  all(): readonly Line[];
  dropped(): number;
}

/** @param most held from the start, and again from the end */
export function createLineStore(most = limit): LineStore {
  const head: Line[] = [];
  let headCost = 0;
  let tail: Line[] = [];
  let tailCost = 0;
  // The first of the tail that still counts; those before it leave the array together, since taking off one by one is slow.
  let first = 0;
  let dropped = 0;
  const costOf = (line: Line) => line.text.length + overhead;
  const compact = () => {
    tail = tail.slice(first);
    first = 0;
  };
  return {
    add(line) {
      const cost = costOf(line);
      if (tail.length === 0 && headCost + cost <= most) {
        head.push(line);
        headCost += cost;
        return;
      }
      tail.push(line);
      tailCost += cost;
      while (tailCost > most && first < tail.length - 1) {
        tailCost -= costOf(tail[first++]!);
        dropped++;
      }
      if (first > 1000 && first * 2 > tail.length) compact();
    },
    last: () => tail.at(-1) ?? head.at(-1),
    all() {
      if (tail.length === 0) return head;
      compact();
      return head.concat(tail);
    },
    dropped: () => dropped,
  };
}
