import { ModwhyError } from '../model/error.ts';
import { createBudget } from './budget.ts';
import { foreignError, formatOf } from './format.ts';
import { type Content, readLayer } from './layer.ts';
import { type ArchiveLimits, archiveLimits } from './limits.ts';
import type { Notes } from './notes.ts';
import { chain, inSlices, withStart } from './peek.ts';
import { createTally } from './tally.ts';

const startLength = 8192;
const slice = 16_384;

/**
 * Raw bytes in, UTF-8 text out: packed files are unpacked, archives give their logs one after the other, each ended by a line end.
 * @param whenText is put around what is no archive, such as the reader by lines of a pipe
 * @throws ModwhyError E_BINARY | E_DECOMPRESS, after every good byte was handed out
 */
export async function* readContent(
  content: Content,
  notes: Notes,
  whenText: (text: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array> = (text) => text,
  limits: ArchiveLimits = archiveLimits,
): AsyncGenerator<Uint8Array> {
  const started = withStart(content.stream, startLength);
  const first = await started.next();
  if (first.done) return;
  const budget = createBudget(limits);
  const tally = createTally(notes);
  const format = formatOf(first.value);
  if (format === 'foreign') throw foreignError(first.value);
  let stream: AsyncIterable<Uint8Array> = chain(first.value, started);
  // What is unpacked is measured against what was read of it: the same count, however the bytes come in.
  if (format === 'zip' && content.file) budget.read(content.file.access.size);
  else if (format !== 'text') stream = counted(inSlices(stream, slice), budget.read);
  let kept = 0;
  try {
    for await (const chunk of readLayer({ stream, file: content.file }, { notes, budget, tally, whenText }, { depth: 0, entry: null })) {
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
