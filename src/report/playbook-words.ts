import type { Incident, ReportPlaybook, ReportStep } from '../model/report.ts';

export type PlaybookStep = ReportPlaybook['steps'][number];

/** The title of a step, and what shows that it is done or due. */
export function stepTitle({ title, why }: PlaybookStep, colon: string): string {
  return why === null ? title : title + colon + why;
}

/** Whether a step of a playbook is to be shown with what to type: it is due, and the remedies have not said it already. */
export function tellsNew({ hypotheses }: Incident): (step: PlaybookStep) => boolean {
  const said = new Set(hypotheses[0]?.remedies.flatMap(({ steps }) => steps.map(typed)));
  return ({ state, steps }) => state === 'due' && !steps.some((one) => said.has(typed(one)));
}

function typed(step: ReportStep): string {
  return step.kind === 'manual' ? step.text : step.posix;
}
