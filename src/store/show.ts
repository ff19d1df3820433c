import type { HistoryFilter, LogRow, ShownFailure } from '../model/history.ts';
import { labels } from './axes.ts';
import { type Connection, ints } from './connection.ts';
import { firstBy } from './counted.ts';
import { kindsOf, oneFailure } from './failures.ts';
import { newestLogs } from './newest.ts';
import { pick } from './picked.ts';
import { pivotOf } from './pivots.ts';
import { trend } from './trends.ts';
import { Words } from './words.ts';

/** Values of each dimension that the spread of one failure names. */
const SPREAD = 10;

/** See `HistoryStore.show`. */
export async function show(
  connection: Connection,
  fingerprint: string,
  filter: HistoryFilter,
  limit: number,
): Promise<ShownFailure | null> {
  const words = new Words(connection);
  await words.look([fingerprint]);
  const key = words.of(fingerprint);
  const of = { ...filter, fingerprint };
  const picked = await pick(connection, of);
  const failure = await oneFailure(connection, picked, key);
  if (!failure) return null;
  const kinds = await kindsOf(connection, key, picked.kind);
  const rows = await newestLogs(connection, kinds, picked, firstBy(picked.set), limit);
  const ids = await connection.all<{ log: number; text: string }>(
    `SELECT l.log AS log, w.text AS text FROM log_id l JOIN word w ON w.id = l.word WHERE l.log IN (${ints(rows.map(({ log }) => log))}) ORDER BY w.text`,
  );
  const byLog = Map.groupBy(ids, ({ log }) => log);
  return {
    failure,
    days: await trend(connection, of, 'fingerprint', 'day', 1),
    pivot: await pivotOf(connection, picked, SPREAD),
    logs: rows.map(
      ({ log, source, line, text, label, at, job, revision, runner }): LogRow => ({
        ...{ source, line, text, label: labels[label] ?? null, at, job, commit: revision, runner },
        ids: (byLog.get(log) ?? []).map((one) => one.text),
      }),
    ),
  };
}
