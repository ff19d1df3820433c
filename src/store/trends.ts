import type { HistoryDimension, HistoryFilter, HistoryStep, HourCell, TrendPoint } from '../model/history.ts';
import { DAY, HOUR } from './axes.ts';
import type { Connection } from './connection.ts';
import { pick } from './picked.ts';
import { leading, shares } from './shares.ts';
import { byBytes } from './sorting.ts';

const OTHER = 'other';

interface Slot {
  readonly slot: number;
  readonly key: number;
  readonly logs: number;
  readonly transient: number;
}

/** See `HistoryStore.trend`. */
export async function trend(
  connection: Connection,
  filter: HistoryFilter,
  by: HistoryDimension,
  step: HistoryStep,
  keys: number,
): Promise<TrendPoint[]> {
  const picked = await pick(connection, filter);
  const names = await namesOf(connection, leading(shares(picked, by, { finest: 'none' }), keys));
  const finest = step === 'hour' ? 'hour' : 'day';
  const rows = await slots(connection, shares(picked, by, { finest, only: [...names.keys()], others: true }));
  const points = new Map<string, { at: number; key: string; logs: number }>();
  for (const { slot, key, logs } of rows) {
    // Without a time.
    if (slot < 0) continue;
    const at = beginningOf(step, slot * (finest === 'hour' ? HOUR : DAY));
    const text = names.get(key) ?? OTHER;
    const point = points.get(`${at} ${text}`);
    if (point) point.logs += logs;
    else points.set(`${at} ${text}`, { at, key: text, logs });
  }
  return [...points.values()].filter(({ logs }) => logs > 0).sort((one, two) => one.at - two.at || byBytes(one.key, two.key));
}

/** See `HistoryStore.hours`. */
export async function hours(connection: Connection, filter: HistoryFilter, by: HistoryDimension, keys: number): Promise<HourCell[]> {
  const picked = await pick(connection, filter);
  const names = await namesOf(connection, leading(shares(picked, by, { finest: 'none' }), keys));
  const rows = await slots(connection, shares(picked, by, { finest: 'clock', only: [...names.keys()] }));
  return rows
    .filter(({ slot }) => slot >= 0)
    .map(({ slot, key, logs, transient }) => ({ key: names.get(key)!, hour: slot, logs, transient }))
    .sort((one, two) => byBytes(one.key, two.key) || one.hour - two.hour);
}

async function namesOf(connection: Connection, sql: string): Promise<Map<number, string>> {
  const rows = await connection.all<{ key: number; text: string }>(sql);
  return new Map(rows.map(({ key, text }) => [key, text]));
}

function slots(connection: Connection, relation: string): Promise<Slot[]> {
  return connection.all<Slot>(
    `SELECT x.slot AS slot, x.key AS key, sum(x.logs) AS logs, sum(x.transient) AS transient FROM (${relation}) x
     GROUP BY 1, 2 HAVING sum(x.logs) > 0`,
  );
}

/** When a step begins; weeks begin on Monday. */
function beginningOf(step: HistoryStep, at: number): number {
  if (step === 'hour') return at - (at % HOUR);
  const date = new Date(at);
  if (step === 'month') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
  const day = at - (at % DAY);
  return step === 'day' ? day : day - ((date.getUTCDay() + 6) % 7) * DAY;
}
