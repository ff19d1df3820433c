import type { Finding } from '../model/finding.ts';
import type { Said } from './problem.ts';
import { maxEvidence } from './weights.ts';

/**
 * What was said anywhere in the log that only supports, in its order. It counts for every problem, so that a log which says a thing ten thousand times
 * keeps no more of it than a hypothesis can show: of rows that weigh the same and name the same kinds of things, the first ones are taken anyway.
 */
export function contextIn(said: readonly Said[]): Finding[] {
  const alike = new Map<string, number>();
  const context: Finding[] = [];
  for (const { units } of said) {
    for (const { findings } of units) {
      for (const finding of findings) {
        const { signal, share, observer, captures } = finding;
        if (signal.role !== 'context' || share <= 0) continue;
        const kind = [signal.id, share, observer, ...Object.keys(captures)].join('\0');
        const count = alike.get(kind) ?? 0;
        alike.set(kind, count + 1);
        if (count < maxEvidence) context.push(finding);
      }
    }
  }
  return context;
}
