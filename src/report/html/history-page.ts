import { thousands } from '../../i18n/numbers.ts';
import { type Language, textsOf } from '../../i18n/texts.ts';
import type { HistoryPage } from '../../model/history.ts';
import { guardData } from '../guard.ts';
import { brief, verdictBar } from './brief.ts';
import { causeSection } from './cause-chart.ts';
import { htmlDocument } from './document.ts';
import { failureSection } from './failure-table.ts';
import { flakySection } from './flaky.ts';
import { lifeSection } from './life.ts';
import { asciiHtml, element, type Markup } from './markup.ts';
import { dayText } from './moment.ts';
import { type CauseTitles, namesOf } from './names.ts';
import { causeTrend } from './series.ts';
import { unexplainedSection, unreadableSection } from './unexplained-table.ts';
import { whereSection } from './where.ts';
import { htmlWords, percent } from './words.ts';

export interface HistoryPageOptions {
  /** @default en */
  readonly language?: Language;
  /** Of the catalog, in that language; without them causes are called by the words of their slugs. */
  readonly titles?: CauseTitles;
  /** Nothing outside ASCII in the file; the page looks the same. @default false */
  readonly ascii?: boolean;
}

/**
 * Many logs as one HTML page that needs nothing beside itself: what fails most, whether it gets worse, where, what is new, fixed or unexplained.
 * The same data gives the same bytes.
 */
export function historyPageHtml(
  page: HistoryPage,
  { language = 'en', titles = new Map(), ascii = false }: HistoryPageOptions = {},
): string {
  const words = htmlWords(language);
  const texts = textsOf(language);
  const safe = guardData(page);
  const names = namesOf(safe, titles, texts);
  const trend = causeTrend(safe, names, words);
  const sections = [
    causeSection(safe, trend, words),
    whereSection(safe, words),
    lifeSection(safe, names, words),
    flakySection(safe, names, words),
    failureSection(safe, names, words),
    unexplainedSection(safe, words),
    unreadableSection(safe, words),
  ].filter((one) => one !== null);
  const main = element(
    'main',
    { id: 'main' },
    header(safe, words),
    verdictBar(safe, words),
    element('section', { 'aria-label': words.history.brief.head }, brief(safe, trend, names, words, texts)),
    sections,
  );
  const html = htmlDocument(`${words.history.title}: ${safe.title}`, [main, footer(words)], language, words);
  return ascii ? asciiHtml(html) : html;
}

function header({ title, totals }: HistoryPage, words: ReturnType<typeof htmlWords>): Markup {
  const { history } = words;
  const period = totals.first === null ? '' : history.period(dayText(totals.first), dayText(totals.last));
  const said =
    totals.moduleFailures === 0
      ? history.nothing
      : history.share(thousands(totals.moduleFailures), thousands(totals.logs), percent(totals.moduleFailures, totals.logs));
  return element(
    'header',
    {},
    element('p', { class: 'above' }, `modwhy · ${history.title}`),
    element('h1', {}, said),
    element(
      'p',
      { class: 'quiet' },
      element('code', {}, title),
      ` · ${history.logs(thousands(totals.logs))}${period && ` · ${period}`} · ${words.page.utc}`,
    ),
  );
}

function footer(words: ReturnType<typeof htmlWords>): Markup {
  return element('footer', {}, element('p', {}, words.history.foot));
}
