import type { Hypothesis, Remedy, ReportStep } from '../model/report.ts';
import { commandLine } from './command-line.ts';
import { COLUMN, list, type Remarked, rows, type Style, withNotes } from './page.ts';
import { wrap } from './wrap.ts';

const MOST_REMEDIES = 3;
const MOST_WARNINGS = 2;

/** What to do, what it costs, how to check it. */
export function remedyRows(hypothesis: Hypothesis, style: Style): string[] {
  const { texts } = style;
  const shown = hypothesis.remedies.slice(0, style.verbose ? undefined : MOST_REMEDIES);
  const lines = shown.flatMap((remedy, index) => oneRemedy(remedy, index, style));
  const verify = unique(shown.flatMap((remedy) => remedy.verify.map((step) => stepText(step, style))));
  if (verify.length > 0) lines.push(...rows(texts.row.check, commands(verify, style), style));
  const effects = unique(shown.flatMap((remedy) => remedy.sideEffects.flatMap((effect) => texts.sideEffect[effect] ?? [])));
  lines.push(...list(texts.row.mayFollow, effects, style));
  const warnings = [
    ...hypothesis.discouraged.map(({ what, because }) => `${what}: ${because}`),
    ...shown.flatMap((remedy) => (remedy.discouraged ? [remedy.discouraged] : [])),
  ];
  const shownWarnings = unique(warnings).slice(0, style.verbose ? undefined : MOST_WARNINGS);
  return [...lines, ...list(texts.row.doNot, shownWarnings, style)];
}

/** Commands that only look, and what their outcome would mean. */
export function probeRows(hypothesis: Hypothesis, style: Style): string[] {
  const column = COLUMN + 4;
  return hypothesis.probes.flatMap((probe) => {
    const outcomes = probe.if.map(({ outcome, then }) => `${outcome} -> ${then}`).join('; ');
    const contents = [style.paint.command(commandLine(probe.argv)), ...(outcomes ? wrap(outcomes, style.width - column) : [])];
    return rows(style.texts.row.toBeSure, contents, style, column);
  });
}

function oneRemedy(remedy: Remedy, index: number, style: Style): string[] {
  const { texts } = style;
  const contents = withNotes(
    remedy.steps.map((step) => remark(step, style)),
    style,
  );
  if (index > 0) contents.unshift(...wrap(`${remedy.title}:`, style.width - COLUMN));
  if (remedy.price)
    contents.push(...wrap(`${remedy.risk === 'unsafe' ? texts.row.unsafe : texts.row.price} ${remedy.price}`, style.width - COLUMN));
  const lines = rows(index === 0 ? texts.row.do : texts.row.or, contents, style);
  if (remedy.undo.length > 0) {
    const undo = remedy.undo.map((step) => stepText(step, style));
    lines.push(...rows(texts.row.undo, commands(undo, style), style));
  }
  return lines;
}

function remark(step: ReportStep, style: Style): Remarked {
  const text = stepText(step, style);
  if (step.kind === 'manual') return { text: wrap(text, style.width - COLUMN).join('\n'), note: null };
  if (step.kind !== 'run') return { text, note: null, command: true };
  const { texts } = style;
  const notes = [
    ...(step.cwd && step.cwd !== '.' ? [texts.inFolder(step.cwd)] : []),
    ...(step.changes.length > 0 ? [texts.changes(step.changes)] : []),
    ...(looksOnly(step.argv) && step.changes.length === 0 ? [texts.lookFirst] : []),
  ];
  return { text, note: notes.join(', ') || null, command: true };
}

/** A step as one types it, or as one reads it. */
export function stepText(step: ReportStep, style: Style): string {
  if (step.kind === 'manual') return step.text;
  if (step.kind === 'edit-file' && step.posix === '')
    return `${style.texts.edit(step.path)} ${step.find} ${style.texts.editTo} ${step.replace}`;
  return step.posix;
}

function looksOnly(argv: readonly string[]): boolean {
  return argv[0] === 'go' && argv[1] === 'env' && argv[2] !== undefined && !argv[2].startsWith('-');
}

function commands(lines: readonly string[], style: Style): string[] {
  return withNotes(
    lines.map((text) => ({ text, note: null, command: true })),
    style,
  );
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
