import { watchSignals } from '../../proc/signals.ts';

/** Waits, unless a signal asks to end. @returns that signal, or null after the time */
export function waitOrSignal(milliseconds: number): Promise<NodeJS.Signals | null> {
  return new Promise((done) => {
    const finish = (signal: NodeJS.Signals | null) => {
      clearTimeout(timer);
      watch.stop();
      done(signal);
    };
    const watch = watchSignals(finish, true);
    const timer = setTimeout(finish, milliseconds, null);
  });
}
