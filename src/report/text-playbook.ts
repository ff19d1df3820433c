import type { Incident, ReportPlaybook, ReportStep } from '../model/report.ts';
import { COLUMN, rows, type Style } from './page.ts';
import { stepForms } from './step-form.ts';
import { displayWidth } from './width.ts';
import { wrap } from './wrap.ts';

type PlaybookStep = ReportPlaybook['steps'][number];

/** All the steps in order and which one is due; the due one with what to type, where the remedies have not said it already. */
export function playbookRows({ playbook, hypotheses }: Incident, style: Style): string[] {
  if (!playbook) return [];
  const { texts, paint } = style;
  const column = Math.max(COLUMN, 6 + displayWidth(texts.row.playbook));
  const states = Math.max(...playbook.steps.map(({ state }) => displayWidth(texts.stepState[state])));
  const digits = String(playbook.steps.length).length;
  const said = new Set(hypotheses[0]?.remedies.flatMap(({ steps }) => steps.map(typed)));
  const contents = playbook.steps.flatMap((step, index) => {
    const word = texts.stepState[step.state];
    const head = `${word}${' '.repeat(states - displayWidth(word) + 2)}${String(index + 1).padStart(digits)}. `;
    const text = wrap(step.why === null ? step.title : `${step.title}: ${step.why}`, style.width - column - displayWidth(head));
    const shown = style.verbose || (step.state === 'due' && !step.steps.some((one) => said.has(typed(one))));
    const below = [...text.slice(1), ...(shown ? stepRows(step, column + displayWidth(head), style) : [])];
    const first = head + text[0]!;
    return [step.state === 'due' ? paint.heading(first) : first, ...below.map((line) => ' '.repeat(displayWidth(head)) + line)];
  });
  return rows(texts.row.playbook, [...wrap(playbook.title, style.width - column), ...contents], style, column);
}

function stepRows({ steps }: PlaybookStep, column: number, style: Style): string[] {
  return stepForms(steps, style.place, style.texts).flatMap(({ head, text, typed: command }) => [
    ...(head === null ? [] : wrap(head, style.width - column)),
    ...(command ? text.split('\n').map((line) => style.paint.command(line)) : wrap(text, style.width - column)),
  ]);
}

function typed(step: ReportStep): string {
  return step.kind === 'manual' ? step.text : step.posix;
}
