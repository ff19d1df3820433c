import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { type Call, calm, failing, folderWith, modwhy as run } from '../cli/modwhy.ts';

const cause = 'auth.private-module-via-public-proxy';

const modwhy = (args: readonly string[], call: Call = {}) => run(args, { ...call, env: { MODWHY_STORE: 'none' } });

interface Summary {
  readonly inputs: number;
  readonly totals: Record<string, number | string | null>;
  readonly causes: readonly { readonly cause: string; readonly logs: number; readonly subjects: readonly unknown[] }[];
  readonly problems: readonly { readonly name: string; readonly code: string; readonly message: string }[];
}

function summary(args: readonly string[], call?: Call): Summary & { readonly exit: number | null } {
  const { out, code } = modwhy(['scan', '--format', 'json', ...args], call);
  return { ...(JSON.parse(out) as Summary), exit: code };
}

test('S32: every log of a folder counts, whatever it is packed in, and an archive has as many logs as it has files', () => {
  const folder = folderWith({ 'a.log': failing, 'b.log': calm });
  writeFileSync(path.join(folder, 'c.log.gz'), gzipSync(failing));
  writeFileSync(path.join(folder, 'd.log.zst'), zstdCompressSync(Buffer.from(calm)));
  mkdirSync(path.join(folder, 'more'));
  writeFileSync(path.join(folder, 'more', 'e.log'), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(failing, 'utf16le')]));
  execFileSync('tar', ['-czf', 'f.tgz', 'a.log', 'b.log', 'more/e.log'], { cwd: folder });
  const { inputs, totals, causes, problems, exit } = summary([folder]);
  expect({ inputs, totals, problems, exit }).toMatchObject({
    inputs: 6,
    totals: { logs: 8, moduleFailures: 5, noFailure: 3, unreadable: 0, unknown: 0, notModule: 0 },
    problems: [],
    exit: 0,
  });
  expect(causes.map(({ cause, logs, subjects }) => ({ cause, logs, subjects }))).toEqual([
    { cause, logs: 5, subjects: [{ subject: 'sum.golang.org', logs: 5 }] },
  ]);
});

test('S32: the report of each log is the one that explain gives', () => {
  const rows = modwhy(['scan', '--format', 'ndjson', '--jobs', '2', 'samples/auth', 'samples/not-module']).out.trim().split('\n');
  const names = rows.slice(0, -1).map((row) => (JSON.parse(row) as { input: { name: string } }).input.name);
  expect(names.length).toBeGreaterThan(10);
  expect(
    modwhy(['explain', '--format', 'ndjson', ...names])
      .out.trim()
      .split('\n'),
  ).toEqual(rows.slice(0, -1));
  expect(JSON.parse(rows.at(-1)!)).toMatchObject({ type: 'summary', inputs: names.length });
});

test('S32: one thread and several give the same bytes, in all formats', () => {
  for (const format of ['json', 'text', 'markdown', 'ndjson']) {
    const one = modwhy(['scan', '--format', format, '--jobs', '1', 'samples/network', 'samples/vcs']);
    expect(modwhy(['scan', '--format', format, '--jobs', '3', 'samples/network', 'samples/vcs'])).toEqual(one);
    expect(one.code).toBe(0);
  }
});

test('S32: what cannot be read has its row, and stops nothing', () => {
  const folder = folderWith({ 'good.log': failing, 'empty.log': '' });
  writeFileSync(path.join(folder, 'cut.gz'), gzipSync(failing.repeat(2000)).subarray(0, 300));
  writeFileSync(path.join(folder, 'noise.bin'), Buffer.alloc(9000, 0));
  writeFileSync(path.join(folder, 'broken.zip'), Buffer.from('504b0304ffff', 'hex'));
  symlinkSync('nowhere', path.join(folder, 'dangling'));
  symlinkSync('circle-b', path.join(folder, 'circle-a'));
  symlinkSync('circle-a', path.join(folder, 'circle-b'));
  symlinkSync('.', path.join(folder, 'self'));
  symlinkSync('good.log', path.join(folder, 'latest.log'));
  symlinkSync('/usr/share', path.join(folder, 'elsewhere'));
  execFileSync('mkfifo', [path.join(folder, 'pipe')]);
  execFileSync('truncate', ['-s', '3G', path.join(folder, 'hole.log')]);
  const { totals, problems, exit } = summary(['.'], { cwd: folder });
  expect(Object.fromEntries(problems.map(({ name, code, message }) => [name, `${code} ${message}`]))).toEqual({
    './broken.zip': expect.stringMatching(/^E_DECOMPRESS /),
    './circle-a': expect.stringMatching(/^E_READ .*circle/),
    './circle-b': expect.stringMatching(/^E_READ .*circle/),
    './cut.gz': expect.stringMatching(/^E_DECOMPRESS the gzip data ends too early/),
    './dangling': expect.stringMatching(/^E_NOT_FOUND /),
    './elsewhere': expect.stringMatching(/^E_DIRECTORY it is a link to a folder elsewhere \(\/usr\/share\)/),
    './hole.log': expect.stringMatching(/^E_READ the file is 3221225472 bytes long and nearly all of it is a hole/),
    './noise.bin': expect.stringMatching(/^E_BINARY /),
    './pipe': expect.stringMatching(/^E_READ this is a named pipe/),
  });
  expect(totals).toMatchObject({ moduleFailures: 2, noFailure: 1, unreadable: 8 });
  // Only what was named one by one sets the exit code.
  expect(exit).toBe(0);
});

test('S32: a log that was read in part is not said to be without a failure, and says nothing about its job', () => {
  const folder = folderWith({ 'calm.log': calm, 'empty.log': '' });
  const long = Buffer.from(calm.repeat(2000));
  writeFileSync(path.join(folder, 'cut.gz'), gzipSync(long).subarray(0, 120));
  writeFileSync(path.join(folder, 'repeated.gz'), gzipSync('a line\n'.repeat(3_000_000), { level: 9 }));
  const whole = execFileSync('tar', ['-cf', '-', 'calm.log'], { cwd: folder });
  writeFileSync(path.join(folder, 'cut.tar'), whole.subarray(0, 530));
  const names = ['cut.gz', 'cut.tar', 'repeated.gz'];
  for (const format of ['json', 'ndjson']) {
    const rows = modwhy(['scan', '--format', format, '.'], { cwd: folder }).out.trim().split('\n');
    const { totals, problems } = JSON.parse(format === 'json' ? rows.join('') : rows.at(-1)!) as Summary;
    expect(problems.map(({ name }) => name)).toEqual(names.map((name) => `./${name}`));
    expect(totals).toMatchObject({ logs: 5, noFailure: 2, unreadable: 3 });
  }
});

test('S32: what git and npm keep below a folder is not read, unless it is named', () => {
  const folder = folderWith({ 'good.log': failing });
  for (const inner of ['.git/logs', 'more/node_modules/kit', 'more/.svn']) {
    mkdirSync(path.join(folder, inner), { recursive: true });
    writeFileSync(path.join(folder, inner, 'x.log'), failing);
  }
  expect(summary(['.'], { cwd: folder }).inputs).toBe(1);
  expect(summary(['more/node_modules', '.git'], { cwd: folder }).inputs).toBe(2);
});

test('S32: a name that is not UTF-8 has its row, with what to do', () => {
  const folder = folderWith({ 'good.log': failing });
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/odd`), Buffer.from([0xff]), Buffer.from('.log')]), failing);
  expect(summary([folder]).problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'E_NOT_FOUND its name is not UTF-8, and cannot be opened: rename it, or pass its text on with <',
  ]);
});

test('S32: the rows of what cannot be read are in the language of the reader, and in English for programs', () => {
  const folder = folderWith({ 'noise.bin': '\0'.repeat(9000) });
  const out = (format: string) => modwhy(['scan', '--lang', 'zh', '--format', format, '.'], { cwd: folder }).out;
  expect([out('text'), out('markdown')].map((text) => text.includes('this is not a text log'))).toEqual([false, false]);
  expect(out('json')).toContain('this is not a text log');
});

test('S32: a socket has its row', async () => {
  const folder = folderWith({ 'good.log': failing });
  const server = createServer().listen(path.join(folder, 'socket'));
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  expect(summary([folder]).problems.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'E_READ it cannot be read: it is a socket, not a file; pipe its output in',
  ]);
});

test('S32: a name that was typed and cannot be read makes the exit code 2, and the others are counted', () => {
  const folder = folderWith({ 'good.log': failing });
  const { totals, problems, exit } = summary(['missing.log', 'good.log', 'none-*.log'], { cwd: folder });
  expect({ exit, failed: totals.moduleFailures, names: problems.map(({ name }) => name) }).toEqual({
    exit: 2,
    failed: 1,
    names: ['missing.log', 'none-*.log'],
  });
});

test.each([
  ['lines', '\n'],
  ['lines of Windows', '\r\n'],
  ['NUL bytes', '\0'],
])('S32: a list of names on standard input may have %s, and each file counts once', (_, end) => {
  const folder = folderWith({ 'a b.log': failing, 'c.log': calm });
  const input = ['a b.log', 'c.log', 'a b.log', 'gone.log', 'https://logs.example.com/x.log'].map((name) => name + end).join('');
  const { inputs, totals, problems, exit } = summary(['-'], { cwd: folder, input });
  expect({ inputs, failed: totals.moduleFailures, calm: totals.noFailure, exit }).toEqual({ inputs: 4, failed: 1, calm: 1, exit: 0 });
  expect(problems.map(({ name, code }) => [name, code])).toEqual([
    ['gone.log', 'E_NOT_FOUND'],
    ['https://logs.example.com/x.log', 'E_USAGE'],
  ]);
});

test('S32: shards share the inputs: each is in exactly one, whatever else there is', () => {
  const folder = folderWith(Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`job-${at}.log`, calm])));
  const names = (args: readonly string[]) =>
    modwhy(['scan', '--format', 'ndjson', ...args], { cwd: folder })
      .out.trim()
      .split('\n')
      .slice(0, -1)
      .map((row) => (JSON.parse(row) as { input: { name: string } }).input.name);
  const parts = ['1/3', '2/3', '3/3'].map((shard) => names(['--shard', shard, '.']));
  expect(parts.flat().sort()).toEqual(names(['.']).sort());
  for (const part of parts) expect(part.length).toBeGreaterThan(8);
  cpSync(path.join(folder, 'job-1.log'), path.join(folder, 'another.log'));
  const again = names(['--shard', '2/3', '.']).filter((name) => name !== './another.log');
  expect(again).toEqual(parts[1]);
});

test('S32: --fail-on counts over all logs', () => {
  const folder = folderWith({ 'a.log': calm, 'b.log': failing });
  const calmOnly = folderWith({ 'a.log': calm });
  expect(modwhy(['scan', '--fail-on', 'explained', folder]).code).toBe(1);
  expect(modwhy(['scan', '--fail-on', 'unexplained', folder]).code).toBe(0);
  expect(modwhy(['scan', '--fail-on', 'any', calmOnly]).code).toBe(0);
});

test('S32: the text names counts, causes, days and problems within 80 columns', () => {
  const { out } = modwhy(['scan', 'samples']);
  const rows = out.split('\n');
  expect(rows.filter((row) => row.length > 80 && !/^ {11}\S+:\d+$/.test(row))).toEqual([]);
  expect(rows[0]).toMatch(/^\d+ logs, [\d.]+ MB$/);
  expect(out).toContain('GM0602  go.sum has no entry for a module that is needed');
});

test('S32: nothing to read is said, and is no failure', () => {
  const folder = folderWith({});
  expect(modwhy(['scan', '.'], { cwd: folder })).toEqual({ code: 0, out: 'nothing to read was found\n', err: '' });
});

test.each([
  [['scan'], /modwhy scan needs logs: a folder/],
  [['scan', '--format', 'lines', '.'], /--format expected text, json, ndjson, markdown, html, found "lines"/],
])('%j is refused', (args, message) => {
  const { code, err } = modwhy(args);
  expect(code).toBe(2);
  expect(err).toMatch(message);
});

test('S32: secrets of names and logs are hidden', () => {
  const token = `ghp_${'a1B2'.repeat(9)}`;
  const folder = folderWith({ [`${token}.log`]: failing.replace('go mod download', `GITHUB_TOKEN=${token} go mod download`) });
  for (const format of ['text', 'json', 'ndjson', 'markdown']) {
    const { out } = modwhy(['scan', '--format', format, '-v', folder]);
    expect(out).toContain(format === 'markdown' || format === 'text' ? 'GM0401' : 'sum.golang.org');
    expect(out).not.toContain(token);
  }
  expect(readFileSync(path.join(folder, `${token}.log`), 'utf8')).toContain(token);
});

test('S9: one host, several modules, several runs: one cause with its host, and the modules apart', () => {
  const refused = (module: string, minute: number) =>
    [
      `2026-11-0${minute} 07:15:00 UTC $ go mod download`,
      `go: ${module}@v1.2.3: Get "https://goproxy.corp.test/${module}/@v/v1.2.3.mod": dial tcp 192.0.2.7:443: connect: connection refused`,
      '',
    ].join('\n');
  const folder = folderWith({
    'run-1.log': refused('example.com/a', 1),
    'run-2.log': refused('example.com/b', 2),
    'run-3.log': refused('example.com/a', 3),
  });
  const { causes } = summary([folder]);
  expect(causes).toMatchObject([
    {
      cause: 'network.connect-refused',
      logs: 3,
      first: '2026-11-01T07:15:00.000Z',
      last: '2026-11-03T07:15:00.000Z',
      subjects: [{ subject: 'goproxy.corp.test', logs: 3 }],
    },
  ]);
});
