import { Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** Passes one output of the command on, at the speed of its reader. */
export interface Pump {
  /** The writers have closed it, or it was closed from here. */
  readonly ended: Promise<void>;
  /** Milliseconds of `performance.now()` at which it last had something to do. */
  lastActive(): number;
  /** Waits for the reader of what it passes on. */
  waiting(): boolean;
  /** From now on the command writes to a pipe that nobody reads. */
  close(): void;
}

/** Takes a chunk. @returns whether it is done with; else it calls `resume` later */
export type Take = (bytes: Uint8Array, resume: () => void) => boolean;

// A pipe of Linux holds 64 KiB.
const readSize = 1 << 16;

/** @param source the end of a pipe that reads, or a stream of Node */
export function startPump(source: number | Readable, take: Take): Pump {
  let active = performance.now();
  let waiting = false;
  const took = (bytes: Uint8Array, resume: () => void) => {
    active = performance.now();
    waiting = !take(bytes, () => {
      active = performance.now();
      waiting = false;
      resume();
    });
    return !waiting;
  };
  const stream = typeof source === 'number' ? fromDescriptor(source, took) : fromStream(source, took);
  const ended = new Promise<void>((done) => {
    // Whatever is wrong with it, no more comes.
    stream.on('error', () => done());
    stream.on('end', () => done());
    stream.on('close', () => done());
  });
  stream.resume();
  return { ended, lastActive: () => active, waiting: () => waiting, close: () => void stream.destroy() };
}

type Took = (bytes: Uint8Array, resume: () => void) => boolean;

/** One buffer for all reads, which is much quicker than a new one for each. */
function fromDescriptor(fd: number, took: Took): Readable {
  const stream: Socket = new Socket({
    fd,
    readable: true,
    writable: false,
    onread: {
      buffer: Buffer.allocUnsafeSlow(readSize),
      callback: (length, buffer) => took(buffer.subarray(0, length), () => stream.resume()),
    },
  });
  return stream;
}

function fromStream(stream: Readable, took: Took): Readable {
  stream.on('data', (chunk: Uint8Array) => {
    if (!took(chunk, () => stream.resume())) stream.pause();
  });
  return stream;
}
