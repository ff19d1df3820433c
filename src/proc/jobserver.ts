import { fstatSync } from 'node:fs';

const flag = /--jobserver-(?:auth|fds)=(\d{1,3}),(\d{1,3})/g;

/**
 * File descriptors by which make lets the make below it start more jobs; Node hands nothing above 2 on by itself. The last flag counts.
 * Source: GNU make manual, POSIX Jobserver.
 */
export function jobserverDescriptors(env: Readonly<Record<string, string | undefined>>): number[] {
  const found = [...(env.MAKEFLAGS ?? '').matchAll(flag)].at(-1);
  if (!found) return [];
  const descriptors = [Number(found[1]), Number(found[2])];
  return descriptors.every((one) => one > 2 && isPipe(one)) ? descriptors : [];
}

function isPipe(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFIFO();
  } catch {
    return false;
  }
}
