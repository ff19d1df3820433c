import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, modwhy } from './modwhy.ts';

// The built program with real commands: bytes, exit codes, signals, ends of pipes.

const program = path.resolve('bin/modwhy.js');
const run = (...command: readonly string[]) => modwhy(['run', '--', ...command]);
/** The answer below what the command printed. */
const failingGo = ['sh', '-c', `echo built; printf 'go: cannot find main module, but found .git/config in /src\\n' >&2; exit 1`] as const;

/** A shell that has `modwhy run --` as "$@". */
function shell(script: string, cwd?: string) {
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', script, 'bash', process.execPath, program, 'run', '--'], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
    ...(cwd === undefined ? {} : { cwd }),
  });
  return { code: status, out: stdout, err: stderr };
}

describe.skipIf(process.platform === 'win32')('modwhy run', () => {
  test('a success: the bytes of each stream, and nothing else', () => {
    const bytes = String.raw`printf '\000\377\r\nlast'; printf 'to err' >&2`;
    const result = spawnSync(process.execPath, [program, 'run', '--', 'sh', '-c', bytes], { env: { PATH: process.env.PATH } });
    expect(result.status).toBe(0);
    expect([...result.stdout]).toEqual([0, 255, 13, 10, ...Buffer.from('last')]);
    expect(result.stderr.toString()).toBe('to err');
  });

  test('a failure: the answer stands below, on standard error', () => {
    const { code, out, err } = run(...failingGo);
    expect({ code, out }).toEqual({ code: 1, out: 'built\n' });
    expect(err).toMatch(/^go: cannot find main module[^\n]*\n\nsh -c '[^\n]*: a Go module failure\n\n1\. [^\n]*GM09/);
  });

  test('-o and --format take the answer', () => {
    const cwd = folderWith({});
    const { code, err } = modwhy(['run', '--format', 'json', '-o', 'why.json', '--', ...failingGo], { cwd });
    expect(code).toBe(1);
    expect(err).toBe('go: cannot find main module, but found .git/config in /src\n');
    expect(JSON.parse(readFileSync(path.join(cwd, 'why.json'), 'utf8')).verdict).toBe('module-failure');
  });

  test('an answer that cannot be written leaves the exit code', () => {
    const { code, err } = modwhy(['run', '-o', 'no/such/why.txt', '--', ...failingGo]);
    expect(code).toBe(1);
    expect(err).toMatch(/\nmodwhy: the command has ended with 1, and it cannot be explained: cannot write no\/such\/why\.txt: [^\n]*\n$/);
  });

  test('every exit code', { timeout: 180_000 }, async () => {
    const codes = Array.from({ length: 256 }, (_, code) => code);
    const seen: (number | null)[] = [];
    const worker = async () => {
      for (let code = codes.shift(); code !== undefined; code = codes.shift()) seen[code] = await ended(['sh', '-c', `exit ${code}`]);
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    expect(seen).toEqual(Array.from({ length: 256 }, (_, code) => code));
  });

  test('every signal from 1 to 15', { timeout: 60_000 }, async () => {
    for (let signal = 1; signal <= 15; signal++)
      expect([signal, await ended(['sh', '-c', `ulimit -c 0; kill -${signal} $$`])]).toEqual([signal, 128 + signal]);
  });

  test('not found, not executable, a script without an interpreter line, a folder', () => {
    const cwd = folderWith({ script: 'exit 5\n', plain: 'exit 5\n' });
    chmodSync(path.join(cwd, 'script'), 0o755);
    expect(run('no-such-command-here')).toEqual({
      code: 127,
      out: '',
      err: 'modwhy: no-such-command-here: command not found; check its name and PATH, or, for a script, the program in its first line\n',
    });
    expect(run(path.join(cwd, 'plain')).code).toBe(process.getuid?.() === 0 ? 126 : 126);
    expect(run(cwd).code).toBe(126);
    expect(run(path.join(cwd, 'script')).code).toBe(5);
  });

  test.each([
    [['run', 'go', 'build', '-race'], 'modwhy run needs -- before the command: modwhy run -- go build -race'],
    [['run', '--'], 'modwhy run needs a command after --, such as: modwhy run -- go build ./...'],
    [['run', 'x', '--', 'go'], 'modwhy run: "x" stands before --; expected only flags there, and the command after it'],
    [['run', '--retry-if-transient', '21', '--', 'go'], '--retry-if-transient: expected a value as in 3 (0 to 20), found "21"'],
    [['run', '--retry-budget', 'soon', '--', 'go'], '--retry-budget: expected a value as in 90s, 5m or 1h30m, found "soon"'],
    [['run', '--frmat', 'json', '--', 'go'], 'unknown flag --frmat, did you mean --format?'],
    [['explain', '--pty', 'x.log'], '--pty is a flag of modwhy run, not of modwhy explain'],
  ])('%j is refused before anything is started', (argv, message) => {
    const { code, out, err } = modwhy(argv);
    expect({ code, out }).toEqual({ code: argv[0] === 'run' ? 125 : 2, out: '' });
    expect(err.startsWith(`modwhy: ${message}`)).toBe(true);
  });

  test('flags behind -- are those of the command', () => {
    expect(run('echo', '--format', '-q', '--', '-V')).toEqual({ code: 0, out: '--format -q -- -V\n', err: '' });
  });

  test('standard input goes to the command', () => {
    expect(modwhy(['run', '--', 'wc', '-c'], { input: 'x'.repeat(200_000) }).out.trim()).toBe('200000');
  });

  test('both streams into one place keep their order', () => {
    const { out } = shell(`"$@" sh -c 'for i in 1 2 3 4 5 6 7 8 9; do echo out $i; echo err $i >&2; done' 2>&1`);
    expect(out).toBe(Array.from({ length: 9 }, (_, index) => `out ${index + 1}\nerr ${index + 1}\n`).join(''));
  });

  test('/dev/stdout and /dev/stderr can be opened, as without modwhy', () => {
    expect(run('sh', '-c', 'echo one > /dev/stdout; echo two > /dev/stderr')).toEqual({ code: 0, out: 'one\n', err: 'two\n' });
  });

  test('pipefail sees the code of the command', () => {
    expect(shell(`set -o pipefail; "$@" sh -c 'exit 9' | cat`).code).toBe(9);
  });

  test('a reader that goes away ends the command, which is not explained', () => {
    const { err, out } = shell(`{ "$@" yes; echo "code $?" >&2; } | head -1`);
    expect({ out, err }).toEqual({ out: 'y\n', err: 'code 141\n' });
  });

  test.skipIf(process.platform !== 'linux')("a full disk is said, and the exit code is the command's", () => {
    const { code, err } = shell(`"$@" sh -c 'echo on its way; exit 3' > /dev/full`);
    expect(code).toBe(3);
    expect(err).toMatch(/^modwhy: what the command printed could not be passed on: ENOSPC[^\n]*\n/);
  });

  test('without a folder for pipes it works all the same', () => {
    const result = modwhy(['run', '--', 'sh', '-c', 'echo one; echo two >&2; exit 3'], { env: { TMPDIR: '/no/such/folder' } });
    expect(result).toMatchObject({ code: 3, out: 'one\n' });
    expect(result.err.startsWith('two\nmodwhy: ')).toBe(true);
  });

  test('-v says what a success got over', () => {
    const script = `echo 'go: github.com/northwind/table@v1.2.0: Get "https://proxy.golang.org/github.com/northwind/table/@v/v1.2.0.mod": net/http: TLS handshake timeout'; echo 'attempt 1 of 3 failed, retrying'; echo fine`;
    expect(run('sh', '-c', script).err).toBe('');
    const { code, err } = modwhy(['run', '-v', '--', 'sh', '-c', script]);
    expect(code).toBe(0);
    expect(err).toMatch(/^modwhy: the command succeeded, and got over this: [^\n]+ \(GM\d{4}\)\n$/);
  });

  test('a command that closes its output runs on', () => {
    const { code, out } = shell(`"$@" sh -c 'exec >&- 2>&-; sleep 0.3; exit 4'`);
    expect({ code, out }).toEqual({ code: 4, out: '' });
  });

  test('a process that is left behind is not waited for', () => {
    const started = performance.now();
    const { code, out, err } = run('sh', '-c', 'sleep 30 & echo ready');
    expect(performance.now() - started).toBeLessThan(10_000);
    expect({ code, out }).toEqual({ code: 0, out: 'ready\n' });
    expect(err).toBe('modwhy: a process that the command left behind still holds its output: what it prints from now on is lost\n');
  });

  test('huge output: nothing is lost on the way, and its end is explained', { timeout: 60_000 }, () => {
    const script = `yes 'ok  corp.test/orders 0.01s' | head -c 200000000; echo 'go: cannot find main module, but found .git/config in /src' >&2; exit 1`;
    const { out, err } = shell(`"$@" sh -c "${script}" | wc -c`);
    expect(out.trim()).toBe('200000000');
    expect(err).toContain(': a Go module failure\n');
    expect(err).toContain('the first and the last of them');
  });

  test('signals reach the command, and its end decides', async () => {
    const trap = `trap 'echo got it; exit 3' TERM; echo ready; while :; do sleep 0.05; done`;
    expect(await signalled(['sh', '-c', trap], 'SIGTERM')).toEqual({ code: 3, out: 'ready\ngot it\n', err: '' });
    expect(await signalled(['sh', '-c', 'echo ready; exec sleep 30'], 'SIGHUP')).toEqual({ code: 129, out: 'ready\n', err: '' });
    expect(await signalled(['sh', '-c', 'echo ready; exec sleep 30'], 'SIGINT')).toEqual({ code: 130, out: 'ready\n', err: '' });
  });

  test('a signal ends the wait for a reader that does not read', async () => {
    const { child, code } = await new Promise<{ child: ReturnType<typeof spawn>; code: Promise<string> }>((done) => {
      const started = spawn(
        process.execPath,
        [program, 'run', '--', 'sh', '-c', 'head -c 60000 /dev/zero; echo ended >&2; head -c 1000000 /dev/zero & exit 3'],
        {
          stdio: ['ignore', 'pipe', 'pipe'],
          env: { PATH: process.env.PATH },
          detached: true,
        },
      );
      const ended = new Promise<string>((tell) => started.on('exit', (status, signal) => tell(signal ?? String(status))));
      // Its standard output is never read.
      started.stderr!.on('data', () => setTimeout(() => done({ child: started, code: ended }), 500));
    });
    child.kill('SIGTERM');
    expect(await code).toBe('SIGTERM');
    child.stdout!.destroy();
  });

  test('inside another one, only the outer one answers', () => {
    const { code, err } = run(process.execPath, program, 'run', '--', ...failingGo);
    expect(code).toBe(1);
    expect(err.match(/a Go module failure/g)).toHaveLength(1);
  });

  test('inside another one that does not see the output, the inner one answers', () => {
    const cwd = folderWith({});
    const { code, err } = shell(
      `"$@" sh -c '"$0" "$@" 2> inner.txt' "$@" sh -c 'echo "go: cannot find main module, but found .git/config in /src" >&2; exit 1'`,
      cwd,
    );
    expect(code).toBe(1);
    expect(readFileSync(path.join(cwd, 'inner.txt'), 'utf8')).toContain(': a Go module failure\n');
    expect(err).not.toContain('a Go module failure');
  });

  test("make's jobs reach a make below", () => {
    const cwd = folderWith({
      Makefile: 'all:\n\t+@$(RUN) $(MAKE) -f Inner\n',
      Inner: 'all: a b\na b:\n\t@sleep 0.1; echo $@\n',
    });
    writeFileSync(path.join(cwd, 'Inner'), 'all: a b\na b:\n\t@sleep 0.1; echo $@\n');
    const result = spawnSync('make', ['-j2', '--no-print-directory', `RUN=${process.execPath} ${program} run --`], {
      cwd,
      encoding: 'utf8',
    });
    expect(result.stderr).toBe('');
    expect(result.stdout.split('\n').sort()).toEqual(['', 'a', 'b']);
  });
});

function ended(command: readonly string[]): Promise<number | null> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, 'run', '--', ...command], { stdio: 'ignore', env: { PATH: process.env.PATH } });
    child.on('exit', (code, signal) => done(signal ? -constants.signals[signal] : code));
  });
}

/** Sends a signal to modwhy alone, when the command has said that it is ready. */
function signalled(command: readonly string[], signal: NodeJS.Signals): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((done) => {
    // A session of its own: no terminal whose keys could have sent it.
    const child = spawn(process.execPath, [program, 'run', '--', ...command], { env: { PATH: process.env.PATH }, detached: true });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      if (out === '') child.kill(signal);
      out += chunk;
    });
    child.stderr.on('data', (chunk) => void (err += chunk));
    child.on('close', (code) => done({ code, out, err }));
  });
}
