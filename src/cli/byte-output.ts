import { closeSync, existsSync, openSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { type Io, writeAll } from './io.ts';
import { writeReason } from './output.ts';

/** Where bytes go as they come. */
export interface ByteOutput {
  write(bytes: Uint8Array): void;
  close(): void;
}

/**
 * @param file null or `-`: standard output
 * @throws ModwhyError E_USAGE when the file is one of the inputs | E_WRITE when it cannot be written
 */
export function openBytes(file: string | null, inputs: readonly string[], io: Io): ByteOutput {
  if (file === null || file === '-') return { write: (bytes) => io.outBytes(bytes), close: () => {} };
  if (inputs.some((input) => input !== '-' && real(input) === real(file)))
    throw new ModwhyError('E_USAGE', say`-o ${file} is also an input: it would be overwritten while it is read`);
  let descriptor: number;
  try {
    // What is shared is at first for its owner alone.
    descriptor = openSync(file, 'w', 0o600);
  } catch (error) {
    throw new ModwhyError('E_WRITE', say`cannot write ${file}: ${writeReason(error as NodeJS.ErrnoException)}`, { cause: error });
  }
  return { write: (bytes) => writeAll(descriptor, bytes), close: () => closeSync(descriptor) };
}

function real(name: string): string {
  return existsSync(name) ? realpathSync(name) : path.resolve(name);
}
