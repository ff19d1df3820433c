import { appendFileSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { failing } from '../../cli/modwhy.ts';
import { onTerminal, program } from '../program.ts';

// The built program on a real terminal while its log grows.

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'modwhy-live-'));
  file = path.join(folder, 'build.log');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function start(script: string) {
  const env = { PATH: `${path.dirname(process.execPath)}:${process.env.PATH}`, HOME: folder, LANG: 'C.UTF-8' };
  return onTerminal('/bin/sh', ['-c', script], { cwd: folder, env });
}

const modwhy = (args = '') => `node '${program}' ${args}`;

describe.skipIf(process.platform === 'win32')('on a terminal', () => {
  test('a log is followed through a rotation, and q leaves the terminal as it was', { timeout: 60_000 }, async () => {
    const screen = start(`stty -a > before; ${modwhy('watch build.log')}; echo "CODE $?"; stty -a > after; cmp before after && echo SAME`);
    await screen.until('the file is not there: waiting for it');
    writeFileSync(file, '$ go version\ngo version go1.26.1 linux/amd64\n');
    await screen.until('go version go1.26.1');
    appendFileSync(file, failing);
    await screen.until(/> ● very likely {2}GM0401/);
    renameSync(file, `${file}.1`);
    writeFileSync(file, 'the next file\n');
    await screen.until('the next file');
    expect(screen.screen()).toContain('the file was rotated: this is the new one');
    screen.write('p');
    await screen.until('paused');
    appendFileSync(file, 'unseen\n');
    await screen.until('1 more since');
    screen.write('f');
    await screen.until('unseen');
    screen.write('\r');
    await screen.until('━ Causes');
    screen.write('qq');
    await screen.ended();
    expect(screen.type()).toBe('normal');
    expect(screen.screen()).toContain('CODE 0');
    expect(screen.screen()).toContain('SAME');
  });

  test.each([
    ['watch', modwhy('watch build.log'), 'q', 0],
    ['watch', modwhy('watch build.log'), '\u0003', 130],
    ['a pipe', `(cat build.log; until test -e end; do sleep 0.1; done) | ${modwhy()}`, 'q', 0],
    ['a pipe', `(cat build.log; until test -e end; do sleep 0.1; done) | ${modwhy()}`, '\u0003', 130],
    ['a pipe that has ended', `(cat build.log; sleep 1) | ${modwhy()}`, '\u0003', 0],
  ])('%s, %s, %j: exit code %i', { timeout: 60_000 }, async (name, command, key, code) => {
    writeFileSync(file, failing);
    const screen = start(`stty -g > before; ${command}; echo "CODE $?"; stty -g > after; cmp before after && echo SAME`);
    await screen.until(name === 'a pipe that has ended' ? '━ Causes' : /following[\s\S]*GM0401/);
    screen.write(key);
    writeFileSync(path.join(folder, 'end'), '');
    await screen.until('SAME');
    expect(screen.type()).toBe('normal');
    expect(screen.screen()).toContain(`CODE ${code}`);
    screen.child.kill('SIGKILL');
  });

  test('SIGTERM gives the terminal back', { timeout: 60_000 }, async () => {
    writeFileSync(file, failing);
    const screen = start(`${modwhy('watch build.log')} & echo $! > pid; wait $!; echo "CODE $?"`);
    // A job in the background may write to its terminal, but not read it.
    await screen.until(/GM0401|CODE/);
    process.kill(Number(readFileSync(path.join(folder, 'pid'), 'utf8')), 'SIGTERM');
    await screen.ended();
    expect(screen.type()).toBe('normal');
    expect(screen.screen()).toContain('CODE 143');
  });

  test('what comes in on a pipe is shown while it is open, and explained at its end', { timeout: 60_000 }, async () => {
    writeFileSync(path.join(folder, 'part'), failing);
    const screen = start(
      `(echo '$ go version'; sleep 1; cat part; until test -e end; do sleep 0.1; done; echo done) | ${modwhy()}; echo "CODE $?"`,
    );
    await screen.until(/ following [\s\S]*go version/);
    await screen.until(/> ● very likely {2}GM0401/);
    expect(screen.screen()).toContain('may still change');
    writeFileSync(path.join(folder, 'end'), '');
    await screen.until('━ Causes');
    expect(screen.screen()).toMatch(/^ modwhy {2}stdin: a Go module failure/);
    screen.write('q');
    await screen.ended();
    expect(screen.type()).toBe('normal');
    expect(screen.screen()).toMatch(/modwhy: stdin: very likely: [\s\S]*CODE 0/);
  });

  test('who leaves early ends the writer', { timeout: 60_000 }, async () => {
    const screen = start(`(while echo line; do sleep 0.05; done; echo gone > writer) 2>/dev/null | ${modwhy()}; echo "CODE $?"`);
    await screen.until(/ following [\s\S]*line/);
    screen.write('q');
    await screen.ended();
    expect(screen.screen()).toContain('CODE 0');
  });

  test('a packed log on the pipe is explained as ever', { timeout: 60_000 }, async () => {
    writeFileSync(file, failing);
    const screen = start(`(sleep 0.1; gzip -c build.log; sleep 1) | ${modwhy()}`);
    await screen.until('━ Causes');
    expect(screen.screen()).toContain('GM0401');
  });

  test('a writer that never stops leaves keys their turn', { timeout: 60_000 }, async () => {
    const screen = start(`yes 'a line that is printed again and again, as quickly as a pipe takes it' | ${modwhy()}; echo "CODE $?"`);
    await screen.until(/[\d,]{9,} lines/);
    screen.write('p');
    await screen.until('paused');
    screen.write('q');
    await screen.ended();
    expect(screen.screen()).toContain('CODE 0');
  });
});
