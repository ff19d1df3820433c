import type { HistoryDimension } from '../model/history.ts';

/** Numbers of verdicts in the tables; they never change. */
export const verdicts = ['module-failure', 'not-module', 'unknown', 'no-failure', 'unreadable'] as const;
export const PASSED = verdicts.indexOf('no-failure');
export const UNKNOWN = verdicts.indexOf('unknown');

/** Numbers of labels in the tables; 0 is none. */
export const labels = [null, 'very-likely', 'likely', 'possible', 'unlikely'] as const;

/** What incidents are told apart by within a log: the bits of `firsts` are numbered by sums of these. */
export const parts = { verdict: 1, cause: 2, host: 4, module: 8, fingerprint: 16 } as const;
export type Part = keyof typeof parts;

/** Number of a dimension in `axis_tally` and `kind_axis`. `seen`: runners of all logs, of those too that did not fail. */
export const axes = { cause: 1, host: 2, module: 3, runner: 4, job: 5, fingerprint: 6, seen: 7 } as const satisfies Record<
  HistoryDimension | 'seen',
  number
>;

export const units = { month: 1, day: 2, hour: 3 } as const;
export type Unit = keyof typeof units;

export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** Hours are kept for few values only: those of all others would be as many as the logs. */
export const axesByHour: readonly number[] = [axes.cause, axes.host];

/** The number of the month, day or hour since 1970; -1 without a time. */
export function bucketOf(unit: Unit, at: number | null): number {
  if (at === null) return -1;
  if (unit === 'day') return Math.floor(at / DAY);
  if (unit === 'hour') return Math.floor(at / HOUR);
  const date = new Date(at);
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

/** When a month, day or hour begins. */
export function startOf(unit: Unit, bucket: number): number {
  if (unit === 'day') return bucket * DAY;
  if (unit === 'hour') return bucket * HOUR;
  return Date.UTC(1970, bucket, 1);
}
