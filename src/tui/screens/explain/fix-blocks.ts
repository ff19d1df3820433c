import type { Texts } from '../../../i18n/texts.ts';
import type { Hypothesis, Place, Remedy, ReportStep } from '../../../model/report.ts';
import { commandLine } from '../../../report/command-line.ts';
import { effectText } from '../../../report/route-summary.ts';
import { type StepForm, stepForms } from '../../../report/step-form.ts';
import { type Block, block } from '../../view/block.ts';
import { words } from '../../words.ts';

/** What to do, what it costs, how to check it, what not to do, how to be sure. */
export function fixBlocks(hypothesis: Pick<Hypothesis, 'remedies' | 'discouraged' | 'probes'>, place: Place, texts: Texts): Block[] {
  const { row } = texts;
  const { remedies, discouraged, probes } = hypothesis;
  const effects = unique(remedies.flatMap(({ sideEffects }) => sideEffects.flatMap((effect) => texts.sideEffect[effect] ?? [])));
  const warnings = unique([
    ...discouraged.map(({ what, because }) => what + texts.join.colon + because),
    ...remedies.flatMap((remedy) => remedy.discouraged ?? []),
  ]);
  return [
    ...remedies.flatMap((remedy, index) => remedyBlocks(remedy, index, place, texts)),
    ...stepBlocks(row.check, uniqueSteps(remedies.flatMap(({ verify }) => verify)), place, texts),
    ...listBlocks('plain', row.mayFollow, effects),
    ...listBlocks('warning', row.doNot, warnings),
    ...probes.map(({ argv, if: outcomes }, index) => {
      const command = commandLine(argv);
      const note = outcomes.map(({ outcome, then }) => outcome + texts.join.leadsTo + then).join(texts.join.semicolon) || null;
      return block('command', index === 0 ? row.toBeSure : '', command, { command, note });
    }),
  ];
}

/** Steps under one label. */
export function stepBlocks(label: string, steps: readonly ReportStep[], place: Place, texts: Texts): Block[] {
  let head: string | null = null;
  return stepForms(steps, place, texts).flatMap((form, index) => {
    const opening = form.head === null || form.head === head ? [] : [block('plain', index === 0 ? label : '', form.head)];
    head = form.head;
    return [...opening, stepBlock(index === 0 && opening.length === 0 ? label : '', form, texts)];
  });
}

function remedyBlocks(remedy: Remedy, index: number, place: Place, texts: Texts): Block[] {
  const { row } = texts;
  const note = [words.applicability[remedy.applicability], ...(remedy.network ? [texts.network] : [])].join(texts.join.comma);
  const changed = remedy.effect && effectText(remedy.effect, texts);
  const blocks = [
    block('title', index === 0 ? row.do : row.or, remedy.title, { note, opens: index > 0 }),
    ...stepBlocks('', remedy.steps, place, texts),
    ...listBlocks('plain', row.then, changed ? [changed] : []),
    ...stepBlocks(row.undo, remedy.undo, place, texts),
  ];
  if (!remedy.price) return blocks;
  const price = remedy.risk === 'unsafe' ? block('bad', word(row.unsafe), remedy.price) : block('warning', word(row.price), remedy.price);
  return [...blocks, price];
}

function stepBlock(label: string, form: StepForm, texts: Texts): Block {
  if (!form.typed) return block('plain', label, form.text);
  return block('command', label, form.text, { command: form.text, note: remark(form, texts) });
}

function remark({ step, written }: StepForm, texts: Texts): string | null {
  if (step.kind !== 'run') return null;
  const notes = [
    ...(step.cwd && step.cwd !== '.' ? [texts.inFolder(step.cwd)] : []),
    ...(step.changes.length > 0 && !written ? [texts.changes(step.changes)] : []),
  ];
  return notes.join(texts.join.comma) || null;
}

function listBlocks(side: Block['side'], label: string, items: readonly string[]): Block[] {
  return items.map((text, index) => block(side, index === 0 ? label : '', text));
}

/** The labels of the text report that end in a colon stand in a column here. */
function word(label: string): string {
  return label.replace(/[:：]$/, '');
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}

function uniqueSteps(steps: readonly ReportStep[]): ReportStep[] {
  return steps.filter((step, index) => steps.findIndex((other) => JSON.stringify(other) === JSON.stringify(step)) === index);
}
