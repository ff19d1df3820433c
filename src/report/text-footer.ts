import type { Texts } from '../i18n/texts.ts';
import type { Incident, Report } from '../model/report.ts';
import { cutTexts } from './cut-texts.ts';
import { firstLineOf } from './evidence-place.ts';
import { prose, quoted, type Style } from './page.ts';
import { sidesRows } from './text-sides.ts';
import { traceRows } from './text-traces.ts';
import { displayWidth } from './width.ts';
import { wrap } from './wrap.ts';

const MOST_EARLIER = 5;
const MOST_DOCS = 4;

/** What follows the incidents, one block each: earlier trouble, bad advice that the log gives, docs, what was hidden or cut. */
export function footerBlocks(report: Report, style: Style): string[][] {
  const blocks = [
    sidesRows(report, style),
    attempts(report, style),
    traceRows(report, style),
    earlier(report, style),
    advice(report, style),
    beside(report, style),
    unexplained(report, style),
    docs(report, style),
    notes(report, style),
  ];
  return blocks.filter((block) => block.length > 0);
}

function attempts(report: Report, style: Style): string[] {
  return (report.attempts ?? []).flatMap(({ title, code }, index) =>
    prose(style.texts.run.earlier, style.texts.run.attempt(index + 1, title, code), style),
  );
}

function earlier(report: Report, style: Style): string[] {
  const past = report.incidents.filter((incident) => !incident.terminal && incident.hypotheses.length > 0);
  const shown = style.verbose ? past : past.slice(0, MOST_EARLIER);
  return shown.flatMap((incident) => {
    const label = incident.recovered ? style.texts.row.recovered : style.texts.row.tolerated;
    return side(label, earlierText(incident, report, style.texts), style);
  });
}

/** What went wrong before, and where it was tried again. */
export function earlierText(incident: Incident, report: Report, texts: Texts): string {
  const { title } = incident.hypotheses[0]!;
  const line = firstLineOf(incident.hypotheses[0], report);
  if (line === undefined) return title;
  const retry = incident.recovered ? report.timeline.find((event) => event.kind === 'retry' && event.line >= line) : undefined;
  const { join, line: named, retried } = texts;
  return `${title}${join.bracketed(named(line))}${retry ? `${join.comma}${retried(retry.line)}` : ''}`;
}

function advice(report: Report, style: Style): string[] {
  const { texts } = style;
  return report.advice.flatMap((item) => prose(texts.row.advice, adviceText(item, texts), style));
}

/** `GOSUMDB=off (line 7) is unsafe: …; instead: …` */
export function adviceText({ text, line, verdict, because, instead }: Report['advice'][number], texts: Texts): string {
  const { colon, semicolon, bracketed, after } = texts.join;
  return `${text}${bracketed(texts.line(line))}${after}${texts.adviceVerdict[verdict]}${colon}${because}${semicolon}${texts.instead}${after}${instead}`;
}

/** What the files beside the log say of themselves. */
function beside(report: Report, style: Style): string[] {
  const rows = (report.beside ?? []).map((row) => ({
    ...row,
    where: row.input === report.input.name ? String(row.line) : `${row.input}:${row.line}`,
  }));
  const digits = Math.max(1, ...rows.map(({ where }) => where.length));
  return rows.flatMap(({ where, text, says }) => quoted(style.texts.row.note, where, text, says, digits, style));
}

function unexplained(report: Report, style: Style): string[] {
  if (!style.verbose || report.verdict === 'unknown') return [];
  const digits = Math.max(1, ...report.unexplained.map(({ line }) => String(line).length));
  return report.unexplained.flatMap(({ line, text }) => quoted(style.texts.row.unexplained, line, text, null, digits, style));
}

function docs(report: Report, style: Style): string[] {
  const leading = report.incidents.filter((incident) => incident.terminal).flatMap((incident) => incident.hypotheses.slice(0, 1));
  const links = [...new Set(leading.flatMap((hypothesis) => hypothesis.docs))].slice(0, MOST_DOCS);
  const label = style.texts.row.docs;
  return links.map((url, index) => `${index === 0 ? style.paint.row(label) : ' '.repeat(displayWidth(label))}  ${url}`);
}

function notes(report: Report, style: Style): string[] {
  const { texts } = style;
  const items = report.verdict === 'unknown' ? [] : cutTexts(report, texts);
  items.push(...(report.notes ?? []));
  if (report.redactions > 0) items.push(texts.secrets(report.redactions));
  return items.flatMap((item) => prose(texts.row.note, item, style));
}

/** `label   text` at the left edge, wrapped below itself. */
function side(label: string, text: string, style: Style): string[] {
  const start = displayWidth(label) + 3;
  return wrap(text, style.width - start).map((line, index) => (index === 0 ? `${style.paint.row(label)}   ` : ' '.repeat(start)) + line);
}
