import { type Language, type Texts, textsOf } from '../i18n/texts.ts';
import type { Hypothesis, Incident, Report } from '../model/report.ts';
import { cutTexts } from './cut-texts.ts';
import { firstLineOf } from './evidence-place.ts';
import { guardData } from './guard.ts';
import { markdownCode, markdownComment, markdownLink, markdownText } from './markdown-guard.ts';
import { incidentSections } from './markdown-incident.ts';
import { sideTexts } from './text-sides.ts';
import { traceTexts } from './text-traces.ts';
import { waterfallFold } from './waterfall/markdown.ts';

// A comment on GitHub ends at 65,536 characters.
const MOST_CHARACTERS = 60_000;

export interface MarkdownOptions {
  /** @default en */
  readonly language?: Language;
}

/** The report for a pull request comment or a job summary. Begins with a marker by which a bot finds its own comment. */
export function renderMarkdown(report: Report, options: MarkdownOptions = {}): string {
  const texts = textsOf(options.language);
  const { colon, comma, semicolon } = texts.join;
  const safe = guardData(report);
  const name = safe.input.name === '-' ? texts.stdin : safe.input.name;
  const sections = [
    `${markdownComment(`modwhy:${name}`)}\n### ${markdownCode(name)}${colon}${texts.verdict[safe.verdict]}`,
    ...(safe.verdict === 'no-failure' ? [markdownText(safe.input.bytes === 0 ? texts.empty : texts.noFailure(safe.input.lines))] : []),
    ...terminal(safe).flatMap((incident) => incidentSections(incident, safe, texts)),
    ...(safe.attempts ?? []).map(
      ({ title, code }, index) => `${texts.run.earlier}: ${markdownText(texts.run.attempt(index + 1, title, code))}`,
    ),
    ...earlier(safe).map(
      ({ incident, hypothesis }) =>
        `${incident.recovered ? texts.row.recovered : texts.row.tolerated}${colon}${markdownText(hypothesis.title)}${atLine(firstLineOf(hypothesis, safe), texts)}`,
    ),
    ...safe.advice.map(
      (item) =>
        `${texts.row.advice}${atLine(item.line, texts)}${colon}${markdownCode(item.text)}${comma}${texts.adviceVerdict[item.verdict]}${colon}${markdownText(item.because)}${semicolon}${texts.instead}${texts.join.after}${markdownText(item.instead)}`,
    ),
    ...(safe.beside ?? []).map(
      ({ input, line, text, says }) =>
        `${texts.row.note}${colon}${markdownCode(`${input}:${line}`)} ${markdownCode(text)}${comma}${markdownText(says)}`,
    ),
    ...cutTexts(safe, texts).map((cut) => `${texts.row.note}${colon}${markdownText(cut)}`),
    ...(safe.notes ?? []).map((note) => `${texts.row.note}${colon}${markdownText(note)}`),
    ...traceSection(safe, texts),
    ...waterfallFold(safe, texts),
    ...links(safe).map((url) => `${texts.row.docs}${colon}${markdownLink(url)}`),
    footer(safe, texts),
  ];
  return `${withinLimit(sections, texts.markdown.shortened).join('\n\n')}\n`;
}

/** What the traces and the access log of a proxy say, a line each. */
function traceSection(report: Report, texts: Texts): string[] {
  const rows = [
    ...sideTexts(report, texts).map((text) => `${texts.sides.row}${texts.join.colon}${markdownText(text)}`),
    ...traceTexts(report, texts, false).map((text) => `${texts.row.trace}${texts.join.colon}${markdownText(text)}`),
  ];
  return rows.length > 0 ? [rows.map((row) => `- ${row}`).join('\n')] : [];
}

function terminal(report: Report): Incident[] {
  return report.incidents.filter((incident) => incident.terminal);
}

function earlier(report: Report): { incident: Incident; hypothesis: Hypothesis }[] {
  return report.incidents
    .filter((incident) => !incident.terminal)
    .flatMap((incident) => incident.hypotheses.slice(0, 1).map((hypothesis) => ({ incident, hypothesis })));
}

function atLine(line: number | undefined, { join, line: named }: Texts): string {
  return line === undefined ? '' : join.bracketed(named(line));
}

function links(report: Report): string[] {
  return [...new Set(terminal(report).flatMap((incident) => incident.hypotheses.slice(0, 1).flatMap((hypothesis) => hypothesis.docs)))];
}

function footer(report: Report, texts: Texts): string {
  const { version, catalog } = report.tool;
  return `<sub>${texts.markdown.footer(markdownText(version), markdownText(catalog))}${report.redactions > 0 ? `${texts.join.sentence}${texts.secrets(report.redactions)}` : ''}</sub>`;
}

/** Whole sections only: half a fence would swallow what comes after it. */
function withinLimit(sections: readonly string[], shortened: string): string[] {
  const kept: string[] = [];
  let length = 0;
  for (const section of sections) {
    length += section.length + 2;
    if (length > MOST_CHARACTERS) return [...kept, shortened];
    kept.push(section);
  }
  return kept;
}
