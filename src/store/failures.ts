import type { FailureRow, HistoryFilter } from '../model/history.ts';
import { axes, verdicts } from './axes.ts';
import { type Connection, int, ints } from './connection.ts';
import { newestLogs } from './newest.ts';
import { type Picked, pick, within } from './picked.ts';
import { incidents, leading, shares } from './shares.ts';
import { spansOf } from './spans.ts';
import { type StoredTime, stateOf, storedTime } from './states.ts';
import { endOfKind } from './totals.ts';

/** See `HistoryStore.top`. */
export async function top(connection: Connection, filter: HistoryFilter, limit: number): Promise<FailureRow[]> {
  const picked = await pick(connection, filter);
  const counts = await connection.all<{ key: number; logs: number; text: string }>(
    leading(shares(picked, 'fingerprint', { finest: 'none' }), limit),
  );
  const stored = await storedTime(connection);
  const rows: FailureRow[] = [];
  for (const { key, logs } of counts) {
    const row = await failure(connection, key, logs, picked, stored);
    if (row) rows.push(row);
  }
  return rows;
}

/** What a failure is, of the logs that a filter takes. */
async function failure(
  connection: Connection,
  fingerprint: number,
  logs: number,
  picked: Picked,
  stored: StoredTime,
): Promise<FailureRow | null> {
  const all = await kindsOf(connection, fingerprint, []);
  const kinds = picked.kind.length === 0 ? all : await kindsOf(connection, fingerprint, picked.kind);
  const [newest] = await newestLogs(connection, kinds, picked, '1 = 1', 1);
  if (!newest) return null;
  const [kind] = await connection.all<{ fingerprint: string; verdict: number; transient: number; [word: string]: string | number | null }>(
    `SELECT wf.text AS fingerprint, k.verdict AS verdict, wc.text AS cause, wd.text AS code, wm.text AS module, wh.text AS host, k.transient AS transient
     FROM kind k JOIN word wf ON wf.id = k.fingerprint LEFT JOIN word wc ON wc.id = k.cause LEFT JOIN word wd ON wd.id = k.code
       LEFT JOIN word wm ON wm.id = k.module LEFT JOIN word wh ON wh.id = k.host WHERE k.id = ${int(newest.kind)}`,
  );
  const word = (name: string) => kind![name] as string | null;
  return {
    fingerprint: kind!.fingerprint,
    verdict: verdicts[kind!.verdict] as FailureRow['verdict'],
    cause: word('cause'),
    code: word('code'),
    module: word('module'),
    version: newest.version,
    host: word('host'),
    path: newest.path,
    transient: kind!.transient === 1,
    logs,
    ...(await spread(connection, kinds, picked)),
    first: await endOf(connection, 'min', kinds, picked),
    last: newest.at,
    ...(await stateOf(connection, all, stored)),
    example: { source: newest.source, line: newest.line, text: newest.text },
  };
}

/** The kinds of a failure that a filter takes. */
export async function kindsOf(connection: Connection, fingerprint: number, conditions: readonly string[]): Promise<number[]> {
  const where = [`k.fingerprint = ${int(fingerprint)}`, ...conditions].join(' AND ');
  return (await connection.all<{ id: number }>(`SELECT k.id AS id FROM kind k WHERE ${where} ORDER BY k.id`)).map(({ id }) => id);
}

async function endOf(connection: Connection, order: 'min' | 'max', kinds: readonly number[], picked: Picked): Promise<number | null> {
  const sql =
    picked.scan === null
      ? `SELECT ${order}(x.at) AS at FROM (SELECT (${endOfKind(order, picked)}) AS at FROM kind k WHERE k.id IN (${ints(kinds)})) x`
      : `SELECT ${order}(i.at) AS at FROM ${incidents(picked, { from: picked.since, to: picked.until }, [`k.id IN (${ints(kinds)})`, 'i.at >= 0'], true)}`;
  const [row] = await connection.all<{ at: number | null }>(sql);
  return row?.at ?? null;
}

/** How many jobs and runners have it. */
async function spread(connection: Connection, kinds: readonly number[], picked: Picked): Promise<{ jobs: number; runners: number }> {
  const of = async (axis: 'job' | 'runner'): Promise<number> => {
    const selects = spansOf(picked.since, picked.until, picked.mode === 'incidents' ? [] : ['month']).map((span) =>
      span.unit === null
        ? `SELECT i.${axis} AS key FROM ${incidents(picked, span, [`k.id IN (${ints(kinds)})`], true)}`
        : `SELECT a.key AS key FROM kind_axis a WHERE ${[`a.kind IN (${ints(kinds)})`, `a.axis = ${axes[axis]}`, ...within('a.bucket', span.from, span.to)].join(' AND ')}`,
    );
    if (selects.length === 0) return 0;
    const [row] = await connection.all<{ count: number }>(
      `SELECT count(DISTINCT x.key) AS count FROM (${selects.join(' UNION ALL ')}) x WHERE x.key <> 0`,
    );
    return row!.count;
  };
  // Of one job or runner it is that one.
  return { jobs: picked.job === null ? await of('job') : 1, runners: picked.runner === null ? await of('runner') : 1 };
}

/** One failure with its count. */
export async function oneFailure(connection: Connection, picked: Picked, fingerprint: number): Promise<FailureRow | null> {
  const [sum] = await connection.all<{ logs: number | null }>(
    `SELECT sum(x.logs) AS logs FROM (${shares(picked, 'fingerprint', { finest: 'none', only: [fingerprint] })}) x`,
  );
  if (!sum?.logs) return null;
  return failure(connection, fingerprint, sum.logs, picked, await storedTime(connection));
}
