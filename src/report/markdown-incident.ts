import type { Texts } from '../i18n/texts.ts';
import type { Hypothesis, Incident, Place, Remedy, Report } from '../model/report.ts';
import { commandLine } from './command-line.ts';
import { distinctLines, whereOf } from './evidence-place.ts';
import { markdownCellCode, markdownCode, markdownFence, markdownText } from './markdown-guard.ts';
import { playbookSections } from './markdown-playbook.ts';
import { stepSections } from './markdown-steps.ts';
import { domainText, effectText, routeLines } from './route-summary.ts';
import { entryOf, shownCode } from './text-hypothesis.ts';
import { nextCommands } from './text-unknown.ts';
import { cutToWidth } from './width.ts';

const EVIDENCE_COLUMNS = 400;
const MOST_REMEDIES = 3;
const MOST_SEEN = 5;

/** One incident as Markdown sections; each can be left out without breaking the others. */
export function incidentSections(incident: Incident, report: Report, texts: Texts): string[] {
  const [first, ...others] = incident.hypotheses;
  const { colon, semicolon, bracketed } = texts.join;
  const ended = incident.command && texts.ended(incident.command.text, incident.command.line, incident.command.exitCode);
  if (!first || incident.verdict === 'unknown') {
    const why = ended ? texts.unknown.command(ended) : texts.unknown.nothing;
    const next = nextCommands(incident, report, texts).map(({ command }) => command);
    return [
      markdownText(why),
      fold(texts.row.seen, seen(report)),
      [`${texts.row.next}${colon.trimEnd()}`, '', ...markdownFence('sh', next)].join('\n'),
      ...otherReadings(incident.hypotheses, texts),
    ].filter((section) => section !== '');
  }
  return [
    `**${texts.label[first.label]}${colon}${markdownText(first.title)}**${bracketed(markdownCode(shownCode(first)))}`,
    ...(first.why ? [markdownText(first.why)] : []),
    `${texts.row.where}${colon}${markdownText(domainText(incident.domain, texts))}`,
    ...routeSection(incident, texts),
    ...first.remedies.slice(0, MOST_REMEDIES).flatMap((remedy) => remedySections(remedy, incident.place, texts)),
    ...playbookSections(incident, texts),
    ...first.discouraged.map(({ what, because }) => `${texts.row.doNot}${colon}${markdownCode(what)}${colon}${markdownText(because)}`),
    ...first.probes.map(
      ({ argv, if: outcomes }) =>
        `${texts.row.toBeSure}${colon}${markdownCode(commandLine(argv))} ${outcomes.map(({ outcome, then }) => markdownText(outcome) + texts.join.outcome + markdownText(then)).join(semicolon)}`,
    ),
    fold(texts.markdown.evidence, evidence(first, report, texts)),
    ...otherReadings(others, texts),
  ].filter((section) => section !== '');
}

function routeSection(incident: Incident, texts: Texts): string[] {
  const lines = routeLines(incident, texts);
  return lines.length === 0
    ? []
    : [[`${texts.row.route}${texts.join.colon.trimEnd()}`, '', ...lines.map((line) => `- ${markdownText(line)}`)].join('\n')];
}

function remedySections(remedy: Remedy, place: Place, texts: Texts): string[] {
  const { colon } = texts.join;
  const sections = [`${markdownText(remedy.title)}${colon.trimEnd()}`, ...stepSections(remedy.steps, remedy.verify, place, texts)];
  const changed = remedy.effect && effectText(remedy.effect, texts);
  if (changed) sections.push(`${texts.row.then}${colon}${markdownText(changed)}`);
  if (remedy.price)
    sections.push(`${remedy.risk === 'unsafe' ? texts.row.unsafe : texts.row.price}${texts.join.after}${markdownText(remedy.price)}`);
  return sections;
}

function evidence(hypothesis: Hypothesis, { input }: Report, texts: Texts): string[] {
  const quoted = [true, false].flatMap((side) => distinctLines(hypothesis.evidence.filter((item) => item.for === side)));
  const width = Math.max(1, ...quoted.map((item) => whereOf(item, input.name).length));
  return quoted.map((item) => {
    const side = item.for ? '' : `${texts.row.against}${texts.join.colon}`;
    const entry = entryOf(item, texts);
    return `${whereOf(item, input.name).padStart(width)}  ${side}${cutToWidth(item.text, EVIDENCE_COLUMNS, '…')}${entry ? texts.join.bracketed(entry) : ''}`;
  });
}

function seen(report: Report): string[] {
  return report.unexplained.slice(-MOST_SEEN).map(({ line, text }) => `${line}  ${cutToWidth(text, EVIDENCE_COLUMNS, '…')}`);
}

function fold(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return [`<details><summary>${title}</summary>`, '', ...markdownFence('text', lines), '', '</details>'].join('\n');
}

function otherReadings(hypotheses: readonly Hypothesis[], texts: Texts): string[] {
  if (hypotheses.length === 0) return [];
  const rows = hypotheses.map(
    (hypothesis) => `| ${texts.label[hypothesis.label]} | ${markdownCellCode(shownCode(hypothesis))} | ${markdownText(hypothesis.title)} |`,
  );
  const { likelihood, code, what, otherReadings: title } = texts.markdown;
  return [
    [`${title}${texts.join.colon.trimEnd()}`, '', `| ${likelihood} | ${code} | ${what} |`, '| --- | --- | --- |', ...rows].join('\n'),
  ];
}
