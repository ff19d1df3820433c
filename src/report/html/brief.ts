import type { HtmlTexts } from '../../i18n/en-html.ts';
import { thousands } from '../../i18n/numbers.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { FailureRow, HistoryPage, HistoryTotals } from '../../model/history.ts';
import { barRow, swatch } from './charts.ts';
import { type Content, element, jump, type Markup } from './markup.ts';
import type { Names } from './names.ts';
import type { CauseTrend } from './series.ts';
import { places } from './where.ts';
import { percent } from './words.ts';

const MOST_NAMED = 3;

/** How all logs ended, as one bar with its numbers. */
export function verdictBar({ totals }: HistoryPage, words: HtmlTexts): Markup {
  const { verdicts } = words.history;
  const parts = [
    { name: verdicts.module, count: totals.moduleFailures, className: 'verdict-module' },
    { name: verdicts.other, count: totals.notModule, className: 'verdict-other' },
    { name: verdicts.unknown, count: totals.unknown, className: 'verdict-unknown' },
    { name: verdicts.none, count: totals.noFailure, className: 'verdict-none' },
    { name: verdicts.unreadable, count: totals.unreadable, className: 'verdict-unreadable' },
  ].filter(({ count }) => count > 0);
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  let from = 0;
  const bars = parts.map(({ name, count, className }) => {
    const bar = { from, size: count, className, title: `${name}: ${thousands(count)}` };
    from += count;
    return bar;
  });
  return element(
    'div',
    { class: 'verdicts' },
    barRow(bars, whole, null),
    element(
      'ul',
      {},
      parts.map(({ name, count, className }) =>
        element(
          'li',
          {},
          swatch(className),
          element('strong', { class: 'number' }, thousands(count)),
          ` ${name} `,
          element('span', { class: 'quiet' }, percent(count, whole)),
        ),
      ),
    ),
  );
}

/** What the owner of many builds wants to know first, a row each. */
export function brief(page: HistoryPage, trend: CauseTrend, names: Names, words: HtmlTexts, { join }: Texts): Markup {
  const { brief: say } = words.history;
  const rows: readonly (readonly [string, Content])[] = [
    [say.most, mostOften(trend, words)],
    [say.trend, trendText(trend, words)],
    [say.where, whereText(page, words, join)],
    [say.new, stateText(page.failures, 'new', names, words)],
    [say.regressed, stateText(page.failures, 'regressed', names, words)],
    [say.fixed, stateText(page.failures, 'fixed', names, words)],
    [say.unknown, unexplainedText(page, words)],
  ];
  return element(
    'dl',
    { class: 'brief' },
    rows.flatMap(([head, text]) => (text === null ? [] : [element('div', {}, element('dt', {}, head), element('dd', {}, text))])),
  );
}

function mostOften({ series }: CauseTrend, words: HtmlTexts): Content {
  const all = series.reduce((sum, { logs }) => sum + logs, 0);
  const [first] = series;
  if (!first) return null;
  const { title, code, logs } = first;
  return words.history.brief.mostOf(title, code, thousands(logs), percent(logs, all));
}

function trendText({ worse, series }: CauseTrend, words: HtmlTexts): Content {
  const { brief: say } = words.history;
  if (series.length === 0) return null;
  const part = ({ moduleFailures, logs }: HistoryTotals) =>
    [percent(moduleFailures, logs), thousands(moduleFailures), thousands(logs)] as const;
  const moved = series.filter(({ code, halves }) => code !== '' && halves !== null).sort((a, b) => difference(b) - difference(a));
  const most = moved.find((one) => one.halves!.change === 'rising' && difference(one) > 0);
  const least = moved.findLast((one) => one.halves!.change === 'falling' && difference(one) < 0);
  return [
    worse
      ? [element('strong', { class: `is-${worse.change}` }, say[worse.change]), ` ${say.parts(part(worse.before), part(worse.after))}`]
      : say.short,
    most ? ` ${say.grew(most.title, thousands(most.halves!.before), thousands(most.halves!.after))}` : null,
    least ? ` ${say.shrank(least.title, thousands(least.halves!.before), thousands(least.halves!.after))}` : null,
  ];
}

function difference({ halves }: CauseTrend['series'][number]): number {
  return halves!.after - halves!.before;
}

function whereText(page: HistoryPage, words: HtmlTexts, join: Texts['join']): Content {
  const { brief: say } = words.history;
  const named = places(page).flatMap(({ dimension, rows: [first] }) =>
    first ? [[`${say[dimension]} `, element('code', {}, first.key), join.bracketed(thousands(first.failed))]] : [],
  );
  return named.length === 0 ? null : named.map((one, index) => (index === 0 ? one : [join.comma, ...one]));
}

function stateText(failures: readonly FailureRow[], state: FailureRow['state'], names: Names, words: HtmlTexts): Content {
  const found = failures.filter((failure) => failure.state === state);
  if (found.length === 0) return state === 'regressed' ? null : words.page.none;
  const shown = [...found].sort((a, b) => b.logs - a.logs).slice(0, MOST_NAMED);
  return [
    element('strong', {}, words.history.brief.failures(thousands(found.length))),
    element(
      'ul',
      {},
      shown.map((failure) =>
        element(
          'li',
          {},
          failureName(failure, names, words),
          ' ',
          element('span', { class: 'quiet number' }, words.history.logs(thousands(failure.logs))),
        ),
      ),
      found.length > shown.length ? element('li', {}, jump('failures', words.page.more(thousands(found.length - shown.length)))) : null,
    ),
  ];
}

/** `title subject` */
export function failureName(failure: FailureRow, names: Names, words: HtmlTexts): Content {
  const subject = names.subject(failure);
  const title = failure.cause === null ? words.history.failures.unnamed : names.cause(failure.cause).title;
  return [title, subject === '' ? null : [' ', element('code', {}, subject)]];
}

function unexplainedText({ totals, unexplained }: HistoryPage, words: HtmlTexts): Content {
  if (totals.unknown === 0 && unexplained.length === 0) return words.page.none;
  return jump('unexplained', words.history.brief.unexplained(thousands(totals.unknown), thousands(unexplained.length)));
}
