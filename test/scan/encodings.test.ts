import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { StoredLog } from '../../src/model/history.ts';
import { createScanner } from '../../src/scan/one.ts';
import { openReading } from '../../src/scan/open-reading.ts';
import { folderWith, modwhy } from '../cli/modwhy.ts';

/** The two bytes of each character of GB 2312, for which Node has no encoder. */
function chineseBytes(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, readonly [number, number]>();
  for (let lead = 0xa1; lead <= 0xf7; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.set(decoder.decode(new Uint8Array([lead, trail])), [lead, trail]);
  return bytes;
}

const pairs = chineseBytes();
const gb18030 = (text: string) => Buffer.from([...text].flatMap((letter) => pairs.get(letter) ?? [letter.charCodeAt(0)]));
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => utf16le(text).swap16();
const encoders: Readonly<Record<string, (text: string) => Buffer>> = {
  gb18030,
  'windows-1252': (text) => Buffer.from(text, 'latin1'),
  'utf-16le': utf16le,
  'utf-16le with a mark': (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le(text)]),
  'utf-16be': utf16be,
  'utf-16be with a mark': (text) => Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be(text)]),
};

// What git prints in Chinese and French (po/zh_CN.po, po/fr.po), where no English word of a failure stands in the log.
const chinese = `C:\\work> git ls-remote https://git.corp.test/team/lib\r\n致命错误：仓库 'https://git.corp.test/team/lib/' 未找到\r\n`;
const french = `C:\\work> git ls-remote https://git.corp.test/équipe/lib\r\nfatal: dépôt 'https://git.corp.test/équipe/lib/' non trouvé\r\n`;
const calmLine = (at: number) => `C:\\work> echo ${at}, prêt\r\n`;
const calmChinese = (at: number) => `C:\\work> 编译完成 ${at}\r\n`;
const many = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at)).join('');

/** Logs by name: short ones, long ones, packed ones, of failures and of none. */
function logsIn(encoding: string): Record<string, Buffer> {
  const encode = encoders[encoding]!;
  const [failure, calm] = encoding === 'windows-1252' ? [french, calmLine] : [chinese, calmChinese];
  const short = encode(failure);
  const late = encode(many(45_000, calm) + failure);
  return {
    'calm.log': encode(many(40, calm)),
    'late.log': late,
    'late.log.gz': gzipSync(late),
    'long-calm.log': encode(many(60_000, calm)),
    'short.log': short,
    'short.log.gz': gzipSync(short),
  };
}

const reading = await openReading({ version: '0', language: 'en', reports: false, hashes: false });
const scanner = createScanner(reading);

test.each(Object.keys(encoders))('a log in %s is read as explain reads it', { timeout: 60_000 }, async (encoding) => {
  const folder = folderWith({});
  const logs = logsIn(encoding);
  for (const [name, bytes] of Object.entries(logs)) writeFileSync(path.join(folder, name), bytes);
  const names = Object.keys(logs);
  const scanned = modwhy(['scan', '--format', 'ndjson', '--jobs', '1', '--store', 'none', ...names], { cwd: folder }).out;
  const explained = modwhy(['explain', '--format', 'ndjson', ...names], { cwd: folder }).out;
  expect(scanned.trim().split('\n').slice(0, -1)).toEqual(explained.trim().split('\n'));
  const reports = explained
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row) as { input: { encoding: string }; verdict: StoredLog['verdict'] });
  expect(reports.map(({ input }) => input.encoding)).toEqual(names.map(() => encoding.split(' ')[0]));
  // Where nobody wants reports, most logs are only looked through.
  const verdicts: StoredLog['verdict'][] = [];
  for (const [index, name] of names.entries()) {
    const found = { kind: 'file', name, path: path.join(folder, name), size: logs[name]!.length, modified: 0, named: false } as const;
    verdicts.push((scanner.look(found, index) ?? (await scanner.scan(found, index)))!.logs[0]!.verdict);
  }
  expect(verdicts).toEqual(reports.map(({ verdict }) => verdict));
  expect(verdicts).toEqual(names.map((name) => (name.includes('calm') ? 'no-failure' : 'not-module')));
});

test('a log in UTF-8 with a few other bytes is no other encoding', async () => {
  const folder = folderWith({});
  const texts = {
    'byte.log': Buffer.from([0x61, 0xff, 0x62, 10]),
    'cut.log': Buffer.from('go: downloading 中文').subarray(0, -1),
    'edge.log': Buffer.concat([Buffer.from(`${'x'.repeat(131_071)}é\n${'y'.repeat(2 ** 17)}\n`)]),
    'utf8.log': Buffer.from(chinese),
  };
  for (const [name, bytes] of Object.entries(texts)) writeFileSync(path.join(folder, name), bytes);
  const names = Object.keys(texts);
  const scanned = modwhy(['scan', '--format', 'ndjson', '--store', 'none', ...names], { cwd: folder }).out;
  expect(scanned.trim().split('\n').slice(0, -1).join('\n')).toBe(
    modwhy(['explain', '--format', 'ndjson', ...names], { cwd: folder }).out.trim(),
  );
  const looked = names.map((name) => {
    const size = texts[name as keyof typeof texts].length;
    return scanner.look({ kind: 'file', name, path: path.join(folder, name), size, modified: 0, named: false }, 0) !== null;
  });
  expect(looked).toEqual([true, false, true, false]);
});
