import { ModwhyError } from '../model/error.ts';
import { looksBinary, utf16Of } from './binary.ts';
import { gunzip, isGzip } from './gunzip.ts';
import { withStart } from './peek.ts';

const startLength = 8192;

/**
 * Raw bytes in, bytes of text out: gzip is unpacked, UTF-16 becomes UTF-8.
 * @throws ModwhyError E_BINARY | E_DECOMPRESS
 */
export async function* decodeBytes(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const started = withStart(source, startLength);
  const first = await started.next();
  if (first.done) return;
  const whole = chain(first.value, started);
  yield* readText(isGzip(first.value) ? withStart(gunzip(whole), startLength) : whole);
}

async function* readText(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  let first = true;
  for await (const chunk of source) {
    if (first) {
      first = false;
      if (looksBinary(chunk))
        throw new ModwhyError('E_BINARY', 'this is not a text log: it has NUL bytes at its start; unpack it, or name the log file itself');
      const encoding = utf16Of(chunk);
      decoder = encoding ? new TextDecoder(encoding) : null;
    }
    yield decoder ? Buffer.from(decoder.decode(chunk, { stream: true })) : chunk;
  }
  const rest = decoder?.decode();
  if (rest) yield Buffer.from(rest);
}

async function* chain(first: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  yield* rest;
}
