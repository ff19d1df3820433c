interface Cut {
  readonly limit: string;
  seen: number;
  kept: number;
  /** Where somebody else had cut before the input came to us. */
  readonly line?: number;
}

// One log can have a hundred thousand lines that are too long.
const mostOfOne = 20;
// Leaving out what is no text loses nothing.
const harmless = new Set(['archive-not-text', 'line-64KiB', 'timeline', 'spans', 'trace-lines', 'access-log']);

/** The rows of `cut`: after so many of one limit, the others are summed up in one more. */
export interface CutList {
  add(limit: string, seen: number, kept: number, line?: number): void;
  rows(): Cut[];
  /** Nothing that belongs to the input was left out. */
  complete(): boolean;
  /** The same rows, to which others can be added. */
  copy(): CutList;
}

export function createCutList(): CutList {
  return cutList([], new Map(), new Map());
}

function cutList(rows: Cut[], counts: Map<string, number>, rest: Map<string, Cut>): CutList {
  return {
    add(limit, seen, kept, line) {
      const count = (counts.get(limit) ?? 0) + 1;
      counts.set(limit, count);
      const summed = rest.get(limit);
      if (summed) {
        summed.seen += seen;
        summed.kept += kept;
        return;
      }
      const row: Cut = { limit, seen, kept, ...(line !== undefined && { line }) };
      rows.push(row);
      if (count > mostOfOne) rest.set(limit, row);
    },
    rows: () => rows.map((row) => ({ ...row })),
    complete: () => rows.every(({ limit }) => harmless.has(limit)),
    copy() {
      const copies = rows.map((row) => ({ ...row }));
      return cutList(copies, new Map(counts), new Map([...rest].map(([limit, row]) => [limit, copies[rows.indexOf(row)]!])));
    },
  };
}
