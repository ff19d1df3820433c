import { isUtf8 } from 'node:buffer';
import type { LineSource } from './redactor.ts';
import { createTextStream, type LineCodec } from './text-stream.ts';

/** Bytes of a log in any chunks, the same bytes with the secrets hidden out. */
export interface ByteStream {
  push(bytes: Uint8Array): Buffer;
  end(): Buffer;
}

// Each byte is the character of its number: what is no UTF-8 comes out as it went in.
const bytewise: LineCodec = {
  decode(line) {
    if (!/[\x80-\xff]/.test(line)) return null;
    const bytes = Buffer.from(line, 'latin1');
    return isUtf8(bytes) ? bytes.toString('utf8') : null;
  },
  encode: (text) => Buffer.from(text, 'utf8').toString('latin1'),
};
const asItIs: LineCodec = { decode: () => null, encode: (text) => text };

/** Keeps line ends, escapes, byte order mark and encoding (UTF-8, anything like ASCII, UTF-16 with its mark). */
export function createByteStream(redactor: LineSource): ByteStream {
  let inner: ByteStream | null = null;
  let start = Buffer.alloc(0);
  const open = (): ByteStream => {
    const order = start.length < 2 ? null : (encodings[start.toString('hex', 0, 2)] ?? withoutMark(start));
    inner = order ? utf16(redactor, order) : utf8(redactor);
    return inner;
  };
  return {
    push(bytes) {
      if (inner) return inner.push(bytes);
      start = Buffer.concat([start, bytes]);
      return start.length < judged ? Buffer.alloc(0) : open().push(start);
    },
    end() {
      if (inner) return inner.end();
      const stream = open();
      return Buffer.concat([stream.push(start), stream.end()]);
    },
  };
}

// Byte order marks.
const encodings: Readonly<Record<string, 'little' | 'big'>> = { fffe: 'little', feff: 'big' };

// Four characters, which in a log are ASCII.
const judged = 8;

/** Windows tools may write UTF-16 without a mark: every second byte of ASCII is then a NUL. */
function withoutMark(start: Buffer): 'little' | 'big' | null {
  const zeros = [...start.subarray(0, judged)].map((byte) => (byte === 0 ? '0' : '.')).join('');
  if (zeros === '.0.0.0.0') return 'little';
  return zeros === '0.0.0.0.' ? 'big' : null;
}

function utf8(redactor: LineSource): ByteStream {
  const stream = createTextStream(redactor, bytewise);
  return {
    push: (bytes) => Buffer.from(stream.push(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')), 'latin1'),
    end: () => Buffer.from(stream.end(), 'latin1'),
  };
}

function utf16(redactor: LineSource, order: 'little' | 'big'): ByteStream {
  const stream = createTextStream(redactor, asItIs);
  let odd = Buffer.alloc(0);
  const turned = (bytes: Buffer) => (order === 'little' ? bytes : Buffer.from(bytes).swap16());
  return {
    push(bytes) {
      const all = Buffer.concat([odd, bytes]);
      const even = all.length - (all.length % 2);
      odd = all.subarray(even);
      return turned(Buffer.from(stream.push(turned(all.subarray(0, even)).toString('utf16le')), 'utf16le'));
    },
    end: () => Buffer.concat([turned(Buffer.from(stream.end(), 'utf16le')), odd]),
  };
}
