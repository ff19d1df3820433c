import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadPack } from '../../src/catalog/load.ts';
import { readContent } from '../../src/ingest/content.ts';
import { noNotes } from '../../src/ingest/notes.ts';
import { ModwhyError } from '../../src/model/error.ts';
import { reportSchema } from '../../src/model/report.ts';
import { createSession } from '../../src/session/session.ts';
import { makeTar, makeZip } from './make-archive.ts';
import { tellChunks, tellFile } from './read.ts';

const pack = loadPack();
const logs = readdirSync('samples', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.log'))
  .sort()
  .map((name) => readFileSync(path.join('samples', name)));
// Far above what one run needs, far below what something quadratic would.
const budget = 5_000;

/** From bytes to a report that keeps to the schema; every error is one of ours. */
async function explain(bytes: Uint8Array): Promise<string> {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  const stream = (async function* () {
    yield bytes;
  })();
  const started = performance.now();
  try {
    for await (const chunk of readContent({ stream, file: null }, session)) session.push(chunk);
  } catch (error) {
    if (!(error instanceof ModwhyError)) throw error;
  }
  const report = session.report();
  expect(performance.now() - started).toBeLessThan(budget);
  return reportSchema.parse(JSON.parse(JSON.stringify(report))).verdict;
}

const log = fc.constantFrom(...logs);
const place = fc.nat(1 << 20);
const flipped = (bytes: Buffer, places: readonly number[]) => {
  const copy = Buffer.from(bytes);
  for (const at of places) copy[at % copy.length]! ^= 1 << (at & 7);
  return copy;
};

test('a log with flipped bits, cut, spliced with another, with NULs or a giant line has a report in time', async () => {
  const mutated = fc.oneof(
    fc.tuple(log, fc.array(place, { maxLength: 40 })).map(([bytes, places]) => flipped(bytes, places)),
    fc.tuple(log, place, place).map(([bytes, from, to]) => bytes.subarray(from % bytes.length, to % bytes.length)),
    fc.tuple(log, log, place, place).map(([a, b, at, from]) => Buffer.concat([a.subarray(0, at % a.length), b.subarray(from % b.length)])),
    fc.tuple(log, place, fc.constantFrom('\0', '\u001b[', 'x', ' ', '\r', '(')).map(([bytes, at, fill]) => {
      const where = at % bytes.length;
      return Buffer.concat([bytes.subarray(0, where), Buffer.alloc(300_000, fill), bytes.subarray(where)]);
    }),
  );
  await fc.assert(
    fc.asyncProperty(mutated, async (bytes) => void (await explain(bytes))),
    { numRuns: 120 },
  );
});

test('damaged archives never throw anything but our own errors, and say what is missing', async () => {
  const files = logs.slice(0, 4).map((data, at) => ({ name: `${at}.log`, data }));
  const archives = [
    makeZip(files),
    makeTar(files),
    gzipSync(logs[0]!),
    zstdCompressSync(logs[0]!),
    gzipSync(makeTar(files)),
    makeZip([{ name: 'in.zip', data: makeZip(files) }]),
  ];
  const damaged = fc
    .tuple(fc.constantFrom(...archives), fc.array(place, { maxLength: 12 }), place, fc.boolean())
    .map(([bytes, places, end, cut]) => flipped(bytes, places).subarray(0, cut ? end % bytes.length : bytes.length));
  await fc.assert(
    fc.asyncProperty(damaged, async (bytes) => void (await explain(bytes))),
    { numRuns: 200 },
  );
});

test('any bytes behind any magic number are read or refused', async () => {
  const magic = fc
    .constantFrom('1f8b08', '28b52ffd', '504b0304', '504b0506', 'fd377a585a00', 'fffe', 'feff', '502a4d18')
    .map((hex) => Buffer.from(hex, 'hex'));
  await fc.assert(
    fc.asyncProperty(magic, fc.uint8Array({ maxLength: 600 }), async (start, rest) => {
      const bytes = Buffer.concat([start, rest]);
      const whole = await tellChunks([bytes]);
      expect(whole.error ?? 'E_').toMatch(/^E_/);
      expect(await tellChunks([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(whole);
    }),
    { numRuns: 150 },
  );
});

test('a zip whose every part points elsewhere is refused or read, as a file too', async () => {
  const zip = makeZip([
    { name: 'a.log', data: 'a\n'.repeat(50) },
    { name: 'b.log', data: 'b\n' },
  ]);
  const table = zip.indexOf('PK\x01\x02');
  for (let at = table; at < zip.length; at++)
    for (const value of [0, 0xff]) {
      const bytes = Buffer.from(zip);
      bytes[at] = value;
      const { error, cut, text } = await tellFile(bytes);
      if (text === '') expect(error).toMatch(/^E_/);
      expect(cut.length).toBeLessThan(4);
    }
});

test('nobody has to listen', async () => {
  const chunks: Uint8Array[] = [];
  const stream = (async function* () {
    yield gzipSync('a\n');
  })();
  for await (const chunk of readContent({ stream, file: null }, noNotes)) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toBe('a\n');
});
