import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { jobLog } from '../../bench/inputs.ts';
import { reportSchema } from '../../src/model/report.ts';
import { calm, failing, folderWith, modwhy } from './modwhy.ts';

// The built program follows real files, and is ended by real signals.

const program = path.resolve('bin/modwhy.js');
const running: ReturnType<typeof spawn>[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function watch(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [program, 'watch', ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  const until = async (what: string, holds: () => boolean) => {
    for (let tries = 0; tries < 2000; tries++) {
      if (holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`${what} did not come; out: ${out}; err: ${err}`);
  };
  const rows = () =>
    out
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  return {
    out: () => out,
    err: () => err,
    /** Milliseconds that it has worked. */
    cpu() {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
      return (Number(fields[11]) + Number(fields[12])) * 10;
    },
    rows,
    brief: () => rows().map(({ revision, final, verdict, input }) => [revision, final, verdict, input.lines]),
    until: (text: string) => until(text, () => out.includes(text)),
    untilError: (text: string) => until(text, () => err.includes(text)),
    untilRows: (count: number) => until(`${count} rows`, () => rows().length >= count),
    async end(signal: NodeJS.Signals = 'SIGINT') {
      const ended = new Promise<[number | null, NodeJS.Signals | null]>((resolve) => child.on('exit', (code, by) => resolve([code, by])));
      child.kill(signal);
      return ended;
    },
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const exit = 'make: *** [Makefile:2: deps] Error 1\n';

describe('as text', () => {
  test('the answer is what explain says, once, when the failure is complete', async () => {
    const folder = folderWith({ 'build.log': failing.slice(0, 200), 'whole.log': failing + exit });
    const child = watch(folder, ['build.log']);
    await pause(300);
    expect(child.out()).toBe('');
    appendFileSync(path.join(folder, 'build.log'), failing.slice(200) + exit);
    await child.until('\ndocs ');
    const explained = modwhy(['explain', 'whole.log'], { cwd: folder }).out.replace('whole.log', 'build.log');
    expect(child.out()).toBe(explained);
    expect(await child.end()).toEqual([130, null]);
    expect(child.out()).toBe(explained);
  });

  test('where no end is seen, it comes after a silence, and says that it may change', async () => {
    const child = watch(folderWith({ 'build.log': failing }), ['build.log']);
    await child.until('Still being written: this may change.');
    expect(child.out()).toContain('GM0401');
    expect(await child.end('SIGTERM')).toEqual([143, null]);
  });

  test('in Chinese', async () => {
    const child = watch(folderWith({ 'build.log': failing }), ['--lang', 'zh', 'build.log', 'later.log']);
    await child.until('日志还在写入：结果可能变化。');
    expect(child.err()).toContain('later.log: 还没有这个文件：等待它出现');
    await child.end();
  });

  test('what is known is said when it is interrupted; a log without a failure says nothing', async () => {
    const folder = folderWith({ 'build.log': failing, 'calm.log': calm });
    const child = watch(folder, ['build.log', 'calm.log']);
    await pause(700);
    await child.end();
    expect(child.out()).toMatch(/^build\.log: a Go module failure/);
    expect(child.out()).not.toContain('calm.log');
  });

  test('a build that goes on after all takes its answer back', async () => {
    const folder = folderWith({
      'build.log':
        '$ go mod download\ngo: example.com/lib@v1.2.3: reading https://proxy.golang.org/example.com/lib/@v/v1.2.3.mod: 502 Bad Gateway\n',
    });
    const child = watch(folder, ['build.log']);
    await child.until('this may change');
    appendFileSync(
      path.join(folder, 'build.log'),
      'retrying in 5 seconds\n$ go mod download\n$ go build ./...\n$ go vet ./...\nStarted by timer\n',
    );
    await child.untilError('build.log: the build got over what was shown last; no failure is visible now');
    await child.end();
  });
});

describe('as rows', () => {
  test('a report that differs has a row with its revision; the last one of a build is final', async () => {
    const folder = folderWith({ 'build.log': '$ go version\n' });
    const file = path.join(folder, 'build.log');
    const child = watch(folder, ['--format', 'ndjson', 'build.log']);
    await pause(300);
    appendFileSync(file, failing);
    await child.untilRows(1);
    appendFileSync(file, exit);
    await child.untilRows(2);
    appendFileSync(file, 'Started by timer\n');
    await pause(300);
    appendFileSync(file, 'Finished: SUCCESS\n');
    await child.untilRows(4);
    await child.end();
    for (const row of child.rows()) reportSchema.parse(row);
    expect(child.brief()).toEqual([
      [1, false, 'module-failure', 4],
      [2, false, 'module-failure', 5],
      [2, true, 'module-failure', 5],
      [1, true, 'no-failure', 2],
    ]);
    expect(child.rows().every(({ type, index }) => type === 'report' && index === 0)).toBe(true);
  });

  test('each way to start a log anew starts a report anew', async () => {
    const folder = folderWith({ 'build.log': failing });
    const file = path.join(folder, 'build.log');
    const child = watch(folder, ['--format', 'ndjson', 'build.log']);
    await child.untilRows(1);
    // As `go build > build.log` does again and again.
    writeFileSync(file, `second build\n${failing}`);
    await child.until('"lines":4,"bytes"');
    unlinkSync(file);
    writeFileSync(file, `third build\n\n${failing}`);
    await child.until('"lines":5,"bytes"');
    // logrotate with `copytruncate`, and without.
    copyFileSync(file, `${file}.1`);
    truncateSync(file);
    appendFileSync(file, `fourth build\n\n\n${failing}`);
    await child.until('"lines":6,"bytes"');
    await child.end();
    expect(child.brief().filter(([, final]) => final)).toEqual([
      [1, true, 'module-failure', 3],
      [1, true, 'module-failure', 4],
      [1, true, 'module-failure', 5],
      [1, true, 'module-failure', 6],
    ]);
  });

  test('a renamed log goes on in the new one', async () => {
    const folder = folderWith({ 'build.log': failing.split('\n').slice(0, 2).join('\n') });
    const file = path.join(folder, 'build.log');
    const child = watch(folder, ['--format', 'ndjson', 'build.log']);
    await pause(400);
    renameSync(file, `${file}.1`);
    writeFileSync(file, failing.split('\n').slice(2).join('\n'));
    await child.until('"lines":3,"bytes"');
    await child.end();
    expect(child.rows().at(-1)).toMatchObject({ final: true, verdict: 'module-failure', input: { lines: 3 } });
  });

  test('several logs keep their places', async () => {
    const folder = folderWith({ 'a.log': calm, 'b.log': failing });
    const child = watch(folder, ['--format', 'ndjson', 'a.log', 'b.log']);
    await child.untilRows(1);
    await child.end();
    expect(child.rows().map(({ index, input, verdict }) => [index, input.name, verdict])).toEqual(
      expect.arrayContaining([
        [1, 'b.log', 'module-failure'],
        [0, 'a.log', 'no-failure'],
      ]),
    );
  });

  test('a burst is answered as explain answers it', { timeout: 60_000 }, async () => {
    const log = jobLog(8_000_000);
    const folder = folderWith({ 'build.log': '' });
    const whole = folderWith({ 'build.log': log });
    const child = watch(folder, ['--format', 'ndjson', 'build.log']);
    await pause(300);
    writeFileSync(path.join(folder, 'build.log'), log);
    await child.until('module-failure');
    await child.end();
    const { revision: _, final, ...row } = child.rows().at(-1);
    const explained = JSON.parse(modwhy(['explain', '--format', 'ndjson', 'build.log'], { cwd: whole }).out);
    expect(final).toBe(true);
    expect(row).toEqual(explained);
  });
});

test.skipIf(process.platform !== 'linux')('waiting costs next to nothing', { timeout: 30_000 }, async () => {
  const child = watch(folderWith({ 'build.log': calm }), ['build.log']);
  // As quick looks become rare.
  await pause(12_000);
  const before = child.cpu();
  await pause(4000);
  expect(child.cpu() - before).toBeLessThanOrEqual(80);
  await child.end();
});

describe('where it begins', () => {
  test('--from end leaves out what is there', async () => {
    const folder = folderWith({ 'build.log': failing });
    const child = watch(folder, ['--format', 'ndjson', '--from', 'end', 'build.log']);
    await pause(500);
    appendFileSync(path.join(folder, 'build.log'), calm);
    await pause(300);
    await child.end();
    expect(child.brief()).toEqual([[1, true, 'no-failure', 2]]);
  });

  test('--from resume goes on where it was left, and remembers the place for its owner alone', async () => {
    const folder = folderWith({ 'build.log': calm });
    const state = path.join(folder, 'state');
    const args = ['--format', 'ndjson', '--from', 'resume', 'build.log'];
    const first = watch(folder, args, { XDG_STATE_HOME: state });
    await pause(700);
    appendFileSync(path.join(folder, 'build.log'), 'half a li');
    await pause(300);
    await first.end();
    expect(first.brief()).toEqual([[1, true, 'no-failure', 3]]);
    const [kept] = readdirSync(path.join(state, 'modwhy/watch'));
    const place = path.join(state, 'modwhy/watch', kept!);
    expect(statSync(place).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(place, 'utf8'))).toMatchObject({ offset: calm.length });

    appendFileSync(path.join(folder, 'build.log'), `ne\n${failing}`);
    const second = watch(folder, args, { XDG_STATE_HOME: state });
    await second.untilRows(1);
    await second.end();
    expect(second.brief().at(-1)).toEqual([1, true, 'module-failure', 4]);

    writeFileSync(place, '{"device":');
    const third = watch(folder, args, { XDG_STATE_HOME: state });
    await third.untilRows(1);
    await third.end();
    expect(third.brief().at(-1)).toEqual([1, true, 'module-failure', 6]);
  });

  test('without it nothing is written', async () => {
    const folder = folderWith({ 'build.log': calm });
    const child = watch(folder, ['build.log']);
    await pause(600);
    await child.end();
    expect(existsSync(path.join(folder, '.local'))).toBe(false);
  });
});

describe('bad input', () => {
  test.each([
    [[], 'nothing to watch: name the logs that grow'],
    [['-'], 'watch follows files'],
    [['--format', 'json', 'a.log'], 'json is one text for all: use text, lines or ndjson'],
    [['-o', 'x', 'a.log'], '-o writes at the end'],
    [['--fail-on', 'any', 'a.log'], '--fail-on is a flag of modwhy explain'],
    [['--from', 'middle', 'a.log'], '--from: expected start, end or resume, found "middle"'],
  ])('%j', (args, message) => {
    const { code, err, out } = modwhy(['watch', ...args]);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(message);
  });

  test('a folder, a pipe and a packed log are refused, and the others go on', async () => {
    const folder = folderWith({ 'build.log': failing + exit });
    mkdirSync(path.join(folder, 'logs'));
    spawnSync('mkfifo', [path.join(folder, 'pipe')]);
    spawnSync('sh', ['-c', 'gzip -c build.log > build.log.gz'], { cwd: folder });
    expect(modwhy(['watch', 'logs', 'pipe'], { cwd: folder })).toMatchObject({ code: 2 });
    const child = watch(folder, ['logs', 'pipe', 'build.log.gz', 'build.log']);
    await child.until('GM0401');
    await child.untilError('packed with gzip');
    expect(child.err()).toContain('logs: this is a folder');
    expect(child.err()).toContain('pipe: only a plain file can be followed');
    await child.end();
  });

  test('a log that is not there yet is said to be waited for', async () => {
    const folder = folderWith({});
    const child = watch(folder, ['later.log']);
    await child.untilError('later.log: there is no such file yet: waiting for it');
    writeFileSync(path.join(folder, 'later.log'), failing + exit);
    await child.until('GM0401');
    await child.end();
  });

  test('secrets are hidden in what is printed while it grows', async () => {
    const folder = folderWith({ 'build.log': failing.replaceAll('https://sum', 'https://robin:hunter2hunter2@sum') + exit });
    const child = watch(folder, ['--format', 'ndjson', 'build.log']);
    await child.untilRows(1);
    await child.end();
    expect(child.out()).not.toContain('hunter2');
    expect(child.out()).toContain('<secret-1>');
  });
});
