import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { onTerminal, ownEnvironment, program } from './program.ts';

// What must hold for every screen on a real terminal, however it ends; `pty.test.ts` has more about the explained log.

const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-screens-'));
writeFileSync(path.join(folder, 'build.log'), '$ go build ./...\ngo: updates to go.mod needed\n');
writeFileSync(
  path.join(folder, 'dns.log'),
  '$ go mod download\ngo: example.com/shop@v1.0.0: Get "https://proxy.golang.org/example.com/shop/@v/v1.0.0.mod": dial tcp: lookup proxy.golang.org on 127.0.0.53:53: server misbehaving\n',
);
// Reading it never ends, since we could still write into it.
const held = path.join(folder, 'held.log');
if (process.platform !== 'win32') execFileSync('mkfifo', [held]);
const writer = process.platform === 'win32' ? null : openSync(held, constants.O_RDWR);
// Whoever imports it falls over a little later.
const broken = path.join(folder, 'broken.mjs');
writeFileSync(broken, "setTimeout(() => { throw new Error('it broke inside'); }, 1500);\n");
afterAll(() => {
  if (writer !== null) closeSync(writer);
  rmSync(folder, { recursive: true, force: true });
});

const quoted = `'${process.execPath}' '${program}'`;

interface Shown {
  readonly args: string;
  /** Keys that open it, where the command does not. */
  readonly open?: string;
  /** It is on the screen. */
  readonly sign: RegExp;
  /** Keys that leave it. */
  readonly leave: string;
  /** Of Ctrl+C. */
  readonly interrupted?: number;
}

const screens: Readonly<Record<string, Shown>> = {
  waterfall: { args: 'explain --waterfall build.log', sign: /^ modwhy[^\n]*\n[\s\S]*━ Waterfall[\s\S]*q back/, leave: 'qq' },
  questions: { args: 'explain dns.log', open: 'a', sign: /^━ Question 1[\s\S]*q back/, leave: 'qq' },
  live: { args: 'watch build.log', sign: /^ modwhy watch[^\n]*\n[\s\S]*─ Fix[\s\S]*q quit/, leave: 'q', interrupted: 130 },
  paste: { args: 'paste', sign: /^ modwhy[^\n]*\n[\s\S]*━ Paste a log[\s\S]*Esc back/, leave: '\u001b\u001b' },
  scan: {
    args: 'scan --store none build.log held.log',
    sign: /^ modwhy scan {2}build\.log held\.log {2,}reading *\n[\s\S]*> +1 {2}GM0904[\s\S]*q quit/,
    leave: 'q',
    interrupted: 130,
  },
  rules: { args: 'causes', sign: /^ modwhy[^\n]* causes[\s\S]*q quit/, leave: 'q' },
  help: { args: 'explain build.log', open: '?', sign: /━ Keys[\s\S]*q /, leave: 'qq' },
};

/** Runs it with the settings of the terminal before and after, byte for byte. */
async function start({ args, open, sign }: Shown, more: Readonly<Record<string, string>> = {}) {
  const env = { ...ownEnvironment(), LC_ALL: 'C.UTF-8', ...more };
  const whole = `trap : INT; stty -g > before; ${quoted} ${args}; echo "CODE $?"; stty -g > after; cmp before after && echo SAME`;
  const screen = onTerminal('/bin/sh', ['-c', whole], { cwd: folder, env });
  if (open) {
    await screen.until('q quit');
    screen.write(open);
  }
  await screen.until(sign);
  expect(screen.type()).toBe('alternate');
  return screen;
}

async function expectRestored(screen: Awaited<ReturnType<typeof start>>, code: number) {
  await screen.ended();
  expect(screen.type()).toBe('normal');
  expect(screen.screen()).toContain(`CODE ${code}\nSAME`);
  const now = new Map<string, string>();
  for (const [, modes, state] of screen.raw().matchAll(/\u001b\[\?([\d;]+)([hl])/g))
    for (const mode of modes!.split(';')) now.set(mode, state!);
  // All are off at the start, but for the cursor and the wrapping of lines.
  expect([...now].filter(([mode, state]) => state !== (mode === '25' || mode === '7' ? 'h' : 'l'))).toEqual([]);
}

describe.skipIf(process.platform === 'win32').each(Object.entries(screens))('%s', (_, shown) => {
  test('its own way out; colours are only where they are wanted', async () => {
    const screen = await start(shown, { NO_COLOR: '1' });
    for (const key of shown.leave) {
      screen.write(key);
      // A terminal that sends Esc and more at once means another key.
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    await expectRestored(screen, 0);
    expect(screen.raw()).not.toMatch(/\u001b\[(?:3[0-7]|38|9[0-7])/);
  });

  test('Ctrl+C', async () => {
    const screen = await start(shown);
    screen.write('\u0003');
    await expectRestored(screen, shown.interrupted ?? 0);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ])('%s', async (signal, code) => {
    const screen = await start(shown);
    const shell = screen.child.pid;
    process.kill(Number(readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8').trim().split(' ')[0]), signal);
    await expectRestored(screen, code);
  });

  test('a crash', async () => {
    const screen = await start({ ...shown, sign: /./ }, { NODE_OPTIONS: `--import ${broken}` });
    await expectRestored(screen, 70);
    expect(screen.screen()).toContain('internal error: it broke inside');
  });

  test('a terminal that goes away', async () => {
    const screen = await start(shown);
    const shell = screen.child.pid;
    const child = Number(readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8').trim().split(' ')[0]);
    (screen.child as unknown as { destroy(): void }).destroy();
    for (let tries = 0; tries < 500 && isAlive(child); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isAlive(child)).toBe(false);
  });

  test('Ctrl+Z, fg, and a resize storm', async () => {
    // What is typed before the shell prints its prompt makes the screen begin behind it.
    const screen = onTerminal('/bin/sh', ['-c', 'sleep 0.3; exec sh -i'], {
      cwd: folder,
      env: { ...ownEnvironment(), LC_ALL: 'C.UTF-8', PS1: '$ ' },
    });
    screen.write(`${quoted} ${shown.args}\r`);
    if (shown.open) {
      await screen.until('q quit');
      screen.write(shown.open);
    }
    await screen.until(shown.sign);
    screen.write('\u001a');
    await screen.until('Stopped');
    expect(screen.type()).toBe('normal');
    screen.write('fg\r');
    await screen.until(shown.sign);
    for (let turn = 0; turn < 100; turn++) screen.resize(20 + ((turn * 37) % 280), 3 + ((turn * 17) % 97));
    screen.resize(80, 24);
    await screen.untilRows(24);
    await screen.until(shown.sign);
    screen.write('\u0003');
    for (let tries = 0; screen.type() === 'alternate' && tries < 1000; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
    screen.write('echo "CODE $?"\r');
    await screen.until(`CODE ${shown.interrupted ?? 0}`);
    screen.write('exit\r');
    await screen.ended();
  });

  test.each([
    ['TERM=dumb', 'env TERM=dumb', ''],
    ['no terminal for keys', 'setsid -w', '< /dev/null'],
  ])('%s: no screen', async (_, prefix, input) => {
    // What follows a log has no end of its own.
    const limit = shown.args.startsWith('watch') ? 'timeout 1 ' : '';
    const args = shown.args.replace(' held.log', '');
    const screen = onTerminal('/bin/sh', ['-c', `${limit}${prefix} ${quoted} ${args} ${input}`], { cwd: folder });
    await screen.ended();
    expect(screen.raw()).not.toContain('\u001b[?1049h');
    expect(screen.raw().length).toBeGreaterThan(50);
  });
});

function isAlive(id: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, 'utf8'));
  } catch {
    return false;
  }
}
