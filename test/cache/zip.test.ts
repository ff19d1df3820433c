import { writeFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goModHash, h1, sumZip } from '../../src/cache/hash.ts';
import { cachedName, escapeName, unescapeName } from '../../src/cache/names.ts';
import { type LabModule, moduleZip, storeZip, sumLines } from '../lab/module-zip.ts';
import { temporary } from './make-cache.ts';

const module: LabModule = {
  path: 'example.com/ü',
  version: 'v1.0.0',
  files: { 'a/b.go': 'package b\n', 'a.go': 'package a\n', 'Z.go': '' },
};

test('the hashes are those of go.sum', async () => {
  const name = `${temporary()}/m.zip`;
  writeFileSync(name, moduleZip(module));
  const sums = await sumZip(name);
  const [zip, mod] = sumLines(module).split('\n');
  expect('files' in sums! ? h1(sums.files) : sums).toBe(zip!.split(' ')[2]);
  expect(goModHash(Buffer.from(`module ${module.path}\n`))).toBe(mod!.split(' ')[2]);
  // As in golang.org/x/mod: the hash of an empty go.mod.
  expect(goModHash(Buffer.alloc(0))).toBe('h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=');
});

test('a zip cut anywhere, or with any byte changed, is never the right one and never a crash', async () => {
  const name = `${temporary()}/m.zip`;
  const whole = moduleZip(module);
  const right = 'files' in (await sumsOf(whole))! ? h1(((await sumsOf(whole)) as { files: ReadonlyMap<string, string> }).files) : '';
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      expect(await sumsOf(whole.subarray(0, at))).toHaveProperty('problem');
      const changed = Buffer.from(whole);
      changed[at]! ^= change;
      const sums = await sumsOf(changed);
      // Dates, attributes and versions in the headers are not part of the hash.
      if (sums !== null && 'files' in sums && h1(sums.files) !== right) return;
      expect(sums === null || 'problem' in sums || h1(sums.files) === right).toBe(true);
    }),
    { numRuns: 150 },
  );
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      expect(await sumsOf(Buffer.from(bytes))).toHaveProperty('problem');
    }),
  );

  async function sumsOf(bytes: Buffer) {
    writeFileSync(name, bytes);
    return sumZip(name);
  }
});

test('a file that unpacks to more than it says is damaged, and is not unpacked further', async () => {
  const name = `${temporary()}/m.zip`;
  const zip = storeZip([['m@v1/a', 'x'.repeat(20)]]);
  const packed = deflateRawSync(Buffer.alloc(50 << 20));
  // The stored file becomes a deflated one that says 20 bytes.
  const header = zip.subarray(0, 30 + 6);
  header.writeUInt16LE(8, 8);
  const table = zip.subarray(zip.length - 22 - 46 - 6);
  table.writeUInt16LE(8, 10);
  table.writeUInt32LE(packed.length, 20);
  table.writeUInt32LE(header.length + packed.length, table.length - 22 + 16);
  writeFileSync(name, Buffer.concat([header, packed, table]));
  expect(await sumZip(name)).toEqual({ problem: 'damaged', file: 'm@v1/a' });
});

test('names of the cache', () => {
  expect(
    ['v1.0.0.zip', 'v1.0.0.ziphash', 'v1.0.0-!r!c.1.mod', 'list', 'list.lock', 'v1.0.0.zip123.tmp', 'download.txt', '.lock'].map(
      cachedName,
    ),
  ).toEqual([
    { kind: 'file', version: 'v1.0.0', suffix: 'zip' },
    { kind: 'file', version: 'v1.0.0', suffix: 'ziphash' },
    { kind: 'file', version: 'v1.0.0-!r!c.1', suffix: 'mod' },
    { kind: 'list' },
    { kind: 'list-lock' },
    { kind: 'tmp', version: 'v1.0.0' },
    { kind: 'other' },
    { kind: 'other' },
  ]);
  expect(['github.com/!burnt!sushi', 'a/!', 'a/!A', 'A', 'a/b'].map(unescapeName)).toEqual([
    'github.com/BurntSushi',
    null,
    null,
    null,
    'a/b',
  ]);
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'aAzZ.-/1') }), (name) => unescapeName(escapeName(name)) === name));
});
