import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { onTerminal, ownEnvironment, program } from './program.ts';
import { log } from './scene.tsx';

// The built program on a real terminal: what it draws, and that it leaves the terminal as it was.

const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-tui-'));
const file = path.join(folder, 'build.log');
writeFileSync(file, `${log.join('\n')}\n`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(command: string, args: readonly string[], columns = 80, rows = 24, more: Readonly<Record<string, string>> = {}) {
  return onTerminal(command, args, { columns, rows, cwd: folder, env: { ...ownEnvironment(), LC_ALL: 'C.UTF-8', ...more } });
}

const explain = (columns?: number, rows?: number) => start(process.execPath, [program, 'explain', 'build.log'], columns, rows);

function expectTerminalRestored(screen: ReturnType<typeof start>) {
  expect(screen.type()).toBe('normal');
  expect(screen.raw()).toContain('\u001b[?1049l');
  expect(modesLeft(screen.raw())).toEqual([]);
}

/** Modes of the terminal that are not as they are at its start: all off, but for the cursor and the wrapping of lines. */
function modesLeft(raw: string): string[] {
  const now = new Map<string, string>();
  for (const [, modes, state] of raw.matchAll(/\u001b\[\?([\d;]+)([hl])/g)) for (const mode of modes!.split(';')) now.set(mode, state!);
  return [...now].filter(([mode, state]) => state !== (mode === '25' || mode === '7' ? 'h' : 'l')).map(([mode]) => mode);
}

/** Runs a command line with the terminal's settings before and after it, byte for byte. */
function between(command: string, more?: Readonly<Record<string, string>>, rows = 24) {
  return start('/bin/sh', ['-c', `stty -g > before; ${command}; stty -g > after; cmp before after && echo SAME`], 80, rows, more);
}

const quoted = `'${process.execPath}' '${program}'`;

describe.skipIf(process.platform === 'win32')('on a terminal', () => {
  test('opens on the alternate screen, keys move, q leaves the answer in the scrollback', async () => {
    const screen = explain();
    await screen.until('q quit');
    expect(screen.type()).toBe('alternate');
    expect(screen.screen()).toMatch(/^ modwhy {2}build\.log: a Go module failure/);
    screen.write('\t');
    await screen.until('━ Why');
    screen.write('\r');
    await screen.until('no log line belongs to this');
    screen.write('j\r');
    await screen.until('━ Log  line 2 of 3');
    screen.write('q');
    await screen.until('━ Why');
    screen.write('q');
    expect(await screen.ended()).toMatchObject({ exitCode: 0 });
    expectTerminalRestored(screen);
    expect(screen.screen().replaceAll('\n', '')).toMatch(/^modwhy: build\.log: very likely: .*\(GM0401\); fix: /);
  });

  test('Ctrl+C is a way out, not an error', async () => {
    const screen = explain();
    await screen.until('q quit');
    screen.write('\u0003');
    expect(await screen.ended()).toMatchObject({ exitCode: 0 });
    expectTerminalRestored(screen);
  });

  test('SIGTERM gives the terminal back', async () => {
    const screen = explain();
    await screen.until('q quit');
    screen.child.kill('SIGTERM');
    await screen.ended();
    expectTerminalRestored(screen);
  });

  test('resizing goes to two columns and back', async () => {
    const screen = explain();
    await screen.until('q quit');
    screen.resize(140, 40);
    await screen.until('─ Log  line 2 of 3');
    await screen.untilRows(40);
    screen.resize(30, 8);
    await screen.until('modwhy needs 40x10');
    screen.resize(80, 24);
    await screen.until('q quit');
    screen.write('q');
    expect(await screen.ended()).toMatchObject({ exitCode: 0 });
  });

  test('a log on the pipe leaves the keys to the terminal, in the mode it was in', async () => {
    const screen = between(`cat build.log | ${quoted}`);
    await screen.until('q quit');
    expect(screen.screen()).toMatch(/^ modwhy {2}stdin: a Go module failure/);
    screen.write('?');
    await screen.until('━ Keys');
    screen.write('qq');
    await screen.ended();
    expectTerminalRestored(screen);
    expect(screen.screen()).toContain('SAME');
  });

  test('Ctrl+Z gives the shell the terminal, fg brings the screen back', async () => {
    const screen = start('/bin/sh', ['-i']);
    screen.write(`'${process.execPath}' '${program}' explain build.log\r`);
    await screen.until('q quit');
    screen.write('\u001a');
    await screen.until('Stopped');
    expect(screen.type()).toBe('normal');
    screen.write('fg\r');
    await screen.until('q quit');
    screen.write('?');
    await screen.until('━ Keys');
    screen.write('qq');
    await screen.until('fix: ');
    expectTerminalRestored(screen);
  });

  test.each([['q'], ['\u0003'], ['\r?qqq']])('the settings of the terminal are the same after %j', async (keys) => {
    const screen = between(`${quoted} explain build.log`);
    await screen.until('q quit');
    screen.write(keys);
    await screen.ended();
    expectTerminalRestored(screen);
    expect(screen.screen()).toContain('SAME');
  });

  test.each(['SIGTERM', 'SIGHUP', 'SIGINT'])('%s gives the terminal back as it was', async (signal) => {
    const screen = between(`${quoted} explain build.log`);
    await screen.until('q quit');
    process.kill(childOf(screen.child.pid), signal);
    await screen.ended();
    expectTerminalRestored(screen);
    expect(screen.screen()).toContain('SAME');
  });

  test('a crash while drawing gives the terminal back, says what happened, and is code 70', async () => {
    const broken = path.join(folder, 'broken.mjs');
    writeFileSync(broken, "setTimeout(() => { throw new Error('it broke inside'); }, 1500);\n");
    const screen = between(`${quoted} explain build.log; echo "code $?"`, { NODE_OPTIONS: `--import ${broken}` });
    await screen.until('q quit');
    await screen.until('code 70');
    await screen.ended();
    expectTerminalRestored(screen);
    expect(screen.screen()).toContain('internal error: it broke inside');
    expect(screen.screen()).toContain('SAME');
  });

  test('a terminal that goes away ends it', async () => {
    const screen = explain();
    await screen.until('q quit');
    const { pid } = screen.child;
    // Closing our side is what a closed window is to the program: SIGHUP, and EIO for whoever writes.
    (screen.child as unknown as { destroy(): void }).destroy();
    await gone(pid);
  });

  test('a key that comes while the first screen is drawn is not echoed into it', async () => {
    const screen = explain();
    let early = true;
    screen.child.onData((text) => {
      if (early && text.includes('q quit')) {
        early = false;
        screen.write('\r');
      }
    });
    await screen.until('━ Log  line 2 of 3');
    const rows = screen.screen().split('\n');
    expect(rows[0]).toMatch(/^ modwhy {2}build\.log/);
    expect(rows[1]).toMatch(/^━ Log/);
    expect(rows.at(-1)).toMatch(/^ j\/k move/);
    screen.write('qq');
    await screen.ended();
    expectTerminalRestored(screen);
  });

  test('a resize storm ends in a whole screen', async () => {
    const screen = explain();
    await screen.until('q quit');
    for (let turn = 0; turn < 100; turn++) screen.resize(20 + ((turn * 37) % 280), 3 + ((turn * 17) % 97));
    screen.resize(80, 24);
    await screen.untilRows(24);
    await screen.until('q quit');
    screen.write('q');
    expect(await screen.ended()).toMatchObject({ exitCode: 0 });
    expectTerminalRestored(screen);
  });

  test.each([
    ['with the log as a file', `${quoted} explain build.log`],
    ['with standard input elsewhere', `: | ${quoted} explain build.log`],
  ])('the editor gets the terminal, every key, and the line, %s', async (_, command) => {
    const editor = path.join(folder, 'my editor');
    writeFileSync(
      editor,
      '#!/bin/sh\nprintf "EDITING %s\\n" "$*"\nstty -a | grep -o " -\\?icanon" > mode\nread -r typed\nprintf "%s|%s" "$*" "$typed" > edited\n',
    );
    chmodSync(editor, 0o755);
    const screen = between(command, { VISUAL: `'${editor}' --wait` });
    await screen.until('q quit');
    screen.write('\re');
    await screen.until('EDITING');
    expect(screen.type()).toBe('normal');
    screen.write('every key qqq arrives\r');
    await screen.until('back from the editor, line 2');
    expect(screen.type()).toBe('alternate');
    expect(readFileSync(path.join(folder, 'edited'), 'utf8')).toBe(`--wait ${realpathSync(file)}|every key qqq arrives`);
    expect(readFileSync(path.join(folder, 'mode'), 'utf8').trim()).toBe('icanon');
    screen.write('qq');
    await screen.ended();
    expectTerminalRestored(screen);
    expect(screen.screen()).toContain('SAME');
  });

  test('a screen reader gets sentences, one after the other, and nothing is drawn over', async () => {
    const screen = between(`${quoted} explain build.log --screen-reader`, {}, 100);
    await screen.until('Keys: j and k move');
    expect(screen.screen()).toMatch(/^build\.log: a Go module failure\. 3 lines\.\nCause 1 of 1, very likely, GM0401: /);
    screen.write('\r');
    await screen.until('Line 2 of 3, evidence: go: corp.example.com');
    screen.write('k');
    await screen.until('Line 1 of 3: go mod download');
    screen.write('q');
    await screen.until('Causes, pane 1 of 4.');
    screen.write('q');
    await screen.ended();
    expect(screen.screen()).toContain('SAME');
    expect(screen.raw()).not.toContain('\u001b[?1049h');
    expect(modesLeft(screen.raw())).toEqual([]);
    // Every sentence is where it was said first: the answer stands above what came later.
    expect(screen.raw().match(/Go asks sum.golang.org about/g)).toHaveLength(1);
  });

  test.each([
    ['TERM=dumb', 'TERM=dumb', ''],
    ['no terminal for keys', '', 'setsid -w '],
  ])('%s: text instead of a screen', async (_, variable, prefix) => {
    const screen = between(`${prefix}env ${variable} ${quoted} explain build.log < /dev/null`, {}, 100);
    await screen.ended();
    expect(screen.raw()).not.toContain('\u001b[?1049h');
    expect(screen.screen()).toContain('GM0401');
    expect(screen.screen()).toContain('SAME');
  });

  test('NO_COLOR leaves bold and inverse, and sets no colour', async () => {
    const screen = between(`NO_COLOR=1 ${quoted} explain build.log`);
    await screen.until('q quit');
    screen.write('jq');
    await screen.ended();
    expect(screen.raw()).toContain('\u001b[1m');
    expect(screen.raw()).not.toMatch(/\u001b\[(?:3[0-7]|38|9[0-7])/);
  });

  test('a log full of escapes reaches the terminal as text only', async () => {
    const evil = path.join(folder, 'evil.log');
    writeFileSync(evil, `${log.join('\n')}\n\u001b]0;owned\u0007\u001b[2J\u001b[?1049l\u009b31m\u001b]52;c;ZXZpbA==\u0007 end\n`);
    const screen = between(`${quoted} explain evil.log`);
    await screen.until('q quit');
    screen.write('\rG');
    await screen.until('line 4 of 4');
    expect(screen.type()).toBe('alternate');
    screen.write('qq');
    await screen.ended();
    for (const bad of ['\u001b]0;', '\u001b]52', '\u009b']) expect(screen.raw()).not.toContain(bad);
    expectTerminalRestored(screen);
  });
});

/** The process that a shell runs. */
function childOf(shell: number): number {
  return Number(readFileSync(`/proc/${shell}/task/${shell}/children`, 'utf8').trim().split(' ')[0]);
}

async function gone(pid: number): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it still runs');
}
