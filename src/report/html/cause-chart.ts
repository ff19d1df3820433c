import type { HtmlTexts } from '../../i18n/en-html.ts';
import { thousands } from '../../i18n/numbers.ts';
import type { HistoryPage } from '../../model/history.ts';
import { drawing, niceEnd, share, sparkline, swatch } from './charts.ts';
import { scroller, section } from './document.ts';
import { element, type Markup } from './markup.ts';
import type { Bins } from './moment.ts';
import type { CauseTrend, Series } from './series.ts';
import { percent } from './words.ts';

/** Stacked bars of the causes over time; below them each cause with its numbers, which is their legend; and all numbers as a table. */
export function causeSection({ step }: HistoryPage, trend: CauseTrend, words: HtmlTexts): Markup | null {
  if (!trend.bins) return null;
  const { causes } = words.history;
  const each = trend.bins.each === 1 ? causes.step[step] : causes.several(trend.bins.each, causes.steps[step]);
  return section(
    'causes',
    causes.head,
    element('p', { class: 'quiet' }, causes.scale(each)),
    chart(trend, trend.bins, causes.label(each)),
    legend(trend, words),
    trend.series.some(({ halves }) => halves?.change) ? element('p', { class: 'quiet' }, causes.shares) : null,
    element('details', {}, element('summary', {}, words.page.numbers), numbers(trend, trend.bins, words)),
  );
}

function chart({ series, sums }: CauseTrend, bins: Bins, label: string): Markup {
  const top = niceEnd(Math.max(...sums));
  const columns = sums.map((sum, index) => {
    if (sum === 0) return null;
    let below = 0;
    const parts = series.map(({ bins: row, colour }) => {
      const value = row[index]!;
      if (value === 0) return null;
      below += value;
      return element('rect', {
        class: seriesClass(colour),
        x: share(index + 0.08, bins.count),
        width: share(0.84, bins.count),
        y: share(top - below, top),
        height: share(value, top),
      });
    });
    return element('g', {}, element('title', {}, columnText(series, index, bins)), ...parts);
  });
  const lines = [top / 2, top].map((value) =>
    element('line', { class: 'grid', x1: 0, x2: '100%', y1: share(top - value, top), y2: share(top - value, top) }),
  );
  const marks = [...new Set([0, Math.floor((bins.count - 1) / 2), bins.count - 1])];
  return element(
    'div',
    { class: 'chart' },
    element(
      'div',
      { class: 'scale', 'aria-hidden': 'true' },
      element('span', {}, thousands(top)),
      element('span', {}, top % 2 === 0 ? thousands(top / 2) : ''),
      element('span', {}, '0'),
    ),
    drawing('plot', label, ...lines, ...columns),
    element(
      'div',
      { class: 'marks', 'aria-hidden': 'true' },
      marks.map((index) => element('span', {}, bins.label(index))),
    ),
  );
}

function columnText(series: readonly Series[], index: number, bins: Bins): string {
  const parts = series.flatMap(({ code, title, bins: row }) => (row[index]! > 0 ? [`${code || title} ${row[index]}`] : []));
  return `${bins.label(index)}: ${parts.join(', ')}`;
}

function legend({ series }: CauseTrend, words: HtmlTexts): Markup {
  const { column, change } = words.history.causes;
  const all = series.reduce((sum, { logs }) => sum + logs, 0);
  const head = [
    element('th', { scope: 'col' }, column.cause),
    element('th', { scope: 'col', class: 'number' }, column.logs),
    element('th', { scope: 'col', class: 'number wide' }, column.share),
    element('th', { scope: 'col', class: 'wide' }, column.over),
    element('th', { scope: 'col' }, column.halves),
  ];
  const rows = series.map(({ code, title, logs, bins, halves, colour }) =>
    element(
      'tr',
      {},
      element(
        'th',
        { scope: 'row' },
        swatch(seriesClass(colour)),
        element('span', {}, title),
        code === '' ? null : element('code', { class: 'code' }, code),
      ),
      element('td', { class: 'number' }, thousands(logs)),
      element('td', { class: 'number wide' }, percent(logs, all)),
      element('td', { class: 'wide' }, sparkline(bins, seriesClass(colour))),
      element(
        'td',
        { class: 'change' },
        halves && [
          element('span', { class: 'number' }, `${thousands(halves.before)} → ${thousands(halves.after)}`),
          halves.change && [' ', element('span', { class: `is-${halves.change}` }, change[halves.change])],
        ],
      ),
    ),
  );
  return element('table', { class: 'legend' }, element('thead', {}, element('tr', {}, head)), element('tbody', {}, rows));
}

function numbers({ series, sums }: CauseTrend, bins: Bins, words: HtmlTexts): Markup {
  const head = series.map(({ code, title }) => element('th', { scope: 'col', class: 'number' }, code || title));
  const rows = sums.map((sum, index) =>
    sum === 0
      ? null
      : element(
          'tr',
          {},
          element('th', { scope: 'row' }, bins.label(index)),
          series.map(({ bins: row }) => element('td', { class: 'number' }, thousands(row[index]!))),
        ),
  );
  return scroller(
    words.page.numbers,
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, words.history.causes.from), head)),
      element('tbody', {}, rows),
    ),
  );
}

function seriesClass(colour: number | null): string {
  return colour === null ? 'series-rest' : `series-${colour}`;
}
