import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLineSplitter, LINE_LIMIT } from '../../src/ingest/splitter.ts';

interface Seen {
  text: string;
  number: number;
  offset: number;
}

function split(chunks: readonly Uint8Array[]): { lines: Seen[]; cuts: [number, number][]; bytes: number } {
  const lines: Seen[] = [];
  const cuts: [number, number][] = [];
  const splitter = createLineSplitter({
    onLine: (text, number, offset) => lines.push({ text, number, offset }),
    onCut: (seen, kept) => cuts.push([seen, kept]),
  });
  for (const chunk of chunks) splitter.push(chunk);
  splitter.end();
  splitter.end();
  return { lines, cuts, bytes: splitter.bytes() };
}

// The whole text at once, one character for each byte to find the offsets.
function reference(bytes: Buffer): Seen[] {
  const lines = [...bytes.toString('latin1').matchAll(/([^\n]*)(\n|$)/g)].filter(([whole]) => whole !== '');
  return lines.map(({ 0: whole, 1: body, index }, at) => {
    const length = whole.endsWith('\n') && body!.endsWith('\r') ? body!.length - 1 : body!.length;
    const text = bytes.subarray(index, index + length).toString('utf8');
    return { text: at === 0 ? text.replace(/^\ufeff/, '') : text, number: at + 1, offset: index };
  });
}

const piece = fc.oneof(
  fc.constantFrom('\n', '\r\n', '\r', '\r\r\n', '\ufeff', 'é', '中', '😀', 'go: downloading').map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
);

test('any chunking gives the lines of the whole', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.array(fc.nat(), { maxLength: 20 }), (pieces, positions) => {
      const whole = Buffer.concat(pieces);
      const edges = [0, ...positions.map((position) => position % (whole.length + 1)).sort((a, b) => a - b), whole.length];
      const chunks = edges.slice(1).map((edge, at) => whole.subarray(edges[at]!, edge));
      expect(split(chunks)).toEqual({ lines: reference(whole), cuts: [], bytes: whole.length });
    }),
    { numRuns: 500 },
  );
});

test('a long line keeps its first 64 KiB, in any chunking', () => {
  const whole = Buffer.from(`a\n${'x'.repeat(LINE_LIMIT - 1)}é${'y'.repeat(1000)}\r\nlast`);
  const expected = {
    lines: [
      { text: 'a', number: 1, offset: 0 },
      { text: 'x'.repeat(LINE_LIMIT - 1), number: 2, offset: 2 },
      { text: 'last', number: 3, offset: 2 + LINE_LIMIT - 1 + 2 + 1000 + 2 },
    ],
    cuts: [[LINE_LIMIT - 1 + 2 + 1000, LINE_LIMIT - 1]],
    bytes: whole.length,
  };
  for (const size of [whole.length, 65_536, 65_539, 1000, 7]) {
    const chunks = Array.from({ length: Math.ceil(whole.length / size) }, (_, at) => whole.subarray(at * size, (at + 1) * size));
    expect(split(chunks)).toEqual(expected);
  }
});

test('a line of exactly 64 KiB is whole, whatever ends it', () => {
  const line = 'x'.repeat(LINE_LIMIT);
  for (const end of ['', '\n', '\r\n']) {
    const whole = Buffer.from(line + end);
    for (const chunks of [[whole], [whole.subarray(0, 10), whole.subarray(10)]]) {
      expect(split(chunks)).toEqual({ lines: [{ text: line, number: 1, offset: 0 }], cuts: [], bytes: whole.length });
    }
  }
});

test('large chunks, of ASCII or not, give the same lines as small ones', () => {
  const text = fc.array(
    fc.oneof(fc.constantFrom('\n', '\r\n', '\r', '\n\n', 'é', 'ok \texample.com/a', 'x'.repeat(900)), fc.string({ maxLength: 20 })),
    {
      minLength: 60,
      maxLength: 200,
    },
  );
  fc.assert(
    fc.property(text, fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 4 }), (pieces, sizes) => {
      const whole = Buffer.from(pieces.join(''));
      const chunks: Uint8Array[] = [];
      let from = 0;
      for (const size of [...sizes, whole.length]) chunks.push(whole.subarray(from, (from += size)));
      expect(split(chunks)).toEqual({ lines: reference(whole), cuts: [], bytes: whole.length });
    }),
    { numRuns: 300 },
  );
});

test('a long line of ASCII is cut as any other', () => {
  const whole = Buffer.from(`a\n${'x'.repeat(LINE_LIMIT + 7)}\r\nb\n`);
  const expected = { lines: ['a', 'x'.repeat(LINE_LIMIT), 'b'], cuts: [[LINE_LIMIT + 7, LINE_LIMIT]] };
  for (const chunks of [[whole], [whole.subarray(0, 5000), whole.subarray(5000)], [...whole].map((byte) => Uint8Array.of(byte))]) {
    const { lines, cuts } = split(chunks);
    expect({ lines: lines.map(({ text }) => text), cuts }).toEqual(expected);
  }
});
