import type { PruneRule } from '../model/history.ts';
import { type Connection, int } from './connection.ts';
import { removeLogs } from './kept-logs.ts';
import { Sums } from './sums.ts';

/** So many logs go in one transaction, so that other writers wait for no longer than a batch of theirs. */
const BATCH = 2000;

/** Which logs a rule takes away, as a condition on `l`; null: none. A log without a time counts as older than all others for `keep` alone. */
export async function pruned(connection: Connection, { before, keep }: PruneRule): Promise<string | null> {
  const conditions: string[] = [];
  if (before !== undefined) conditions.push(`l.at < ${int(Math.ceil(before))}`);
  if (keep !== undefined) {
    const [oldest] = await connection.all<{ at: number | null; id: number }>(
      `SELECT l.at AS at, l.id AS id FROM log l ORDER BY ${newestFirst} LIMIT 1 OFFSET ${int(Math.max(0, keep))}`,
    );
    if (oldest) {
      const older =
        oldest.at === null
          ? `l.at IS NULL AND l.id <= ${int(oldest.id)}`
          : `l.at IS NULL OR l.at < ${int(oldest.at)} OR (l.at = ${int(oldest.at)} AND l.id <= ${int(oldest.id)})`;
      conditions.push(`(${older})`);
    }
  }
  return conditions.length > 0 ? conditions.join(' OR ') : null;
}

const newestFirst = 'CASE WHEN l.at IS NULL THEN 1 ELSE 0 END, l.at DESC, l.id DESC';

/** How many logs a condition takes. */
export async function countOf(connection: Connection, condition: string): Promise<number> {
  const [row] = await connection.all<{ count: number }>(`SELECT count(*) AS count FROM log l WHERE ${condition}`);
  return row!.count;
}

/** Takes a batch away. Only inside `write`. @returns how many logs went */
export async function pruneBatch(connection: Connection, condition: string): Promise<number> {
  const rows = await connection.all<{ id: number }>(`SELECT l.id AS id FROM log l WHERE ${condition} ORDER BY l.id LIMIT ${BATCH}`);
  const sums = new Sums();
  await removeLogs(
    connection,
    rows.map(({ id }) => id),
    sums,
    { scans: true },
  );
  await sums.keep(connection);
  return rows.length;
}

/** Names that no log has any more go too. Only inside `write`. */
export async function clearAway(connection: Connection): Promise<void> {
  await connection.script('DELETE FROM scan WHERE logs = 0');
  await connection.script('DELETE FROM kind WHERE id IN (SELECT id FROM kind EXCEPT SELECT kind FROM incident)');
  const columns = [
    ...['catalog', 'job', 'revision', 'runner'].map((column) => `SELECT ${column} FROM log`),
    ...['observer', 'version', 'path', 'command'].map((column) => `SELECT ${column} FROM incident`),
    ...['fingerprint', 'cause', 'code', 'module', 'host', 'template'].map((column) => `SELECT ${column} FROM kind`),
    'SELECT word FROM log_id',
  ];
  await connection.script(`DELETE FROM word WHERE id IN (SELECT id FROM word EXCEPT ${columns.join(' EXCEPT ')})`);
}
