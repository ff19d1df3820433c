import { readFileSync } from 'node:fs';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR1', 'SIGUSR2'] as const;
// What keys of the terminal send reaches all processes in its foreground, the command too.
const fromKeys: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGQUIT']);

/** Signals that reach us, for as long as a command runs. */
export interface SignalWatch {
  /** In the order in which they came. */
  seen(): readonly NodeJS.Signals[];
  stop(): void;
}

/**
 * Passes signals on instead of ending by them, so that the command decides.
 * @param send gives one to the command; what a key of the terminal has sent, the command has already
 * @param ownTerminal the command has a terminal of its own, which keys of ours do not reach
 */
export function watchSignals(send: (signal: NodeJS.Signals) => void, ownTerminal = false): SignalWatch {
  const seen: NodeJS.Signals[] = [];
  const listener = (signal: NodeJS.Signals) => {
    if (signal !== 'SIGUSR1' && signal !== 'SIGUSR2') seen.push(signal);
    if (ownTerminal || !fromKeys.has(signal) || !inForeground()) send(signal);
  };
  for (const signal of forwarded) process.on(signal, listener);
  return {
    seen: () => seen,
    stop: () => {
      for (const signal of forwarded) process.off(signal, listener);
    },
  };
}

/** Whether keys of the terminal reach this process and what it has started. proc(5), /proc/PID/stat: pgrp and tpgid. */
function inForeground(): boolean {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[2] === fields[5];
  } catch {
    const { isatty } = process.getBuiltinModule('node:tty');
    return [0, 1, 2].some((descriptor) => isatty(descriptor));
  }
}
