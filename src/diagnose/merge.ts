import type { Finding } from '../model/finding.ts';
import { type CauseSource, rankCauses } from './ledger.ts';
import type { Problem } from './problem.ts';
import { capturesOf, subjectOf } from './subject.ts';

/**
 * One problem that several commands ran into is one incident: same cause, same subject, same outcome.
 * It is shown where it was last seen, with the lines of all of them.
 */
export function mergeRepeated(problems: readonly Problem[], context: readonly Finding[], causes: CauseSource): Problem[] {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const lead = problem.candidates[0]!;
    const { module, host } = subjectOf(capturesOf(lead));
    const key = [lead.cause.id, module, host, problem.terminal, problem.recovered].join('\0');
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()].map((group) => {
    const last = group.at(-1)!;
    if (group.length === 1) return last;
    const findings = group.flatMap((problem) => problem.findings);
    const ranked = rankCauses([...findings, ...context], causes, last.facts);
    return {
      ...last,
      units: group.flatMap((problem) => problem.units),
      findings,
      hearsay: group.flatMap((problem) => problem.hearsay),
      candidates: ranked.length > 0 ? ranked : last.candidates,
    };
  });
}
