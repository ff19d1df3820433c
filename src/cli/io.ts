import { closeSync, existsSync, fstatSync, openSync, statSync, writeSync } from 'node:fs';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { createRedactor, type Redactor } from '../redact/redactor.ts';
import { guardText } from '../report/guard.ts';

/** The world as a command sees it. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: NodeJS.ReadStream;
  readonly stdinIsTerminal: boolean;
  readonly stdinHasInput: boolean;
  readonly stdoutIsTerminal: boolean;
  /** Columns of the terminal that reads standard output. */
  readonly columns: number | undefined;
  fileExists(name: string): boolean;
  /** Keys can be read although standard input is a pipe. */
  canReadKeys(): boolean;
  out(text: string): void;
  /** Bytes of a log that is passed on. */
  outBytes(bytes: Uint8Array): void;
  /** A line on standard error, through the terminal guard. */
  err(text: string): void;
}

/** Thrown when nobody reads our output any more: the end of the work, not a failure. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/** The real world. Streams of Node are made only when asked for, since making them costs a good part of a short run. */
export function processIo(): Io {
  return {
    env: process.env,
    get stdin() {
      return process.stdin;
    },
    get columns() {
      return process.stdout.columns;
    },
    stdinIsTerminal: isTerminal(0),
    stdinHasInput: hasInput(),
    stdoutIsTerminal: isTerminal(1),
    fileExists: existsSync,
    canReadKeys,
    out: (text) => writeAll(1, text),
    outBytes: (bytes) => writeAll(1, bytes),
    err: (text) => writeNotice(text),
  };
}

/**
 * Writes to a file descriptor until all is out.
 * @throws ReaderGone when the pipe is closed, ModwhyError E_WRITE when the disk is full and the like
 */
export function writeAll(descriptor: number, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') throw new ReaderGone();
      if (code !== 'EAGAIN')
        throw new ModwhyError('E_WRITE', say`cannot write the report: ${message}; is the disk full?`, { cause: error });
      // The pipe is full and non-blocking: wait for its reader.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

let notices: Redactor | null = null;

function writeNotice(text: string): void {
  try {
    // A file's name and what the system says of it may hold a secret too.
    notices ??= createRedactor();
    writeAll(2, `${guardText(notices.redact(text), { lines: true })}\n`);
  } catch {
    // Nobody can be told that nobody can be told.
  }
}

function isTerminal(descriptor: number): boolean {
  try {
    // node:tty brings Node's sockets and streams with it: a pipe, a file and the null device are ruled out without it.
    const stat = fstatSync(descriptor);
    return stat.isCharacterDevice() && stat.rdev !== nullDevice() && process.getBuiltinModule('node:tty').isatty(descriptor);
  } catch {
    return false;
  }
}

function nullDevice(): number {
  return process.platform === 'win32' ? -1 : statSync('/dev/null').rdev;
}

function hasInput(): boolean {
  try {
    const stat = fstatSync(0);
    return stat.isFIFO() || stat.isFile() || stat.isSocket();
  } catch {
    return false;
  }
}

function canReadKeys(): boolean {
  try {
    closeSync(openSync(process.platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty', 'r'));
    return true;
  } catch {
    return false;
  }
}
