import path from 'node:path';
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { readScreen } from './terminal.ts';

const program = path.resolve('bin/modwhy.js');

/** The built program on a real terminal, until the test ends. */
export function onPty(args: readonly string[], { columns = 80, rows = 24, cwd }: { columns?: number; rows?: number; cwd?: string } = {}) {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:CI|CI_.*|CONTINUOUS_INTEGRATION|NO_COLOR|FORCE_COLOR)$/.test(name)),
  ) as Record<string, string>;
  const child = pty.spawn(process.execPath, [program, ...args], {
    cols: columns,
    rows,
    env: { ...env, TERM: 'xterm-256color' },
    ...(cwd === undefined ? {} : { cwd }),
  });
  let exit: { exitCode: number } | undefined;
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
    if (!exit) child.kill('SIGKILL');
  });
  const wait = async (what: string, holds: () => boolean, patience = 15_000) => {
    const until = performance.now() + patience;
    while (!holds()) {
      if (performance.now() > until) throw new Error(`${what} did not come; the screen is:\n${readScreen(terminal)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return {
    screen: () => readScreen(terminal),
    raw: () => raw,
    write: (text: string) => child.write(text),
    until: (text: string, patience?: number) => wait(text, () => readScreen(terminal).includes(text), patience),
    /** As a terminal sends it: line ends are carriage returns, marks around it. */
    paste: (text: string) => child.write(`\u001b[200~${text.replaceAll('\n', '\r')}\u001b[201~`),
    async ended() {
      await wait('the end', () => exit !== undefined);
      await new Promise<void>((resolve) => terminal.write('', resolve));
      return exit!.exitCode;
    },
  };
}
