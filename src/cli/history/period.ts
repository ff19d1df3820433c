import { isDate } from '../../model/day.ts';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';

const spans: Readonly<Record<string, number>> = { h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** Milliseconds of a span such as `30d`, `12h` or `2w`. */
export function spanOf(text: string): number {
  return Number(text.slice(0, -1)) * spans[text.at(-1)!]!;
}

/**
 * When a time begins: a day in UTC, or so long before the newest log, since a store has no other "now".
 * @param flag as the message names it
 * @param newest the newest log; null: there is none
 * @throws ModwhyError E_USAGE for a day that no calendar has
 */
export function timeOf(flag: string, text: string, newest: number | null): number {
  if (/^\d+[hdw]$/.test(text)) return newest === null ? 0 : Math.max(0, newest - spanOf(text));
  if (!isDate(text))
    throw new ModwhyError('E_USAGE', say`--${flag}: expected a day such as 2026-11-01, or a span such as 30d or 12h, found "${text}"`);
  return Date.parse(`${text}T00:00:00Z`);
}
