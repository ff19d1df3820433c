import { type Language, type Texts, textsOf } from '../../../i18n/texts.ts';
import type { Incident, Place, Report } from '../../../model/report.ts';
import { cutTexts } from '../../../report/cut-texts.ts';
import { guardData } from '../../../report/guard.ts';
import { domainText, routeLines } from '../../../report/route-summary.ts';
import { type Block, block } from '../../view/block.ts';
import { words } from '../../words.ts';
import { asciiModel } from './ascii-model.ts';
import type { Model, Reading } from './model.ts';
import { playbookBlocks } from './playbook-blocks.ts';
import { hypothesisReading, pastReading } from './reading.ts';
import { timelineBlocks } from './timeline-blocks.ts';
import { unknownReading } from './unknown-reading.ts';

/** A report as the screen shows it: every string guarded, every cause with its reasons and its cure. @param shell whose commands are shown; null: as the place of the failure has them */
export function buildModel(report: Report, ascii = false, language: Language = 'en', shell: Place | null = null): Model {
  const safe = inShell(guardData(report), shell);
  const texts = textsOf(language);
  const model: Model = {
    shell,
    name: safe.input.name === '-' ? texts.stdin : safe.input.name,
    verdict: safe.verdict,
    headline: texts.verdict[safe.verdict],
    lines: safe.input.lines,
    notes: [...cutTexts(safe, texts), ...(safe.redactions > 0 ? [texts.secrets(safe.redactions)] : [])],
    questions: safe.incidents.reduce((sum, { questions = [] }) => sum + questions.length, 0) + (safe.answers?.length ?? 0),
    readings: readings(safe, texts),
    timeline: timelineBlocks(safe),
  };
  return ascii ? asciiModel(model) : model;
}

/** The report as if the build had failed where this shell is used. */
function inShell(report: Report, shell: Place | null): Report {
  return shell === null ? report : { ...report, incidents: report.incidents.map((incident) => ({ ...incident, place: shell })) };
}

function readings(report: Report, texts: Texts): Reading[] {
  const terminal = report.incidents.filter((incident) => incident.terminal);
  const present = terminal.flatMap((incident, index) => {
    const [first, ...others] = ofIncident(incident, report, texts);
    const group = terminal.length > 1 ? heading(incident, index + 1, terminal.length, texts) : null;
    return first ? [{ ...withAdvice(first, report, texts), group }, ...others] : [];
  });
  const past = report.incidents
    .filter((incident) => !incident.terminal)
    .flatMap((incident) =>
      incident.hypotheses.slice(0, 1).map((hypothesis) => pastReading(hypothesis, incident.recovered, report.input.name, texts)),
    );
  return [...(present.length > 0 ? present : [withAdvice(nothing(report, texts), report, texts)]), ...past];
}

function ofIncident(incident: Incident, report: Report, texts: Texts): Reading[] {
  const hypotheses = incident.hypotheses.map((hypothesis) => hypothesisReading(hypothesis, incident.place, report.input.name, texts));
  const [first, ...others] = hypotheses;
  if (incident.verdict !== 'unknown' && first)
    return [
      {
        ...first,
        why: [...first.why.slice(0, 1), ...openBlocks(incident, texts), ...first.why.slice(1), ...placeBlocks(incident, texts)],
        fix: [...first.fix, ...playbookBlocks(incident, texts)],
      },
      ...others,
    ];
  const unknown = unknownReading(incident, report, texts);
  return [{ ...unknown, why: [...unknown.why, ...openBlocks(incident, texts)] }, ...hypotheses];
}

/** Where the log does not decide: that one can be asked. */
function openBlocks({ questions }: Incident, texts: Texts): Block[] {
  return questions ? [block('plain', texts.row.open, words.questions.open(questions.length))] : [];
}

/** Where it sits, and who is asked for the module. */
function placeBlocks(incident: Incident, texts: Texts): Block[] {
  const { domain } = incident;
  return [
    block('plain', texts.row.where, domainText(domain, texts), { line: domain.line }),
    ...routeLines(incident, texts).map((line, index) => block('plain', index === 0 ? texts.row.route : '', line)),
  ];
}

function heading({ command }: Incident, number: number, of: number, texts: Texts): string {
  const ended = command ? `${texts.join.colon}${texts.ended(command.text, command.line, command.exitCode)}` : '';
  return texts.problem(number, of) + ended;
}

/** Bad advice that the log itself gives is about the whole log; the first cause of each problem carries it. */
function withAdvice(reading: Reading, report: Report, texts: Texts): Reading {
  const { colon, semicolon, after } = texts.join;
  const advice = report.advice.map((item, index) =>
    block(
      'warning',
      index === 0 ? texts.row.advice : '',
      `${item.text} ${texts.adviceVerdict[item.verdict]}${colon}${item.because}${semicolon}${texts.instead}${after}${item.instead}`,
      {
        line: item.line,
        note: texts.line(item.line),
        opens: index === 0,
      },
    ),
  );
  return { ...reading, fix: [...reading.fix, ...advice] };
}

function nothing(report: Report, texts: Texts): Reading {
  return {
    standing: 'no-failure',
    label: words.noFailure,
    title: words.noFailureTitle,
    code: '',
    group: null,
    why: [block('prose', '', report.input.bytes === 0 ? texts.empty : texts.noFailure(report.input.lines))],
    fix: [block('prose', '', words.noFailureNext)],
    docs: [],
    evidence: new Set(),
  };
}
