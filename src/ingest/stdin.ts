import type { Readable } from 'node:stream';
import { ModwhyError } from '../model/error.ts';
import { readContent } from './content.ts';
import type { Input } from './input.ts';
import type { ArchiveLimits } from './limits.ts';
import { noNotes } from './notes.ts';
import { readFailure } from './read-failure.ts';

const batchSize = 1 << 16;

/** Standard input, in whole lines. It is asked for only when it is read. @param name as the user named it */
export function stdinInput(io: { readonly stdin: Readable }, name = '-', limits?: ArchiveLimits): Input {
  return { name, open: (notes = noNotes) => readContent({ stream: readStream(io.stdin), file: null }, notes, byLine, limits) };
}

async function* readStream(stdin: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stdin) yield typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
  } catch (error) {
    throw readFailure(error as NodeJS.ErrnoException);
  }
}

// The bytes come out as they went in: the marks of the guard are taken out again.
async function* byLine(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const [{ default: split2 }, { pipeline, Readable: ReadableStream }, { CUT_MARK, createLineGuard }] = await Promise.all([
    import('split2'),
    import('node:stream'),
    import('./line-guard.ts'),
  ]);
  const pieceEnd = new RegExp(`(?<=[\\n${CUT_MARK}])`);
  let broken: unknown = null;
  // An error inside the pipeline would throw away the lines that are still in it.
  const calm = async function* () {
    try {
      yield* source;
    } catch (error) {
      broken = error;
    }
  };
  const pieces = pipeline(ReadableStream.from(calm(), { objectMode: false }), createLineGuard(), split2(pieceEnd), () => {});
  let batch = '';
  for await (const piece of pieces as AsyncIterable<string>) {
    batch += piece.endsWith(CUT_MARK) ? piece.slice(0, -1) : piece;
    if (batch.length < batchSize) continue;
    yield Buffer.from(batch, 'latin1');
    batch = '';
  }
  if (batch !== '') yield Buffer.from(batch, 'latin1');
  if (broken instanceof ModwhyError) throw broken;
  if (broken !== null) throw readFailure(broken as NodeJS.ErrnoException);
}
