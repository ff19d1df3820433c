import { createHash } from 'node:crypto';

const firstWait = 2000;
const longestWait = 60_000;

/**
 * Milliseconds before the next attempt: they double up to a minute, and are up to a quarter longer, so that many jobs
 * that failed at once do not ask at once again. The same seed gives the same waits.
 * @param failed attempts so far, from 1 @param seed what tells this job from others
 */
export function waitBefore(failed: number, seed: string): number {
  const base = Math.min(longestWait, firstWait * 2 ** Math.min(20, failed - 1));
  const spread = createHash('sha256').update(`${seed}:${failed}`).digest().readUInt16BE() / 0xffff;
  return Math.round(base * (1 + spread / 4));
}
