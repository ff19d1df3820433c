import type { HistoryFilter } from '../model/history.ts';
import { type Part, verdicts } from './axes.ts';
import { type Connection, int } from './connection.ts';
import { scanOf } from './scans.ts';
import { Words } from './words.ts';

/** A filter as conditions on the tables. */
export interface Picked {
  /** Which rows are needed: sums of all logs, those of some kinds (conditions on `k`), or the incidents themselves. */
  readonly mode: 'all' | 'kinds' | 'incidents';
  readonly since: number | null;
  readonly until: number | null;
  /** Conditions on a kind `k`; the incident that counts must be the first of these parts. */
  readonly kind: readonly string[];
  readonly set: readonly Part[];
  /** Conditions on an incident `i`, which a log `l` has the same way. */
  readonly runner: number | null;
  readonly job: number | null;
  readonly scan: number | null;
}

/** Looks the words of a filter up. */
export async function pick(connection: Connection, filter: HistoryFilter): Promise<Picked> {
  const words = new Words(connection);
  await words.look([filter.cause, filter.module, filter.host, filter.fingerprint, filter.runner, filter.job].map((word) => word ?? null));
  const kind: string[] = [];
  const set: Part[] = [];
  const wanted = (part: Part, condition: string) => {
    kind.push(condition);
    set.push(part);
  };
  const number = (word: string) => int(words.of(word));
  if (filter.verdict !== undefined) wanted('verdict', `k.verdict = ${int(verdicts.indexOf(filter.verdict))}`);
  if (filter.cause !== undefined)
    wanted('cause', filter.cause.includes('.') ? `k.cause = ${number(filter.cause)}` : `k.code = ${number(filter.cause)}`);
  for (const part of ['module', 'host', 'fingerprint'] as const)
    if (filter[part] !== undefined) wanted(part, `k.${part} = ${number(filter[part])}`);
  const runner = filter.runner === undefined ? null : words.of(filter.runner);
  const job = filter.job === undefined ? null : words.of(filter.job);
  const scan = filter.scan === undefined ? null : await scanThatLimits(connection, filter.scan);
  const mode = runner !== null || job !== null || scan !== null ? 'incidents' : kind.length > 0 ? 'kinds' : 'all';
  return { mode, since: filter.since ?? null, until: filter.until ?? null, kind, set, runner, job, scan };
}

/** Null for a scan that read every log there is: then it does not limit, and sums can answer. */
async function scanThatLimits(connection: Connection, scan: string): Promise<number | null> {
  const id = await scanOf(connection, scan);
  if (id === null) return -1;
  const [row] = await connection.all<{ every: number | null; read: number }>(
    `SELECT (SELECT sum(logs) FROM log_tally WHERE unit = 1) AS every, logs AS read FROM scan WHERE id = ${int(id)}`,
  );
  return row?.every === row?.read ? null : id;
}

/** Conditions on the time of a row. */
export function within(column: string, since: number | null, until: number | null): string[] {
  return [...(since === null ? [] : [`${column} >= ${int(since)}`]), ...(until === null ? [] : [`${column} < ${int(until)}`])];
}
