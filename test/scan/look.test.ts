import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openGunzip } from '../../src/ingest/gunzip.ts';
import type { Found } from '../../src/scan/found.ts';
import { createScanner } from '../../src/scan/one.ts';
import { openReading } from '../../src/scan/open-reading.ts';
import { failing, folderWith } from '../cli/modwhy.ts';
import { noise } from '../filter/noise.ts';

const reading = await openReading({ version: '0', language: 'en', reports: false, hashes: true });
const scanner = createScanner(reading);

function fileOf(folder: string, name: string, bytes: Uint8Array): Found {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return { kind: 'file', name, path: file, size: bytes.length, modified: 0, named: false };
}

const calm = readFileSync('build/calm.log');
const long = noise(7, 700_000, () => '');
const said = Buffer.from('Runner name: build-7\nCurrent runner version: 2.329.0\nCI_JOB_ID=77\ndone\n');
const chinese = Buffer.from('下载完成\n'.repeat(30_000));

test('a file without a failure is looked through, plain and packed, and no session says more of it', async () => {
  const calmOnes = {
    'empty.log': Buffer.alloc(0),
    'calm.log': calm,
    'long.log': long,
    'said.log': said,
    'chinese.log': chinese,
    'bad.log': Buffer.from([0x61, 0xff, 0x62, 10]),
    'bad.gz': gzipSync(Buffer.from([0x61, 0xff, 0x62, 10])),
    'calm.log.gz': gzipSync(calm),
    'long.log.gz': gzipSync(long),
    'said.log.gz': gzipSync(said),
    'chinese.log.gz': gzipSync(chinese),
    'empty.log.gz': gzipSync(Buffer.alloc(0)),
    'members.gz': Buffer.concat([gzipSync(calm), gzipSync(said), gzipSync(long)]),
  };
  const folder = folderWith({});
  for (const [index, [name, bytes]] of Object.entries(calmOnes).entries()) {
    const found = fileOf(folder, name, bytes);
    const looked = scanner.look(found, index);
    expect(looked, name).not.toBeNull();
    expect(looked, name).toEqual(await scanner.scan(found, index));
  }
  expect(scanner.look(fileOf(folder, 'said.log', said), 0)!.logs[0]).toMatchObject({ verdict: 'no-failure', ids: ['job:77'] });
});

test('what a reader has to judge is left to it', async () => {
  const others = {
    'failing.log': Buffer.from(failing),
    'failing.gz': gzipSync(Buffer.concat([long, Buffer.from(failing)])),
    'second.gz': Buffer.concat([gzipSync(calm), gzipSync(failing)]),
    'cut.gz': gzipSync(long).subarray(0, -9),
    'damaged.gz': Buffer.concat([gzipSync(long).subarray(0, 9000), Buffer.alloc(4000, 0xff)]),
    'behind.gz': Buffer.concat([gzipSync(calm), Buffer.from('not gzip')]),
    'zeros.gz': Buffer.concat([gzipSync(calm), Buffer.alloc(512)]),
    'half.gz': gzipSync(Buffer.from([0x61, 10, 0xe4, 0xbd])),
    'twice.gz': gzipSync(gzipSync(calm)),
    'repeated.gz': gzipSync('a line\n'.repeat(3_000_000), { level: 9 }),
    'wide.log': Buffer.from(calm.toString(), 'utf16le'),
    'calm.zst': zstdCompressSync(calm),
  };
  const folder = folderWith({});
  for (const [index, [name, bytes]] of Object.entries(others).entries())
    expect(scanner.look(fileOf(folder, name, bytes), index), name).toBeNull();
});

test('gzip is unpacked as zlib does it, whatever the pieces', () => {
  const gunzip = openGunzip()!;
  expect(gunzip).not.toBeNull();
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 3000 }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 1, max: 500 }),
      fc.integer({ min: 1, max: 500 }),
      (members, pieceIn, pieceOut) => {
        const packed = Buffer.concat(members.map((member) => gzipSync(member)));
        gunzip.reset();
        const unpacked: Buffer[] = [];
        for (let from = 0; ; ) {
          const input = packed.subarray(from, from + pieceIn);
          const output = Buffer.alloc(pieceOut);
          const left = gunzip.unpack(input, output, input.length === 0)!;
          unpacked.push(output.subarray(0, pieceOut - left.output));
          from += input.length - left.input;
          if (input.length === 0 && left.output > 0) break;
        }
        expect(Buffer.concat(unpacked)).toEqual(Buffer.concat(members));
      },
    ),
    { numRuns: 200 },
  );
});

test('a failing log has the hash of all its bytes, wherever it fails, and of what stands there when it is read', async () => {
  const fault = Buffer.from(failing);
  const mebibyte = Buffer.concat([long, long]);
  const logs = [
    fault,
    Buffer.concat([calm, fault, calm]),
    Buffer.concat([long, fault]),
    Buffer.concat([mebibyte, fault, long]),
    Buffer.concat([fault, mebibyte]),
    Buffer.concat([Buffer.from('caf\xe9\n', 'latin1'), mebibyte, fault]),
    Buffer.concat([Buffer.from('caf\xe9\n', 'latin1'), fault]),
  ];
  const folder = folderWith({});
  for (const [index, bytes] of logs.entries()) {
    const found = fileOf(folder, `${index}.log`, bytes);
    expect(scanner.look(found, index)).toBeNull();
    const [log] = (await scanner.scan(found, index))!.logs;
    expect(log).toMatchObject({ content: sha256(bytes) });
    // Written anew after it was looked at.
    scanner.look(found, index);
    const other = Buffer.concat([Buffer.from('one line more\n'), bytes]);
    writeFileSync(found.path, other);
    expect((await scanner.scan(found, index))!.logs[0]).toMatchObject({ content: sha256(other) });
  }
});

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

test('a healthy log says its commit also behind a word of failures', () => {
  const folder = folderWith({});
  const log = '[failover] HEAD is now at 0123456 Add a file\nok  \texample.org/a\t0.012s\n';
  const found = fileOf(folder, 'job.log', Buffer.from(log));
  expect(createScanner(reading).look(found, 0)!.logs[0]).toMatchObject({ verdict: 'no-failure', commit: '0123456' });
});

test('behind logs that failed others are read without a look, and the same is told of each', async () => {
  const fault = Buffer.from(failing);
  const others: readonly Buffer[] = [
    calm,
    Buffer.concat([said, fault]),
    gzipSync(calm),
    gzipSync(Buffer.concat([said, fault])),
    Buffer.concat([long, long]),
    Buffer.concat([long, long, fault]),
    Buffer.alloc(0),
    Buffer.from('caf\xe9\n', 'latin1'),
  ];
  const folder = folderWith({});
  const fails = fileOf(folder, 'fails.log', fault);
  for (const [index, bytes] of others.entries()) {
    const found = fileOf(folder, `${index}.log`, bytes);
    const fresh = createScanner(reading);
    const alone = fresh.look(found, index) ?? (await fresh.scan(found, index));
    const guessing = createScanner(reading);
    for (let at = 0; at < 4; at++) {
      expect(guessing.look(fails, -1)).toBeNull();
      await guessing.scan(fails, -1);
    }
    expect(guessing.look(found, index)).toBeNull();
    expect(await guessing.scan(found, index)).toEqual(alone);
    // One that did not fail ends it.
    if (alone!.logs[0]!.verdict === 'no-failure') expect(guessing.look(fileOf(folder, 'calm.log', calm), -1)).not.toBeNull();
  }
});
