/** The lines of one log as numbers, in their order, with room that grows as needed. */
export interface LineHashes {
  add(hash: number, line: number): void;
  count(): number;
  hashAt(index: number): number;
  /** Number of the line in the log. */
  lineAt(index: number): number;
  dropped(): number;
}

// 16 bytes each.
const most = 6_000_000;

export function createLineHashes(): LineHashes {
  let hashes = new Float64Array(1 << 12);
  let lines = new Float64Array(1 << 12);
  let count = 0;
  let dropped = 0;
  return {
    add(hash, line) {
      if (count >= most) return void dropped++;
      if (count === hashes.length) {
        const grown = (old: Float64Array<ArrayBuffer>) => {
          const next = new Float64Array(old.length * 2);
          next.set(old);
          return next;
        };
        hashes = grown(hashes);
        lines = grown(lines);
      }
      hashes[count] = hash;
      lines[count++] = line;
    },
    count: () => count,
    hashAt: (index) => hashes[index]!,
    lineAt: (index) => lines[index]!,
    dropped: () => dropped,
  };
}

/** A place where two logs go apart. Indexes are those of the hashes. */
interface Divergence {
  readonly good: readonly number[];
  readonly bad: readonly number[];
  /** How many lines there are on each side, also where not all are listed. */
  readonly goodCount: number;
  readonly badCount: number;
}

export interface Divergences {
  /** In the order of the bad log. */
  readonly list: readonly Divergence[];
  /** Lines that stand in both. */
  readonly common: number;
}

const mostPlaces = 1000;
const mostLines = 3;

/**
 * Where two logs go apart: lines that one of them has and the other has not, or not as often. What both have in another order is no difference, since
 * downloads, packages and jobs run side by side. A line that only the good log has stands behind the line before it that both have.
 */
export function findDivergences(good: LineHashes, bad: LineHashes): Divergences {
  const onlyGood = surplus(good, bad);
  const onlyBad = surplus(bad, good);
  const rows: { at: number; good: number | null; bad: number | null }[] = onlyBad.map((index) => ({ at: index, good: null, bad: index }));
  const places = placesInBad(onlyGood, good, bad);
  for (const [position, index] of onlyGood.entries()) rows.push({ at: places[position]! + 0.5, good: index, bad: null });
  rows.sort((one, other) => one.at - other.at || (one.good ?? 0) - (other.good ?? 0));
  const list: { good: number[]; bad: number[]; goodCount: number; badCount: number }[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const { at, good: left, bad: right } of rows) {
    if (at - last > 1 || list.length === 0) {
      if (list.length >= mostPlaces) break;
      list.push({ good: [], bad: [], goodCount: 0, badCount: 0 });
    }
    const place = list.at(-1)!;
    if (left !== null) {
      place.goodCount++;
      if (place.good.length < mostLines) place.good.push(left);
    }
    if (right !== null) {
      place.badCount++;
      if (place.bad.length < mostLines) place.bad.push(right);
    }
    last = at;
  }
  return { list, common: bad.count() - onlyBad.length };
}

/**
 * Behind which line of the bad log each of these belongs: behind the line before it that both have, and of equal lines behind the one that is the same
 * of them in both logs.
 */
function placesInBad(onlyGood: readonly number[], good: LineHashes, bad: LineHashes): number[] {
  const alone = new Set(onlyGood);
  // Of lines that follow each other the first one has the place.
  const anchors = new Map<number, { hash: number; nth: number }>();
  const wanted = new Set<number>();
  for (const index of onlyGood) if (index > 0 && !alone.has(index - 1)) wanted.add(good.hashAt(index - 1));
  const seen = new Map<number, number>();
  for (let index = 0; index < good.count(); index++) {
    const hash = good.hashAt(index);
    if (!wanted.has(hash)) continue;
    const nth = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, nth);
    if (alone.has(index + 1) && !alone.has(index)) anchors.set(index + 1, { hash, nth });
  }
  const asked = new Map<number, Map<number, number>>();
  for (const { hash, nth } of anchors.values()) asked.set(hash, (asked.get(hash) ?? new Map<number, number>()).set(nth, -1));
  const counts = new Map<number, number>();
  for (let index = 0; index < bad.count(); index++) {
    const answers = asked.get(bad.hashAt(index));
    if (!answers) continue;
    const nth = (counts.get(bad.hashAt(index)) ?? 0) + 1;
    counts.set(bad.hashAt(index), nth);
    if (answers.has(nth)) answers.set(nth, index);
  }
  let behind = -1;
  return onlyGood.map((index) => {
    const anchor = anchors.get(index);
    const found = anchor ? (asked.get(anchor.hash)?.get(anchor.nth) ?? -1) : -1;
    if (anchor && found >= 0) behind = found;
    return behind;
  });
}

/** Indexes of the lines that the first one has more often than the second one, in order; of equal lines the later ones. */
function surplus(one: LineHashes, other: LineHashes): number[] {
  const counts = new Map<number, number>();
  for (let index = 0; index < other.count(); index++) counts.set(other.hashAt(index), (counts.get(other.hashAt(index)) ?? 0) + 1);
  const found: number[] = [];
  for (let index = 0; index < one.count(); index++) {
    const left = counts.get(one.hashAt(index)) ?? 0;
    if (left === 0) found.push(index);
    else counts.set(one.hashAt(index), left - 1);
  }
  return found;
}
