import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folderWith } from '../cli/modwhy.ts';
import { makeTar, makeZip } from './make-archive.ts';
import { chunksAt, tellChunks, tellFile } from './read.ts';

const fine = { encodings: [], error: null };
const log = (name: string, data = `${name}\n`) => ({ name, data });

test('a log archive of GitHub: each step once, in order, with its job', async () => {
  const mark = '\ufeff';
  const whole = (...lines: string[]) => mark + lines.join('');
  const zip = makeZip([
    log('1_lint.txt', whole('l1\n')),
    log('0_build (1.22).txt', whole('s1\n', 's2\n', 's10\n')),
    log('build (1.22)/10_Run go test.txt', `${mark}s10\n`),
    log('build (1.22)/1_Set up job.txt', `${mark}s1\n`),
    log('build (1.22)/2_Run actions_checkout@v5.txt', `${mark}s2\n`),
    log('build (1.22)/system.txt', 'where it ran\n'),
    // A step is missing here, so the whole job is read.
    log('2_deploy.txt', whole('d1\n', 'd2 is long\n')),
    log('deploy/1_Set up job.txt', `${mark}d1\n`),
  ]);
  const expected = {
    ...fine,
    cut: [],
    text: [
      '<build (1.22)/system.txt|build (1.22)/system|build (1.22)>where it ran\n',
      '<build (1.22)/1_Set up job.txt|build (1.22)/Set up job|build (1.22)>s1\n',
      '<build (1.22)/2_Run actions_checkout@v5.txt|build (1.22)/Run actions_checkout@v5|build (1.22)>s2\n',
      '<build (1.22)/10_Run go test.txt|build (1.22)/Run go test|build (1.22)>s10\n',
      '<1_lint.txt|lint|lint>l1\n',
      '<2_deploy.txt|deploy|deploy>d1\nd2 is long\n',
    ].join(''),
  };
  expect(await tellFile(zip)).toEqual(expected);
  expect(await tellChunks([zip])).toEqual(expected);
});

test('other logs: in the order of their names, each a log of its own; what is no text is counted', async () => {
  const zip = makeZip([
    log('logs/run-10.log', 'ten'),
    log('logs/run-9.log', 'nine\r\n'),
    log('logs/', ''),
    log('__MACOSX/logs/._run-9.log', '\0'),
    log('go.exe', 'MZ\0\0\0\0'),
    log('empty.log', ''),
    { name: 'link.log', data: '/etc/passwd', mode: 0o120777 },
  ]);
  expect(await tellFile(zip)).toEqual({
    ...fine,
    text: '<empty.log|empty.log|empty.log><logs/run-9.log|logs:run-9.log|logs/run-9.log>nine\r\n<logs/run-10.log|logs:run-10.log|logs/run-10.log>ten\n',
    cut: ['archive-not-text 4 3'],
  });
});

test('names are only shown: nothing is written, and two of one name are told apart', async () => {
  const before = readdirSync('/tmp').filter((name) => name.includes('outside'));
  const zip = makeZip([
    log('../../../tmp/outside.log', 'a\n'),
    log('/tmp/outside.log', 'b\n'),
    log('C:\\tmp\\outside.log', 'c\n'),
    log('bell\x07\x1b[2J\n.log', 'd\n'),
    log('twice.log', 'e\n'),
    log('twice.log', 'f\n'),
    { name: Buffer.from([0x82, 0x2e, 0x6c, 0x6f, 0x67]), data: 'g\n' },
  ]);
  const { text, cut } = await tellFile(zip);
  expect(cut).toEqual([]);
  expect([...text.matchAll(/<([^|]*)\|[^>]*>(\w)/g)].map(([, name, content]) => [name, content])).toEqual([
    ['../../../tmp/outside.log', 'a'],
    ['/tmp/outside.log', 'b'],
    ['C:/tmp/outside.log', 'c'],
    ['bell\ufffd\ufffd[2J\ufffd.log', 'd'],
    ['twice.log', 'e'],
    ['twice.log (2)', 'f'],
    ['é.log', 'g'],
  ]);
  expect(readdirSync('/tmp').filter((name) => name.includes('outside'))).toEqual(before);
});

test('what is wrong with one file does not stop the others', async () => {
  const long = Array.from({ length: 9000 }, (_, at) => `line ${at * 7919}\n`).join('');
  const deflated = makeZip([log('a', long)]);
  const zip = makeZip([
    { ...log('1-checksum'), crc: 7 },
    { ...log('2-encrypted'), flags: 0x801 },
    { ...log('3-lzma'), method: 14 },
    { ...log('4-shorter'), size: 500 },
    { name: '5-noise', data: long, packed: Buffer.alloc(3000, 0xff) },
    { name: '6-cut', data: long, packed: deflated.subarray(31, 12_031) },
    { name: '7-zstd', data: 'good\n', method: 93, packed: zstdCompressSync('good\n') },
    { ...log('8-stored'), method: 0 },
    { name: '9-xz', data: Buffer.from('fd377a585a000004', 'hex') },
  ]);
  const { text, cut, error } = await tellFile(zip);
  expect(error).toBe(null);
  expect([...text.matchAll(/<([^|]*)\|/g)].map(([, name]) => name)).toEqual(['1-checksum', '4-shorter', '6-cut', '7-zstd', '8-stored']);
  const cutText = text.split('<6-cut|6-cut|6-cut>')[1]!.split('<7')[0]!;
  expect(cutText.length).toBeGreaterThan(10_000);
  expect(`${long}\n`.startsWith(cutText.trimEnd())).toBe(true);
  expect(cut).toEqual([
    'archive-damaged 11 11',
    'archive-damaged 10 10',
    'archive-damaged 0 0',
    `archive-damaged ${cutText.length} ${cutText.length}`,
    'archive-encrypted 8 7',
    'archive-method 8 6',
  ]);
});

test('a zip64, and one with a comment', async () => {
  expect(await tellFile(makeZip([{ ...log('a.log'), zip64: true }]))).toMatchObject({ text: '<a.log|a.log|a.log>a.log\n', cut: [] });
  expect(await tellFile(makeZip([log('a.log')], 'PK words'))).toMatchObject({ text: '<a.log|a.log|a.log>a.log\n', cut: [] });
});

test('zips that cannot be read say why', async () => {
  const zip = makeZip([log('a.log'), log('b.log')]);
  const lost = Buffer.from(zip);
  lost.writeUInt32LE(0, zip.lastIndexOf('PK\x01\x02'));
  const errorOf = async (bytes: Uint8Array) => (await tellFile(bytes)).error;
  expect(await errorOf(zip.subarray(0, zip.length - 30))).toMatch(/^E_DECOMPRESS: the zip file is cut or damaged: its table of contents/);
  expect(await errorOf(makeZip([]))).toBe('E_BINARY: this archive has no files in it');
  expect(await errorOf(makeZip([{ ...log('a'), flags: 1 }]))).toMatch(/^E_BINARY: the files in this archive are encrypted/);
  expect(await errorOf(makeZip([log('a', '\0\0\0')]))).toMatch(/^E_BINARY: no file in this archive is a text log/);
  expect(await tellFile(lost)).toEqual({ ...fine, text: '<a.log|a.log|a.log>a.log\n', cut: ['archive-damaged 2 1'] });
});

test('a tar, with long names and links, packed or not', async () => {
  const path = `${'deep/'.repeat(30)}a.log`;
  const tar = makeTar([
    { name: 'folder/', data: '', type: '5' },
    { name: 'pax', data: `${path.length + 10} path=${path}\n`, type: 'x' },
    { name: 'short', data: 'pax\n' },
    { name: '././@LongLink', data: `${path}2\0`, type: 'L' },
    { name: 'short', data: 'gnu' },
    { name: 'link.log', data: '', type: '2' },
    { name: 'go.exe', data: '\0\0' },
    { name: 'last.log', data: 'x'.repeat(512) },
  ]);
  const lane = path.replaceAll('/', ':');
  const expected = {
    ...fine,
    text: `<${path}|${lane}|${path}>pax\n<${path}2|${lane}2|${path}2>gnu\n<last.log|last.log|last.log>${'x'.repeat(512)}\n`,
    cut: ['archive-not-text 4 3'],
  };
  for (const bytes of [tar, gzipSync(tar), zstdCompressSync(tar)]) expect(await tellFile(bytes)).toEqual(expected);
  expect(await tellFile(tar.subarray(0, 3500))).toMatchObject({ text: expect.stringContaining('>pax\n'), cut: ['archive-damaged 2 1'] });
});

test('archives that real tools made', async () => {
  const cwd = folderWith({ 'a.log': 'a\n', 'b.log': 'b\n' });
  const made = (...[command, ...args]: [string, ...string[]]) => execFileSync(command, args, { cwd, maxBuffer: 1 << 24 });
  const text = '<a.log|a.log|a.log>a\n<b.log|b.log|b.log>b\n';
  expect(await tellFile(made('tar', '-cf', '-', 'a.log', 'b.log'))).toEqual({ ...fine, text, cut: [] });
  expect(await tellFile(made('tar', '-czf', '-', 'a.log', 'b.log'))).toEqual({ ...fine, text, cut: [] });
});

test('zstd: frames in a row, cut and damaged; what node cannot unpack says what can', async () => {
  const long = Array.from({ length: 60_000 }, (_, at) => `line ${at * 7919}\n`).join('');
  const packed = zstdCompressSync(long);
  const skipped = Buffer.from('502a4d180400000001020304', 'hex');
  const joined = Buffer.concat([skipped, zstdCompressSync('a\n'), packed, zstdCompressSync('b\n')]);
  expect(await tellFile(joined)).toEqual({ ...fine, text: `a\n${long}b\n`, cut: [] });
  const cut = await tellFile(packed.subarray(0, packed.length - 2000));
  expect(long.startsWith(cut.text)).toBe(true);
  expect(cut.text.length).toBeGreaterThan(long.length / 2);
  expect(cut.error).toBe(`E_DECOMPRESS: the zstd data ends too early: ${cut.text.length} bytes could be unpacked; fetch the file again`);
  expect(cut.cut).toEqual([`zstd-truncated ${cut.text.length} ${cut.text.length}`]);
  for (const [bytes, name] of [
    ['fd377a585a000004', 'xz -dc'],
    ['425a6839314159265359', 'bzip2 -dc'],
    ['377abcaf271c0004', '7z x -so'],
    ['04224d1864404000', 'lz4 -dc'],
    ['526172211a070100', 'unrar p'],
  ] as const)
    expect((await tellFile(Buffer.from(bytes, 'hex'))).error).toContain(`unpack it first: ${name}`);
  expect(await tellFile(Buffer.from('BZh is no log\n'))).toMatchObject({ error: null, text: 'BZh is no log\n' });
});

test('any chunks of a packed input give the same', async () => {
  const tar = makeTar([
    { name: 'a.log', data: Array.from({ length: 4000 }, (_, at) => `a ${at}\n`).join('') },
    { name: 'b.log', data: '\n'.repeat(200_000) },
  ]);
  const limits = { free: 1 << 12, ratio: 20 };
  const inputs = [gzipSync(tar), zstdCompressSync(tar), gzipSync('\n'.repeat(300_000)), makeZip([log('a.log', '\n'.repeat(300_000))])];
  const wholes = await Promise.all(inputs.map((bytes) => tellChunks([bytes], limits)));
  for (const whole of wholes) expect(whole.cut.join()).toMatch(/archive-ratio/);
  await fc.assert(
    fc.asyncProperty(fc.nat(inputs.length - 1), fc.array(fc.nat(), { maxLength: 12 }), async (which, places) => {
      expect(await tellChunks(chunksAt(inputs[which]!, places), limits)).toEqual(wholes[which]);
    }),
    { numRuns: 60 },
  );
});
