import { readRules } from '../../src/catalog/read.ts';
import type { Step } from '../../src/model/catalog.ts';
import { planSteps } from '../../src/remedy/plan.ts';
import { explain } from './explain.ts';
import { fillIn, takeStep } from './heal.ts';
import type { Sandbox } from './sandbox.ts';

const playbooks = readRules('rules').playbooks;

/** The ids of the steps that have something to type. */
export function typedSteps(playbook: string): string[] {
  const { steps } = playbooks.find((one) => one.id === playbook)!;
  return steps.filter((step) => step.steps.some((one) => !('manual' in one))).map(({ id }) => id);
}

/** Does what can be typed of a playbook's step, word for word, with the reader's values for `<…>`. Gives what they printed; throws when a command fails or a value is missing. */
export async function carryOut(playbook: string, id: string, box: Sandbox, places: Readonly<Record<string, string>> = {}): Promise<string> {
  const rule = playbooks.find((one) => one.id === playbook)!.steps.find((step) => step.id === id)!;
  // The rule schema has optional fields that may be undefined; JSON has none.
  const typed = planSteps(JSON.parse(JSON.stringify(rule.steps)) as Step[], {}).filter(({ kind }) => kind !== 'manual');
  if (typed.length === 0) throw new Error(`${playbook} ${id} has nothing to type`);
  let output = '';
  for (const step of fillIn(typed, places, box)) output += await takeStep(step, box);
  return output;
}

/** Does what can be typed of the step that modwhy says is due, as it is shown. */
export async function carryOutDue(log: string, box: Sandbox, places: Readonly<Record<string, string>> = {}): Promise<void> {
  const due = (await explain(log)).incidents[0]?.playbook?.steps.find(({ state }) => state === 'due');
  const typed = due?.steps.filter(({ kind }) => kind !== 'manual') ?? [];
  if (typed.length === 0) throw new Error(`nothing to type is due\n${log}`);
  for (const step of fillIn(typed, places, box)) await takeStep(step, box);
}

/** The leading cause, its playbook and the step that is due. */
export async function dueStep(log: string): Promise<(string | undefined)[]> {
  const incident = (await explain(log)).incidents[0];
  const playbook = incident?.playbook;
  return [incident?.hypotheses[0]?.cause, playbook?.id, playbook?.steps.find((step) => step.state === 'due')?.id];
}
