import type { Line } from '../model/line.ts';
import { countWhile } from '../model/sorted.ts';

/** What a line is asked for: the same function gets the same answer, so that a segment is read for it once. */
type Mark = (text: string) => boolean;

/** Where a segment has lines of some kind. Each kind is looked for when it is first asked for, however many problems and messages ask. */
export interface MarkedLines {
  /** Whether such a line stands behind the line `after` and not behind `upTo`; by default anywhere. */
  has(mark: Mark, after?: number, upTo?: number): boolean;
  /** The number of the first such line behind the line `after`; infinite when there is none. */
  next(mark: Mark, after: number): number;
  /** The number of the last such line; 0 when there is none. */
  last(mark: Mark): number;
}

/** @param lines what the segment printed, in the order of their numbers */
export function markedLines(lines: readonly Line[]): MarkedLines {
  const found = new Map<Mark, readonly number[]>();
  const numbersOf = (mark: Mark): readonly number[] => {
    let numbers = found.get(mark);
    if (!numbers) {
      numbers = lines.filter(({ text }) => mark(text)).map(({ number }) => number);
      found.set(mark, numbers);
    }
    return numbers;
  };
  const next = (mark: Mark, after: number): number => {
    const numbers = numbersOf(mark);
    return numbers[countWhile(numbers.length, (index) => numbers[index]! <= after)] ?? Number.POSITIVE_INFINITY;
  };
  return {
    next,
    has: (mark, after = 0, upTo = Number.MAX_SAFE_INTEGER) => next(mark, after) <= upTo,
    last: (mark) => numbersOf(mark).at(-1) ?? 0,
  };
}

/** Marks a line that a pattern finds. */
export function matches(pattern: RegExp): Mark {
  return (text) => pattern.test(text);
}

/** Marks a line on which something stands. */
export function isSaid(text: string): boolean {
  return text.trim() !== '';
}
