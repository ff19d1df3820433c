import { openSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { ReadStream } from 'node:tty';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';

/** Keys from the terminal. The stream that Ink reads stays; what feeds it can be taken away for another program. */
export interface Keyboard {
  readonly stream: NodeJS.ReadStream;
  /** Reads no key until `take`: two programs that read one terminal each get some of what is typed. */
  release(): void;
  take(): void;
  /** Called when the terminal is no more. */
  onGone(call: () => void): void;
  close(): void;
}

/**
 * Where keys come from: the terminal itself, since the log may have come through standard input.
 * @throws ModwhyError E_TERMINAL when there is no terminal to read
 */
export function openKeyboard(platform: string): Keyboard {
  const keys = new PassThrough();
  let source = openTerminal(platform);
  let gone = () => {};
  const feed = () => {
    const mine = source;
    mine.on('data', (chunk) => void keys.write(chunk));
    for (const event of ['end', 'error'])
      mine.on(event, () => {
        if (mine === source) gone();
      });
  };
  feed();
  // What Ink needs of a terminal beside a stream.
  const terminal = {
    isTTY: true,
    setRawMode: (raw: boolean) => void (source.destroyed || source.setRawMode(raw)),
    ref: () => void source.ref(),
    unref: () => void source.unref(),
  };
  return {
    stream: Object.assign(keys, terminal) as unknown as NodeJS.ReadStream,
    release: () => void source.destroy(),
    take() {
      source = openTerminal(platform);
      feed();
    },
    onGone(call) {
      gone = call;
    },
    close() {
      source.destroy();
      keys.destroy();
    },
  };
}

/**
 * The terminal for keys and lines, also when standard input is something else.
 * @throws ModwhyError E_TERMINAL when there is none
 */
export function openTerminal(platform: string): ReadStream {
  try {
    return new ReadStream(openSync(platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty', 'r'));
  } catch (cause) {
    throw new ModwhyError('E_TERMINAL', say`the screen needs a terminal to read keys from; use --no-tui`, { cause });
  }
}
