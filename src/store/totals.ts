import type { HistoryFilter, HistoryTotals } from '../model/history.ts';
import { units, verdicts } from './axes.ts';
import { type Connection, int } from './connection.ts';
import { firstBy } from './counted.ts';
import { type Picked, pick, within } from './picked.ts';
import { incidents } from './shares.ts';
import { spansOf } from './spans.ts';

/** See `HistoryStore.totals`. With a cause, module, host or failure in the filter these are the logs that it made fail. */
export async function totals(connection: Connection, filter: HistoryFilter): Promise<HistoryTotals> {
  const picked = await pick(connection, filter);
  const relation = picked.kind.length > 0 ? logsOfKinds(picked) : logsOfAll(picked);
  const rows = await connection.all<{ verdict: number; logs: number; bytes: number }>(
    `SELECT x.verdict AS verdict, sum(x.logs) AS logs, sum(x.bytes) AS bytes FROM (${relation}) x GROUP BY x.verdict`,
  );
  const of = (verdict: (typeof verdicts)[number]) => rows.find((row) => row.verdict === verdicts.indexOf(verdict))?.logs ?? 0;
  const sum = (column: 'logs' | 'bytes') => rows.reduce((all, row) => all + row[column], 0);
  const { first, last } = await ends(connection, picked);
  return {
    logs: sum('logs'),
    moduleFailures: of('module-failure'),
    notModule: of('not-module'),
    unknown: of('unknown'),
    noFailure: of('no-failure'),
    unreadable: of('unreadable'),
    bytes: sum('bytes'),
    first,
    last,
  };
}

function logsOfAll(picked: Picked): string {
  const all = picked.mode === 'all';
  const selects = spansOf(picked.since, picked.until, all ? ['month', 'day'] : []).map(({ unit, from, to }) =>
    unit === null
      ? `SELECT l.verdict AS verdict, 1 AS logs, l.size AS bytes FROM ${logs(picked, within('l.at', from, to))}`
      : `SELECT t.verdict AS verdict, t.logs AS logs, t.bytes AS bytes FROM log_tally t
         WHERE ${[`t.unit = ${units[unit]}`, ...within('t.bucket', from, to)].join(' AND ')}`,
  );
  return selects.join(' UNION ALL ') || 'SELECT 0 AS verdict, 0 AS logs, 0 AS bytes WHERE 1 = 0';
}

/** The logs `l` of a filter that names no kind, as FROM and WHERE. */
function logs({ runner, job, scan }: Picked, more: readonly string[]): string {
  const where = [
    '1 = 1',
    ...(runner === null ? [] : [`l.runner = ${int(runner)}`]),
    ...(job === null ? [] : [`l.job = ${int(job)}`]),
    ...more,
  ];
  if (scan === null) return `log l WHERE ${where.join(' AND ')}`;
  return `scan_log s CROSS JOIN log l WHERE s.scan = ${int(scan)} AND l.id = s.log AND ${where.join(' AND ')}`;
}

function logsOfKinds(picked: Picked): string {
  const first = firstBy(picked.set);
  const selects = spansOf(picked.since, picked.until, picked.mode === 'kinds' ? ['month', 'day'] : []).map((span) =>
    span.unit === null
      ? `SELECT k.log_verdict AS verdict, 1 AS logs, i.size AS bytes FROM ${incidents(picked, span, [first], true)}`
      : `SELECT k.log_verdict AS verdict, t.logs AS logs, t.bytes AS bytes FROM kind k CROSS JOIN kind_tally t
         WHERE ${[...picked.kind, first, 't.kind = k.id', `t.unit = ${units[span.unit]}`, ...within('t.bucket', span.from, span.to)].join(' AND ')}`,
  );
  return selects.join(' UNION ALL ') || 'SELECT 0 AS verdict, 0 AS logs, 0 AS bytes WHERE 1 = 0';
}

/** The oldest and newest log with a time. */
async function ends(connection: Connection, picked: Picked): Promise<{ first: number | null; last: number | null }> {
  const end = async (order: 'min' | 'max'): Promise<number | null> => {
    const time = ['l.at >= 0', ...within('l.at', picked.since, picked.until)];
    const sql =
      picked.kind.length === 0
        ? `SELECT ${order}(l.at) AS at FROM ${logs(picked, time)}`
        : picked.mode === 'incidents'
          ? `SELECT ${order}(i.at) AS at FROM ${incidents(picked, { from: picked.since, to: picked.until }, ['i.at >= 0'], true)}`
          : `SELECT ${order}(x.at) AS at FROM (SELECT (${endOfKind(order, picked)}) AS at FROM kind k WHERE ${picked.kind.join(' AND ')}) x`;
    const [row] = await connection.all<{ at: number | null }>(sql);
    return row?.at ?? null;
  };
  return { first: await end('min'), last: await end('max') };
}

/** The first or last time of the kind `k`, by its index. */
export function endOfKind(order: 'min' | 'max', { since, until, runner, job }: Pick<Picked, 'since' | 'until' | 'runner' | 'job'>): string {
  const where = [
    ...['i.kind = k.id', 'i.counted = 1', 'i.at >= 0'],
    ...within('i.at', since, until),
    ...(runner === null ? [] : [`i.runner = ${int(runner)}`]),
    ...(job === null ? [] : [`i.job = ${int(job)}`]),
  ];
  return `SELECT i.at FROM incident i WHERE ${where.join(' AND ')} ORDER BY i.at ${order === 'min' ? 'ASC' : 'DESC'} LIMIT 1`;
}
