import type { DoctorReport, DoctorStep } from '../model/doctor.ts';

const afterwards: ReadonlySet<DoctorStep['question']> = new Set(['checksums', 'cache', 'download']);

/** The step that decides: the first that failed on the way that go takes. */
export function decidingStep(steps: readonly DoctorStep[]): DoctorStep | null {
  const failed = steps.filter(({ outcome, onWay }) => outcome === 'failed' && onWay);
  // What failed before the module was found, go got past.
  const counts = foundModule(steps) ? failed.filter(({ question }) => afterwards.has(question)) : failed;
  return counts[0] ?? null;
}

/** @param stopped somebody ended the walk */
export function verdictOf(steps: readonly DoctorStep[], stopped: boolean): DoctorReport['verdict'] {
  if (decidingStep(steps) !== null) return 'failed';
  // What is left out because something before it had failed leads to an error; what had no time, or was not wanted, is open.
  if (stopped || steps.some(({ outcome, leads }) => outcome === 'left-out' && leads === 'open')) return 'unfinished';
  return foundModule(steps) ? 'healthy' : 'undecided';
}

function foundModule(steps: readonly DoctorStep[]): boolean {
  return steps.some(({ leads, question, onWay }) => leads === 'found' && onWay && (question === 'answers' || question === 'direct'));
}
