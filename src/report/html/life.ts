import type { HtmlTexts } from '../../i18n/en-html.ts';
import type { FailureRow, HistoryPage } from '../../model/history.ts';
import { failureName } from './brief.ts';
import { drawing, share } from './charts.ts';
import { section } from './document.ts';
import { element, type Markup } from './markup.ts';
import { dayText } from './moment.ts';
import type { Names } from './names.ts';

const MOST_ROWS = 20;

/** The most frequent failures as lines from where they were first seen to where they were last, with what became of them. */
export function lifeSection({ failures }: HistoryPage, names: Names, words: HtmlTexts): Markup | null {
  const dated = failures.filter((failure): failure is Dated => dayText(failure.first) !== '' && dayText(failure.last) !== '');
  if (dated.length === 0) return null;
  const shown = [...dated].sort((a, b) => b.logs - a.logs).slice(0, MOST_ROWS);
  const span = { from: Math.min(...shown.map(({ first }) => first)), to: Math.max(...shown.map(({ last }) => last)) };
  shown.sort((a, b) => a.first - b.first || b.last - a.last);
  return section(
    'life',
    words.history.life.head,
    element(
      'ul',
      { class: 'lives' },
      shown.map((failure) =>
        element(
          'li',
          {},
          element('span', { class: 'name' }, failureName(failure, names, words)),
          line(failure, span, words),
          element('span', { class: `state is-${failure.state}` }, words.history.state[failure.state]),
        ),
      ),
    ),
    element(
      'div',
      { class: 'marks life-marks', 'aria-hidden': 'true' },
      element('span', {}, dayText(span.from)),
      element('span', {}, dayText(span.to)),
    ),
    dated.length > shown.length ? element('p', { class: 'quiet' }, words.page.more(String(dated.length - shown.length))) : null,
  );
}

type Dated = FailureRow & { readonly first: number; readonly last: number };

function line({ first, last, state }: Dated, { from, to }: { from: number; to: number }, words: HtmlTexts): Markup {
  const label = `${words.history.period(dayText(first), dayText(last))}, ${words.history.state[state]}`;
  // The ends keep clear of the edges, where half a mark would be cut off.
  const at = (moment: number) => share(2 + (to > from ? ((moment - from) / (to - from)) * 96 : 48), 100);
  const [x1, x2] = [at(first), at(last)];
  const begin = element('circle', { class: state === 'new' ? 'end-new' : 'begin', cx: x1, cy: '50%', r: 4 });
  const end = element('circle', { class: `end-${state}`, cx: x2, cy: '50%', r: 5 });
  return drawing(
    'life',
    label,
    element('title', {}, label),
    element('line', { class: `life-line is-${state}`, x1, x2, y1: '50%', y2: '50%' }),
    begin,
    end,
  );
}
