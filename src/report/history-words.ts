import type { HistoryTexts } from '../i18n/en-history.ts';
import type { HistoryStep } from '../model/history.ts';
import type { HistoryReport, HistoryReportOf } from '../model/history-report.ts';

type Failure = HistoryReportOf<'history-top'>['failures'][number];

/** How many logs there are, of what time, and what limits them. */
export function headLines({ totals, filter, period, store, ...report }: HistoryReport, words: HistoryTexts): string[] {
  const kinds = (['moduleFailures', 'notModule', 'unknown', 'noFailure', 'unreadable'] as const)
    .filter((name) => totals[name] > 0)
    .map((name) => words.totals[name](words.count(totals[name])));
  const logs = words.logs(words.count(totals.logs), totals.logs === 1);
  const time = totals.first === null || totals.last === null ? '' : `${words.period(dayOf(totals.first), dayOf(totals.last))}`;
  const limits = [
    ...Object.entries(filter).map(([name, value]) => `${words.by[name as keyof HistoryTexts['by']]} ${value}`),
    ...(period.since === null ? [] : [words.since(minuteOf(period.since))]),
    ...(period.until === null ? [] : [words.until(minuteOf(period.until))]),
  ];
  return [
    `${logs}${time}${kinds.length > 0 ? `${words.colon}${kinds.join(words.comma)}` : ''}`,
    ...(limits.length > 0 ? [words.filter(limits.join(words.comma))] : []),
    ...('before' in report ? [words.compare(minuteOf(report.before.since!), minuteOf(report.before.until!))] : []),
    words.store(store),
  ];
}

/** `GM0101 network.connect-refused` */
export function failureName({ code, cause }: Pick<Failure, 'code' | 'cause'>, words: HistoryTexts): string {
  return cause === null ? words.unknownCause : [code, cause].filter(Boolean).join(' ');
}

/** Which module, and from where. */
export function subjectText(one: Pick<Failure, 'module' | 'host'> & Partial<Pick<Failure, 'version'>>, words: HistoryTexts): string {
  const module = one.module === null ? '' : `${one.module}${one.version ? `@${one.version}` : ''}`;
  return [module, one.host === null ? '' : `${words.at} ${one.host}`].filter((text) => text !== '').join(' ');
}

/** How it develops, and how far it spreads. */
export function stateText(one: Failure, words: HistoryTexts): string {
  const time = one.first === null || one.last === null ? words.timeless : words.between(dayOf(one.first), dayOf(one.last));
  return [
    words.state[one.state],
    ...(one.flaky ? [words.flaky] : []),
    ...(one.transient ? [words.transient] : []),
    ...(one.jobs > 0 ? [words.jobs(one.jobs)] : []),
    ...(one.runners > 0 ? [words.runners(one.runners)] : []),
    time,
  ].join(words.comma);
}

export function placeText({ source, line }: { readonly source: string; readonly line: number | null }): string {
  return line === null ? source : `${source}:${line}`;
}

/** What a prune would do, or did. */
export function ruleText({ older, keep, prunable, removed }: HistoryReportOf<'history-prune'>, words: HistoryTexts): string {
  const rule = [...(older === null ? [] : [words.older(minuteOf(older))]), ...(keep === null ? [] : [words.keep(words.count(keep))])].join(
    words.comma,
  );
  if (removed > 0) return words.gone(words.logs(words.count(removed), removed === 1), rule);
  return prunable === 0 ? words.nothingGoes(rule) : words.wouldGo(words.logs(words.count(prunable), prunable === 1), rule);
}

export function dayOf(iso: string): string {
  return iso.slice(0, 10);
}

/** To the minute; a whole day is its date. */
function minuteOf(iso: string): string {
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : `${iso.slice(0, 16).replace('T', ' ')}Z`;
}

/** A step's beginning as people write it. */
export function momentText(at: number, step: HistoryStep): string {
  const iso = new Date(at).toISOString();
  if (step === 'hour') return minuteOf(iso);
  return step === 'month' ? iso.slice(0, 7) : iso.slice(0, 10);
}

interface Series {
  readonly rows: readonly { readonly key: string; readonly logs: number; readonly values: readonly number[] }[];
  readonly marks: number;
  /** How many steps one mark stands for. */
  readonly folded: number;
  readonly first: number;
  readonly last: number;
}

const OTHER = 'other';

/** Points as one row for each key, the most frequent first, with a value for each step; steps are put together until they fit. */
export function seriesOf(points: HistoryReportOf<'history-trend'>['points'], step: HistoryStep, width: number, other: string): Series {
  const times = points.map(({ at }) => Date.parse(at));
  const first = Math.min(...times);
  const last = Math.max(...times);
  const steps = stepNumber(last, step) - stepNumber(first, step) + 1;
  const folded = Math.ceil(steps / width);
  const marks = Math.ceil(steps / folded);
  const byKey = new Map<string, number[]>();
  for (const { at, key, logs } of points) {
    const values = byKey.get(key) ?? Array<number>(marks).fill(0);
    values[Math.floor((stepNumber(Date.parse(at), step) - stepNumber(first, step)) / folded)]! += logs;
    byKey.set(key, values);
  }
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  const rows = [...byKey].map(([key, values]) => ({ key, logs: sum(values), values }));
  rows.sort((one, two) => Number(one.key === OTHER) - Number(two.key === OTHER) || two.logs - one.logs || (one.key < two.key ? -1 : 1));
  return { rows: rows.map((row) => (row.key === OTHER ? { ...row, key: other } : row)), marks, folded, first, last };
}

function stepNumber(at: number, step: HistoryStep): number {
  if (step === 'hour') return Math.floor(at / 3_600_000);
  if (step === 'day') return Math.floor(at / 86_400_000);
  if (step === 'week') return Math.floor((at / 86_400_000 + 3) / 7);
  const date = new Date(at);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}
