import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith } from '../../cli/modwhy.ts';
import { onTerminal, ownEnvironment, program } from '../program.ts';

// `modwhy run --tui` on a real terminal: the command's log while it runs, its output and the terminal's modes after that.

const quoted = `'${process.execPath}' '${program}'`;
const failure = "echo 'go: updates to go.mod needed' >&2";
/** Goes on when a file appears. */
const until = (name: string) => `until test -e ${name}; do sleep 0.05; done`;

const command = `${quoted} run --tui -- sh work.sh`;

/** A script that does anything, with the settings of the terminal before and after it, byte for byte. Ctrl+C reaches this shell too. */
function run(script: string, line = command) {
  const cwd = folderWith({ 'work.sh': script });
  const env = { ...ownEnvironment(), LC_ALL: 'C.UTF-8' };
  const whole = `trap : INT; stty -g > before; ${line}; echo "CODE $?"; stty -g > after; cmp before after && echo SAME`;
  const file = (name: string) => path.join(cwd, name);
  return { screen: onTerminal('/bin/sh', ['-c', whole], { cwd, env }), file, goOn: () => writeFileSync(file('go'), '') };
}

function expectRestored({ screen }: ReturnType<typeof run>) {
  expect(screen.type()).toBe('normal');
  expect(screen.raw()).toContain('\u001b[?1049l');
  expect(screen.screen()).toContain('SAME');
}

describe.skipIf(process.platform === 'win32')('run --tui', () => {
  test('success: the log while it runs, then only the output, as it came', async () => {
    const all = run(`printf '\\033[32mgreen\\033[0m and no end'; ${until('go')}; echo; echo done`);
    const { screen } = all;
    await screen.until(/^ modwhy run {2}sh work\.sh {2,}[\s\S]*following/);
    // A line that has not ended is no line yet.
    await screen.until('━ Log');
    expect(screen.type()).toBe('alternate');
    all.goOn();
    await screen.ended();
    expectRestored(all);
    expect(screen.screen()).toMatch(/^green and no end\ndone\nCODE 0\nSAME/);
    const after = screen.raw().slice(screen.raw().lastIndexOf('\u001b[?1049l'));
    expect(after).toContain('\u001b[32mgreen\u001b[0m and no end\r\ndone\r\n');
  });

  test('failure: the finding while it runs, then the answer, then output and answer in the scrollback', async () => {
    const all = run(`echo before; ${failure}; ${until('go')}; exit 3`);
    const { screen } = all;
    await screen.until(/^ modwhy run[\s\S]*! {1,3}\d {2}go: updates to go\.mod needed[\s\S]*─ Findings/);
    all.goOn();
    await screen.until('━ Causes');
    expect(screen.type()).toBe('alternate');
    screen.write('q');
    await screen.ended();
    expectRestored(all);
    expect(screen.screen()).toMatch(
      /^before\ngo: updates to go\.mod needed\nmodwhy: sh work\.sh: very likely: [^\n]*\n?[^\n]*\nCODE 3\nSAME/,
    );
  });

  test('what ends at once needs no screen', async () => {
    const all = run('echo quick');
    await all.screen.ended();
    expect(all.screen.raw()).not.toContain('\u001b[?1049h');
    expect(all.screen.screen()).toMatch(/^quick\nCODE 0\nSAME/);
  });

  test('Ctrl+C goes to the command first, once, and its end decides', async () => {
    const all = run(`n=0; trap 'n=$((n+1)); echo caught' INT; echo ready; ${until('go')}; echo "interrupted $n"; exit 5`);
    const { screen } = all;
    await screen.until('ready');
    screen.write('\u0003');
    await screen.until('caught');
    await screen.until('Ctrl+C was given to the command');
    expect(screen.type()).toBe('alternate');
    all.goOn();
    await screen.ended();
    expectRestored(all);
    expect(screen.screen()).toMatch(/^ready\ncaught\ninterrupted 1\nCODE 5\nSAME/);
  });

  test('a command that Ctrl+C ends gives its code', async () => {
    const all = run('echo ready; exec sleep 60');
    await all.screen.until('ready');
    all.screen.write('\u0003');
    await all.screen.ended();
    expectRestored(all);
    expect(all.screen.screen()).toMatch(/^ready\nCODE 130\nSAME/);
  });

  test.each([
    ['q', ['q']],
    ['a second Ctrl+C', ['\u0003', '\u0003']],
  ])('%s leaves the screen; the command goes on, and its answer is a text', async (_, keys) => {
    const all = run(`trap 'echo caught' INT; echo ready; ${until('go')}; ${failure}; exit 4`);
    const { screen } = all;
    await screen.until('ready');
    for (const key of keys) {
      screen.write(key);
      if (keys.length > 1 && key !== 'q') await screen.until('caught');
    }
    await untilNormal(screen);
    // What the command has printed comes out after the screen is left.
    await screen.until(/^ready/);
    screen.resize(80, 60);
    all.goOn();
    await screen.ended();
    expectRestored(all);
    expect(screen.screen()).toMatch(/go: updates to go\.mod needed\n\nsh work\.sh: a Go module failure\n[\s\S]* do {7}go mod tidy/);
    expect(screen.screen()).toContain('CODE 4');
    expect(screen.raw().match(/\u001b\[\?1049h/g)).toHaveLength(1);
  });

  test('keys belong to the screen: the command reads the end of its input; a pipe goes to it as ever', async () => {
    const all = run(`read word; echo "read $? [$word]"; ${until('go')}`);
    await all.screen.until('read 1 []');
    all.goOn();
    await all.screen.ended();
    expectRestored(all);

    const piped = run(`cat; ${until('go')}`, `printf 'one\\ntwo\\n' | ${quoted} run --tui -- sh work.sh`);
    await piped.screen.until(/2 {2}one\s+3 {2}two/);
    piped.goOn();
    await piped.screen.ended();
    expectRestored(piped);
    expect(piped.screen.screen()).toMatch(/^one\ntwo\nCODE 0/);
  });

  test('a file for standard error has its bytes at once', async () => {
    const all = run(`echo out; echo err >&2; ${until('go')}`, `${quoted} run --tui -- sh work.sh 2> errors`);
    await all.screen.until(/out\s+\d {2}err/);
    expect(readFileSync(all.file('errors'), 'utf8')).toBe('err\n');
    all.goOn();
    await all.screen.ended();
    expectRestored(all);
    expect(all.screen.screen()).toMatch(/^out\nCODE 0/);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ])('%s is passed on, and the terminal given back', async (signal, code) => {
    const all = run('echo $PPID > id; echo ready; exec sleep 60');
    await all.screen.until('ready');
    process.kill(Number(readFileSync(all.file('id'), 'utf8')), signal);
    // Only the keys of a terminal reach the command by themselves.
    if (signal === 'SIGINT') process.kill(childOf(Number(readFileSync(all.file('id'), 'utf8'))), signal);
    await all.screen.ended();
    expectRestored(all);
    expect(all.screen.screen()).toContain(`CODE ${code}`);
  });

  test('Ctrl+Z stops both, fg brings the screen and the command back', async () => {
    const cwd = folderWith({ 'work.sh': `echo $$ > id; n=0; while ! test -e go; do n=$((n+1)); echo "turn $n"; sleep 0.1; done` });
    const screen = onTerminal('/bin/sh', ['-c', 'sleep 0.3; exec sh -i'], {
      cwd,
      env: { ...ownEnvironment(), LC_ALL: 'C.UTF-8', PS1: '$ ' },
    });
    // Typed before the shell prints its prompt: the screen then begins behind it.
    screen.write(`${command}\r`);
    await screen.until(/^ modwhy run {2}sh work\.sh [^\n]+ lines *\n━ Log[\s\S]*turn 3/);
    expect(screen.raw()).toContain('\r\n$ \u001b[?1049h');
    screen.write('\u001a');
    await screen.until('Stopped');
    expect(screen.type()).toBe('normal');
    const id = Number(readFileSync(path.join(cwd, 'id'), 'utf8'));
    expect(readFileSync(`/proc/${id}/stat`, 'utf8')).toMatch(/\) T /);
    screen.write('fg\r');
    await screen.until(/^ modwhy run {2}sh work\.sh [^\n]+ lines *\n━ Log[\s\S]*q quit$/);
    screen.write('f');
    await screen.until('following');
    writeFileSync(path.join(cwd, 'go'), '');
    await untilNormal(screen);
    screen.write('echo "CODE $?"\r');
    await screen.until('CODE 0');
    expect(screen.type()).toBe('normal');
    screen.write('exit\r');
    await screen.ended();
  });

  test('what the shell prints over the screen of a process that was stopped from outside is gone after fg', async () => {
    const cwd = folderWith({ 'work.sh': `echo $PPID > id; echo ready; ${until('go')}` });
    const screen = onTerminal('/bin/sh', ['-i'], { cwd, env: { ...ownEnvironment(), LC_ALL: 'C.UTF-8', PS1: '$ ' } });
    screen.write(`${command}\r`);
    await screen.until('ready');
    process.kill(Number(readFileSync(path.join(cwd, 'id'), 'utf8')), 'SIGSTOP');
    await screen.until('Stopped');
    expect(screen.type()).toBe('alternate');
    // The terminal is as the screen left it: Enter is no line feed.
    screen.write('fg\n');
    await screen.until(/^ modwhy run {2}sh work\.sh [^\n]+ lines? *\n━ Log[^S]*q quit$/);
    writeFileSync(path.join(cwd, 'go'), '');
    await untilNormal(screen);
    screen.write('exit\r');
    await screen.ended();
  });

  test('a terminal that goes away ends both', async () => {
    const all = run('echo $PPID $$ > ids; while :; do echo on; sleep 0.05; done');
    await all.screen.until(/on\s+\d+ {2}on/);
    const ids = readFileSync(all.file('ids'), 'utf8').trim().split(' ').map(Number);
    (all.screen.child as unknown as { destroy(): void }).destroy();
    for (let tries = 0; tries < 500 && ids.some(isAlive); tries++) await new Promise((done) => setTimeout(done, 20));
    expect(ids.filter(isAlive)).toEqual([]);
  });

  test('a resize storm ends in a whole screen', async () => {
    const all = run(`i=0; while ! test -e go; do i=$((i+1)); echo "line $i"; sleep 0.01; done`);
    await all.screen.until('line 5');
    for (let turn = 0; turn < 100; turn++) all.screen.resize(20 + ((turn * 37) % 280), 3 + ((turn * 17) % 97));
    all.screen.resize(80, 24);
    await all.screen.untilRows(24);
    await all.screen.until(/^ modwhy run[\s\S]*q quit$/);
    all.goOn();
    await all.screen.ended();
    expectRestored(all);
  });

  test('a writer that never stops leaves keys their turn, and what is not shown again is said', { timeout: 60_000 }, async () => {
    const all = run(`yes 'a line that is printed again and again' | head -c 58500000; echo the end; ${until('go')}`);
    const { screen } = all;
    await screen.until('━ Log');
    screen.write('p');
    await screen.until('paused');
    screen.write('f');
    await screen.until('the end', 45_000);
    all.goOn();
    await screen.ended();
    expectRestored(all);
    expect(screen.screen()).toMatch(/again and again\nthe end\nCODE 0\nSAME/);
    expect(screen.raw()).toMatch(/modwhy: the first 5\d{7} bytes that the command printed are not shown again here\r\na line that is/);
  });

  test('escapes of the command reach the screen as text only', async () => {
    const all = run(`printf '\\033]0;owned\\007\\033[2J\\033[?1049l\\033]52;c;ZXZpbA==\\007shown\\n'; ${until('go')}`);
    await all.screen.until('shown');
    expect(all.screen.type()).toBe('alternate');
    for (const bad of ['\u001b]0;', '\u001b]52']) expect(all.screen.raw()).not.toContain(bad);
    // Its own output is the command's, as without a screen.
    all.screen.write('\u0003');
    await untilNormal(all.screen);
    await all.screen.ended();
  });

  test.each([
    ['TERM=dumb', 'env TERM=dumb', ''],
    ['CI', 'env CI=true', ''],
    ['no terminal for keys', 'setsid -w', '< /dev/null'],
  ])('%s: the output as it comes, and a text', async (_, prefix, input) => {
    const all = run(`${failure}; sleep 0.5; exit 3`, `${prefix} ${quoted} run --tui -- sh work.sh ${input}`);
    await all.screen.ended();
    expect(all.screen.raw()).not.toContain('\u001b[?1049h');
    expect(all.screen.screen()).toContain('CODE 3\nSAME');
    expect(all.screen.raw()).toMatch(/^go: updates to go\.mod needed\r\n/);
  });

  test('NO_COLOR sets no colour', async () => {
    const all = run(`${failure}; ${until('go')}; exit 3`, `NO_COLOR=1 ${quoted} run --tui -- sh work.sh`);
    await all.screen.until('─ Fix');
    all.goOn();
    await all.screen.until('━ Causes');
    all.screen.write('q');
    await all.screen.ended();
    expectRestored(all);
    expect(all.screen.raw()).toContain('\u001b[1m');
    expect(all.screen.raw()).not.toMatch(/\u001b\[(?:3[0-7]|38|9[0-7])/);
  });
});

async function untilNormal({ type }: ReturnType<typeof run>['screen']): Promise<void> {
  for (let tries = 0; type() === 'alternate' && tries < 1000; tries++) await new Promise((done) => setTimeout(done, 10));
  expect(type()).toBe('normal');
}

function childOf(id: number): number {
  return Number(readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').trim().split(' ')[0]);
}

function isAlive(id: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, 'utf8'));
  } catch {
    return false;
  }
}
