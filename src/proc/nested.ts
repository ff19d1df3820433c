import { fstatSync } from 'node:fs';

/** Names the pipes that a `modwhy run` around this one reads, as systemd's JOURNAL_STREAM names those of the journal. */
export const outerVariable = 'MODWHY_RUN_OUTPUT';

/** `DEVICE:INODE` of each pipe. */
export function outerValue(descriptors: readonly number[]): string {
  return descriptors.map(identity).join(' ');
}

/** Whether all that we print goes to a `modwhy run` around this one, which then explains it. */
export function isInside(env: Readonly<Record<string, string | undefined>>): boolean {
  const outer = env[outerVariable]?.split(' ') ?? [];
  return outer.length > 0 && [1, 2].every((descriptor) => outer.includes(identity(descriptor)));
}

function identity(descriptor: number): string {
  try {
    const { dev, ino } = fstatSync(descriptor, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return 'closed';
  }
}
