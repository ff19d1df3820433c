import { type Captures, fillSentence, fillWord } from '../catalog/template.ts';
import type { Applicability, Cause, RemedyRule, Step } from '../model/catalog.ts';
import type { Remedy, ReportStep } from '../model/report.ts';
import { editFileStep, runStep, setEnvStep, unsetEnvStep } from './step.ts';

/**
 * The remedies of a cause, filled in. One with a value that the log does not give becomes `placeholder`.
 * @param effectOf what steps change about the route of the module
 */
export function planRemedies(
  cause: Cause,
  captures: Captures,
  fired: ReadonlySet<string>,
  effectOf: (steps: readonly ReportStep[]) => Remedy['effect'],
): Remedy[] {
  const fits = ({ when, unless }: RemedyRule) =>
    (when.length === 0 || when.some((id) => fired.has(id))) && !unless.some((id) => fired.has(id));
  return cause.remedies.filter(fits).map((rule) => planRemedy(rule, captures, effectOf));
}

/** Steps of a rule, filled in. */
export function planSteps(steps: readonly Step[], captures: Captures): ReportStep[] {
  const fill = createFill(captures);
  return steps.map((step) => fillStep(step, fill));
}

function planRemedy(rule: RemedyRule, captures: Captures, effectOf: (steps: readonly ReportStep[]) => Remedy['effect']): Remedy {
  const fill = createFill(captures);
  const steps = rule.steps.map((step) => fillStep(step, fill));
  const applicability = downgrade(rule.applicability, fill.complete && !mentionsPlaceholder(steps));
  return {
    id: rule.id,
    title: fillSentence(rule.title, captures),
    applicability,
    risk: rule.risk,
    sideEffects: [...rule.sideEffects],
    network: rule.network,
    steps,
    undo: planUndo(rule, captures),
    verify: rule.verify.map((step) => fillStep(step, createFill(captures))),
    price: rule.price === null ? null : fillSentence(rule.price, captures),
    discouraged: null,
    effect: effectOf(steps),
  };
}

/** Undo restores what was seen; where that is not known, none is promised. */
function planUndo(rule: RemedyRule, captures: Captures): ReportStep[] {
  const fill = createFill(captures);
  const steps = rule.undo.map((step) => fillStep(step, fill));
  return fill.complete ? steps : [];
}

function downgrade(applicability: Applicability, complete: boolean): Applicability {
  return complete || applicability === 'manual' ? applicability : 'placeholder';
}

function mentionsPlaceholder(steps: readonly ReportStep[]): boolean {
  return steps.some((step) => step.kind === 'run' && step.argv.some((word) => /<[a-z][^<>]*>/.test(word)));
}

interface Fill {
  word(template: string): string;
  sentence(template: string): string;
  complete: boolean;
}

function createFill(captures: Captures): Fill {
  const fill: Fill = {
    complete: true,
    word(template) {
      const { text, complete } = fillWord(template, captures);
      if (!complete) fill.complete = false;
      return text;
    },
    sentence: (template) => fillSentence(template, captures),
  };
  return fill;
}

function fillStep(step: Step, fill: Fill): ReportStep {
  if ('run' in step) {
    const argv = step.run.map(fill.word);
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, fill.word(value)]));
    return runStep(argv, env, { cwd: step.cwd ?? null, changes: (step.changes ?? []).map(fill.sentence) });
  }
  if ('set-env' in step) return setEnvStep(fill.word(step['set-env'].name), fill.word(step['set-env'].value));
  if ('unset-env' in step) return unsetEnvStep(fill.word(step['unset-env']));
  if ('edit-file' in step) {
    const { path, find, replace } = step['edit-file'];
    return editFileStep(fill.word(path), fill.word(find), fill.word(replace));
  }
  return { kind: 'manual', text: fill.sentence(step.manual) };
}
