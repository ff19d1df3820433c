import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { readScreen } from './terminal.ts';

export interface PtyOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
  /** The whole environment. @default ours, without what stands for CI and colours */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts a command on a real terminal whose screen can be looked at; for tests and measurements.
 * @param drawn called whenever something new is on the screen
 */
export function startOnPty(
  command: string,
  args: readonly string[],
  { columns = 80, rows = 24, cwd, env = ownEnvironment() }: PtyOptions = {},
  drawn: () => void = () => {},
) {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  const child = pty.spawn(command, [...args], {
    cols: columns,
    rows,
    env: { ...env, TERM: 'xterm-256color' },
    ...(cwd === undefined ? {} : { cwd }),
  });
  let raw = '';
  child.onData((text) => {
    raw += text;
    terminal.write(text, drawn);
  });
  // Answers to what Ink asks the terminal.
  terminal.onData((text) => child.write(text));
  return { child, terminal, screen: () => readScreen(terminal), raw: () => raw };
}

/** Our environment without what makes programs draw otherwise. */
export function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => !/^(?:CI|CI_.*|CONTINUOUS_INTEGRATION|NO_COLOR|FORCE_COLOR)$/.test(name));
  return Object.fromEntries(entries) as Record<string, string>;
}
