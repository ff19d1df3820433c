import type { Line, LineEntry, PlacedEntry } from '../model/line.ts';

/** Which file of an archive each line stands in, by the offset of the line. */
export interface Entries {
  /** The next file starts at this offset. */
  open(entry: LineEntry, offset: number): void;
  /** Goes on to the file that holds this offset; offsets never go back. @returns whether it is another one than before */
  advance(offset: number, line: number): boolean;
  /** Says on the line where it stands; its lane comes after the one that its file has. */
  mark(line: Line): void;
  names(): string[];
}

export function createEntries(): Entries {
  const starts: { readonly entry: LineEntry; readonly offset: number }[] = [];
  let current = -1;
  let placed: PlacedEntry | undefined;
  return {
    open(entry, offset) {
      starts.push({ entry, offset });
    },
    advance(offset, line) {
      const before = current;
      while (current + 1 < starts.length && starts[current + 1]!.offset <= offset) current++;
      if (current === before) return false;
      placed = { ...starts[current]!.entry, firstLine: line };
      return true;
    },
    mark(line) {
      if (placed === undefined) return;
      const { lane } = placed;
      line.entry = placed;
      line.lane = line.lane === '' ? lane : `${lane}${lane.includes('/') ? '/' : ': '}${line.lane}`;
    },
    names: () => starts.map(({ entry }) => entry.name),
  };
}
