import { statSync } from 'node:fs';
import { comparingTexts } from '../i18n/comparing/texts.ts';
import { openInputs } from '../ingest/open.ts';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import type { Io } from './io.ts';

/** An input that can be read more than once. */
export interface TwiceReadable {
  readonly name: string;
  /** Its whole text, where it is no longer than a file that people write. */
  readonly text: string | null;
  open(): AsyncIterable<Uint8Array>;
}

// What is longer is no go.mod and no go.sum.
const wholeUpTo = 1 << 24;
const pipeUpTo = 1 << 26;

/**
 * Opens inputs to be read twice: files are opened again, pipes are held.
 * @throws ModwhyError when one cannot be read, or is a pipe with more than 64 MiB
 */
export async function openTwice(names: readonly string[], io: Io): Promise<TwiceReadable[]> {
  const found: TwiceReadable[] = [];
  for (const input of await openInputs(names, io)) {
    if ('error' in input) throw new ModwhyError(input.error.code, say`${input.name}: ${input.error.said ?? input.error.message}`);
    const again = isFile(input.name);
    const chunks: Uint8Array[] = [];
    let size = 0;
    try {
      for await (const chunk of input.open()) {
        size += chunk.length;
        if (again && size > wholeUpTo) break;
        if (size > pipeUpTo) throw new ModwhyError('E_EVIDENCE', comparingTexts().compare.tooLong(pipeUpTo >> 20));
        chunks.push(chunk);
      }
    } catch (error) {
      if (!(error instanceof ModwhyError)) throw error;
      throw new ModwhyError(error.code, say`${input.name}: ${error.said ?? error.message}`);
    }
    const text =
      size > wholeUpTo
        ? null
        : Buffer.concat(chunks)
            .toString()
            .replace(/^\ufeff/, '');
    const held = again ? null : chunks;
    found.push({ name: input.name, text, open: held ? () => fromMemory(held) : () => input.open() });
  }
  return found;
}

async function* fromMemory(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

function isFile(name: string): boolean {
  try {
    return name !== '-' && statSync(name).isFile();
  } catch {
    return false;
  }
}
