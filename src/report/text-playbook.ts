import type { Incident } from '../model/report.ts';
import { COLUMN, rows, type Style } from './page.ts';
import { type PlaybookStep, stepTitle, tellsNew } from './playbook-words.ts';
import { stepForms } from './step-form.ts';
import { displayWidth } from './width.ts';
import { wrap } from './wrap.ts';

/** All the steps in order and which one is due; the due one with what to type, where the remedies have not said it already. */
export function playbookRows(incident: Incident, style: Style): string[] {
  const { playbook } = incident;
  if (!playbook) return [];
  const { texts, paint } = style;
  const column = Math.max(COLUMN, 6 + displayWidth(texts.row.playbook));
  const states = Math.max(...playbook.steps.map(({ state }) => displayWidth(texts.stepState[state])));
  const digits = String(playbook.steps.length).length;
  const isNew = tellsNew(incident);
  const contents = playbook.steps.flatMap((step, index) => {
    const word = texts.stepState[step.state];
    const head = `${word}${' '.repeat(states - displayWidth(word) + 2)}${String(index + 1).padStart(digits)}. `;
    const text = wrap(stepTitle(step, texts.join.colon), style.width - column - displayWidth(head));
    const shown = style.verbose || isNew(step);
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
