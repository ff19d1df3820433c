import { type Connection, int, listsOf } from './connection.ts';
import { storable } from './storable.ts';
import { thresholds } from './thresholds.ts';

/** Remembers that a scan read these logs, or found them unchanged. Only inside `write`. */
export async function joinScan(connection: Connection, scan: string, logs: readonly number[]): Promise<void> {
  if (logs.length === 0) return;
  const id = (await scanOf(connection, scan)) ?? (await newScan(connection, scan));
  for (const { marks, values } of listsOf(logs)) {
    const known = await connection.all<{ log: number }>(`SELECT log FROM scan_log WHERE scan = ? AND log IN (${marks})`, [id, ...values]);
    const there = new Set(known.map(({ log }) => log));
    const added = [...new Set(values)].filter((log) => !there.has(log));
    await connection.insert(
      'INSERT INTO scan_log (log, scan)',
      added.map((log) => [log, id]),
    );
    if (added.length > 0) await connection.script(`UPDATE scan SET logs = logs + ${int(added.length)} WHERE id = ${int(id)}`);
  }
}

/** The number of a scan; null when it is not known. */
export async function scanOf(connection: Connection, scan: string): Promise<number | null> {
  const [row] = await connection.all<{ id: number }>('SELECT id FROM scan WHERE name = ?', [storable(scan)]);
  return row?.id ?? null;
}

async function newScan(connection: Connection, scan: string): Promise<number> {
  const [row] = await connection.all<{ id: number | null }>('SELECT max(id) AS id FROM scan');
  const id = (row?.id ?? 0) + 1;
  await connection.insert('INSERT INTO scan (id, name, logs)', [[id, storable(scan), 0]]);
  await connection.script(`DELETE FROM scan_log WHERE scan <= ${int(id - thresholds.scans)}`);
  await connection.script(`DELETE FROM scan WHERE id <= ${int(id - thresholds.scans)}`);
  return id;
}
