import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLineSplitter } from '../../src/ingest/splitter.ts';
import { chunksAt, tellChunks, tellThrough } from './read.ts';

// What Windows programs print, in the bytes that they print: GB 18030 and Windows-1252 have no encoder in Node.
const gbk = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
/** "The system cannot find the file specified." in Chinese. */
const notFound = gbk('cf b5 cd b3 d5 d2 b2 bb b5 bd d6 b8 b6 a8 b5 c4 ce c4 bc fe a1 a3');
const notFoundText = '系统找不到指定的文件。';
const latin = (text: string) => Buffer.from(text, 'latin1');
const line = (...parts: (string | Uint8Array)[]) => Buffer.concat([...parts.map((part) => Buffer.from(part)), Buffer.from('\r\n')]);

const read = async (...chunks: Uint8Array[]) => {
  const { text, encodings, error } = await tellChunks(chunks);
  return { text, encodings, error };
};

test('GB 18030: the console of a Chinese Windows, beside the UTF-8 that go prints', async () => {
  const log = Buffer.concat([line('C:\\work> go build ./...'), line('go: open ', notFound), line('模块 UTF-8'), line(notFound)]);
  expect(await read(log)).toEqual({
    text: `C:\\work> go build ./...\r\ngo: open ${notFoundText}\r\n模块 UTF-8\r\n${notFoundText}\r\n`,
    encodings: ['gb18030'],
    error: null,
  });
});

test('Windows-1252: accented letters that stand alone', async () => {
  const log = Buffer.concat([line(latin('Le fichier sp\xe9cifi\xe9 est introuvable.')), line(latin('caf\xe9 \x80 5, f\xfcr \x93x\x94'))]);
  expect(await read(log)).toEqual({
    text: 'Le fichier spécifié est introuvable.\r\ncafé € 5, für “x”\r\n',
    encodings: ['windows-1252'],
    error: null,
  });
});

test('a few broken bytes leave a log what it is', async () => {
  const cases = [
    line('go: é ', Buffer.from([0xe4, 0xb8]), ' 中文'),
    line('one ', Buffer.from([0xe9]), 't'),
    Buffer.concat([line(Buffer.from([0xff, 0xff, 0xfe])), line('é')]),
    Buffer.from('日本語のログ\n'.repeat(50)).subarray(1),
    // EUC-KR and Shift JIS are not told apart from noise, or not known: they must at least not throw.
    line(Buffer.from([0x83, 0x65, 0x83, 0x58, 0x83, 0x67])),
  ];
  for (const bytes of cases) expect(await read(bytes)).toEqual({ text: bytes.toString(), encodings: [], error: null });
});

test('UTF-16, with a mark or without, and a stray NUL', async () => {
  const text = 'go : example.com/a: é\r\n    + CategoryInfo\r\n';
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  for (const [bytes, name] of [
    [little, 'utf-16le'],
    [big, 'utf-16be'],
    [Buffer.concat([Buffer.from([0xff, 0xfe]), little]), 'utf-16le'],
    [Buffer.concat([Buffer.from([0xfe, 0xff]), big]), 'utf-16be'],
  ] as const)
    expect(await read(bytes)).toEqual({ text, encodings: [name], error: null });
  const stray = Buffer.from(`${'go: downloading\n'.repeat(20)}\0\n`);
  expect(await read(stray)).toEqual({ text: stray.toString(), encodings: [], error: null });
  const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000100000001000806', 'hex');
  expect((await read(png)).error).toMatch(/^E_BINARY/);
});

test('the encoding may show late, and the lines before it are untouched', async () => {
  const start = Buffer.from('go: downloading example.com/a v1.0.0\n'.repeat(40_000));
  const { text, encodings } = await read(start, line(notFound), line(notFound));
  expect(encodings).toEqual(['gb18030']);
  expect(text).toBe(`${start}${notFoundText}\r\n${notFoundText}\r\n`);
  // A broken byte far before says nothing about what comes later.
  const early = await read(line(Buffer.from([0xff])), start, line(notFound));
  expect([early.encodings, early.text.endsWith(`${notFoundText}\r\n`)]).toEqual([['gb18030'], true]);
});

test('any chunks give the same text', async () => {
  const piece = fc.oneof(
    fc.constantFrom('\n', 'go: open ', 'é', '中文', '😀', 'plain words\r\n').map((text) => Buffer.from(text)),
    fc.constantFrom(notFound, latin('sp\xe9cifi\xe9\n'), Buffer.from([0xff]), Buffer.from([0xe4, 0xb8]), Buffer.alloc(70_000, 'x')),
    fc.uint8Array({ maxLength: 4 }).map((bytes) => Buffer.from(bytes)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.array(fc.nat(), { maxLength: 12 }), async (pieces, places) => {
      const whole = Buffer.concat(pieces);
      // The first 8 KiB are looked at together, so that is what a pipe hands on, too.
      expect(linesOf(await bytesOf(chunksAt(whole, places)))).toEqual(linesOf(await bytesOf([whole])));
    }),
    { numRuns: 300 },
  );
});

test('a text that is read through one piece of memory is the same', async () => {
  const piece = fc.oneof(
    fc.constantFrom('\n', 'go: open ', '中文', 'plain words\r\n').map((text) => Buffer.from(text)),
    fc.constantFrom(
      notFound,
      Buffer.from([0xff]),
      Buffer.alloc(9_000, 'x'),
      Buffer.alloc(70_000, 'y'),
      Buffer.from('line\n'.repeat(3_000)),
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 20 }), fc.integer({ min: 8192, max: 20_000 }), async (pieces, size) => {
      const whole = Buffer.concat(pieces);
      const { text, encodings, cut, error } = await tellThrough(whole, size);
      expect(linesOf(error ?? `${text}\n${encodings}\n${cut}`)).toEqual(linesOf(await bytesOf([whole])));
    }),
    { numRuns: 100 },
  );
});

async function bytesOf(chunks: readonly Uint8Array[]): Promise<string> {
  const { text, encodings, cut, error } = await tellChunks(chunks);
  return error ?? `${text}\n${encodings}\n${cut}`;
}

function linesOf(text: string): string[] {
  const lines: string[] = [];
  const splitter = createLineSplitter({ onLine: (line) => lines.push(line), onCut: (seen, kept) => lines.push(`cut ${seen} ${kept}`) });
  splitter.push(Buffer.from(text));
  splitter.end();
  return lines;
}
