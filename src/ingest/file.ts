import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { readContent } from './content.ts';
import { readFifo } from './fifo.ts';
import type { Input } from './input.ts';
import type { Content } from './layer.ts';
import type { ArchiveLimits } from './limits.ts';
import { type Notes, noNotes } from './notes.ts';
import { readFailure } from './read-failure.ts';
import { readText } from './text.ts';

const chunkSize = 1 << 20;
const leastChunk = 1 << 14;
// What the caches of a processor hold while it is looked at.
const pieceSize = 1 << 17;

/** A file that was found and may be read. @param isStopped asked while a pipe is waited for */
export function fileInput(name: string, limits?: ArchiveLimits, isStopped?: () => boolean): Input {
  return { name, open: (notes = noNotes) => readFile(name, notes, limits, isStopped) };
}

async function* readFile(name: string, notes: Notes, limits?: ArchiveLimits, isStopped?: () => boolean): AsyncGenerator<Uint8Array> {
  let descriptor: number | null = null;
  try {
    // A FIFO that nobody writes to would keep even an open() waiting for ever.
    descriptor = openSync(name, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const before = fstatSync(descriptor);
    refuseDevice(before);
    const content = before.isFIFO() ? { stream: readFifo(descriptor, name, isStopped), file: null } : plainFile(descriptor, before.size);
    yield* readContent(content, notes, undefined, limits);
    const after = fstatSync(descriptor);
    if (before.isFile() && isOther(after, before)) notes.cut('changed', after.size, before.size);
  } catch (error) {
    throw error instanceof ModwhyError ? error : readFailure(error as NodeJS.ErrnoException);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/**
 * The same for a plain text that is open already, through one piece of memory: each chunk holds until the next one is asked for.
 * @param memory at least 8 KiB @param begun so many of the first bytes stand in it, none or at least 8 KiB
 * @throws ModwhyError E_READ | E_BINARY
 */
export async function* textOfFile(descriptor: number, before: Stats, notes: Notes, memory: Buffer, begun = 0): AsyncGenerator<Uint8Array> {
  try {
    yield* readText(inPieces(descriptor, memory, begun), notes);
    const after = fstatSync(descriptor);
    if (isOther(after, before)) notes.cut('changed', after.size, before.size);
  } catch (error) {
    throw error instanceof ModwhyError ? error : readFailure(error as NodeJS.ErrnoException);
  }
}

async function* inPieces(descriptor: number, memory: Buffer, begun: number): AsyncGenerator<Uint8Array> {
  if (begun > 0) yield memory.subarray(0, begun);
  const size = Math.min(memory.length, pieceSize);
  for (let at = begun; ; ) {
    let length = 0;
    for (let read = 1; read > 0 && length < size; length += read) read = readSync(descriptor, memory, length, size - length, at + length);
    if (length === 0) return;
    at += length;
    yield memory.subarray(0, length);
  }
}

/** Whether a file was written to. */
export function isOther(now: Stats, before: Stats): boolean {
  return now.size !== before.size || now.mtimeMs !== before.mtimeMs;
}

/** The null device is an empty log; others never end, or take what someone types. */
function refuseDevice(stat: Stats): void {
  if (stat.isBlockDevice() || (stat.isCharacterDevice() && !isNullDevice(stat)))
    throw new ModwhyError('E_READ', say`this is a device, and logs are files; save the log, or pipe it in`);
  if (stat.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
}

function isNullDevice({ rdev }: Stats): boolean {
  // Windows has no other device that can be opened by a name.
  if (process.platform === 'win32') return true;
  const descriptor = openSync('/dev/null', 'r');
  try {
    return fstatSync(descriptor).rdev === rdev;
  } finally {
    closeSync(descriptor);
  }
}

function plainFile(descriptor: number, size: number): Content {
  const read = (position: number | null, length: number): Uint8Array => {
    const chunk = Buffer.allocUnsafeSlow(length);
    return chunk.subarray(0, readSync(descriptor, chunk, 0, length, position));
  };
  const stream = (async function* () {
    // No more is asked for than is there, and a little for what is written meanwhile: large buffers make the collector run.
    let left = size;
    for (;;) {
      const chunk = read(null, Math.max(leastChunk, Math.min(chunkSize, left)));
      if (chunk.length === 0) return;
      left -= chunk.length;
      yield chunk;
    }
  })();
  return { stream, file: { descriptor, access: { size, read } } };
}
