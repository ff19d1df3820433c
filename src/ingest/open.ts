import { accessSync, constants, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { fileInput } from './file.ts';
import { findByPattern, isPattern } from './glob.ts';
import type { BrokenInput, Input } from './input.ts';
import type { ArchiveLimits } from './limits.ts';
import { readFailure } from './read-failure.ts';
import { stdinInput } from './stdin.ts';

// Opening these again fails for sockets, and for what another user has opened.
const stdinNames = new Set(['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0']);

/**
 * Turns names into inputs, in their order: `-` is standard input, a name is first a file and only then a pattern.
 * Each name that cannot be read has its own row, so that the others go on.
 */
export async function openInputs(
  names: readonly string[],
  io: { readonly stdin: Readable },
  limits?: ArchiveLimits,
): Promise<(Input | BrokenInput)[]> {
  const inputs: (Input | BrokenInput)[] = [];
  const taken = new Set(names);
  let stdinTaken = false;
  for (const name of names) {
    if (stdinNames.has(name)) {
      inputs.push(stdinTaken ? broken(name, readTwice(), true) : stdinInput(io, name, limits));
      stdinTaken = true;
      continue;
    }
    const input = openFile(name, true, limits);
    if (!('error' in input) || input.error.code !== 'E_NOT_FOUND' || !isPattern(name)) {
      inputs.push(input);
      continue;
    }
    for (const found of await openPattern(name, taken, limits)) inputs.push(found);
  }
  return inputs;
}

function readTwice(): ModwhyError {
  return new ModwhyError('E_READ', say`standard input was named before, and can be read only once; save it in a file to name it again`);
}

async function openPattern(pattern: string, taken: Set<string>, limits?: ArchiveLimits): Promise<(Input | BrokenInput)[]> {
  try {
    const found = await findByPattern(pattern);
    if (found.length === 0) throw new ModwhyError('E_NOT_FOUND', say`no file matches this pattern; check it, and the folder you are in`);
    // A file that several patterns find is explained once.
    const fresh = found.filter((name) => !taken.has(name));
    for (const name of fresh) taken.add(name);
    return fresh.map((name) => openFile(name, false, limits));
  } catch (error) {
    return [broken(pattern, error, true)];
  }
}

function openFile(name: string, named: boolean, limits?: ArchiveLimits): Input | BrokenInput {
  try {
    if (statSync(name).isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    accessSync(name, constants.R_OK);
    return fileInput(name, limits);
  } catch (error) {
    return broken(name, error, named);
  }
}

function broken(name: string, error: unknown, named: boolean): BrokenInput {
  return { name, error: error instanceof ModwhyError ? error : readFailure(error as NodeJS.ErrnoException), named };
}
