import type { HtmlTexts } from '../../i18n/en-html.ts';
import { thousands } from '../../i18n/numbers.ts';
import type { HistoryPage } from '../../model/history.ts';
import { cutToWidth } from '../width.ts';
import { section } from './document.ts';
import { filters } from './failure-table.ts';
import { element, type Markup } from './markup.ts';
import { dayText } from './moment.ts';

const MOST_ROWS = 1000;
const MOST_EXAMPLES = 3;
const TEXT_COLUMNS = 400;

/** Messages that no cause explains, with where they stand. */
export function unexplainedSection({ unexplained }: HistoryPage, words: HtmlTexts): Markup | null {
  if (unexplained.length === 0) return null;
  const { head, lead, column } = words.history.unexplained;
  const th = (text: string, sort: 'text' | 'number', className: string | null = null) =>
    element('th', { scope: 'col', class: className, 'data-sort': sort }, text);
  return section(
    'unexplained',
    head,
    element('p', { class: 'quiet' }, lead),
    filters('unexplained-rows', words, []),
    element(
      'table',
      { id: 'unexplained-rows', 'data-sortable': true },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          th(column.message, 'text'),
          th(column.logs, 'number', 'number'),
          th(column.first, 'text', 'wide'),
          th(column.last, 'text'),
        ),
      ),
      element(
        'tbody',
        {},
        unexplained.slice(0, MOST_ROWS).map(({ template, logs, first, last, examples }) =>
          element(
            'tr',
            {},
            element(
              'th',
              { scope: 'row' },
              element('code', { class: 'message' }, cutToWidth(template, TEXT_COLUMNS, '…')),
              element(
                'details',
                {},
                element('summary', {}, words.history.failures.example),
                examples
                  .slice(0, MOST_EXAMPLES)
                  .map(({ source, line, text }) => [
                    element('code', { class: 'source' }, line === null ? source : `${source}:${line}`),
                    element('pre', {}, cutToWidth(text, TEXT_COLUMNS, '…')),
                  ]),
              ),
            ),
            element('td', { class: 'number', 'data-value': logs }, thousands(logs)),
            element('td', { class: 'date wide' }, dayText(first)),
            element('td', { class: 'date' }, dayText(last)),
          ),
        ),
      ),
    ),
  );
}

/** Logs that are in no count. */
export function unreadableSection({ unreadable }: HistoryPage, words: HtmlTexts): Markup | null {
  if (unreadable.length === 0) return null;
  const { head, column } = words.history.unreadable;
  const shown = unreadable.slice(0, MOST_ROWS);
  return section(
    'unreadable',
    head,
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, column.source), element('th', { scope: 'col' }, column.why))),
      element(
        'tbody',
        {},
        shown.map(({ source, message }) =>
          element('tr', {}, element('th', { scope: 'row' }, element('code', { class: 'message' }, source)), element('td', {}, message)),
        ),
      ),
    ),
    unreadable.length > shown.length
      ? element('p', { class: 'quiet' }, words.page.more(thousands(unreadable.length - shown.length)))
      : null,
  );
}
