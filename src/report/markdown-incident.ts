import type { Texts } from '../i18n/texts.ts';
import type { Hypothesis, Incident, Remedy, Report, ReportStep } from '../model/report.ts';
import { commandLine } from './command-line.ts';
import { markdownCellCode, markdownCode, markdownFence, markdownText } from './markdown-guard.ts';
import { distinctLines, shownCode } from './text-hypothesis.ts';
import { nextCommands } from './text-unknown.ts';
import { cutToWidth } from './width.ts';

const EVIDENCE_COLUMNS = 400;
const MOST_REMEDIES = 3;
const MOST_SEEN = 5;

/** One incident as Markdown sections; each can be left out without breaking the others. */
export function incidentSections(incident: Incident, report: Report, texts: Texts): string[] {
  const [first, ...others] = incident.hypotheses;
  const ended = incident.command && texts.ended(incident.command.text, incident.command.line, incident.command.exitCode);
  if (!first || incident.verdict === 'unknown') {
    const why = ended ? texts.unknown.command(ended) : texts.unknown.nothing;
    const next = nextCommands(incident, report, texts).map(({ command }) => command);
    return [
      markdownText(why),
      fold(texts.row.seen, seen(report)),
      [`${texts.row.next}:`, '', ...markdownFence('sh', next)].join('\n'),
      ...otherReadings(incident.hypotheses, texts),
    ].filter((section) => section !== '');
  }
  return [
    `**${texts.label[first.label]}: ${markdownText(first.title)}** (${markdownCode(shownCode(first))})`,
    ...(first.why ? [markdownText(first.why)] : []),
    ...first.remedies.slice(0, MOST_REMEDIES).flatMap((remedy) => remedySections(remedy, texts)),
    ...first.discouraged.map(({ what, because }) => `${texts.row.doNot}: ${markdownCode(what)}: ${markdownText(because)}`),
    ...first.probes.map(
      ({ argv, if: outcomes }) =>
        `${texts.row.toBeSure}: ${markdownCode(commandLine(argv))} ${outcomes.map(({ outcome, then }) => `${markdownText(outcome)}: ${markdownText(then)}`).join('; ')}`,
    ),
    fold(texts.markdown.evidence, evidence(first, texts)),
    ...otherReadings(others, texts),
  ].filter((section) => section !== '');
}

function remedySections(remedy: Remedy, texts: Texts): string[] {
  const sections = [`${markdownText(remedy.title)}:`];
  let typed: string[] = [];
  const flush = () => {
    if (typed.length > 0) sections.push(markdownFence('sh', typed).join('\n'));
    typed = [];
  };
  for (const step of remedy.steps) {
    if (step.kind === 'manual') {
      flush();
      sections.push(markdownText(step.text));
    } else typed.push(...typedStep(step, texts));
  }
  const checks = remedy.verify.flatMap((step) => (step.kind === 'manual' ? [] : [`${step.posix}   # ${texts.row.check}`]));
  typed.push(...checks);
  flush();
  if (remedy.price) sections.push(`${remedy.risk === 'unsafe' ? texts.row.unsafe : texts.row.price} ${markdownText(remedy.price)}`);
  return sections;
}

function typedStep(step: Exclude<ReportStep, { kind: 'manual' }>, texts: Texts): string[] {
  if (step.kind === 'edit-file' && step.posix === '') return [`# ${texts.edit(step.path)} ${step.find} ${texts.editTo} ${step.replace}`];
  const changes = step.kind === 'run' && step.changes.length > 0 ? `   # ${texts.changes(step.changes)}` : '';
  return [`${step.posix}${changes}`];
}

function evidence(hypothesis: Hypothesis, texts: Texts): string[] {
  const quoted = [true, false].flatMap((side) => distinctLines(hypothesis.evidence.filter((item) => item.for === side)));
  const width = Math.max(1, ...quoted.map((item) => String(item.line).length));
  return quoted.map((item) => {
    const side = item.for ? '' : `${texts.row.against}: `;
    return `${String(item.line).padStart(width)}  ${side}${cutToWidth(item.text, EVIDENCE_COLUMNS, '…')}`;
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
  return [[`${title}:`, '', `| ${likelihood} | ${code} | ${what} |`, '| --- | --- | --- |', ...rows].join('\n')];
}
