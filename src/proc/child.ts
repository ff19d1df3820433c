import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync } from 'node:fs';
import { type Ending, readerLeft } from './ending.ts';
import { jobserverDescriptors } from './jobserver.ts';
import type { KeptOutput, Stream } from './kept-output.ts';
import { outerValue, outerVariable } from './nested.ts';
import { openPipes, type Pipe } from './pipes.ts';
import { type Pump, startPump } from './pump.ts';
import { watchSignals } from './signals.ts';
import { createSink, type Sink } from './sink.ts';

// A process that the command left behind may hold its output for ever.
const quietAfterEnd = 500;
const longestAfterEnd = 5000;

/** Where a command reads from and what it prints goes to, when that is not simply ours. */
export interface ChildStreams {
  /** @default our standard input */
  readonly input?: 'inherit' | 'ignore';
  /** Instead of our output itself. */
  readonly output?: (descriptor: number, onGone: (error: NodeJS.ErrnoException) => void) => Sink;
}

const bothOutputs: readonly { readonly stream: Stream; readonly descriptor: number }[] = [
  { stream: 'stdout', descriptor: 1 },
  { stream: 'stderr', descriptor: 2 },
];

/**
 * Runs a command in this process group, with our standard input, and passes what it prints on as it comes.
 * @param kept gets a copy
 * @returns how it ended, when its output is out
 * @throws NodeJS.ErrnoException when it cannot be started
 */
export async function runChild(
  [program, ...args]: readonly [string, ...string[]],
  env: Readonly<Record<string, string | undefined>>,
  kept: Pick<KeptOutput, 'add'>,
  { input = 'inherit', output = createSink }: ChildStreams = {},
): Promise<Ending> {
  const wanted = oneOutput() ? bothOutputs.slice(0, 1) : bothOutputs;
  const pipes = openPipes(wanted.length);
  // A socket cannot be shared by two: without pipes their order is lost.
  const outputs = pipes ? wanted : bothOutputs;
  let running: ChildProcess | null = null;
  const early: NodeJS.Signals[] = [];
  const signals = watchSignals((signal) => void (running ? running.kill(signal) : early.push(signal)));
  const child = await started(() =>
    spawn(program, args, {
      stdio: [input, ...writeEnds(pipes), ...extra(jobserverDescriptors(env))],
      env: { ...env, [outerVariable]: pipes ? outerValue(pipes.map(({ write }) => write)) : '' },
    }),
  )
    .catch((error) => {
      for (const { read } of pipes ?? []) closeSync(read);
      signals.stop();
      throw error;
    })
    .finally(() => {
      for (const { write } of pipes ?? []) closeSync(write);
    });
  running = child;
  for (const signal of early) child.kill(signal);
  const exited = new Promise<Pick<Ending, 'code' | 'signal'>>((done) => child.on('exit', (code, signal) => done({ code, signal })));
  let readerGone = false;
  let lost: string | null = null;
  const sinks: Sink[] = [];
  const pumps = outputs.map(({ stream, descriptor }, index): Pump => {
    const sink = output(descriptor, (error) => {
      if (readerLeft(error)) readerGone ||= stream === 'stdout';
      else lost ??= error.message;
      pump.close();
    });
    sinks.push(sink);
    const pump = startPump(pipes?.[index]?.read ?? child[stream]!, (bytes, resume) => {
      kept.add(stream, bytes);
      return sink.write(bytes, resume);
    });
    return pump;
  });
  const { code, signal } = await exited;
  const before = signals.seen().length;
  const leftBehind = !(await drained(pumps, () => {
    const late = signals.seen()[before];
    if (late === undefined) return;
    // The command is gone, and whoever waits for our reader has had enough.
    signals.stop();
    process.kill(process.pid, late);
  }));
  signals.stop();
  for (const sink of sinks) sink.close();
  return { code, signal, signals: signals.seen(), readerGone, lost, leftBehind };
}

/** Both of ours lead to the same place: with one pipe for both, what the command prints keeps its order there. */
function oneOutput(): boolean {
  try {
    const [one, other] = [fstatSync(1, { bigint: true }), fstatSync(2, { bigint: true })];
    return one.dev === other.dev && one.ino === other.ino;
  } catch {
    return false;
  }
}

function writeEnds(pipes: readonly Pipe[] | null): ('pipe' | number)[] {
  return pipes ? [pipes[0]!.write, pipes.at(-1)!.write] : ['pipe', 'pipe'];
}

/** Descriptors above 2 keep their numbers; those between are the null device. */
function extra(descriptors: readonly number[]): (number | 'ignore')[] {
  const last = Math.max(2, ...descriptors);
  return Array.from({ length: last - 2 }, (_, index) => (descriptors.includes(index + 3) ? index + 3 : 'ignore'));
}

function started(start: () => ChildProcess): Promise<ChildProcess> {
  return new Promise((done, failed) => {
    const child = start();
    child.on('error', failed);
    child.once('spawn', () => done(child));
  });
}

/**
 * Waits until the pipes are closed, or are held by somebody who says nothing.
 * @param whileWaiting called now and then
 * @returns whether they were closed
 */
async function drained(pumps: readonly Pump[], whileWaiting: () => void): Promise<boolean> {
  const ended = Promise.all(pumps.map((pump) => pump.ended)).then(() => true);
  const from = performance.now();
  for (;;) {
    if (await sooner(ended, 50)) return true;
    const now = performance.now();
    whileWaiting();
    if (pumps.some((pump) => pump.waiting())) continue;
    const quiet = now - Math.max(from, ...pumps.map((pump) => pump.lastActive()));
    if (quiet < quietAfterEnd && now - from < longestAfterEnd) continue;
    for (const pump of pumps) pump.close();
    return false;
  }
}

function sooner(ended: Promise<boolean>, milliseconds: number): Promise<boolean> {
  return new Promise((done) => {
    const timer = setTimeout(done, milliseconds, false);
    void ended.then(() => {
      clearTimeout(timer);
      done(true);
    });
  });
}
