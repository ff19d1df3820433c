import { type Connection, int, ints } from './connection.ts';
import { type Picked, within } from './picked.ts';

/** A log with the incident of a kind. */
export interface NewestRow {
  readonly log: number;
  readonly source: string;
  readonly line: number | null;
  readonly text: string | null;
  readonly label: number;
  readonly at: number | null;
  readonly job: string | null;
  readonly revision: string | null;
  readonly runner: string | null;
  readonly version: string | null;
  readonly path: string | null;
  readonly kind: number;
}

/**
 * The newest logs of some kinds, those without a time last; one log comes once.
 * @param first the condition on `k` that takes one incident of each log
 */
export async function newestLogs(
  connection: Connection,
  kinds: readonly number[],
  picked: Picked,
  first: string,
  limit: number,
): Promise<NewestRow[]> {
  const limits = [
    'i.counted = 1',
    first,
    'k.id = i.kind',
    ...(picked.runner === null ? [] : [`i.runner = ${int(picked.runner)}`]),
    ...(picked.job === null ? [] : [`i.job = ${int(picked.job)}`]),
    ...(picked.scan === null ? [] : [`EXISTS (SELECT 1 FROM scan_log s WHERE s.log = i.log AND s.scan = ${int(picked.scan)})`]),
  ];
  // One lower limit alone: of two SQLite looks up the first one, and reads everything from there.
  // Each kind by its index: all of them in one statement would be sorted first, which takes long for a million.
  const times: number[] = [];
  for (const kind of kinds) {
    const rows = await connection.all<{ at: number }>(
      `SELECT i.at AS at FROM incident i, kind k WHERE ${[`i.kind = ${int(kind)}`, ...limits, ...within('i.at', picked.since ?? 0, picked.until)].join(' AND ')}
       ORDER BY i.at DESC LIMIT ${int(limit)}`,
    );
    times.push(...rows.map(({ at }) => at));
  }
  const oldest = times.sort((one, two) => two - one)[limit - 1];
  return connection.all<NewestRow>(
    `SELECT i.log AS log, l.source AS source, i.line AS line, i.text AS text, i.label AS label, i.at AS at, i.kind AS kind,
       wj.text AS job, wc.text AS revision, wr.text AS runner, wv.text AS version, wp.text AS path
     FROM kind k JOIN incident i ON i.kind = k.id JOIN log l ON l.id = i.log
       LEFT JOIN word wj ON wj.id = l.job LEFT JOIN word wc ON wc.id = l.revision LEFT JOIN word wr ON wr.id = l.runner
       LEFT JOIN word wv ON wv.id = i.version LEFT JOIN word wp ON wp.id = i.path
     WHERE ${[`i.kind IN (${ints(kinds)})`, ...limits, ...within('i.at', oldest ?? picked.since, picked.until)].join(' AND ')}
     ORDER BY CASE WHEN i.at IS NULL THEN 1 ELSE 0 END, i.at DESC, l.source, l.content, i.position LIMIT ${int(limit)}`,
  );
}
