import type { HistoryFilter, PivotRow } from '../model/history.ts';
import { axes, units } from './axes.ts';
import { type Connection, int, ints } from './connection.ts';
import { type Picked, pick, within } from './picked.ts';
import { leading, shares } from './shares.ts';
import { spansOf } from './spans.ts';

/** See `HistoryStore.pivot`: for each dimension its values with the most failures, by dimension, then most first. */
export async function pivot(connection: Connection, filter: HistoryFilter, limit: number): Promise<PivotRow[]> {
  return pivotOf(connection, await pick(connection, filter), limit);
}

export async function pivotOf(connection: Connection, picked: Picked, limit: number): Promise<PivotRow[]> {
  const rows: PivotRow[] = [];
  const time: Picked = { mode: 'all', since: picked.since, until: picked.until, kind: [], set: [], runner: null, job: null, scan: null };
  for (const dimension of ['host', 'module', 'runner'] as const) {
    const keys = await connection.all<{ text: string; key: number; logs: number }>(
      leading(shares(picked, dimension, { finest: 'none' }), limit),
    );
    if (keys.length === 0) continue;
    const only = keys.map(({ key }) => key);
    const relation = dimension === 'runner' ? logsOfRunners(time, only) : shares(time, dimension, { finest: 'none', only });
    const all = await connection.all<{ key: number; logs: number }>(
      `SELECT x.key AS key, sum(x.logs) AS logs FROM (${relation}) x GROUP BY x.key`,
    );
    const counts = new Map(all.map(({ key, logs }) => [key, logs]));
    for (const { text, key, logs } of keys) rows.push({ dimension, key: text, failed: logs, logs: counts.get(key) ?? logs });
  }
  return rows;
}

/** All logs of runners, of those too that did not fail. */
function logsOfRunners({ since, until }: Picked, runners: readonly number[]): string {
  return spansOf(since, until, ['month', 'day'])
    .map(({ unit, from, to }) =>
      unit === null
        ? `SELECT l.runner AS key, 1 AS logs FROM log l WHERE ${[`l.runner IN (${ints(runners)})`, ...within('l.at', from, to)].join(' AND ')}`
        : `SELECT t.key AS key, t.logs AS logs FROM axis_tally t WHERE ${[`t.axis = ${int(axes.seen)}`, `t.unit = ${units[unit]}`, `t.key IN (${ints(runners)})`, ...within('t.bucket', from, to)].join(' AND ')}`,
    )
    .join(' UNION ALL ');
}
