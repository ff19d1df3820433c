import type { LogSource } from './log-source.ts';

const CHUNK = 2000;

/** Smart case: capitals in the query make it exact. */
export function matcherOf(query: string): (text: string, from: number) => number {
  const exact = query !== query.toLowerCase();
  // Lower case of a few letters is longer than the letter; then places would not fit the text any more.
  return (text, from) => {
    const lower = exact ? text : text.toLowerCase();
    return (lower.length === text.length ? lower : text).indexOf(query, from);
  };
}

/**
 * The nearest line after (or before) `from` that has the query; past the end it goes on at the other end.
 * Between chunks the screen can draw and take keys.
 * @returns null when no line has it, or when `stopped` says that nobody waits any more
 */
export async function findLine(
  source: LogSource,
  query: string,
  from: number,
  by: 1 | -1,
  stopped: () => boolean = () => false,
): Promise<{ readonly line: number; readonly wrapped: boolean } | null> {
  const find = matcherOf(query);
  const ranges: [first: number, last: number][] =
    by === 1
      ? [
          [from + 1, source.count],
          [1, from],
        ]
      : [
          [1, from - 1],
          [from, source.count],
        ];
  for (const [index, [first, last]] of ranges.entries()) {
    for (let done = 0; done < last - first + 1; done += CHUNK) {
      const count = Math.min(CHUNK, last - first + 1 - done);
      const lines = source.lines(by === 1 ? first + done : last - done - count + 1, count);
      const hit = by === 1 ? lines.find(({ text }) => find(text, 0) !== -1) : lines.findLast(({ text }) => find(text, 0) !== -1);
      if (hit) return { line: hit.number, wrapped: index === 1 };
      await new Promise((resolve) => setImmediate(resolve));
      if (stopped()) return null;
    }
  }
  return null;
}
