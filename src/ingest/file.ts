import { closeSync, openSync, readSync } from 'node:fs';
import { ModwhyError } from '../model/error.ts';
import { decodeBytes } from './decode.ts';
import type { Input } from './input.ts';
import { readFailure } from './read-failure.ts';

const chunkSize = 1 << 20;

/** A file that was found and may be read. */
export function fileInput(name: string): Input {
  return { name, open: () => decodeBytes(readFile(name)) };
}

async function* readFile(name: string): AsyncGenerator<Uint8Array> {
  let descriptor: number | null = null;
  try {
    descriptor = openSync(name, 'r');
    for (;;) {
      const chunk = Buffer.allocUnsafeSlow(chunkSize);
      const length = readSync(descriptor, chunk, 0, chunkSize, null);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } catch (error) {
    throw error instanceof ModwhyError ? error : readFailure(error as NodeJS.ErrnoException);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}
