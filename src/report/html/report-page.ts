import type { HtmlTexts } from '../../i18n/en-html.ts';
import { thousands } from '../../i18n/numbers.ts';
import { type Language, type Texts, textsOf } from '../../i18n/texts.ts';
import type { Report } from '../../model/report.ts';
import { guardData } from '../guard.ts';
import { htmlDocument } from './document.ts';
import { asciiHtml, element, type Markup } from './markup.ts';
import { aroundSections } from './report-around.ts';
import { type Asked, incidentSections } from './report-incident.ts';
import { timelineSection } from './report-timeline.ts';
import { capital, htmlWords } from './words.ts';

export interface ReportPageOptions {
  /** @default en */
  readonly language?: Language;
  /** Nothing outside ASCII in the file; the page looks the same. @default false */
  readonly ascii?: boolean;
}

/**
 * One log as an HTML page that needs nothing beside itself: the verdict, the causes with what speaks for and against them, what to do, what happened when.
 * The same report gives the same bytes.
 */
export function reportHtml(report: Report, { language = 'en', ascii = false }: ReportPageOptions = {}): string {
  const safe = guardData(report);
  const asked: Asked = { report: safe, texts: textsOf(language), words: htmlWords(language) };
  const { texts, words } = asked;
  const name = safe.input.name === '-' ? texts.stdin : safe.input.name;
  const terminal = safe.incidents.filter((incident) => incident.terminal);
  const main = element(
    'main',
    { id: 'main', class: 'report' },
    header(safe, name, texts, words),
    terminal.map((incident, index) => incidentSections(incident, index, terminal.length, asked)),
    timelineSection(asked),
    aroundSections(asked),
  );
  const html = htmlDocument(`${name}: ${texts.verdict[safe.verdict]}`, [main, footer(safe, texts, words)], language, words);
  return ascii ? asciiHtml(html) : html;
}

function header({ input, verdict, incidents }: Report, name: string, texts: Texts, words: HtmlTexts): Markup {
  const [lead] = incidents.filter((incident) => incident.terminal);
  const command = lead?.command ?? null;
  const facts = [
    words.report.lines(thousands(input.lines)),
    input.dialects.join(texts.join.comma),
    ...(command === null ? [] : [texts.ended(command.text, command.line, command.exitCode)]),
    ...(command?.goVersion ? [`Go ${command.goVersion}`] : []),
  ];
  return element(
    'header',
    {},
    element('p', { class: 'above' }, 'modwhy · ', element('code', {}, name)),
    element('h1', {}, capital(texts.verdict[verdict])),
    element('p', { class: 'quiet' }, facts.filter((fact) => fact !== '').join(' · ')),
    verdict === 'no-failure' ? element('p', {}, input.bytes === 0 ? texts.empty : texts.noFailure(input.lines)) : null,
  );
}

function footer({ tool }: Report, texts: Texts, words: HtmlTexts): Markup {
  return element('footer', {}, element('p', {}, `${texts.markdown.footer(tool.version, tool.catalog)} · ${words.history.foot}`));
}
