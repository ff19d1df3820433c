import { ModwhyError } from '../../model/error.ts';
import type { FailureRow, HistoryFilter, HistoryStep, HistoryStore, HistoryTotals } from '../../model/history.ts';
import type { HistoryReport, HistoryReportOf } from '../../model/history-report.ts';
import { say } from '../../model/said.ts';
import type { HistoryOptions } from '../options.ts';
import { version } from '../version.ts';
import { isoTime, isoTimeOrNull } from './iso.ts';
import { timeOf } from './period.ts';

/** A question with what all of them need. */
export interface Asked {
  readonly store: HistoryStore;
  /** As people read it: without a password. */
  readonly name: string;
  readonly options: HistoryOptions;
  readonly operands: readonly string[];
  readonly filter: HistoryFilter;
  readonly newest: number | null;
  /** How long results stay by the user's config, such as `180d`; null: it does not say. */
  readonly retention: string | null;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** What the flags ask about. @throws ModwhyError E_USAGE for a day that no calendar has, or a time that ends before it begins */
export async function askedOf(
  store: HistoryStore,
  name: string,
  options: HistoryOptions,
  operands: readonly string[],
): Promise<Omit<Asked, 'retention'>> {
  const newest = (await store.totals({})).last;
  const { since, until, cause, module, host, runner, job } = options;
  const given = {
    since: since === null ? undefined : timeOf('since', since, newest),
    until: until === null ? undefined : timeOf('until', until, newest),
    // Codes are written as they are read out.
    cause: cause === null ? undefined : /^gm\d/i.test(cause) ? cause.toUpperCase() : cause,
    ...{ module: module ?? undefined, host: host ?? undefined, runner: runner ?? undefined, job: job ?? undefined },
  };
  if (given.since !== undefined && given.until !== undefined && given.since >= given.until)
    throw new ModwhyError('E_USAGE', say`--until ${until!} is not after --since ${since!}`);
  const filter: HistoryFilter = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { store, name, options, operands, filter, newest };
}

/** What all answers begin with. */
export async function common({
  store,
  name,
  filter,
}: Asked): Promise<Omit<HistoryReportOf<'history-prune'>, 'type' | 'older' | 'keep' | 'prunable' | 'removed'>> {
  const { since, until, ...words } = filter;
  return {
    schemaVersion: 1,
    tool: { name: 'modwhy', version },
    store: name,
    filter: words as Record<string, string>,
    period: { since: isoTimeOrNull(since ?? null), until: isoTimeOrNull(until ?? null) },
    totals: totalsRow(await store.totals(filter)),
  };
}

function totalsRow(totals: HistoryTotals): HistoryReport['totals'] {
  return { ...totals, first: isoTimeOrNull(totals.first), last: isoTimeOrNull(totals.last) };
}

function failureRow(row: FailureRow): HistoryReportOf<'history-top'>['failures'][number] {
  return { ...row, first: isoTimeOrNull(row.first), last: isoTimeOrNull(row.last) };
}

export async function askTop(asked: Asked): Promise<HistoryReport> {
  const failures = await asked.store.top(asked.filter, asked.options.limit ?? 10);
  return { type: 'history-top', ...(await common(asked)), failures: failures.map(failureRow) };
}

export async function askTrend(asked: Asked): Promise<HistoryReport> {
  const { by, step: given, limit } = asked.options;
  const about = await common(asked);
  const { first, last } = await asked.store.totals(asked.filter);
  const step = given ?? stepFor(first, last);
  const points = await asked.store.trend(asked.filter, by, step, limit ?? 8);
  return { type: 'history-trend', ...about, by, step, points: points.map((point) => ({ ...point, at: isoTime(point.at) })) };
}

/** The step that makes some dozens of them. */
function stepFor(first: number | null, last: number | null): HistoryStep {
  const span = first === null || last === null ? 0 : last - first;
  if (span <= 2 * DAY) return 'hour';
  if (span <= 70 * DAY) return 'day';
  return span <= 70 * WEEK ? 'week' : 'month';
}

/** @throws ModwhyError E_USAGE without a failure, or for one that is not in these logs */
export async function askShow(asked: Asked): Promise<HistoryReport> {
  const [id] = asked.operands;
  if (id === undefined || asked.operands.length > 1)
    throw new ModwhyError('E_USAGE', say`modwhy history show takes one failure: its number in modwhy history top, or its fingerprint`);
  const fingerprint = /^[1-9]\d{0,2}$/.test(id) ? (await asked.store.top(asked.filter, Number(id)))[Number(id) - 1]?.fingerprint : id;
  const shown = fingerprint === undefined ? null : await asked.store.show(fingerprint, asked.filter, asked.options.limit ?? 10);
  if (shown === null)
    throw new ModwhyError('E_USAGE', say`no failure "${id}" is in these logs; modwhy history top lists them, with the same flags`);
  return {
    type: 'history-show',
    ...(await common(asked)),
    failure: failureRow(shown.failure),
    days: shown.days.map((point) => ({ ...point, at: isoTime(point.at) })),
    pivot: [...shown.pivot],
    logs: shown.logs.map((log) => ({ ...log, ids: [...log.ids], at: isoTimeOrNull(log.at) })),
  };
}

/** A time against the same time before it; the last week where none is named. */
export async function askCompare(asked: Asked): Promise<HistoryReport> {
  const end = asked.filter.until ?? (asked.newest ?? 0) + 1;
  const begin = asked.filter.since ?? Math.max(0, end - WEEK);
  const filter = { ...asked.filter, since: begin, until: end };
  const before = { ...asked.filter, since: Math.max(0, 2 * begin - end), until: begin };
  const about = await common({ ...asked, filter });
  return {
    type: 'history-compare',
    ...about,
    before: { since: isoTime(before.since), until: isoTime(before.until), logs: (await asked.store.totals(before)).logs },
    failures: await asked.store.compare(before, filter, asked.options.limit ?? 20),
  };
}

/** Says what would go, and removes it with `--yes` only. The config counts where no flag says anything. @throws ModwhyError E_USAGE without a rule */
export async function askPrune(asked: Asked): Promise<HistoryReport> {
  const { keep, yes } = asked.options;
  const older = asked.options.older ?? (keep === null ? asked.retention : null);
  if (older === null && keep === null)
    throw new ModwhyError(
      'E_USAGE',
      say`modwhy history prune needs --older, such as 180d, or --keep, such as 100000, or history: { keep: 180d } in the config: which logs are no longer wanted`,
    );
  const before = older === null ? null : timeOf('older', older, asked.newest);
  const rule = { ...(before === null ? {} : { before }), ...(keep === null ? {} : { keep }) };
  const prunable = await asked.store.prunable(rule);
  const removed = yes && prunable > 0 ? await asked.store.prune(rule) : 0;
  return { type: 'history-prune', ...(await common({ ...asked, filter: {} })), older: isoTimeOrNull(before), keep, prunable, removed };
}
