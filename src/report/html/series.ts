import type { HtmlTexts } from '../../i18n/en-html.ts';
import type { HistoryPage } from '../../model/history.ts';
import { type Bins, binsOf } from './moment.ts';
import type { Names } from './names.ts';

const MOST_BINS = 60;
/** So many colours can still be told apart; what is behind them is grey. */
const COLOURS = 8;
// Less than so many more, or less than half as many again, may be chance.
const LEAST_CHANGE = 3;
const LEAST_FACTOR = 1.5;

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

/** Two stretches of equal length at the beginning and the end. */
interface Halves {
  readonly before: number;
  readonly after: number;
  readonly change: 'rising' | 'falling' | 'steady';
}

export interface CauseTrend {
  /** Null without a time. */
  readonly bins: Bins | null;
  /** The most frequent first, the rest of the causes and those without one behind them. */
  readonly series: readonly Series[];
  /** All together in each piece of time. */
  readonly sums: readonly number[];
  readonly halves: Halves | null;
}

/** The causes of a page over time, in pieces that a chart can show. */
export function causeTrend({ causes, step }: HistoryPage, names: Names, words: HtmlTexts): CauseTrend {
  if (causes.length === 0) return { bins: null, series: [], sums: [], halves: null };
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
    return { key, rest: rest !== null, code, title, logs: sum(row), bins: row, halves: halvesOf(row) };
  });
  series.sort((a, b) => Number(a.rest) - Number(b.rest) || b.logs - a.logs || (a.key < b.key ? -1 : 1));
  return {
    bins,
    series: series.map(({ rest, ...one }, index) => ({ ...one, colour: rest || index >= COLOURS ? null : index })),
    sums,
    halves: halvesOf(sums),
  };
}

function halvesOf(row: readonly number[]): Halves | null {
  const length = Math.floor(row.length / 2);
  if (length === 0) return null;
  const [before, after] = [sum(row.slice(0, length)), sum(row.slice(-length))];
  const clear = Math.abs(after - before) >= LEAST_CHANGE && Math.max(before, after) >= LEAST_FACTOR * Math.min(before, after);
  return { before, after, change: !clear ? 'steady' : after > before ? 'rising' : 'falling' };
}

function sum(row: readonly number[]): number {
  return row.reduce((all, one) => all + one, 0);
}
