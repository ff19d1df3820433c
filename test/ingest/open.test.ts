import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openInputs } from '../../src/ingest/open.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'modwhy-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Opens names in the folder, and shows each input with all that it gives out. */
async function read(names: readonly string[], stdin: Iterable<Uint8Array> = []): Promise<unknown[]> {
  const paths = names.map((name) => (name === '-' ? name : join(folder, name)));
  const inputs = await openInputs(paths, { stdin: Readable.from(stdin, { objectMode: false }) });
  const rows: unknown[] = [];
  for (const input of inputs) {
    const name = input.name.replace(`${folder}/`, '');
    if ('error' in input) {
      const { code, message } = input.error;
      rows.push({ ...input, error: { code, message }, name });
      continue;
    }
    const chunks: Uint8Array[] = [];
    let error: unknown;
    try {
      for await (const chunk of input.open()) chunks.push(chunk);
    } catch (thrown) {
      error = `${(thrown as { code: string }).code}: ${(thrown as Error).message}`;
    }
    rows.push({ name, text: Buffer.concat(chunks).toString(), ...(error === undefined ? {} : { error }) });
  }
  return rows;
}

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);

test('a name is a file first, then a pattern; each that fails has its own row', async () => {
  put('weird[1].log', 'weird\n');
  put('b.log', 'b\n');
  put('a.log', 'a\n');
  mkdirSync(join(folder, 'deep'));
  put('deep/c.log', 'c\n');
  symlinkSync('..', join(folder, 'deep/circle'));
  symlinkSync('c.log', join(folder, 'deep/linked.log'));
  symlinkSync('nowhere', join(folder, 'deep/gone.log'));
  expect(await read(['weird[1].log', 'missing.log', 'deep', 'missing*.log', '[ab].log', 'a.log', 'deep/**/*.log'])).toMatchInlineSnapshot(`
    [
      {
        "name": "weird[1].log",
        "text": "weird
    ",
      },
      {
        "error": {
          "code": "E_NOT_FOUND",
          "message": "there is no such file; check the name and the folder you are in",
        },
        "name": "missing.log",
        "named": true,
      },
      {
        "error": {
          "code": "E_DIRECTORY",
          "message": "this is a folder, and logs are files; name the files in it, for example with a pattern such as "logs/*.log"",
        },
        "name": "deep",
        "named": true,
      },
      {
        "error": {
          "code": "E_NOT_FOUND",
          "message": "no file matches this pattern; check it, and the folder you are in",
        },
        "name": "missing*.log",
        "named": true,
      },
      {
        "name": "b.log",
        "text": "b
    ",
      },
      {
        "name": "a.log",
        "text": "a
    ",
      },
      {
        "name": "deep/c.log",
        "text": "c
    ",
      },
      {
        "error": {
          "code": "E_NOT_FOUND",
          "message": "there is no such file; check the name and the folder you are in",
        },
        "name": "deep/gone.log",
        "named": false,
      },
      {
        "name": "deep/linked.log",
        "text": "c
    ",
      },
    ]
  `);
});

test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
  put('secret.txt', 'x');
  chmodSync(join(folder, 'secret.txt'), 0);
  expect(await read(['secret.txt'])).toMatchObject([{ error: { code: 'E_READ' }, named: true }]);
});

test('gzip is known by its bytes: members in a row, cut, damaged', async () => {
  const text = Array.from({ length: 3000 }, (_, at) => `go: downloading example.com/m${at * 7919} v1.0.0\n`).join('');
  const packed = gzipSync(text);
  put('two', Buffer.concat([gzipSync('a\n'), gzipSync('b\n')]));
  put('cut', packed.subarray(0, packed.length - 2000));
  const broken = Buffer.from(packed);
  broken[broken.length - 6]! ^= 0xff;
  put('broken', broken);
  const [two, cut, damaged] = (await read(['two', 'cut', 'broken'])) as { text: string; error?: string }[];
  expect(two).toEqual({ name: 'two', text: 'a\nb\n' });
  expect(text.startsWith(cut!.text)).toBe(true);
  expect(cut!.text.length).toBeGreaterThan(text.length / 2);
  expect(cut!.error).toBe(`E_DECOMPRESS: the gzip data ends too early: ${cut!.text.length} bytes could be unpacked; fetch the file again`);
  expect(text.startsWith(damaged!.text)).toBe(true);
  expect(text.length - damaged!.text.length).toBeLessThan(16_384);
  expect(damaged!.error).toContain('E_DECOMPRESS: the gzip data is damaged (incorrect data check)');
});

test('UTF-16 with a mark becomes UTF-8; NUL bytes without one are refused', async () => {
  put('utf16le', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('go: é\r\n', 'utf16le')]));
  put('utf16be', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from('go: é\r\n', 'utf16le').swap16()]));
  put('elf', '\x7fELF\0\0');
  put('empty', '');
  expect(await read(['utf16le', 'utf16be', 'elf', 'empty'])).toMatchInlineSnapshot(`
    [
      {
        "name": "utf16le",
        "text": "go: é
    ",
      },
      {
        "name": "utf16be",
        "text": "go: é
    ",
      },
      {
        "error": "E_BINARY: this is not a text log: it has NUL bytes at its start; unpack it, or name the log file itself",
        "name": "elf",
        "text": "",
      },
      {
        "name": "empty",
        "text": "",
      },
    ]
  `);
});

test('standard input gives the bytes that went in, broken ones and long lines too', async () => {
  const bytes = Buffer.concat([
    Buffer.from('\ufeffa\r\n\n'),
    Buffer.from([0xff, 0xc3, 10]),
    Buffer.alloc(200_000, 'x'),
    Buffer.from('\nend é'),
  ]);
  const inputs = await openInputs(['-'], {
    stdin: Readable.from([bytes.subarray(0, 9), bytes.subarray(9, 70_000), bytes.subarray(70_000)], { objectMode: false }),
  });
  const chunks: Uint8Array[] = [];
  for (const input of inputs) if ('open' in input) for await (const chunk of input.open()) chunks.push(chunk);
  expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
});

test('standard input may be gzip, and what came before its end is kept', async () => {
  const packed = gzipSync('go: downloading\nlast');
  expect(await read(['-'], [packed])).toEqual([{ name: '-', text: 'go: downloading\nlast' }]);
  const [cut] = (await read(['-'], [packed.subarray(0, packed.length - 4)])) as { text: string; error: string }[];
  expect(cut).toEqual({
    name: '-',
    text: 'go: downloading\nlast',
    error: 'E_DECOMPRESS: the gzip data ends too early: 20 bytes could be unpacked; fetch the file again',
  });
});
