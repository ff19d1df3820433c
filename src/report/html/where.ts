import type { HtmlTexts } from '../../i18n/en-html.ts';
import { thousands } from '../../i18n/numbers.ts';
import type { HistoryPage, HourCell, PivotRow } from '../../model/history.ts';
import { barRow } from './charts.ts';
import { scroller, section } from './document.ts';
import { element, type Markup } from './markup.ts';

const MOST_ROWS = 8;
const LEVELS = 5;

interface Place {
  readonly dimension: PivotRow['dimension'];
  readonly rows: readonly { readonly key: string; readonly failed: number; readonly logs: number | null }[];
}

/** Where failures sit, the most first: by the counts of the store, else by those of the failures. */
export function places({ pivot, failures }: HistoryPage): Place[] {
  return (['host', 'module', 'runner'] as const).flatMap((dimension): Place[] => {
    const stored = pivot?.filter((row) => row.dimension === dimension) ?? [];
    const rows =
      stored.length > 0
        ? stored.map(({ key, failed, logs }) => ({ key, failed, logs }))
        : dimension === 'runner'
          ? []
          : counted(failures.map((failure) => [failure[dimension], failure.logs]));
    return rows.length === 0 ? [] : [{ dimension, rows: rows.sort((a, b) => b.failed - a.failed || (a.key < b.key ? -1 : 1)) }];
  });
}

function counted(pairs: readonly (readonly [string | null, number])[]): { key: string; failed: number; logs: null }[] {
  const sums = new Map<string, number>();
  for (const [key, logs] of pairs) if (key !== null) sums.set(key, (sums.get(key) ?? 0) + logs);
  return [...sums].map(([key, failed]) => ({ key, failed, logs: null }));
}

/** Hosts, modules and runners with their failures, and the hours of the day at which hosts fail. */
export function whereSection(page: HistoryPage, words: HtmlTexts): Markup | null {
  const found = places(page);
  if (found.length === 0 && page.hosts.length === 0) return null;
  return section(
    'where',
    words.history.where.head,
    element(
      'div',
      { class: 'columns' },
      found.map((place) => placeTable(place, words)),
    ),
    heatMap(page.hosts, words),
  );
}

function placeTable({ dimension, rows }: Place, words: HtmlTexts): Markup {
  const { key, logs, of } = words.history.where;
  const most = rows[0]!.failed;
  const shown = rows.slice(0, MOST_ROWS);
  const left = rows.length - shown.length;
  return element(
    'table',
    { class: 'places' },
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, key[dimension]), element('th', { scope: 'col' }, logs))),
    element(
      'tbody',
      {},
      shown.map((row) =>
        element(
          'tr',
          {},
          element('th', { scope: 'row' }, element('code', {}, row.key)),
          element(
            'td',
            {},
            element(
              'span',
              { class: 'number' },
              row.logs === null ? thousands(row.failed) : of(thousands(row.failed), thousands(row.logs)),
            ),
            barRow([{ from: 0, size: row.failed, className: 'level' }], most, null),
          ),
        ),
      ),
    ),
    left > 0
      ? element('tfoot', {}, element('tr', {}, element('td', { colspan: 2, class: 'quiet' }, words.page.more(thousands(left)))))
      : null,
  );
}

/** A table whose cells have their number and the colour of it. */
function heatMap(cells: readonly HourCell[], words: HtmlTexts): Markup | null {
  if (cells.length === 0) return null;
  const { where } = words.history;
  const rows = new Map<string, (HourCell | undefined)[]>();
  for (const cell of cells) {
    if (!(cell.hour >= 0 && cell.hour < 24)) continue;
    let row = rows.get(cell.key);
    if (!row) rows.set(cell.key, (row = new Array<HourCell | undefined>(24).fill(undefined)));
    row[cell.hour] = cell;
  }
  const total = (row: readonly (HourCell | undefined)[]) => row.reduce((sum, cell) => sum + (cell?.logs ?? 0), 0);
  const sorted = [...rows].sort(([a, one], [b, other]) => total(other) - total(one) || (a < b ? -1 : 1));
  const most = Math.max(1, ...cells.map(({ logs }) => logs));
  const hours = Array.from({ length: 24 }, (_, hour) => hour);
  return element(
    'div',
    {},
    element('h3', { id: 'hours' }, where.hours),
    scroller(
      where.hours,
      element(
        'table',
        { class: 'heat', 'aria-labelledby': 'hours' },
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            element('th', { scope: 'col' }, where.hour),
            hours.map((hour) => element('th', { scope: 'col' }, hour)),
            element('th', { scope: 'col', class: 'number' }, where.all),
          ),
        ),
        element(
          'tbody',
          {},
          sorted.map(([key, row]) =>
            element(
              'tr',
              {},
              element('th', { scope: 'row' }, element('code', {}, key === 'other' ? words.history.causes.others : key)),
              row.map((cell, hour) => heatCell(cell, hour, most, words)),
              element('td', { class: 'number' }, thousands(total(row))),
            ),
          ),
        ),
      ),
    ),
  );
}

function heatCell(cell: HourCell | undefined, hour: number, most: number, words: HtmlTexts): Markup {
  if (!cell || cell.logs === 0) return element('td', {});
  const level = Math.max(1, Math.ceil((cell.logs / most) * LEVELS));
  const title = words.history.where.hoursOf(cell.key, String(hour), thousands(cell.logs), thousands(cell.transient));
  return element('td', { class: `heat-${level}`, title }, cell.logs);
}
