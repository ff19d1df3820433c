import { foreignError, formatOf } from './format.ts';
import type { Content } from './layer.ts';
import { type ArchiveLimits, archiveLimits } from './limits.ts';
import type { Notes } from './notes.ts';
import { chain, withStart } from './peek.ts';
import { readText } from './text.ts';

const startLength = 8192;

/**
 * Raw bytes in, UTF-8 text out: packed files are unpacked, archives give their logs one after the other, each ended by a line end.
 * @param whenText is put around what is no archive, such as the reader by lines of a pipe
 * @throws ModwhyError E_BINARY | E_DECOMPRESS, after every good byte was handed out
 */
export async function* readContent(
  { stream, file }: Content,
  notes: Notes,
  whenText: (text: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array> = (text) => text,
  limits: ArchiveLimits = archiveLimits,
): AsyncGenerator<Uint8Array> {
  const started = withStart(stream, startLength);
  const first = await started.next();
  if (first.done) return;
  const format = formatOf(first.value);
  if (format === 'foreign') throw foreignError(first.value);
  const whole = chain(first.value, started);
  if (format === 'text') return yield* whenText(readText(whole, notes));
  const { readPacked } = await import('./packed.ts');
  yield* readPacked({ stream: whole, file }, format, notes, whenText, limits);
}
