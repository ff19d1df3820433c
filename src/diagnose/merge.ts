import type { Finding } from '../model/finding.ts';
import { type CauseIndex, rankCauses } from './ledger.ts';
import type { Problem } from './problem.ts';
import { capturesOf, subjectOf } from './subject.ts';

/**
 * One problem that several commands ran into is one incident: same cause, same subject, same outcome.
 * It is shown where it was last seen, with the lines of all of them.
 */
export function mergeRepeated(problems: readonly Problem[], context: readonly Finding[], index: CauseIndex): Problem[] {
  const merged = new Map<string, Problem>();
  for (const problem of problems) {
    const lead = problem.candidates[0]!;
    const { module, host } = subjectOf(capturesOf(lead));
    const key = [lead.cause.id, module, host, problem.terminal, problem.recovered].join('\0');
    const earlier = merged.get(key);
    if (!earlier) {
      merged.set(key, problem);
      continue;
    }
    const findings = [...earlier.findings, ...problem.findings];
    merged.set(key, {
      ...problem,
      units: [...earlier.units, ...problem.units],
      findings,
      hearsay: [...earlier.hearsay, ...problem.hearsay],
      candidates: rankCauses([...findings, ...context], index),
    });
  }
  return [...merged.values()];
}
