import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import type { IPty } from '@lydell/node-pty';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { type Ending, readerLeft } from './ending.ts';
import type { KeptOutput } from './kept-output.ts';
import { locateProgram } from './locate.ts';
import { outerVariable } from './nested.ts';
import { watchSignals } from './signals.ts';
import { createSink } from './sink.ts';

type Environment = Readonly<Record<string, string | undefined>>;

// More waits in the kernel, and stops the command.
const mostWaiting = 1 << 22;
const endOfInput = '\u0004';

/**
 * The same as `runChild`, with a terminal for the command: it draws and colours as it does for people. Both of its outputs come out on standard output.
 * @throws ModwhyError E_TERMINAL when the part that makes terminals is not installed
 */
export async function preparePty(argv: readonly [string, ...string[]], env: Environment): Promise<(kept: KeptOutput) => Promise<Ending>> {
  let spawn: typeof import('@lydell/node-pty').spawn;
  try {
    ({ spawn } = (await import('@lydell/node-pty')).default);
  } catch (error) {
    throw new ModwhyError(
      'E_TERMINAL',
      say`--pty needs the package @lydell/node-pty, which is not installed or not made for this machine: npm install @lydell/node-pty, or leave --pty out`,
      { cause: error },
    );
  }
  return async (kept) => {
    const [program, ...args] = argv;
    const file = locateProgram(program, env);
    const { columns = 80, rows = 24 } = process.stdout;
    const variables = Object.fromEntries(Object.entries({ ...env, [outerVariable]: '' }).filter(([, value]) => value !== undefined));
    const child = spawn(file, args, {
      name: env.TERM ?? 'xterm',
      cols: columns,
      rows,
      cwd: process.cwd(),
      env: variables,
      encoding: null,
    });
    return attend(child, kept);
  };
}

async function attend(child: IPty, kept: KeptOutput): Promise<Ending> {
  let readerGone = false;
  let lost: string | null = null;
  const sink = createSink(1, (error) => {
    if (readerLeft(error)) readerGone = true;
    else lost = error.message;
    child.kill('SIGHUP');
  });
  const waiting: Buffer[] = [];
  let size = 0;
  let idle = () => {};
  let writing = false;
  const next = (): void => {
    for (let bytes = waiting.shift(); bytes !== undefined; bytes = waiting.shift()) {
      size -= bytes.length;
      writing = !sink.write(bytes, next);
      if (writing) return;
    }
    writing = false;
    child.resume();
    idle();
  };
  // With `encoding: null` these are bytes, whatever the types say.
  child.onData((data: unknown) => {
    const bytes = Buffer.from(data as Uint8Array);
    kept.add('stdout', bytes);
    waiting.push(bytes);
    size += bytes.length;
    if (size > mostWaiting) child.pause();
    if (!writing) next();
  });
  const keys = passKeys(child);
  const resize = () => child.resize(process.stdout.columns, process.stdout.rows);
  if (process.stdout.isTTY) process.stdout.on('resize', resize);
  const signals = watchSignals((signal) => child.kill(signal), true);
  const { exitCode, signal } = await new Promise<{ exitCode: number; signal?: number }>((done) => child.onExit(done));
  process.stdout.off('resize', resize);
  keys.stop();
  if (writing) await new Promise<void>((done) => void (idle = done));
  signals.stop();
  return {
    code: signal ? null : exitCode,
    signal: signal ? signalName(signal) : null,
    signals: signals.seen(),
    readerGone,
    lost,
    leftBehind: false,
  };
}

/** What is typed goes to the command as it is, Ctrl+C too: its terminal makes a signal of it. */
function passKeys(child: IPty): { stop(): void } {
  const { stdin } = process;
  const wasRaw = stdin.isTTY ? stdin.isRaw : null;
  if (wasRaw !== null) {
    stdin.setRawMode(true);
    // Node's raw mode still makes CR LF of LF, which the command's own terminal has done already. The mode before comes back as a whole.
    spawnSync('stty', ['-opost'], { stdio: ['inherit', 'ignore', 'ignore'], timeout: 5000 });
  }
  const pass = (data: Buffer) => child.write(data as unknown as string);
  const end = () => child.write(endOfInput);
  stdin.on('data', pass).on('end', end);
  return {
    stop() {
      stdin.off('data', pass).off('end', end).pause();
      if (wasRaw !== null) stdin.setRawMode(wasRaw);
      stdin.unref?.();
    },
  };
}

function signalName(number: number): NodeJS.Signals {
  const found = Object.entries(constants.signals).find(([, value]) => value === number);
  return (found?.[0] ?? 'SIGKILL') as NodeJS.Signals;
}
