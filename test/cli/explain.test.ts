import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { errorRowSchema, reportSchema } from '../../src/model/report.ts';
import { makeZip } from '../ingest/make-archive.ts';
import { calm, failing, folderWith, modwhy } from './modwhy.ts';

test('a pipe without a command is explained', () => {
  const { code, out, err } = modwhy([], { input: failing });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^stdin: a Go module failure\n\n1\. /);
});

test('nothing on standard input: help, and explain says what it needs', () => {
  expect(modwhy([]).out).toMatch(/^modwhy - /);
});

test('json is one valid object, the same every time', () => {
  const cwd = folderWith({ 'a.log': failing });
  const { code, out } = modwhy(['explain', 'a.log', '--format', 'json'], { cwd });
  expect(code).toBe(0);
  expect(reportSchema.parse(JSON.parse(out)).verdict).toBe('module-failure');
  expect(modwhy(['explain', 'a.log', '--format', 'json'], { cwd, env: { LANG: 'tr_TR.UTF-8', TZ: 'Asia/Tokyo' } }).out).toBe(out);
});

test('html is one page for one input, the same every time', () => {
  const cwd = folderWith({ 'a.log': failing, 'b.log': calm });
  const { code, out, err } = modwhy(['explain', 'a.log', '--format', 'html'], { cwd });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^<!doctype html>\n<html lang="en">[\s\S]+<\/html>\n$/);
  expect(out).toContain('<code class="code">GM0401</code>');
  expect(out).not.toMatch(/src=|@import|url\(|<link|<iframe/);
  expect(modwhy(['explain', 'a.log', '--format', 'html'], { cwd, env: { TZ: 'Asia/Tokyo' } }).out).toBe(out);
  expect(modwhy(['explain', 'a.log', 'b.log', '--format', 'html'], { cwd })).toEqual({
    code: 2,
    out: '',
    err: 'modwhy: --format html is one page for one input, found 2: explain them one by one\n  all commands and flags: modwhy help\n',
  });
});

test('an archive is one input: its logs are named, also where a line of evidence stands', () => {
  const cwd = folderWith({});
  const zip = makeZip([
    { name: 'logs/calm.log', data: calm },
    { name: 'logs/failing.log', data: failing },
  ]);
  writeFileSync(path.join(cwd, 'logs.zip'), zip);
  const text = modwhy(['explain', 'logs.zip'], { cwd });
  expect({ code: text.code, err: text.err }).toEqual({ code: 0, err: '' });
  expect(text.out).toMatch(/^logs\.zip: a Go module failure\n/);
  expect(text.out).toContain('line 2 of logs/failing.log');
  const { input, incidents } = reportSchema.parse(JSON.parse(modwhy(['explain', 'logs.zip', '--format', 'json'], { cwd }).out));
  expect([input.entries, input.complete]).toEqual([['logs/calm.log', 'logs/failing.log'], true]);
  expect(incidents[0]!.hypotheses[0]!.evidence[0]).toMatchObject({ line: 4, source: { entry: 'logs/failing.log', entryLine: 2 } });
});

test('a bomb is explained as far as it may unpack, and the others of the call are not lost', () => {
  const cwd = folderWith({ 'a.log': failing });
  writeFileSync(path.join(cwd, 'bomb.gz'), gzipSync(Buffer.alloc(1 << 26, 'ok  corp.test/orders 0.01s\n')));
  writeFileSync(path.join(cwd, 'broken.zip'), makeZip([{ name: 'a.log', data: failing }]).subarray(0, 300));
  const started = performance.now();
  const { code, out, err } = modwhy(['explain', 'bomb.gz', 'broken.zip', 'a.log'], { cwd });
  expect(performance.now() - started).toBeLessThan(15_000);
  expect(code).toBe(2);
  expect(err).toMatch(/^modwhy: broken\.zip: the zip file is cut or damaged: .+; fetch it again\n$/);
  expect(out).toContain('a file unpacks to more than 100 times its size: its first 1638400 bytes are');
  expect(out).toMatch(/\na\.log: a Go module failure\n/);
});

test('json with two inputs is refused', () => {
  const cwd = folderWith({ 'a.log': failing, 'b.log': calm });
  expect(modwhy(['explain', 'a.log', 'b.log', '--format', 'json'], { cwd })).toEqual({
    code: 2,
    out: '',
    err: 'modwhy: --format json takes one input, found 2: use --format ndjson, one row for each\n  all commands and flags: modwhy help\n',
  });
});

test('ndjson has a row for every input, in order', () => {
  const cwd = folderWith({ 'a.log': failing, 'c.log': calm });
  const { code, out, err } = modwhy(['explain', 'a.log', 'missing.log', 'c.log', '--format', 'ndjson'], { cwd });
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect({ code, err }).toEqual({ code: 2, err: '' });
  expect(rows.map(({ type, index, input }) => [type, index, input.name])).toEqual([
    ['report', 0, 'a.log'],
    ['error', 1, 'missing.log'],
    ['report', 2, 'c.log'],
  ]);
  expect(errorRowSchema.parse(rows[1]).error.code).toBe('E_NOT_FOUND');
});

test('text: reports apart by an empty line, what cannot be read in one line', () => {
  const cwd = folderWith({ 'a.log': failing, 'c.log': calm });
  const { code, out, err } = modwhy(['explain', 'a.log', 'missing.log', 'c.log'], { cwd });
  expect(code).toBe(2);
  expect(err).toMatch(/^modwhy: missing\.log: .+\n$/);
  expect(out).toMatch(/\n\nc\.log: no failure is visible\n/);
});

test.each([
  ['explained', failing, 1],
  ['explained', calm, 0],
  ['unexplained', failing, 0],
  ['any', failing, 1],
  ['any', calm, 0],
])('--fail-on %s', (what, input, code) => {
  expect(modwhy(['explain', '-', '--fail-on', what], { input }).code).toBe(code);
});

test('-o writes the report there, and never over the log', () => {
  const cwd = folderWith({ 'a.log': failing });
  const shown = modwhy(['explain', 'a.log'], { cwd }).out;
  expect(modwhy(['explain', 'a.log', '-o', 'out.txt'], { cwd })).toEqual({ code: 0, out: '', err: '' });
  expect(readFileSync(path.join(cwd, 'out.txt'), 'utf8')).toBe(shown);
  expect(modwhy(['explain', 'a.log', '-o', './a.log'], { cwd })).toMatchObject({ code: 2, out: '' });
  expect(readFileSync(path.join(cwd, 'a.log'), 'utf8')).toBe(failing);
  expect(modwhy(['explain', 'a.log', '-o', 'no/such/out.txt'], { cwd })).toMatchObject({
    code: 2,
    err: 'modwhy: cannot write no/such/out.txt: its folder does not exist; make it first\n',
  });
});

test('a reader that goes away is no failure', () => {
  const cwd = folderWith({ 'a.log': failing });
  const script = `"$0" "$1" explain a.log a.log a.log --format json --format ndjson; echo $? >&2`;
  const result = spawnSync('sh', ['-c', `{ ${script}; } | true`, process.execPath, path.resolve('bin/modwhy.js')], {
    cwd,
    encoding: 'utf8',
  });
  expect(result.stderr).toBe('0\n');
});

test.skipIf(process.platform !== 'linux')('a full disk is a failure', () => {
  const cwd = folderWith({ 'a.log': failing });
  const result = spawnSync('sh', ['-c', '"$0" "$1" explain a.log >/dev/full', process.execPath, path.resolve('bin/modwhy.js')], {
    cwd,
    encoding: 'utf8',
  });
  expect(result.status).toBe(2);
  expect(result.stderr).toMatch(/^modwhy: cannot write the report: ENOSPC/);
});

test('colour only when asked for', () => {
  expect(modwhy(['explain', '-'], { input: failing }).out).not.toContain('\u001b');
  expect(modwhy(['explain', '-', '--color', 'always'], { input: failing }).out).toContain('\u001b[');
  expect(modwhy(['explain', '-'], { input: failing, env: { FORCE_COLOR: '1' } }).out).toContain('\u001b[');
});

test('help and version', () => {
  expect(modwhy(['--version']).out).toMatch(/^modwhy \d+\.\d+\.\d+\n$/);
  expect(modwhy(['explain', '-h']).out).toBe(modwhy(['help']).out);
  expect(modwhy(['--formt']).err).toBe('modwhy: unknown flag --formt, did you mean --format?\n  all commands and flags: modwhy help\n');
});
