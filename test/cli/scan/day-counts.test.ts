import { expect, test } from 'vitest';
import { countDay, countsIn, type DayCounts, rangeOf, shownDay, shownRange } from '../../../src/cli/scan/day-counts.ts';

const DAY = 86_400_000;
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

function counted(...times: readonly (number | null)[]): DayCounts {
  const days: DayCounts = new Map();
  for (const at of times) countDay(days, at);
  return days;
}

test('days are those of UTC, and a log without a time has none', () => {
  const days = counted(Date.parse('2026-10-05T23:59:59.999Z'), Date.parse('2026-10-06T00:00:00Z'), null, noon('2026-10-06'));
  expect(countsIn(days, rangeOf([days])!)).toEqual([1, 2]);
  expect(shownRange(rangeOf([days])!)).toEqual({ first: '10-05', last: '10-06' });
});

test('days between two that have logs are shown with none', () => {
  const [one, other] = [counted(noon('2026-12-30'), noon('2026-12-30')), counted(noon('2027-01-02'))];
  const range = rangeOf([one, other])!;
  expect([countsIn(one, range), countsIn(other, range)]).toEqual([
    [2, 0, 0, 0],
    [0, 0, 0, 1],
  ]);
  expect(shownRange(range)).toEqual({ first: '12-30', last: '01-02' });
});

test('a single day, and none at all, cannot be compared', () => {
  expect(rangeOf([counted(noon('2026-10-05'), noon('2026-10-05') + 1)])).toBeNull();
  expect(rangeOf([counted(null), counted()])).toBeNull();
});

test('of a long time the newest sixty days are shown', () => {
  const days = counted(...Array.from({ length: 61 }, (_, day) => noon('2026-01-01') + day * DAY));
  const range = rangeOf([days])!;
  expect(shownRange(range)).toEqual({ first: '01-02', last: '03-02' });
  expect(countsIn(days, range)).toEqual(Array.from({ length: 60 }, () => 1));
});

test('no more than a thousand days are kept, and those that are there still count', () => {
  const days = counted(...Array.from({ length: 1001 }, (_, day) => day * DAY));
  expect(days.size).toBe(1000);
  countDay(days, 999 * DAY, 4);
  expect([days.get(999), days.get(1000)]).toEqual([5, undefined]);
});

test('a time that nobody knows is shown as nothing', () => {
  expect([shownDay(null), shownDay(noon('2026-10-05'))]).toEqual(['', '10-05']);
});
