import { render } from 'ink';
import { App, type AppProps } from './app.tsx';

export interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
}

/**
 * Draws on the alternate screen until the reader leaves; the terminal is then as it was.
 * @throws what went wrong while drawing, after the terminal was given back
 */
export async function show(props: AppProps, { stdin, stdout }: Streams): Promise<void> {
  const instance = render(<App {...props} />, {
    stdin,
    stdout,
    alternateScreen: true,
    incrementalRendering: true,
    // It was decided before that a reader is here; Ink would decide again by variables of CI systems.
    interactive: true,
    exitOnCtrlC: false,
  });
  await instance.waitUntilExit();
}
