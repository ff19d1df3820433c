import type { HistoryDimension } from '../model/history.ts';
import { axes, axesByHour, DAY, HOUR, type Part, type Unit, units } from './axes.ts';
import { int, ints } from './connection.ts';
import { firstBy } from './counted.ts';
import { type Picked, within } from './picked.ts';
import { type Span, spansOf } from './spans.ts';

/** What `slot` tells apart: nothing, days or hours since 1970, or the hours of a day. */
type Finest = 'none' | 'day' | 'hour' | 'clock';

interface Wanted {
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
  const selects = spansOf(picked.since, picked.until, unitsFor(picked, by, wanted)).flatMap((span) => share(picked, by, wanted, span));
  return selects.length > 0 ? selects.join('\nUNION ALL ') : 'SELECT 0 AS slot, 0 AS key, 0 AS logs, 0 AS transient WHERE 1 = 0';
}

/** Of which times sums are kept that can answer. */
function unitsFor({ mode }: Picked, by: HistoryDimension, { finest, others }: Wanted): Unit[] {
  if (mode === 'incidents') return [];
  const hasHours = mode === 'all' && axesByHour.includes(axes[by]);
  if (finest === 'hour') return hasHours ? ['hour'] : [];
  if (finest === 'clock') return hasHours ? ['hour'] : ofKind(by) ? ['month'] : [];
  // Of the runners and jobs of a kind only months are kept: their days would be as many as the logs. All of them are known by day.
  if (mode === 'kinds' && !ofKind(by)) return finest === 'none' ? ['month'] : others ? ['day'] : [];
  return finest === 'none' ? ['month', 'day'] : ['day'];
}

function share(picked: Picked, by: HistoryDimension, wanted: Wanted, span: Span): string[] {
  if (span.unit === null) return [fromIncidents(picked, by, wanted, span)];
  const time = [`t.unit = ${units[span.unit]}`, ...within('t.bucket', span.from, span.to)];
  if (wanted.finest === 'clock' && span.unit === 'month') return [fromHours(picked, by, wanted, span)];
  if (picked.mode === 'all') return fromAxis(by, wanted, time);
  if (wanted.finest === 'day' && wanted.others && wanted.only && (!ofKind(by) || isBroad(picked)))
    return fromAllBut(picked, by, wanted.only, span);
  return [fromKinds(picked, by, wanted, span)];
}

function fromKinds(picked: Picked, by: HistoryDimension, wanted: Wanted, span: Span): string {
  const key = ofKind(by) ? `k.${by}` : 't.key';
  const [table, ...conditions] = ofKind(by) ? ['kind_tally t', `t.unit = ${units[span.unit!]}`] : ['kind_axis t', `t.axis = ${axes[by]}`];
  const where = [
    ...[...picked.kind, firstOf(picked, by), 't.kind = k.id', ...conditions],
    ...[...within('t.bucket', span.from, span.to), ...keyCondition(key, wanted)],
  ];
  const slot = wanted.finest === 'none' ? '0' : 't.bucket';
  return `SELECT ${slot} AS slot, ${keyOf(key, wanted)} AS key, t.logs AS logs, k.transient * t.logs AS transient
     FROM kind k CROSS JOIN ${table} WHERE ${where.join(' AND ')}`;
}

/** By hours of the day. */
function fromHours(picked: Picked, by: HistoryDimension, wanted: Wanted, span: Span): string {
  const key = `k.${by}`;
  const where = [
    ...picked.kind,
    firstOf(picked, by),
    't.kind = k.id',
    ...within('t.bucket', span.from, span.to),
    ...keyCondition(key, wanted),
  ];
  return `SELECT t.hour AS slot, ${keyOf(key, wanted)} AS key, t.logs AS logs, k.transient * t.logs AS transient
     FROM kind k CROSS JOIN kind_hours t WHERE ${where.join(' AND ')}`;
}

/**
 * Days of these keys, and of all others as key 0: the days of all keys, which need no sorting, without those of the ones that are read. To sort
 * all rows took most of the time.
 */
function fromAllBut(picked: Picked, by: HistoryDimension, only: readonly number[], span: Span): string[] {
  const days = within('t.bucket', span.from, span.to);
  // Nearly all kinds have one of the verdicts: then the days are read in their order.
  const from = isBroad(picked) ? 'kind_tally t CROSS JOIN kind k' : 'kind k CROSS JOIN kind_tally t';
  const known = ofKind(by) ? [`k.${by} <> 0`] : [];
  const where = [`t.unit = ${units.day}`, 't.kind = k.id', ...days, ...picked.kind, firstOf(picked, by), ...known];
  const all = `SELECT t.bucket AS slot, 0 AS key, sum(t.logs) AS logs, sum(k.transient * t.logs) AS transient FROM ${from}
    WHERE ${where.join(' AND ')} GROUP BY t.bucket`;
  const named = ofKind(by)
    ? fromKinds(picked, by, { finest: 'day', only }, span)
    : // Those that name none are among all.
      fromIncidents(picked, by, { finest: 'day', only: [0, ...only] }, timesOf(span), !isBroad(picked));
  const sums = `SELECT n.slot AS slot, n.key AS key, sum(n.logs) AS logs, sum(n.transient) AS transient FROM (${named}) n GROUP BY n.slot, n.key`;
  return [
    all,
    `SELECT g.slot, CASE WHEN d.sign = 1 THEN g.key ELSE 0 END, d.sign * g.logs, d.sign * g.transient
     FROM (${sums}) g CROSS JOIN (SELECT 1 AS sign UNION ALL SELECT -1) d WHERE d.sign = -1 OR g.key <> 0`,
  ];
}

function isBroad({ set }: Picked): boolean {
  return set.every((part) => part === 'verdict');
}

/** Days as the times at which they begin. */
function timesOf({ from, to }: Span): Span {
  return { unit: null, from: from === null ? null : from * DAY, to: to === null ? null : to * DAY };
}

function firstOf(picked: Picked, by: HistoryDimension): string {
  return firstBy(new Set<Part>([...picked.set, ...(ofKind(by) ? [by] : [])]));
}

/** The sum over all keys is kept too; the others are that without the ones that are named. */
function fromAxis(by: HistoryDimension, wanted: Wanted, time: readonly string[]): string[] {
  const slot = { none: '0', day: 't.bucket', hour: 't.bucket', clock: 't.bucket % 24' }[wanted.finest];
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

function fromIncidents(
  picked: Picked,
  by: HistoryDimension,
  wanted: Wanted,
  span: Span,
  byKind = picked.kind.length > 0 || (ofKind(by) && Boolean(wanted.only) && !wanted.others),
): string {
  const key = ofKind(by) ? `k.${by}` : `i.${by}`;
  const slot = { none: '0', day: `i.at / ${DAY}`, hour: `i.at / ${HOUR}`, clock: `i.at / ${HOUR} % 24` }[wanted.finest];
  // A step has a time, whatever else is asked.
  const timed = wanted.finest === 'none' ? [] : ['i.at >= 0'];
  return `SELECT ${slot} AS slot, ${keyOf(key, wanted)} AS key, 1 AS logs, k.transient AS transient
    FROM ${incidents(picked, span, [...timed, firstOf(picked, by), ...keyCondition(key, wanted)], byKind)}`;
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
