import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { onPty, onTerminal, program } from '../tui/program.ts';
import { folderWith } from './modwhy.ts';

// The built program on a real terminal: keys, stopping and going on, a terminal of the command's own, a terminal that goes away.

const counting = `n=0; trap 'n=$((n+1))' INT; echo ready; for i in 1 2 3 4 5 6; do sleep 0.1; done; echo "interrupted $n"; exit 5`;

const run = (args: readonly string[], cwd = folderWith({})) => onPty(['run', ...args], { cwd });

describe.skipIf(process.platform === 'win32')('modwhy run on a terminal', () => {
  test('Ctrl+C reaches the command once, and its end decides', async () => {
    const screen = run(['--', 'sh', '-c', counting]);
    await screen.until('ready');
    screen.write('\u0003');
    expect(await screen.ended()).toMatchObject({ exitCode: 5 });
    expect(screen.raw()).toContain('interrupted 1');
    expect(screen.raw()).not.toContain('modwhy:');
  });

  test('the command reads what is typed', async () => {
    const screen = run(['--', 'sh', '-c', 'test -t 0 && echo "keys come from a terminal"; read word; echo "got $word"']);
    await screen.until('keys come');
    screen.write('hello\r');
    expect(await screen.ended()).toMatchObject({ exitCode: 0 });
    expect(screen.raw()).toContain('got hello\r\n');
  });

  test('Ctrl+Z stops both, and fg goes on', async () => {
    const screen = onTerminal('bash', ['--norc', '-i'], { cwd: folderWith({}) });
    screen.write(`PS1='shell> '\r`);
    screen.write(`${process.execPath} ${program} run -- sh -c 'echo re""ady; sleep 1; echo done $((40+2)); exit 6'\r`);
    await screen.until('ready');
    screen.write('\u001a');
    await screen.until('Stopped');
    screen.write('fg; echo "code $?"\r');
    await screen.until('code 6');
    expect(screen.raw()).toContain('done 42');
    screen.write('exit\r');
    await screen.ended();
  });

  test('--pty: a terminal of its own, of the same size, with keys and Ctrl+C', async () => {
    const screen = run(['--pty', '--', 'sh', '-c', `test -t 1 && stty size; read word; echo "got $word"; ${counting}`]);
    await screen.until('24 80');
    screen.write('hello\r');
    await screen.until('ready');
    expect(screen.raw()).toContain('got hello\r\n');
    screen.write('\u0003');
    expect(await screen.ended()).toMatchObject({ exitCode: 5 });
    expect(screen.raw()).toContain('interrupted 1');
  });

  test('--tui opens the screen when the command has failed, and the exit code stays', async () => {
    const failing = `echo 'go: cannot find main module, but found .git/config in /src' >&2; exit 3`;
    const screen = run(['--tui', '--', 'sh', '-c', failing]);
    await screen.until('GM0901');
    expect(screen.type()).toBe('alternate');
    screen.write('q');
    expect(await screen.ended()).toMatchObject({ exitCode: 3 });
    expect(await run(['--tui', '--', 'true']).ended()).toMatchObject({ exitCode: 0 });
  });

  test('a terminal that goes away ends both', { timeout: 30_000 }, async () => {
    const cwd = folderWith({});
    const screen = run(['--', 'sh', '-c', `echo $PPID $$ > ids; echo ready; while :; do echo on; sleep 0.05; done`], cwd);
    await screen.until('ready');
    const ids = readFileSync(path.join(cwd, 'ids'), 'utf8').trim().split(' ').map(Number);
    // Closing its other end is what a terminal does that goes away.
    (screen.child as unknown as { destroy(): void }).destroy();
    for (let tries = 0; tries < 500 && ids.some(isAlive); tries++) await new Promise((done) => setTimeout(done, 20));
    expect(ids.filter(isAlive)).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('--pty elsewhere', () => {
  const call = (file: string, args: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
      input,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    return { code: status, out: stdout, err: stderr };
  };

  test('without a terminal of ours, its input is what comes in', () => {
    expect(call(program, ['run', '--pty', '--', 'sh', '-c', 'stty -echo; read a; echo "$a"; kill -9 $$'], 'one\n')).toMatchObject({
      code: 137,
      out: expect.stringMatching(/one\r\n$/),
    });
    expect(call(program, ['run', '--pty', '--', 'no-such-command'])).toMatchObject({ code: 127, out: '' });
  });

  test('where the package is missing, that is said, and nothing is started', () => {
    const folder = folderWith({});
    for (const name of ['bin', 'dist', 'package.json']) cpSync(name, path.join(folder, name), { recursive: true });
    const { code, out, err } = call(path.join(folder, 'bin/modwhy.js'), ['run', '--pty', '--', 'touch', path.join(folder, 'started')]);
    expect({ code, out }).toEqual({ code: 125, out: '' });
    expect(err).toBe(
      'modwhy: --pty needs the package @lydell/node-pty, which is not installed or not made for this machine: npm install @lydell/node-pty, or leave --pty out\n',
    );
    expect(existsSync(path.join(folder, 'started'))).toBe(false);
    expect(call(path.join(folder, 'bin/modwhy.js'), ['run', '--', 'echo', 'fine'])).toEqual({ code: 0, out: 'fine\n', err: '' });
  });
});

function isAlive(id: number): boolean {
  try {
    // A zombie has ended, too.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, 'utf8'));
  } catch {
    return false;
  }
}
