import { guardText } from '../../report/guard.ts';
import { writeAll } from '../io.ts';

/** One line on standard error that is written over. */
export interface Progress {
  show(text: string): void;
  clear(): void;
}

const every = 100;
const nothing: Progress = { show: () => {}, clear: () => {} };

/** @param wanted false: nothing is shown; nor is it where standard error is no terminal */
export function createProgress(wanted: boolean): Progress {
  const { isatty } = process.getBuiltinModule('node:tty');
  if (!wanted || !isatty(2)) return nothing;
  let last = 0;
  let shown = false;
  const write = (text: string) => {
    try {
      writeAll(2, `\r\x1b[K${text}`);
    } catch {
      // Nobody reads it.
    }
  };
  return {
    show(text) {
      const now = performance.now();
      if (now - last < every) return;
      last = now;
      shown = true;
      write(guardText(text).slice(0, 78));
    },
    clear: () => void (shown && write('')),
  };
}
