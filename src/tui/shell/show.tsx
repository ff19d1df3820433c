import { type Instance, render } from 'ink';
import { App, type AppProps } from './app.tsx';
import { fromCorner } from './from-corner.ts';
import type { Keyboard } from './keyboard.ts';
import { SpeakingApp } from './speaking-app.tsx';

export interface Streams {
  readonly keyboard: Keyboard;
  readonly stdout: NodeJS.WriteStream;
}

/**
 * Draws a screen on the alternate screen until the reader leaves; the terminal is then as it was.
 * @param speaking sentences one after the other instead, for a screen reader
 * @param drawn told of each drawing
 * @returns the state that the screen ended with
 * @throws what went wrong while drawing, after the terminal was given back
 */
export async function show<State, Action, Effect>(
  props: Omit<AppProps<State, Action, Effect>, 'last' | 'quietly'>,
  { keyboard, stdout }: Streams,
  speaking = false,
  drawn: () => void = () => {},
): Promise<State> {
  let state = props.screen.initial;
  const last = (now: State) => {
    state = now;
  };
  const quietly = async (work: () => void | Promise<void>) => {
    keyboard.release();
    try {
      await work();
    } finally {
      keyboard.take();
    }
  };
  const Shown = speaking ? SpeakingApp : App;
  const app = () => <Shown {...props} last={last} quietly={quietly} />;
  // Ink does so after the first frame; a key in between would be echoed into it.
  keyboard.stream.setRawMode(true);
  const instance = render(app(), {
    stdin: keyboard.stream,
    stdout: fromCorner(stdout),
    alternateScreen: !speaking,
    incrementalRendering: true,
    isScreenReaderEnabled: speaking,
    // It was decided before that a reader is here; Ink would decide again by variables of CI systems.
    interactive: true,
    exitOnCtrlC: false,
    onRender: drawn,
  });
  const stopWatching = speaking ? () => {} : drawAnewAfterResizing(instance, stdout, () => instance.rerender(app()));
  // What is said about a crash would go to the alternate screen, and away with it.
  const end = () => instance.unmount();
  process.prependListener('uncaughtException', end);
  keyboard.onGone(end);
  // A terminal that is gone takes no more (EIO): that is the end of the screen, not a failure.
  stdout.on('error', end);
  try {
    await instance.waitUntilExit();
  } finally {
    process.off('uncaughtException', end);
    stdout.off('error', end);
    stopWatching();
    keyboard.stream.setRawMode(false);
  }
  return state;
}

const SETTLED = 60;
const clearAll = '\u001b[2J\u001b[H';

/** Ink draws differences to what it believes is there; while the size changes, the terminal moves that about. */
function drawAnewAfterResizing(instance: Instance, stdout: NodeJS.WriteStream, draw: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const drawAnew = () => {
    instance.clear();
    stdout.write(clearAll);
    draw();
  };
  const resized = () => {
    clearTimeout(timer);
    timer = setTimeout(drawAnew, SETTLED);
  };
  stdout.on('resize', resized);
  // Away and back to the same size is no change to the stream, but to what the terminal has kept.
  process.on('SIGWINCH', resized);
  // Whoever stops a process from outside leaves its screen open, and the shell prints into it.
  process.on('SIGCONT', resized);
  return () => {
    clearTimeout(timer);
    stdout.off('resize', resized);
    process.off('SIGWINCH', resized);
    process.off('SIGCONT', resized);
  };
}
