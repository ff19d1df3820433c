import { openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';

export interface Keyboard {
  readonly stream: NodeJS.ReadStream;
  close(): void;
}

/**
 * Where keys come from: standard input, or the terminal itself when the log came through it.
 * @throws ModwhyError E_TERMINAL when there is no terminal to read
 */
export function openKeyboard(stdin: () => NodeJS.ReadStream, stdinIsTerminal: boolean, platform: string): Keyboard {
  if (stdinIsTerminal) {
    const stream = stdin();
    return { stream, close: () => stream.pause().unref() };
  }
  try {
    const stream = new ReadStream(openSync(platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty', 'r'));
    return { stream, close: () => stream.destroy() };
  } catch (cause) {
    throw new ModwhyError('E_TERMINAL', say`the screen needs a terminal to read keys from; use --no-tui`, { cause });
  }
}
