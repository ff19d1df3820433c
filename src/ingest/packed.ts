import { ModwhyError } from '../model/error.ts';
import { createBudget } from './budget.ts';
import type { Format } from './format.ts';
import { type Content, readLayer } from './layer.ts';
import type { ArchiveLimits } from './limits.ts';
import type { Notes } from './notes.ts';
import { inSlices } from './peek.ts';
import { createTally } from './tally.ts';

const slice = 16_384;

/**
 * What is packed or an archive, as text. Loaded only for such content: most logs are neither.
 * @param format of the content, by its first bytes
 * @throws ModwhyError E_BINARY | E_DECOMPRESS, after every good byte was handed out
 */
export async function* readPacked(
  { stream, file }: Content,
  format: Exclude<Format, 'text' | 'foreign'>,
  notes: Notes,
  whenText: (text: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>,
  limits: ArchiveLimits,
): AsyncGenerator<Uint8Array> {
  const budget = createBudget(limits);
  const tally = createTally(notes);
  let read: AsyncIterable<Uint8Array> = stream;
  // What is unpacked is measured against what was read of it: the same count, however the bytes come in.
  if (format === 'zip' && file) budget.read(file.access.size);
  else read = counted(inSlices(stream, slice), budget.read);
  let kept = 0;
  try {
    for await (const chunk of readLayer({ stream: read, file }, { notes, budget, tally, whenText }, { depth: 0, entry: null })) {
      kept += chunk.length;
      yield chunk;
    }
  } catch (error) {
    if (error instanceof ModwhyError && error.code === 'E_DECOMPRESS') notes.cut(`${format}-truncated`, kept, kept);
    throw error;
  }
  const reason = tally.close();
  if (reason !== null) throw new ModwhyError('E_BINARY', reason);
}

async function* counted(source: AsyncIterable<Uint8Array>, onBytes: (length: number) => void): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    onBytes(chunk.length);
    yield chunk;
  }
}
