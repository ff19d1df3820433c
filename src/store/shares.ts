import type { HistoryDimension } from '../model/history.ts';
import { axes, axesByHour, DAY, HOUR, type Part, type Unit, units } from './axes.ts';
import { int, ints } from './connection.ts';
import { firstBy } from './counted.ts';
import { type Picked, within } from './picked.ts';
import { type Span, spansOf } from './spans.ts';

type Finest = 'none' | 'day' | 'hour';

interface Wanted {
  /** What `slot` tells apart. */
  readonly finest: Finest;
  /** Only these keys; with `others`, all others as key 0. */
  readonly only?: readonly number[];
  readonly others?: boolean;
}

const ofKind = (by: HistoryDimension): by is Exclude<HistoryDimension, 'runner' | 'job'> => by !== 'runner' && by !== 'job';

/**
 * A relation with the columns slot, key, logs and transient: how many logs each value of a dimension has. A slot and key may come several
 * times; their sum counts. It reads the sums that are kept where these can say it, and incidents where not.
 */
export function shares(picked: Picked, by: HistoryDimension, wanted: Wanted): string {
  const selects = spansOf(picked.since, picked.until, unitsFor(picked, by, wanted.finest)).flatMap((span) =>
    share(picked, by, wanted, span),
  );
  return selects.length > 0 ? selects.join('\nUNION ALL ') : 'SELECT 0 AS slot, 0 AS key, 0 AS logs, 0 AS transient WHERE 1 = 0';
}

/** Of which times sums are kept that can answer. */
function unitsFor({ mode }: Picked, by: HistoryDimension, finest: Finest): Unit[] {
  if (mode === 'incidents') return [];
  if (finest === 'hour') return mode === 'all' && axesByHour.includes(axes[by]) ? ['hour'] : [];
  // Of the runners and jobs of a kind only months are kept: their days would be as many as the logs.
  if (mode === 'kinds' && !ofKind(by)) return finest === 'none' ? ['month'] : [];
  return finest === 'none' ? ['month', 'day'] : ['day'];
}

function share(picked: Picked, by: HistoryDimension, wanted: Wanted, span: Span): string[] {
  if (span.unit === null) return [fromIncidents(picked, by, wanted, span)];
  const time = [`t.unit = ${units[span.unit]}`, ...within('t.bucket', span.from, span.to)];
  if (picked.mode === 'all') return fromAxis(by, wanted, time);
  const first = firstBy(new Set<Part>([...picked.set, ...(ofKind(by) ? [by] : [])]));
  const key = ofKind(by) ? `k.${by}` : 't.key';
  const join = ofKind(by)
    ? ['kind_tally t', 't.kind = k.id', ...time]
    : ['kind_axis t', 't.kind = k.id', `t.axis = ${axes[by]}`, ...within('t.bucket', span.from, span.to)];
  const [table, ...conditions] = join;
  const slot = wanted.finest === 'none' ? '0' : 't.bucket';
  return [
    `SELECT ${slot} AS slot, ${keyOf(key, wanted)} AS key, t.logs AS logs, k.transient * t.logs AS transient
     FROM kind k CROSS JOIN ${table} WHERE ${[...picked.kind, first, ...conditions, ...keyCondition(key, wanted)].join(' AND ')}`,
  ];
}

/** The sum over all keys is kept too; the others are that without the ones that are named. */
function fromAxis(by: HistoryDimension, wanted: Wanted, time: readonly string[]): string[] {
  const slot = wanted.finest === 'none' ? '0' : 't.bucket';
  const where = (condition: string) => `FROM axis_tally t WHERE t.axis = ${axes[by]} AND ${[...time, condition].join(' AND ')}`;
  const named = wanted.only ? `t.key IN (${ints(wanted.only)})` : 't.key <> 0';
  const plain = `SELECT ${slot} AS slot, t.key AS key, t.logs AS logs, t.transient AS transient ${where(named)}`;
  if (!wanted.others) return [plain];
  return [
    plain,
    `SELECT ${slot}, 0, t.logs, t.transient ${where('t.key = 0')}`,
    `SELECT ${slot}, 0, -t.logs, -t.transient ${where(named)}`,
  ];
}

function fromIncidents(picked: Picked, by: HistoryDimension, wanted: Wanted, span: Span): string {
  const key = ofKind(by) ? `k.${by}` : `i.${by}`;
  const first = firstBy(new Set<Part>([...picked.set, ...(ofKind(by) ? [by] : [])]));
  const slot = wanted.finest === 'none' ? '0' : `i.at / ${wanted.finest === 'day' ? DAY : HOUR}`;
  // A step has a time, whatever else is asked.
  const timed = wanted.finest === 'none' ? [] : ['i.at >= 0'];
  return `SELECT ${slot} AS slot, ${keyOf(key, wanted)} AS key, 1 AS logs, k.transient AS transient
    FROM ${incidents(picked, span, [...timed, first, ...keyCondition(key, wanted)], picked.kind.length > 0 || (ofKind(by) && Boolean(wanted.only) && !wanted.others))}`;
}

/**
 * The incidents `i` of a filter with their kinds `k`, as FROM and WHERE.
 * @param byKind begin with the kinds; else with the incidents of the time
 */
export function incidents(picked: Picked, { from, to }: Pick<Span, 'from' | 'to'>, more: readonly string[], byKind: boolean): string {
  const where = ['i.counted = 1', 'i.kind = k.id', ...picked.kind, ...rowConditions(picked), ...within('i.at', from, to), ...more];
  if (picked.scan !== null)
    return `scan_log s CROSS JOIN incident i CROSS JOIN kind k WHERE s.scan = ${int(picked.scan)} AND i.log = s.log AND ${where.join(' AND ')}`;
  return `${byKind ? 'kind k CROSS JOIN incident i' : 'incident i CROSS JOIN kind k'} WHERE ${where.join(' AND ')}`;
}

function rowConditions({ runner, job }: Picked): string[] {
  return [...(runner === null ? [] : [`i.runner = ${int(runner)}`]), ...(job === null ? [] : [`i.job = ${int(job)}`])];
}

function keyOf(key: string, { only, others }: Wanted): string {
  return only && others ? `CASE WHEN ${key} IN (${ints(only)}) THEN ${key} ELSE 0 END` : key;
}

function keyCondition(key: string, { only, others }: Wanted): string[] {
  return [only && !others ? `${key} IN (${ints(only)})` : `${key} <> 0`];
}

/** The keys with the most logs, most first. */
export function leading(relation: string, limit: number): string {
  return `SELECT w.text AS text, g.key AS key, g.logs AS logs FROM (
    SELECT x.key AS key, sum(x.logs) AS logs FROM (${relation}) x GROUP BY x.key HAVING sum(x.logs) > 0
  ) g JOIN word w ON w.id = g.key ORDER BY g.logs DESC, w.text LIMIT ${int(limit)}`;
}
