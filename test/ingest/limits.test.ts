import { deflateRawSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { archiveLimits } from '../../src/ingest/limits.ts';
import { makeTar, makeZip } from './make-archive.ts';
import { tellChunks, tellFile } from './read.ts';

const files = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `${at}.log`, data: `${at}\n` }));
const entryCount = (text: string) => text.split('<').length - 1;

test('the limits are those that are promised', () => {
  expect(archiveLimits).toMatchObject({ entries: 10_000, ratio: 100, free: 2 ** 20, total: 8 * 2 ** 30, depth: 3 });
});

test('10,000 files', async () => {
  const stored = (count: number) => makeZip(files(count).map((file) => ({ ...file, method: 0 })));
  const more = await tellFile(stored(10_001));
  expect([entryCount(more.text), more.cut]).toEqual([10_000, ['archive-entries 10001 10000']]);
  for (const make of [makeZip, makeTar]) {
    expect(await tellFile(make(files(20)), { entries: 20 })).toMatchObject({ cut: [], text: expect.stringMatching(/>19\n$/) });
    const { text, cut } = await tellFile(make(files(21)), { entries: 20 });
    expect([entryCount(text), cut]).toEqual([20, ['archive-entries 21 20']]);
  }
  // Those of an archive inside count, too.
  const nested = await tellFile(makeZip([{ name: '1.zip', data: makeZip(files(3)) }, ...files(3)]), { entries: 5 });
  expect([entryCount(nested.text), nested.cut]).toEqual([4, ['archive-entries 3 1']]);
});

test('100:1 past 1 MiB: an input, a file of an archive', async () => {
  const giant = Buffer.alloc(64 << 20, 'go: downloading\n');
  const kept = (length: number) => Math.max(2 ** 20, 100 * length);
  for (const packed of [gzipSync(giant), zstdCompressSync(giant)]) {
    const { text, cut, error } = await tellFile(packed);
    const most = kept(Math.min(16_384, packed.length));
    expect(error).toBe(null);
    expect(text.length).toBe(most);
    expect(cut).toEqual([expect.stringMatching(new RegExp(`^archive-ratio \\d+ ${most}$`))]);
  }
  const packed = deflateRawSync(giant);
  const zip = makeZip([
    { name: 'a.log', data: giant, packed },
    { name: 'b.log', data: 'after\n' },
  ]);
  const { text, cut } = await tellFile(zip);
  expect(text).toMatch(/<b\.log\|b\.log\|b\.log>after\n$/);
  expect(cut).toEqual([expect.stringMatching(/^archive-ratio \d+ 1638400$/)]);
  // Just below the free size nothing is asked.
  const small = Buffer.alloc(2 ** 20, '\n');
  expect(await tellFile(gzipSync(small))).toMatchObject({ cut: [], error: null });
});

test('one file that many names point to cannot unpack to more than the whole may', async () => {
  const mebi = Buffer.alloc(2 ** 20, 'go: downloading\n');
  const many = makeZip(Array.from({ length: 40 }, (_, at) => ({ name: `${at}.log`, data: mebi })));
  const { text, cut } = await tellFile(many);
  // The last log was cut, so a line end was added to it.
  expect(text.replaceAll(/<[^>]*>/g, '').length).toBe(100 * many.length + 1);
  expect(cut).toEqual([expect.stringMatching(/^archive-ratio /)]);
});

test('so many bytes in all', async () => {
  const data = Array.from({ length: 5000 }, (_, at) => `${at * 7919}\n`).join('');
  const limits = { total: 30_000 };
  for (const bytes of [gzipSync(data), zstdCompressSync(data)]) {
    const { text, cut } = await tellFile(bytes, limits);
    expect(data.startsWith(text)).toBe(true);
    expect([text.length, cut]).toEqual([30_000, [expect.stringMatching(/^archive-total \d+ 30000$/)]]);
  }
  const zip = makeZip([0, 1, 2].map((at) => ({ name: `${at}.log`, data, method: at === 0 ? 0 : 8 })));
  const { text, cut } = await tellFile(zip, { total: 60_000 });
  expect(text.replaceAll(/<[^>]*>/g, '').length).toBe(60_001);
  expect(entryCount(text)).toBe(2);
  expect(cut).toEqual([expect.stringMatching(/^archive-total \d+ 60000$/)]);
});

test('three archives in each other', async () => {
  const inside = (name: string, data: Uint8Array) =>
    makeZip([
      { name, data },
      { name: 'beside.log', data: 'b\n' },
    ]);
  const two = inside('b.log.gz', gzipSync('deep\n'));
  const three = inside('two.zip', two);
  const four = inside('three.zip', three);
  expect(await tellFile(three)).toMatchObject({
    text: '<beside.log|beside.log|beside.log>b\n<two.zip/b.log.gz|two.zip:b.log.gz|two.zip/b.log.gz>deep\n<two.zip/beside.log|two.zip:beside.log|two.zip/beside.log>b\n',
    cut: [],
  });
  const deepest = await tellFile(four);
  expect(deepest.text).not.toContain('deep');
  expect([entryCount(deepest.text), deepest.cut]).toEqual([3, ['archive-depth 4 3']]);
  const packed = [1, 2, 3].reduce((bytes: Uint8Array) => gzipSync(bytes), Buffer.from('deep\n'));
  expect(await tellFile(packed)).toMatchObject({ text: 'deep\n', cut: [] });
  expect((await tellFile(gzipSync(packed))).error).toBe('E_DECOMPRESS: it is packed more than 3 times over; unpack it first');
});

test('a zip that cannot be read where it lies is held up to a limit', async () => {
  const zip = makeZip(files(20));
  expect((await tellFile(zip, { held: 100 })).error).toBe(null);
  expect((await tellChunks([zip], { held: 100 })).error).toBe(
    'E_DECOMPRESS: a zip file on standard input is read only up to 256 MiB; save it, and name the file',
  );
  const outer = makeZip([{ name: 'in.zip', data: zip }, ...files(1)]);
  expect(await tellFile(outer, { held: 100 })).toMatchObject({ text: '<0.log|0.log|0.log>0\n', cut: ['archive-held 2 1'] });
});
