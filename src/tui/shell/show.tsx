import { render } from 'ink';
import { App, type AppProps } from './app.tsx';

export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

/**
 * Draws a screen on the alternate screen until the reader leaves; the terminal is then as it was.
 * @returns the state that the screen ended with
 * @throws what went wrong while drawing, after the terminal was given back
 */
export async function show<State, Action, Effect>(
  props: Omit<AppProps<State, Action, Effect>, 'last'>,
  { stdin, stdout }: Streams,
): Promise<State> {
  let state = props.screen.initial;
  const last = (now: State) => {
    state = now;
  };
  const instance = render(<App {...props} last={last} />, {
    stdin,
    stdout,
    alternateScreen: true,
    incrementalRendering: true,
    // It was decided before that a reader is here; Ink would decide again by variables of CI systems.
    interactive: true,
    exitOnCtrlC: false,
  });
  await instance.waitUntilExit();
  return state;
}
