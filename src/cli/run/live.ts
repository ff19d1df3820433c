import { isatty } from 'node:tty';
import { loadPack } from '../../catalog/load.ts';
import { textsOf } from '../../i18n/texts.ts';
import { runChild } from '../../proc/child.ts';
import type { Ending } from '../../proc/ending.ts';
import { createHeldOutput, type HeldOutput } from '../../proc/held-output.ts';
import type { KeptOutput, Stream } from '../../proc/kept-output.ts';
import { createSink } from '../../proc/sink.ts';
import { createSession } from '../../session/session.ts';
import type { Feed, Listener } from '../../tui/screens/live/feed.ts';
import { createLookout } from '../../watch/lookout.ts';
import { shownWindow } from '../../watch/shown.ts';
import { createSource, type Source } from '../../watch/source.ts';
import { heldOfBuild } from '../held-of-build.ts';
import type { Io } from '../io.ts';
import { showLive } from '../live.ts';
import type { Options } from '../options.ts';
import { version } from '../version.ts';
import { commandName, echoOf } from './transcript.ts';

/** Commands that are shown on the live screen while they run. */
export interface LiveRun {
  start(kept: KeptOutput): Promise<Ending>;
  /** The reader has left the screen before the end of the command: the answer comes as text. */
  left(): boolean;
}

/** Who ends sooner needs no screen that only flickers. */
const patience = 300;

/** Runs commands behind the live screen; what they print comes out on the terminal when it is left. */
export async function createLiveRun(options: Options, io: Io): Promise<LiveRun> {
  const pack = loadPack(options.language);
  const linear = pack.linear ? (await import('../../match/linear.ts')).linearEngine : null;
  const { run, watch } = textsOf(options.language);
  const argv = options.operands as [string, ...string[]];
  const name = commandName(argv);
  let left = false;

  const start = async (kept: KeptOutput): Promise<Ending> => {
    const session = () =>
      createSession(pack, { name, version, redact: options.redact, language: options.language, held: heldOfBuild }, linear);
    const source = createSource(name, session, watch.remark, 'one');
    source.bytes(echoOf(argv));
    const shown = createShown(source);
    const held: HeldOutput[] = [];
    const running = runChild(
      argv,
      io.env,
      {
        add(stream, bytes) {
          kept.add(stream, bytes);
          shown.add(stream, bytes);
        },
      },
      {
        // Keys belong to the screen.
        input: io.stdinIsTerminal ? 'ignore' : 'inherit',
        output(descriptor, onGone) {
          const sink = createSink(descriptor, onGone);
          if (!isatty(descriptor)) return sink;
          const waiting = createHeldOutput(sink);
          held.push(waiting);
          return waiting.sink;
        },
      },
    );
    const tell = (bytes: number) => void (options.quiet || io.err(`modwhy: ${run.notShown(bytes)}`));
    const release = () => Promise.all(held.map((one) => one.release(tell)));
    try {
      if ((await sooner(running, patience)) === null) {
        const code = await showLive(
          { ...shown.feed(name, running), interrupt: interruptOnce(run.interrupting), suspend },
          options,
          io,
          'closes',
        );
        // Null: there is no terminal for it, and the answer would not find one either.
        left = code !== null && !shown.ended();
      }
      void release();
      return await running;
    } finally {
      await release();
    }
  };
  return { start, left: () => left };
}

/** What the command prints, for the live screen. */
function createShown(source: Source) {
  const lines = { stdout: createWholeLines(source), stderr: createWholeLines(source) };
  let listener: Listener | null = null;
  let ended = false;
  const lookout = createLookout(() => {
    if (!listener || !source.log.stirred()) return;
    const looks = source.log.look();
    if (looks.length > 0) listener.looks(0, looks);
  });
  return {
    ended: () => ended,
    add(stream: Stream, bytes: Uint8Array) {
      lines[stream](bytes);
      if (!listener) return;
      listener.grew();
      lookout.touch(false);
    },
    feed: (name: string, running: Promise<unknown>): Feed => ({
      title: 'run',
      names: [name],
      window: () => shownWindow(source),
      behind: () => 0,
      start(told) {
        listener = told;
        told.grew();
        lookout.touch(false);
        const end = () => {
          ended = true;
          told.ended(null);
        };
        void running.then(end, end);
        return () => {
          listener = null;
          lookout.close();
        };
      },
    }),
  };
}

// More of a line without an end is shown in pieces.
const longestRest = 1 << 16;
const NEWLINE = 10;

/** With two outputs, a line of one must not be cut in two by the other. */
function createWholeLines(source: Source): (bytes: Uint8Array) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (bytes) => {
    // Also a copy: the bytes change after the call.
    const all = Buffer.concat([rest, bytes]);
    const end = all.length > longestRest ? all.length : all.lastIndexOf(NEWLINE) + 1;
    if (end > 0) source.bytes(all.subarray(0, end));
    rest = all.subarray(end);
  };
}

/** The first Ctrl+C goes to all processes of this terminal's foreground, as without a screen; the second one leaves the screen. */
function interruptOnce(told: string): () => string | null {
  let asked = process.platform === 'win32';
  return () => {
    if (asked) return null;
    asked = true;
    process.kill(0, 'SIGINT');
    return told;
  };
}

function suspend(): void {
  process.kill(0, 'SIGTSTP');
}

function sooner(running: Promise<Ending>, milliseconds: number): Promise<Ending | null> {
  return new Promise((done, failed) => {
    const timer = setTimeout(done, milliseconds, null);
    running.then(done, failed).finally(() => clearTimeout(timer));
  });
}
