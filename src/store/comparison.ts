import type { ComparedFailure, HistoryFilter } from '../model/history.ts';
import { type Connection, int } from './connection.ts';
import { pick } from './picked.ts';
import { shares } from './shares.ts';
import { thresholds } from './thresholds.ts';
import { totals } from './totals.ts';

interface Counted {
  readonly key: number;
  readonly text: string;
  readonly before: number;
  readonly after: number;
}

/** See `HistoryStore.compare`: the largest differences first, then by fingerprint. */
export async function compare(
  connection: Connection,
  before: HistoryFilter,
  after: HistoryFilter,
  limit: number,
): Promise<ComparedFailure[]> {
  const side = async (filter: HistoryFilter) => shares(await pick(connection, filter), 'fingerprint', { finest: 'none' });
  const rows = await connection.all<Counted>(
    `SELECT w.text AS text, g.key AS key, g.before AS before, g.after AS after FROM (
       SELECT x.key AS key, sum(x.before) AS before, sum(x.after) AS after FROM (
         SELECT b.key AS key, b.logs AS before, 0 AS after FROM (${await side(before)}) b
         UNION ALL SELECT a.key, 0, a.logs FROM (${await side(after)}) a
       ) x GROUP BY x.key
     ) g JOIN word w ON w.id = g.key WHERE g.before > 0 OR g.after > 0
     ORDER BY abs(g.after - g.before) DESC, w.text LIMIT ${int(limit)}`,
  );
  const logsBefore = (await totals(connection, timeOf(before))).logs;
  const logsAfter = (await totals(connection, timeOf(after))).logs;
  const compared: ComparedFailure[] = [];
  for (const row of rows) {
    const words = await wordsOf(connection, row.key);
    compared.push({ fingerprint: row.text, ...words, before: row.before, after: row.after, change: changeOf(row, logsBefore, logsAfter) });
  }
  return compared;
}

/** Which logs there are at all on one side: against these a count is more or fewer. */
function timeOf({ since, until, runner, job, scan }: HistoryFilter): HistoryFilter {
  return Object.fromEntries(Object.entries({ since, until, runner, job, scan }).filter(([, value]) => value !== undefined));
}

/** By the share of the logs: a month has more of everything than a day. */
function changeOf({ before, after }: Counted, logsBefore: number, logsAfter: number): ComparedFailure['change'] {
  if (before === 0) return 'new';
  if (after === 0) return 'gone';
  const expected = logsBefore === 0 ? before : (before * logsAfter) / logsBefore;
  if (after >= expected * thresholds.moreTimes && after >= expected + thresholds.moreLogs) return 'more';
  if (after * thresholds.moreTimes <= expected && after + thresholds.moreLogs <= expected) return 'fewer';
  return 'same';
}

type Words = Pick<ComparedFailure, 'cause' | 'code' | 'module' | 'host'>;

async function wordsOf(connection: Connection, fingerprint: number): Promise<Words> {
  const [row] = await connection.all<Words>(
    `SELECT min(wc.text) AS cause, min(wd.text) AS code, min(wm.text) AS module, min(wh.text) AS host
     FROM kind k LEFT JOIN word wc ON wc.id = k.cause LEFT JOIN word wd ON wd.id = k.code
       LEFT JOIN word wm ON wm.id = k.module LEFT JOIN word wh ON wh.id = k.host
     WHERE k.fingerprint = ${int(fingerprint)} AND EXISTS (SELECT 1 FROM kind_tally t WHERE t.kind = k.id)`,
  );
  return row!;
}
