import type { HistoryStep } from '../../model/history.ts';

const HOUR = 3_600_000;
const lengths = { hour: HOUR, day: 24 * HOUR, week: 168 * HOUR } as const;
// Beyond this there are no dates.
const LAST = 8.64e15;

/** `2026-11-20`; empty where there is no date. All times are UTC. */
export function dayText(at: number | null): string {
  return at === null || !(Math.abs(at) <= LAST) ? '' : new Date(at).toISOString().slice(0, -14);
}

/** A stretch of time in pieces of equal length. */
export interface Bins {
  readonly count: number;
  /** Whole steps in each. */
  readonly each: number;
  /** Which piece a moment is in, from 0. */
  indexOf(at: number): number;
  /** The beginning of a piece, as it is shown. */
  label(index: number): string;
}

/** The time from the first to the last moment in at most so many pieces, each of one or more whole steps. @param moments at least one */
export function binsOf(moments: readonly number[], step: HistoryStep, most: number): Bins {
  let [first, last] = [LAST, -LAST];
  for (const at of moments) {
    const held = Math.min(LAST, Math.max(-LAST, at));
    first = Math.min(first, held);
    last = Math.max(last, held);
  }
  const number = (at: number) => (step === 'month' ? monthOf(at) : Math.floor((at - first) / lengths[step]));
  const steps = number(last) - number(first) + 1;
  const each = Math.max(1, Math.ceil(steps / most));
  return {
    count: Math.ceil(steps / each),
    each,
    indexOf: (at) => Math.floor((number(Math.min(last, Math.max(first, at))) - number(first)) / each),
    label(index) {
      if (step === 'month') return monthText(number(first) + index * each);
      const at = first + index * each * lengths[step];
      return step === 'hour' ? `${dayText(at)} ${new Date(Math.min(LAST, at)).toISOString().slice(-13, -8)}` : dayText(at);
    },
  };
}

function monthOf(at: number): number {
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function monthText(months: number): string {
  return `${Math.floor(months / 12)}-${String((((months % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}
