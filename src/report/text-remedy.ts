import type { Hypothesis, Remedy, ReportStep } from '../model/report.ts';
import { commandLine } from './command-line.ts';
import { COLUMN, list, type Remarked, rows, type Style, withNotes } from './page.ts';
import { effectText } from './route-summary.ts';
import { type StepForm, stepForms } from './step-form.ts';
import { wrap } from './wrap.ts';

const MOST_REMEDIES = 3;
const MOST_WARNINGS = 2;

/** What to do, what it costs, how to check it. */
export function remedyRows(hypothesis: Pick<Hypothesis, 'remedies' | 'discouraged'>, style: Style): string[] {
  const { texts } = style;
  const shown = hypothesis.remedies.slice(0, style.verbose ? undefined : MOST_REMEDIES);
  const lines = shown.flatMap((remedy, index) => oneRemedy(remedy, index, style));
  const verify = distinct(shown.flatMap((remedy) => remedy.verify));
  if (verify.length > 0) lines.push(...rows(texts.row.check, withNotes(remarks(verify, style, false), style), style));
  const effects = unique(shown.flatMap((remedy) => remedy.sideEffects.flatMap((effect) => texts.sideEffect[effect] ?? [])));
  lines.push(...list(texts.row.mayFollow, effects, style));
  const warnings = [
    ...hypothesis.discouraged.map(({ what, because }) => `${what}${texts.join.colon}${because}`),
    ...shown.flatMap((remedy) => (remedy.discouraged ? [remedy.discouraged] : [])),
  ];
  const shownWarnings = unique(warnings).slice(0, style.verbose ? undefined : MOST_WARNINGS);
  return [...lines, ...list(texts.row.doNot, shownWarnings, style)];
}

/** Commands that only look, and what their outcome would mean. */
export function probeRows(hypothesis: Pick<Hypothesis, 'probes'>, style: Style): string[] {
  const column = COLUMN + 4;
  const { leadsTo, semicolon } = style.texts.join;
  return hypothesis.probes.flatMap((probe) => {
    const outcomes = probe.if.map(({ outcome, then }) => outcome + leadsTo + then).join(semicolon);
    const contents = [style.paint.command(commandLine(probe.argv)), ...(outcomes ? wrap(outcomes, style.width - column) : [])];
    return rows(style.texts.row.toBeSure, contents, style, column);
  });
}

function oneRemedy(remedy: Remedy, index: number, style: Style): string[] {
  const { texts } = style;
  const contents = withNotes(remarks(remedy.steps, style, true), style);
  if (index > 0) contents.unshift(...wrap(`${remedy.title}${texts.join.colon.trimEnd()}`, style.width - COLUMN));
  if (remedy.price)
    contents.push(
      ...wrap(`${remedy.risk === 'unsafe' ? texts.row.unsafe : texts.row.price}${texts.join.after}${remedy.price}`, style.width - COLUMN),
    );
  const lines = rows(index === 0 ? texts.row.do : texts.row.or, contents, style);
  const changed = remedy.effect && effectText(remedy.effect, texts);
  if (changed) lines.push(...list(texts.row.then, [changed], style));
  if (remedy.undo.length > 0) lines.push(...rows(texts.row.undo, withNotes(remarks(remedy.undo, style, false), style), style));
  return lines;
}

/** Steps as rows, each below the words that say where it goes. */
function remarks(steps: readonly ReportStep[], style: Style, notes: boolean): Remarked[] {
  let head: string | null = null;
  return stepForms(steps, style.place, style.texts).flatMap((form): Remarked[] => {
    const note = notes ? noteOf(form, style) : null;
    if (!form.typed) return [{ text: wrap(form.text, style.width - COLUMN).join('\n'), note }];
    if (form.head === null) return [{ text: form.text, note, command: true }];
    const opening = form.head === head ? [] : [{ text: wrap(form.head, style.width - COLUMN).join('\n'), note: null }];
    head = form.head;
    return [...opening, { text: form.text.replace(/^/gm, '  '), note, command: true }];
  });
}

function noteOf({ step, written }: StepForm, { texts }: Style): string | null {
  if (step.kind !== 'run') return null;
  const notes = [
    ...(step.cwd && step.cwd !== '.' ? [texts.inFolder(step.cwd)] : []),
    ...(step.changes.length > 0 && !written ? [texts.changes(step.changes)] : []),
    ...(looksOnly(step.argv) && step.changes.length === 0 ? [texts.lookFirst] : []),
  ];
  return notes.join(texts.join.comma) || null;
}

function looksOnly(argv: readonly string[]): boolean {
  return argv[0] === 'go' && argv[1] === 'env' && argv[2] !== undefined && !argv[2].startsWith('-');
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function distinct(steps: readonly ReportStep[]): ReportStep[] {
  return steps.filter((step, index) => steps.findIndex((other) => JSON.stringify(other) === JSON.stringify(step)) === index);
}
