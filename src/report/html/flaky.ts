import type { HtmlTexts } from '../../i18n/en-html.ts';
import { thousands } from '../../i18n/numbers.ts';
import type { FailureRow, HistoryPage } from '../../model/history.ts';
import { failureName } from './brief.ts';
import { barRow } from './charts.ts';
import { section } from './document.ts';
import { element, type Markup } from './markup.ts';
import type { Names } from './names.ts';
import { percent } from './words.ts';

const MOST_NAMED = 5;

/** How much of all that failed may pass when it is tried again, and what failed and passed on the same commit. */
export function flakySection({ failures }: HistoryPage, names: Names, words: HtmlTexts): Markup | null {
  const all = sum(failures);
  const groups = [
    { name: words.history.flaky.transient, className: 'transient', found: failures.filter(({ transient }) => transient) },
    { name: words.history.flaky.flaky, className: 'flaky', found: failures.filter(({ flaky }) => flaky) },
  ].filter(({ found }) => found.length > 0);
  if (groups.length === 0) return null;
  return section(
    'flaky',
    words.history.flaky.head,
    element('p', { class: 'quiet' }, words.history.flaky.hint),
    element(
      'div',
      { class: 'columns' },
      groups.map(({ name, className, found }) => {
        const part = sum(found);
        const shown = [...found].sort((a, b) => b.logs - a.logs).slice(0, MOST_NAMED);
        return element(
          'div',
          {},
          element('h3', {}, name),
          element('p', {}, words.history.flaky.sightings(thousands(part), thousands(all), percent(part, all))),
          barRow([{ from: 0, size: part, className }], all, null),
          element(
            'ul',
            { class: 'plain' },
            shown.map((failure) =>
              element('li', {}, element('span', { class: 'number' }, thousands(failure.logs)), ' ', failureName(failure, names, words)),
            ),
          ),
        );
      }),
    ),
  );
}

function sum(failures: readonly FailureRow[]): number {
  return failures.reduce((all, { logs }) => all + logs, 0);
}
