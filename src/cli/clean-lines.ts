import { openInputs } from '../ingest/open.ts';
import { type ErrorCode, ModwhyError } from '../model/error.ts';
import type { Line } from '../model/line.ts';
import { type Said, say } from '../model/said.ts';
import { createCutList } from '../session/cut-list.ts';
import { createLineReading } from '../session/line-reading.ts';
import type { Io } from './io.ts';

/** A text that was read whole, as it came and without what CI systems put around its lines. */
export interface CleanText {
  readonly name: string;
  readonly text: string;
  readonly lines: readonly Line[];
}

// Larger texts are logs of which the part that matters can be cut out.
const limit = 1 << 26;

/**
 * Reads files whole, and `-` for standard input.
 * @throws ModwhyError when one cannot be read, or is larger than 64 MiB
 */
export async function readClean(names: readonly string[], io: Io): Promise<CleanText[]> {
  const texts: CleanText[] = [];
  for (const input of await openInputs(names, io)) {
    if ('error' in input) throw named(input.name, input.error);
    const chunks: Uint8Array[] = [];
    let size = 0;
    try {
      for await (const chunk of input.open()) {
        size += chunk.length;
        if (size > limit) throw new ModwhyError('E_EVIDENCE', say`larger than ${limit >> 20} MiB: cut out the part that matters`);
        chunks.push(chunk);
      }
    } catch (error) {
      throw error instanceof ModwhyError ? named(input.name, error) : error;
    }
    const reading = createLineReading({ literals: [], windows: [] }, 'off', createCutList());
    for (const chunk of chunks) reading.push(chunk);
    texts.push({ name: input.name, text: Buffer.concat(chunks).toString(), lines: reading.end() });
  }
  return texts;
}

function named(name: string, { code, said, message }: { code: ErrorCode; said?: Said | null; message: string }): ModwhyError {
  return new ModwhyError(code, say`${name}: ${said ?? message}`);
}
