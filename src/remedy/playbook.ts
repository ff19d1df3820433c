import { type Captures, fillSentence, type SentenceWords } from '../catalog/template.ts';
import { sentence as english } from '../i18n/en-sentence.ts';
import type { Playbook } from '../model/catalog.ts';
import type { ReportPlaybook } from '../model/report.ts';
import { planSteps } from './plan.ts';

type State = ReportPlaybook['steps'][number]['state'];

/**
 * A playbook with the step that is due now: the first one that the cause asks for and that is not seen to be done.
 * What stands before it is `done` only where something shows it, else `unseen`; null when no step is left to do, or it is for other servers.
 * @param shown ids of the cause and of all signals and facts of the problem, and `repeated`
 */
export function planPlaybook(
  playbook: Playbook,
  captures: Captures,
  shown: ReadonlySet<string>,
  words: SentenceWords = english,
): ReportPlaybook | null {
  const { hosts } = playbook;
  if (hosts.length > 0 && !hosts.includes((captures.host ?? captures.sumdb_host)?.value ?? '')) return null;
  let due = false;
  const steps = playbook.steps.map((step) => {
    const done = sentence(step.done, shown);
    const next = sentence(step.due, shown);
    const state: State = done !== null ? 'done' : due ? 'later' : next !== null ? 'due' : 'unseen';
    if (state === 'due') due = true;
    const why = state === 'done' ? done : state === 'due' ? next : null;
    return {
      id: step.id,
      title: fillSentence(step.title, captures, words),
      state,
      why: why === null ? null : fillSentence(why, captures, words),
      steps: planSteps(step.steps, captures, words),
    };
  });
  return due ? { id: playbook.id, title: fillSentence(playbook.title, captures, words), steps } : null;
}

/** The sentence of the first of these that is shown. */
function sentence(table: Readonly<Record<string, string>>, shown: ReadonlySet<string>): string | null {
  return Object.entries(table).find(([id]) => shown.has(id))?.[1] ?? null;
}
