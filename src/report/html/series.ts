import type { HtmlTexts } from '../../i18n/en-html.ts';
import type { HistoryPage, HistoryTotals } from '../../model/history.ts';
import { type Bins, binsOf } from './moment.ts';
import type { Names } from './names.ts';

const MOST_BINS = 60;
/** So many colours can still be told apart; what is behind them is grey. */
const COLOURS = 8;
// Of fewer logs a share says little.
const LEAST_LOGS = 10;
const TWO_SIDED = 1.96;

/** One cause over time. */
export interface Series {
  readonly key: string;
  readonly code: string;
  readonly title: string;
  readonly logs: number;
  readonly bins: readonly number[];
  readonly halves: Halves | null;
  /** From 0; null: grey. */
  readonly colour: number | null;
}

type Change = 'rising' | 'falling' | 'steady';

/** How large a part of the logs failed in each half of the time. */
interface Worse {
  readonly change: Change;
  readonly before: HistoryTotals;
  readonly after: HistoryTotals;
}

/** Two stretches of equal length at the beginning and the end. */
interface Halves {
  readonly before: number;
  readonly after: number;
  /** Null where nobody knows how many logs there were, or there were too few. */
  readonly change: Change | null;
}

export interface CauseTrend {
  /** Null without a time. */
  readonly bins: Bins | null;
  /** The most frequent first, the rest of the causes and those without one behind them. */
  readonly series: readonly Series[];
  /** All together in each piece of time. */
  readonly sums: readonly number[];
  readonly worse: Worse | null;
}

/** The causes of a page over time, in pieces that a chart can show. */
export function causeTrend({ causes, step, halves }: HistoryPage, names: Names, words: HtmlTexts): CauseTrend {
  const worse = halves ? worseOf(halves) : null;
  if (causes.length === 0) return { bins: null, series: [], sums: [], worse };
  const bins = binsOf(
    causes.map(({ at }) => at),
    step,
    MOST_BINS,
  );
  const counts = new Map<string, number[]>();
  const sums = new Array<number>(bins.count).fill(0);
  for (const { at, key, logs } of causes) {
    let row = counts.get(key);
    if (!row) counts.set(key, (row = new Array<number>(bins.count).fill(0)));
    row[bins.indexOf(at)]! += logs;
    sums[bins.indexOf(at)]! += logs;
  }
  const { others, none } = words.history.causes;
  const series = [...counts].map(([key, row]) => {
    const rest = key === 'other' ? others : key === '' ? none : null;
    const { code, title } = rest === null ? names.cause(key) : { code: '', title: rest };
    return { key, rest: rest !== null, code, title, logs: sum(row), bins: row, halves: halvesOf(row, halves) };
  });
  series.sort((a, b) => Number(a.rest) - Number(b.rest) || b.logs - a.logs || (a.key < b.key ? -1 : 1));
  return {
    bins,
    series: series.map(({ rest, ...one }, index) => ({ ...one, colour: rest || index >= COLOURS ? null : index })),
    sums,
    worse,
  };
}

function halvesOf(row: readonly number[], all: HistoryPage['halves']): Halves | null {
  const length = Math.floor(row.length / 2);
  if (length === 0) return null;
  const [before, after] = [sum(row.slice(0, length)), sum(row.slice(-length))];
  return { before, after, change: all ? changeOf([before, all.before.logs], [after, all.after.logs]) : null };
}

function worseOf({ before, after }: NonNullable<HistoryPage['halves']>): Worse | null {
  const change = changeOf([before.moduleFailures, before.logs], [after.moduleFailures, after.logs]);
  return change && { change, before, after };
}

/**
 * Whether the share of logs that failed is another one: as many failures in twice as many logs are fewer. A difference counts that chance makes
 * in one of 20 times at most (a test of two proportions).
 * @returns null where a half has too few logs
 */
function changeOf([failedBefore, before]: readonly [number, number], [failedAfter, after]: readonly [number, number]): Change | null {
  if (before < LEAST_LOGS || after < LEAST_LOGS) return null;
  // The halves of a chart are whole bars: one of them may count a log that the other sum has not.
  const all = Math.min(1, (failedBefore + failedAfter) / (before + after));
  const spread = Math.sqrt(all * (1 - all) * (1 / before + 1 / after));
  const difference = failedAfter / after - failedBefore / before;
  if (spread === 0 || Math.abs(difference) < TWO_SIDED * spread) return 'steady';
  return difference > 0 ? 'rising' : 'falling';
}

function sum(row: readonly number[]): number {
  return row.reduce((all, one) => all + one, 0);
}
