import path from 'node:path';
import { onTestFinished } from 'vitest';
import { ownEnvironment, type PtyOptions, startOnPty } from './pty-program.ts';

/** The built program. */
export const program = path.resolve('bin/modwhy.js');

/** A command on a real terminal, until the test ends. */
export function onTerminal(command: string, args: readonly string[], options: PtyOptions = {}) {
  const { child, terminal, screen, raw } = startOnPty(command, args, options);
  let exit: { readonly exitCode: number; readonly signal?: number | undefined } | undefined;
  child.onExit((how) => {
    exit = how;
  });
  onTestFinished(() => {
    if (exit) return;
    try {
      child.kill('SIGKILL');
    } catch {
      // It is gone, as it should be.
    }
  });
  const wait = async (what: string, holds: () => boolean, patience = 15_000) => {
    const until = performance.now() + patience;
    while (!holds()) {
      if (performance.now() > until) throw new Error(`${what} did not come; the screen is:\n${screen()}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return {
    child,
    screen,
    raw,
    /** `alternate` while a screen is open. */
    type: () => terminal.buffer.active.type,
    write: (keys: string) => child.write(keys),
    /** As a terminal sends it: line ends are carriage returns, marks around it. */
    paste: (text: string) => child.write(`\u001b[200~${text.replaceAll('\n', '\r')}\u001b[201~`),
    until: (text: string | RegExp, patience?: number) =>
      wait(String(text), () => (typeof text === 'string' ? screen().includes(text) : text.test(screen())), patience),
    untilRows: (count: number) => wait(`${count} rows`, () => screen().split('\n').length === count),
    async ended() {
      await wait('the end', () => exit !== undefined);
      await new Promise<void>((resolve) => terminal.write('', resolve));
      return exit!;
    },
    resize(width: number, height: number) {
      child.resize(width, height);
      terminal.resize(width, height);
    },
  };
}

/** The built program on a real terminal. */
export function onPty(args: readonly string[], options: PtyOptions = {}) {
  return onTerminal(process.execPath, [program, ...args], options);
}

export { ownEnvironment };
