import { type Connection, ints, listsOf, pieces } from './connection.ts';
import type { KindShare, LogShare, Sums } from './sums.ts';

/**
 * Takes the rows of logs away that are kept already, for others to come in their place.
 * @param identities of the logs that come
 * @param sums in which they no longer count
 * @returns the numbers they had
 */
export async function keptLogs(connection: Connection, identities: readonly string[], sums: Sums): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const { marks, values } of listsOf(identities)) {
    const rows = await connection.all<{ id: number; identity: string }>(
      `SELECT id, identity FROM log WHERE identity IN (${marks})`,
      values,
    );
    for (const { id, identity } of rows) ids.set(identity, id);
  }
  await removeLogs(connection, [...ids.values()], sums, { scans: false });
  return ids;
}

/**
 * Takes the rows of logs away. Only inside `write`, and before `sums` are kept.
 * @param scans whether the scans that read them forget them too
 */
export async function removeLogs(
  connection: Connection,
  logs: readonly number[],
  sums: Sums,
  { scans }: { scans: boolean },
): Promise<void> {
  for (const some of pieces(logs, 500)) {
    const list = ints(some);
    const shares = await connection.all<LogShare & { id: number }>(
      `SELECT id, at, verdict, size, runner, job FROM log WHERE id IN (${list})`,
    );
    const incidents = await connection.all<KindShare & { log: number }>(
      `SELECT i.log, i.kind, k.fingerprint, k.cause, k.host, k.module, k.transient, k.firsts
       FROM incident i JOIN kind k ON k.id = i.kind WHERE i.log IN (${list}) AND i.counted = 1`,
    );
    const byLog = Map.groupBy(incidents, ({ log }) => log);
    for (const share of shares) sums.count(share, byLog.get(share.id) ?? [], -1);
    if (scans) {
      await connection.script(
        `UPDATE scan SET logs = logs - (SELECT count(*) FROM scan_log s WHERE s.scan = scan.id AND s.log IN (${list}))
         WHERE id IN (SELECT scan FROM scan_log WHERE log IN (${list}))`,
      );
      await connection.script(`DELETE FROM scan_log WHERE log IN (${list})`);
    }
    for (const [table, column] of [
      ['incident', 'log'],
      ['log_id', 'log'],
      ['log', 'id'],
    ])
      await connection.script(`DELETE FROM ${table} WHERE ${column} IN (${list})`);
  }
}
