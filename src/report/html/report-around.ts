import { cutTexts } from '../cut-texts.ts';
import { adviceText, earlierText } from '../text-footer.ts';
import { sideTexts } from '../text-sides.ts';
import { traceTexts } from '../text-traces.ts';
import { section } from './document.ts';
import { type Content, element, link, type Markup } from './markup.ts';
import { type Asked, lineTable } from './report-incident.ts';

/** What stands beside the problems: earlier trouble, bad advice of the log, other files, what was cut or hidden, where to read more. */
export function aroundSections(asked: Asked): Content {
  const { report, texts, words } = asked;
  const earlier = report.incidents.filter(({ terminal, hypotheses }) => !terminal && hypotheses.length > 0);
  const leading = report.incidents.filter(({ terminal }) => terminal).flatMap(({ hypotheses }) => hypotheses.slice(0, 1));
  const notes = [...cutTexts(report, texts), ...(report.notes ?? []), ...(report.redactions > 0 ? [texts.secrets(report.redactions)] : [])];
  return [
    list('earlier', words.report.earlier, [
      ...(report.attempts ?? []).map(({ title, code }, index) => texts.run.attempt(index + 1, title, code)),
      ...earlier.map((incident) => [
        element('span', { class: 'tag' }, incident.recovered ? texts.row.recovered : texts.row.tolerated),
        ' ',
        earlierText(incident, report, texts),
      ]),
    ]),
    list(
      'advice',
      words.report.advice,
      report.advice.map((item) => adviceText(item, texts)),
    ),
    list('sides', words.report.sides, sideTexts(report, texts)),
    list('traces', words.report.traces, traceTexts(report, texts, true)),
    list(
      'beside',
      words.report.beside,
      (report.beside ?? []).map(({ input, line, text, says }) => [element('code', {}, `${input}:${line} ${text}`), texts.join.colon, says]),
    ),
    report.verdict === 'unknown' || report.unexplained.length === 0
      ? null
      : element(
          'section',
          {},
          element(
            'details',
            {},
            element('summary', {}, words.report.unexplained),
            lineTable(words.report.unexplained, report.unexplained, asked),
          ),
        ),
    list('notes', words.report.notes, notes),
    list(
      'docs',
      words.report.docs,
      [...new Set(leading.flatMap(({ docs }) => docs))].map((url) => link(url)),
    ),
  ];
}

function list(id: string, heading: string, items: readonly Content[]): Markup | null {
  return items.length === 0
    ? null
    : section(
        id,
        heading,
        element(
          'ul',
          {},
          items.map((item) => element('li', {}, item)),
        ),
      );
}
