import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { folderWith, modwhy } from './modwhy.ts';

const log = 'tried hunter2-and-more\r\nGet "https://bob:hunter2-and-more@proxy.corp.test/a": EOF';
const hidden = 'tried <secret-1>\r\nGet "https://<user-1>:<secret-1>@proxy.corp.test/a": EOF';
const counted = 'modwhy: 2 secrets and user names are hidden; look through it before you share it\n';

test('a file comes out with its secrets hidden, before the line that gives them away too', () => {
  const folder = folderWith({ 'build.log': log });
  expect(modwhy(['redact', path.join(folder, 'build.log')])).toEqual({ code: 0, out: hidden, err: counted });
});

test('several files have one table of names', () => {
  const folder = folderWith({ 'a.log': 'sent hunter2-and-more\n', 'b.log': `${log}\n`, 'c.log': 'https://ann:other-pass-1@a.corp.test\n' });
  const { out } = modwhy(['redact', '-q', 'a.log', '*.log'], { cwd: folder });
  expect(out).toBe(`sent <secret-1>\nsent <secret-1>\n${hidden}\nhttps://<user-2>:<secret-2>@a.corp.test\n`);
});

test('a pipe is read once', () => {
  expect(modwhy(['redact', '-'], { input: log })).toEqual({
    code: 0,
    out: hidden.replace('tried <secret-1>', 'tried hunter2-and-more'),
    err: counted,
  });
  expect(modwhy(['redact'], { input: '' })).toEqual({
    code: 0,
    out: '',
    err: 'modwhy: no secrets were found; look through it before you share it\n',
  });
});

test('-o writes a file that only its owner can read', () => {
  const folder = folderWith({ 'build.log': log });
  const target = path.join(folder, 'shared.log');
  expect(modwhy(['redact', '-q', '-o', target, path.join(folder, 'build.log')])).toEqual({ code: 0, out: '', err: '' });
  expect(readFileSync(target, 'utf8')).toBe(hidden);
  if (process.platform !== 'win32') expect(statSync(target).mode & 0o777).toBe(0o600);
});

test('gzip is unpacked', () => {
  const folder = folderWith({});
  writeFileSync(path.join(folder, 'build.log.gz'), gzipSync(log));
  expect(modwhy(['redact', '-q', 'build.log.gz'], { cwd: folder }).out).toBe(hidden);
});

test('what cannot be read does not stop the others, and is said', () => {
  const folder = folderWith({ 'build.log': log, binary: 'a\0b'.repeat(100) });
  const { code, out, err } = modwhy(['redact', '-q', 'none.log', 'binary', 'build.log'], { cwd: folder });
  expect(code).toBe(2);
  expect(out).toBe(hidden);
  expect(err.split('\n').map((line) => line.slice(0, 40))).toEqual([
    'modwhy: none.log: there is no such file;',
    'modwhy: binary: this is not a text log: ',
    '',
  ]);
});

test.each([
  [['redact', '--redact', 'off', 'build.log'], 'modwhy: modwhy redact hides secrets, and --redact off would not'],
  [['redact', '-o', './build.log', 'build.log'], 'modwhy: -o ./build.log is also an input'],
  [['redact', '-o', 'none/shared.log', 'build.log'], 'modwhy: cannot write none/shared.log: its folder does not exist'],
])('%j is refused', (args, message) => {
  const folder = folderWith({ 'build.log': log });
  const { code, out, err } = modwhy(args, { cwd: folder });
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
  expect(readFileSync(path.join(folder, 'build.log'), 'utf8')).toBe(log);
});

test('--help tells of the command', () => {
  expect(modwhy(['redact', '--help']).out).toBe(modwhy(['help', 'redact']).out);
  expect(modwhy(['help', 'redact']).out).toMatch(/^modwhy redact \[FILE\.\.\.\]/);
});

test('of a file that cannot be read nothing is promised', () => {
  const { code, err } = modwhy(['redact', '/none/build.log']);
  expect([code, err.includes('no secrets')]).toEqual([2, false]);
});
