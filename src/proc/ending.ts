import { constants } from 'node:os';
import { type Said, say } from '../model/said.ts';

/** How a command ended. */
export interface Ending {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Signals that reached us while it ran. */
  readonly signals: readonly NodeJS.Signals[];
  /** The reader of its standard output went away before its end. */
  readonly readerGone: boolean;
  /** Why its output could not be passed on, when that was not the reader; null: all of it was. */
  readonly lost: string | null;
  /** A process that it started still holds its output, and was not waited for. */
  readonly leftBehind: boolean;
}

/** The exit code that a shell shows for it. */
export function exitCodeOfEnding({ code, signal }: Pick<Ending, 'code' | 'signal'>): number {
  if (signal !== null) return 128 + constants.signals[signal];
  return code ?? 1;
}

/** Somebody ended it: the person at the terminal, the CI system, or the reader that went away. */
export function wasInterrupted({ signal, signals, readerGone }: Ending): boolean {
  return readerGone || signals.length > 0 || (signal !== null && interrupts.has(signal));
}

/** The other end of the pipe was closed, or the terminal is gone. */
export function readerLeft({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EPIPE' || code === 'EIO';
}

const interrupts: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']);

/** Why a command did not start, with the exit code that a shell has for it; 125 when the reason is not the command. */
export function startFailure(program: string, error: NodeJS.ErrnoException): { readonly exitCode: number; readonly message: Said } {
  const [exitCode, message] = reasons[error.code ?? '']?.(program) ?? [125, say`cannot start ${program}: ${error.message}`];
  return { exitCode, message };
}

const reasons: Readonly<Record<string, (program: string) => readonly [exitCode: number, message: Said]>> = {
  ENOENT: (name) => [127, say`${name}: command not found; check its name and PATH, or, for a script, the program in its first line`],
  EACCES: (name) => [126, say`${name}: permission denied; it is a folder, or not executable (chmod +x makes it so)`],
  EPERM: (name) => [126, say`${name}: the system does not allow running it`],
  ENOEXEC: (name) => [126, say`${name}: this is no program that this machine can run`],
  ENOTDIR: (name) => [127, say`${name}: command not found: a part of its path is not a folder`],
  ELOOP: (name) => [126, say`${name}: its symbolic links go in a circle`],
  ETXTBSY: (name) => [126, say`${name}: somebody is writing to it just now; try again`],
  E2BIG: (name) => [126, say`${name}: its arguments and the environment are too long`],
};
