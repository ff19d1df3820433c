import type { FailureRow } from '../model/history.ts';
import { axes, PASSED } from './axes.ts';
import { type Connection, int, ints } from './connection.ts';
import { thresholds } from './thresholds.ts';

export interface State {
  readonly state: FailureRow['state'];
  readonly flaky: boolean;
}

/** The newest and oldest log of the store. */
export interface StoredTime {
  readonly first: number | null;
  readonly last: number | null;
}

export async function storedTime(connection: Connection): Promise<StoredTime> {
  const [first] = await connection.all<{ at: number | null }>('SELECT min(at) AS at FROM log WHERE at >= 0');
  const [last] = await connection.all<{ at: number | null }>('SELECT max(at) AS at FROM log WHERE at >= 0');
  return { first: first?.at ?? null, last: last?.at ?? null };
}

/**
 * How a failure develops in the whole store, whatever part of it is asked about.
 * @param kinds all kinds with its fingerprint
 */
export async function stateOf(connection: Connection, kinds: readonly number[], stored: StoredTime): Promise<State> {
  return { state: await developmentOf(connection, kinds, stored), flaky: await isFlaky(connection, kinds) };
}

async function developmentOf(connection: Connection, kinds: readonly number[], stored: StoredTime): Promise<FailureRow['state']> {
  const now = stored.last;
  const first = await edge(connection, kinds, 'min', null, null);
  const last = await edge(connection, kinds, 'max', null, null);
  if (now === null || first === null || last === null) return 'ongoing';
  const recent = now - thresholds.newWithin;
  // In a store of a few days everything would be new.
  if (first >= recent) return stored.first! < recent ? 'new' : 'ongoing';
  if (now - last >= thresholds.quietFor && (await passed(connection, kinds, last, null))) return 'fixed';
  const back = await edge(connection, kinds, 'min', recent, null);
  const before = await edge(connection, kinds, 'max', null, recent);
  if (back !== null && before !== null && back - before >= thresholds.goneFor && (await passed(connection, kinds, before, back)))
    return 'regressed';
  return 'ongoing';
}

/** The first or last time within limits. */
async function edge(
  connection: Connection,
  kinds: readonly number[],
  order: 'min' | 'max',
  since: number | null,
  until: number | null,
): Promise<number | null> {
  const limits = `${since === null ? '' : ` AND i.at >= ${int(since)}`}${until === null ? '' : ` AND i.at < ${int(until)}`}`;
  const [row] = await connection.all<{ at: number | null }>(
    `SELECT ${order}(x.at) AS at FROM (SELECT (
       SELECT i.at FROM incident i WHERE i.kind = k.id AND i.counted = 1 AND i.at >= 0${limits} ORDER BY i.at ${order === 'min' ? 'ASC' : 'DESC'} LIMIT 1
     ) AS at FROM kind k WHERE k.id IN (${ints(kinds)})) x`,
  );
  return row?.at ?? null;
}

/** Whether the jobs that had it passed often enough in this time. */
async function passed(connection: Connection, kinds: readonly number[], after: number, before: number | null): Promise<boolean> {
  const rows = await connection.all(
    `SELECT 1 AS one FROM (SELECT DISTINCT a.key AS job FROM kind_axis a WHERE a.kind IN (${ints(kinds)}) AND a.axis = ${axes.job} AND a.key <> 0) j
     CROSS JOIN log l WHERE l.job = j.job AND l.verdict = ${PASSED} AND l.at > ${int(after)}${before === null ? '' : ` AND l.at < ${int(before)}`}
     LIMIT ${thresholds.passes}`,
  );
  return rows.length >= thresholds.passes;
}

/** Whether one of its newest logs is of a commit on which the same job also passed. */
async function isFlaky(connection: Connection, kinds: readonly number[]): Promise<boolean> {
  const times: number[] = [];
  for (const kind of kinds) {
    const rows = await connection.all<{ at: number }>(
      `SELECT i.at AS at FROM incident i WHERE i.kind = ${int(kind)} AND i.counted = 1 AND i.at >= 0 ORDER BY i.at DESC LIMIT ${thresholds.flakyLogs}`,
    );
    times.push(...rows.map(({ at }) => at));
  }
  const oldest = times.sort((one, two) => two - one)[thresholds.flakyLogs - 1];
  const rows = await connection.all(
    `SELECT 1 AS one FROM incident i JOIN log l ON l.id = i.log
     WHERE i.kind IN (${ints(kinds)}) AND i.counted = 1${oldest === undefined ? '' : ` AND i.at >= ${int(oldest)}`} AND l.job <> 0 AND l.revision <> 0
       AND EXISTS (SELECT 1 FROM log p WHERE p.job = l.job AND p.revision = l.revision AND p.verdict = ${PASSED}) LIMIT 1`,
  );
  return rows.length > 0;
}
