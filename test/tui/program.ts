import path from 'node:path';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { readScreen } from './terminal.ts';

/** The built program. */
export const program = path.resolve('bin/modwhy.js');

interface PtyOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
  /** The whole environment. @default ours, without what stands for CI and colours */
  readonly env?: Readonly<Record<string, string>>;
}

/** A command on a real terminal, until the test ends. */
export function onTerminal(
  command: string,
  args: readonly string[],
  { columns = 80, rows = 24, cwd, env = ownEnvironment() }: PtyOptions = {},
) {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const child = pty.spawn(command, [...args], {
    cols: columns,
    rows,
    env: { ...env, TERM: 'xterm-256color' },
    ...(cwd === undefined ? {} : { cwd }),
  });
  let exit: { readonly exitCode: number; readonly signal?: number | undefined } | undefined;
  let raw = '';
  child.onExit((how) => {
    exit = how;
  });
  child.onData((text) => {
    raw += text;
    terminal.write(text);
  });
  // Answers to what Ink asks the terminal.
  terminal.onData((text) => child.write(text));
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
      if (performance.now() > until) throw new Error(`${what} did not come; the screen is:\n${readScreen(terminal)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return {
    child,
    screen: () => readScreen(terminal),
    raw: () => raw,
    /** `alternate` while a screen is open. */
    type: () => terminal.buffer.active.type,
    write: (keys: string) => child.write(keys),
    /** As a terminal sends it: line ends are carriage returns, marks around it. */
    paste: (text: string) => child.write(`\u001b[200~${text.replaceAll('\n', '\r')}\u001b[201~`),
    until: (text: string | RegExp, patience?: number) =>
      wait(
        String(text),
        () => (typeof text === 'string' ? readScreen(terminal).includes(text) : text.test(readScreen(terminal))),
        patience,
      ),
    untilRows: (count: number) => wait(`${count} rows`, () => readScreen(terminal).split('\n').length === count),
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

export function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => !/^(?:CI|CI_.*|CONTINUOUS_INTEGRATION|NO_COLOR|FORCE_COLOR)$/.test(name));
  return Object.fromEntries(entries) as Record<string, string>;
}
