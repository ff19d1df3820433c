import type { HtmlTexts } from '../../i18n/en-html.ts';
import { thousands } from '../../i18n/numbers.ts';
import type { FailureRow, HistoryPage } from '../../model/history.ts';
import { cutToWidth } from '../width.ts';
import { section } from './document.ts';
import { element, type Markup } from './markup.ts';
import { dayText } from './moment.ts';
import type { Names } from './names.ts';

/** More would take longer to open than anybody reads. */
const MOST_ROWS = 5000;
const TEXT_COLUMNS = 240;
const states = ['new', 'regressed', 'ongoing', 'fixed'] as const;

/** Every failure with its counts and the line that shows it. */
export function failureSection({ failures }: HistoryPage, names: Names, words: HtmlTexts): Markup {
  const { head, none, cut, column } = words.history.failures;
  if (failures.length === 0) return section('failures', head, element('p', {}, none));
  const shown = failures.slice(0, MOST_ROWS);
  const th = (text: string, sort: 'text' | 'number', className: string | null = null) =>
    element('th', { scope: 'col', class: className, 'data-sort': sort }, text);
  return section(
    'failures',
    head,
    filters('failure-rows', words, [
      ...states.filter((state) => shown.some((row) => row.state === state)).map((state) => [state, words.history.state[state]] as const),
      ...(shown.some(({ transient }) => transient) ? [['transient', words.history.failures.transient] as const] : []),
      ...(shown.some(({ flaky }) => flaky) ? [['flaky', words.history.failures.flaky] as const] : []),
    ]),
    shown.length < failures.length ? element('p', { class: 'quiet' }, cut(thousands(shown.length), thousands(failures.length))) : null,
    element(
      'table',
      { id: 'failure-rows', class: 'failures', 'data-sortable': true },
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          th(column.failure, 'text'),
          th(column.state, 'text', 'state wide'),
          th(column.logs, 'number', 'number'),
          th(column.jobs, 'number', 'number wide'),
          th(column.runners, 'number', 'number wide'),
          th(column.first, 'text', 'day wide'),
          th(column.last, 'text', 'day'),
        ),
      ),
      element(
        'tbody',
        {},
        shown.map((failure) => failureRow(failure, names, words)),
      ),
    ),
  );
}

function failureRow(failure: FailureRow, names: Names, words: HtmlTexts): Markup {
  const { cause, code, state, transient, flaky, logs, jobs, runners, first, last } = failure;
  const { history } = words;
  const title = cause === null ? history.failures.unnamed : names.cause(cause).title;
  const subject = names.subject(failure);
  const tags = [...(transient ? [history.failures.transient] : []), ...(flaky ? [history.failures.flaky] : [])];
  const number = (value: number, className = 'number wide') => element('td', { class: className, 'data-value': value }, thousands(value));
  return element(
    'tr',
    { 'data-state': [state, ...(transient ? ['transient'] : []), ...(flaky ? ['flaky'] : [])].join(' ') },
    element(
      'th',
      { scope: 'row' },
      element('span', { class: 'title' }, title),
      code === null ? null : [' ', element('code', { class: 'code' }, code)],
      tags.map((tag) => [' ', element('span', { class: 'tag' }, tag)]),
      subject === '' ? null : element('code', { class: 'subject' }, subject),
      element(
        'span',
        { class: 'narrow quiet' },
        `${history.state[state]} · ${history.failures.counts(thousands(jobs), thousands(runners))}`,
      ),
      example(failure, words),
    ),
    element('td', { class: `wide is-${state}` }, history.state[state]),
    number(logs, 'number'),
    number(jobs),
    number(runners),
    element('td', { class: 'date wide' }, dayText(first)),
    element('td', { class: 'date' }, dayText(last)),
  );
}

function example({ example: { source, line, text } }: FailureRow, words: HtmlTexts): Markup {
  const where = line === null ? source : `${source}:${line}`;
  return element(
    'details',
    {},
    element('summary', {}, words.history.failures.example),
    element('code', { class: 'source' }, where),
    text === null ? null : element('pre', {}, cutToWidth(text, TEXT_COLUMNS, '…')),
  );
}

/** What narrows a table; only scripts can do that. @param states value and name of each, to choose from */
export function filters(table: string, words: HtmlTexts, states: readonly (readonly [string, string])[]): Markup {
  const { filter, stateFilter, every } = words.history.failures;
  const select = element(
    'label',
    {},
    `${stateFilter} `,
    element(
      'select',
      {},
      element('option', { value: '' }, every),
      states.map(([value, name]) => element('option', { value }, name)),
    ),
  );
  return element(
    'div',
    { class: 'filters needs-script', 'data-filters': table },
    element('label', {}, `${filter} `, element('input', { type: 'search' })),
    states.length > 1 ? select : null,
    element('span', { class: 'quiet', role: 'status' }),
  );
}
