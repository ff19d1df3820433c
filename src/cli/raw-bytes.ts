import { closeSync, openSync, readSync } from 'node:fs';
import { createBudget } from '../ingest/budget.ts';
import { encodingAtStart } from '../ingest/encoding.ts';
import { foreignError, formatOf } from '../ingest/format.ts';
import { archiveLimits } from '../ingest/limits.ts';
import { chain, withStart } from '../ingest/peek.ts';
import { readFailure } from '../ingest/read-failure.ts';
import { unpack } from '../ingest/unpack.ts';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import type { Io } from './io.ts';

const chunkSize = 1 << 20;
const startLength = 8192;
const pipeStart = 8;

/**
 * The bytes of a log as they are; gzip and zstd are unpacked.
 * @param name `-` is standard input
 * @throws ModwhyError E_READ and its kin | E_BINARY | E_DECOMPRESS
 */
export async function* rawBytes(name: string, io: Io): AsyncGenerator<Uint8Array> {
  // A pipe is handed on as it comes: little is waited for.
  const started = withStart(name === '-' ? fromStdin(io) : fromFile(name), name === '-' ? pipeStart : startLength);
  const first = await started.next();
  if (first.done) return;
  const source = chain(first.value, started);
  const format = formatOf(first.value);
  if (format === 'foreign') throw foreignError(first.value);
  if (format === 'gzip' || format === 'zstd') {
    let over = false;
    yield* text(unpack(source, format, createBudget(archiveLimits), { onOver: () => void (over = true) }));
    if (over) throw new ModwhyError('E_DECOMPRESS', say`it unpacks to more than the limit: unpack it first, and redact that`);
    return;
  }
  if (format !== 'text') throw new ModwhyError('E_BINARY', say`this is a ${format} archive: unpack it first, and redact the logs in it`);
  yield* text(source);
}

async function* text(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first = true;
  for await (const chunk of source) {
    if (first && encodingAtStart(chunk) === 'binary')
      throw new ModwhyError('E_BINARY', say`this is not a text log: it has NUL bytes at its start; unpack it, or name the log file itself`);
    first = false;
    yield chunk;
  }
}

async function* fromFile(name: string): AsyncGenerator<Uint8Array> {
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

async function* fromStdin(io: Io): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of io.stdin) yield typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
  } catch (error) {
    throw readFailure(error as NodeJS.ErrnoException);
  }
}
