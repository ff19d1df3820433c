import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, cpSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import type { Input } from '../../src/ingest/input.ts';
import { openInputs } from '../../src/ingest/open.ts';
import { failing, folderWith } from '../cli/modwhy.ts';
import { type Told, tell } from './read.ts';

const posix = test.skipIf(process.platform === 'win32');
const program = path.resolve('bin/modwhy.js');

async function open(name: string): Promise<Input> {
  const [input] = await openInputs([name], { stdin: Readable.from([]) });
  if ('error' in input!) throw new Error(input.error.message);
  return input!;
}

/** The first words of what `modwhy explain` prints in this shell command; `$M` is the program. */
function shell(command: string, cwd: string): string {
  const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', command], {
    cwd,
    encoding: 'utf8',
    timeout: 15_000,
    env: { PATH: process.env.PATH, M: `${process.execPath} ${program} explain` },
  });
  return `${stdout.split('\n')[0]}${stderr}`.trim();
}

posix('standard input by any of its names, a process substitution, and what has none', () => {
  const cwd = folderWith({ 'a.log': failing });
  for (const command of [
    '$M - <a.log',
    '$M /dev/stdin <a.log',
    'cat a.log | $M /dev/stdin',
    'cat a.log | $M /proc/self/fd/0',
    '$M <(cat a.log)',
  ])
    expect(shell(command, cwd)).toMatch(/^\S+: a Go module failure$/);
  expect(shell('$M <(true)', cwd)).toMatch(/^\S+: no failure is visible$/);
  expect(shell('$M - <&-', cwd)).toBe('stdin: no failure is visible');
  expect(shell('cat a.log | $M - /dev/stdin', cwd)).toBe(
    'stdin: a Go module failuremodwhy: /dev/stdin: standard input was named before, and can be read only once; save it in a file to name it again',
  );
});

posix('devices, sockets and circles of links are refused, the null device is empty', async () => {
  const cwd = folderWith({});
  const refused = 'this is a device, and logs are files; save the log, or pipe it in';
  expect(shell('$M /dev/zero', cwd)).toBe(`modwhy: /dev/zero: ${refused}`);
  expect(shell('$M /dev/null', cwd)).toBe('/dev/null: no failure is visible');
  symlinkSync('two', path.join(cwd, 'one'));
  symlinkSync('one', path.join(cwd, 'two'));
  expect(shell('$M one', cwd)).toMatch(/^modwhy: one: it cannot be read: its symbolic links go in a circle/);
  const server = createServer().listen(path.join(cwd, 'sock'));
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  expect(shell('$M sock', cwd)).toBe('modwhy: sock: it cannot be read: it is a socket, not a file; pipe its output in');
});

posix('a FIFO: with a slow writer, with one that comes late, and with none', async () => {
  const cwd = folderWith({ 'a.log': failing });
  const fifo = path.join(cwd, 'fifo');
  execFileSync('mkfifo', [fifo]);
  const write = (command: string): ChildProcess => spawn('sh', ['-c', command], { cwd, stdio: 'ignore' });
  write('{ echo one; sleep 0.2; cat a.log; } > fifo');
  expect(await tell(await open(fifo))).toEqual({ text: `one\n${failing}`, cut: [], encodings: [], error: null });
  write('sleep 0.3; cat a.log > fifo');
  expect((await tell(await open(fifo))).text).toBe(failing);
  const started = performance.now();
  const nobody = await tell(await open(fifo));
  expect(nobody).toMatchObject({ text: '', error: expect.stringMatching(/^E_READ: no program writes to this pipe/) });
  expect(performance.now() - started).toBeLessThan(10_000);
});

// Bigger than what is read at once, so that there is something left to change.
const large = `${'go: downloading example.com/a v1.0.0\n'.repeat(60_000)}`;

async function whileRead(change: (file: string) => void): Promise<Told> {
  const cwd = folderWith({ 'a.log': large });
  const file = path.join(cwd, 'a.log');
  const input = await open(file);
  let done = false;
  const changing: Input = {
    name: input.name,
    async *open(notes) {
      for await (const chunk of input.open(notes)) {
        if (!done) change(file);
        done = true;
        yield chunk;
      }
    },
  };
  return tell(changing);
}

test('a file that changes while it is read is read as far as it goes, and the report says so', async () => {
  const grown = await whileRead((file) => appendFileSync(file, 'more\n'));
  expect(grown).toEqual({ text: `${large}more\n`, cut: [`changed ${large.length + 5} ${large.length}`], encodings: [], error: null });
  const shrunk = await whileRead((file) => truncateSync(file, 10));
  expect(large.startsWith(shrunk.text)).toBe(true);
  expect([shrunk.cut, shrunk.error]).toEqual([[`changed 10 ${large.length}`], null]);
  expect(await whileRead((file) => rmSync(file))).toEqual({ text: large, cut: [], encodings: [], error: null });
});

test('a file that is gone when it is read has its error', async () => {
  const cwd = folderWith({ 'a.log': 'a\n' });
  const input = await open(path.join(cwd, 'a.log'));
  rmSync(path.join(cwd, 'a.log'));
  expect((await tell(input)).error).toMatch(/^E_NOT_FOUND: there is no such file/);
});

// As root every file can be read, so another user asks, with a copy of the program that this user may read.
test.skipIf(process.getuid?.() !== 0)('permission denied', () => {
  const cwd = mkdtempSync(path.join(tmpdir(), 'modwhy-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  chmodSync(cwd, 0o755);
  for (const part of ['bin', 'dist', 'package.json']) cpSync(part, path.join(cwd, part), { recursive: true });
  cpSync(process.execPath, path.join(cwd, 'node'));
  writeFileSync(path.join(cwd, 'secret.log'), failing, { mode: 0o600 });
  writeFileSync(path.join(cwd, 'open.log'), failing, { mode: 0o644 });
  const result = spawnSync(path.join(cwd, 'node'), ['bin/modwhy.js', 'explain', 'secret.log', 'open.log'], {
    cwd,
    encoding: 'utf8',
    uid: 65_534,
    gid: 65_534,
    env: {},
  });
  expect(result).toMatchObject({
    status: 2,
    stderr: 'modwhy: secret.log: it cannot be read: permission denied; allow reading it (chmod +r), or copy it\n',
    stdout: expect.stringMatching(/^open\.log: a Go module failure\n/),
  });
});
