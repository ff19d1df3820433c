import type { ScanModel } from '../../tui/screens/scan/model.ts';

const DAY = 86_400_000;
const mostShown = 60;
const mostKept = 1000;

/** How many logs each day has. Days are counted since 1970, UTC. */
export type DayCounts = Map<number, number>;

/** @param at milliseconds; null: nobody knows */
export function countDay(days: DayCounts, at: number | null, count = 1): void {
  if (at === null) return;
  const day = Math.floor(at / DAY);
  if (!days.has(day) && days.size === mostKept) return;
  days.set(day, (days.get(day) ?? 0) + count);
}

/** The newest days that have something, without a gap between them. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/** @returns null where there is nothing to compare: fewer than two days */
export function rangeOf(all: readonly DayCounts[]): DayRange | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const days of all) for (const day of days.keys()) [first, last] = [Math.min(first, day), Math.max(last, day)];
  return first < last ? { first: Math.max(first, last - mostShown + 1), last } : null;
}

/** A number for every day of the range. */
export function countsIn(days: DayCounts, { first, last }: DayRange): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => days.get(first + index) ?? 0);
}

/** The range as it is shown. */
export function shownRange({ first, last }: DayRange): NonNullable<ScanModel['days']> {
  return { first: shownDay(first * DAY), last: shownDay(last * DAY) };
}

/** Month and day: there is little room. */
export function shownDay(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString().slice(5, 10);
}
