import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { loadLanguage } from '../../../src/i18n/texts.ts';
import { speakLanguage } from '../../../src/tui/words.ts';
import { openLive } from './scene.tsx';

let close: (() => void) | undefined;
afterEach(() => close?.());
function open(options: Parameters<typeof openLive>[0] = {}) {
  const scene = openLive(options);
  close = scene.close;
  return scene;
}

/** How fast lines come is different in every run. */
const still = (screen: string) => screen.replace(/ +[\d,]+ lines\/s/, '  N lines/s');

const head = 'Running with gitlab-runner 19.2.0 (1a2b3c4d)\n$ go version\ngo version go1.26.1 linux/amd64\n$ make test\n';
const refused = `go: downloading github.com/northwind/billing v1.4.0
go: github.com/northwind/billing@v1.4.0: reading https://proxy.golang.org/github.com/northwind/billing/@v/v1.4.0.mod: 404 Not Found
\tserver response: not found: github.com/northwind/billing@v1.4.0: invalid version: git ls-remote -q origin in /tmp/gopath/pkg/mod/cache/vcs/9f2: exit status 128:
\t\tfatal: could not read Username for 'https://github.com': terminal prompts disabled
make: *** [Makefile:14: test] Error 1
`;
const vendored = `$ go build ./...
go: inconsistent vendoring in /builds/northwind/orders:
\tgithub.com/google/uuid@v1.6.0: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt
make: *** [Makefile:9: build] Error 1
`;

describe('whole screens', () => {
  test('80x24: nothing yet, then a build, then a failure, then a rotation', async () => {
    const scene = open();
    expect(still(await scene.settle())).toMatchSnapshot('nothing yet');
    expect(still(await scene.write(head))).toMatchSnapshot('a build');
    expect(still(await scene.write(refused))).toMatchSnapshot('a failure');
    await scene.happens('rotated');
    expect(still(await scene.write(head))).toMatchSnapshot('a rotation');
  });

  test('140x40', async () => {
    const scene = open({ columns: 140, rows: 40, names: ['ci/agent.log', 'ci/other.log'] });
    await scene.write(head + refused);
    await scene.happens('rotated');
    expect(still(await scene.write(`Running with gitlab-runner 19.2.0 (1a2b3c4d)\n${vendored}`))).toMatchSnapshot();
  });

  test('40x10, ASCII', async () => {
    const scene = open({ columns: 40, rows: 10, ascii: true });
    expect(still(await scene.write(`größer\n${head}${refused}`))).toMatchSnapshot();
  });

  test('in Chinese', async () => {
    await loadLanguage('zh');
    await speakLanguage('zh');
    onTestFinished(() => speakLanguage('en'));
    const scene = open({ language: 'zh' });
    await scene.write(head + refused);
    await scene.press('k');
    const screen = await scene.write(`Running with gitlab-runner 19.2.0 (1a2b3c4d)\n${vendored.split('\n').slice(0, 3).join('\n')}\n`);
    expect(screen.replace(/ +[\d,]+ 行\/秒/, '  N 行/秒')).toMatchSnapshot();
  });

  test('help', async () => {
    const scene = open();
    await scene.write(head);
    expect(await scene.press('?')).toMatchSnapshot();
  });
});

test.each([
  [40, 10],
  [79, 24],
  [80, 24],
  [109, 30],
  [110, 30],
  [140, 40],
  [300, 100],
])('every row fits %ix%i, whatever is shown', async (columns, rows) => {
  const scene = open({ columns, rows });
  await scene.write(`${head}${refused}${'日本語のログ '.repeat(60)}\n`);
  for (const key of ['w', 'p', 'k', 'n', 'f']) {
    const lines = (await scene.press(key)).split('\n');
    expect(lines.length).toBeLessThanOrEqual(rows);
    expect(lines[0]).toContain('modwhy watch');
  }
});

describe('findings', () => {
  test('a new one moves no selection; n and N go through them; the copied command is that of the chosen one', async () => {
    const scene = open();
    await scene.write(head + refused);
    const screen = await scene.write(`Running with gitlab-runner 19.2.0 (1a2b3c4d)\n${vendored}`);
    expect(screen).toMatch(/^ {2}● very likely {2}GM1101/m);
    expect(screen).toMatch(/^> ● .* {2}GM0401/m);
    expect(await scene.press('N')).toMatch(/^> ● very likely {2}GM1101/m);
    await scene.press('y');
    expect(scene.copied).toEqual(['go mod vendor']);
    expect(await scene.press('n')).toMatch(/^> ● .* {2}GM0401/m);
  });

  test('n and N bring the log to the first line of the finding, and stop it there; f follows again', async () => {
    const scene = open();
    const lines = Array.from({ length: 60 }, (_, index) => `step ${index + 1}\n`).join('');
    await scene.write(head + refused + lines);
    expect(await scene.screen()).not.toContain('404 Not Found');
    const screen = await scene.press('n');
    expect(screen).toMatch(/paused[\s\S]*! 6 {2}go: github\.com\/northwind\/billing@v1\.4\.0: reading[\s\S]* 7 {2,}server response/);
    expect(await scene.press('f')).toMatch(/following[\s\S]* step 60\n/);
    // A later one in another build, from a place where the log was stopped before it came.
    await scene.press('n');
    await scene.write(`Running with gitlab-runner 19.2.0 (1a2b3c4d)\n${vendored}${lines}`);
    expect(await scene.press('N')).toMatch(/paused[\s\S]*! +3 {2}go: inconsistent vendoring in/);
    expect(await scene.press('n')).toMatch(/paused[\s\S]*! +6 {2}go: github\.com\/northwind/);
  });

  test('a line that is no longer held moves nothing', async () => {
    const scene = open();
    await scene.write(head + refused);
    for (let part = 0; part < 10; part++) await scene.write('a long line that says nothing of a failure\n'.repeat(5000));
    expect(await scene.press('n')).toMatch(/following[\s\S]* a long line/);
  });

  test('the newest and the chosen one are in sight, however many there are', async () => {
    const scene = open();
    for (let count = 0; count < 9; count++)
      await scene.write(
        `Running with gitlab-runner 19.2.0 (1a2b3c4d)\n$ go get corp.example.com/p${count}@v1.0.0\ngo: corp.example.com/p${count}@v1.0.0: invalid version: unknown revision v1.0.0\n`,
      );
    const [, findings] = (await scene.screen()).split('─ Findings, newest first  9 ');
    expect(findings).toMatch(/^─+\n {2}. .*p8[\s\S]*\n> . .*p0/);
  });

  test('the same problem in a later build counts', async () => {
    const scene = open();
    await scene.write(`Running with gitlab-runner 19.2.0 (1a2b3c4d)\n${vendored}`);
    await scene.write('Running with gitlab-runner 19.2.0 (1a2b3c4d)\n$ go version\n');
    expect(await scene.write(vendored)).toMatch(/GM1101 .* x2/);
  });

  test('it may still change until its command has failed', async () => {
    const scene = open();
    const [start, end] = [vendored.split('\n').slice(0, 3).join('\n'), vendored.split('\n')[3]];
    expect(await scene.write(`${start}\n`)).toContain('Fix  GM1101  may still change');
    expect(await scene.write(`${end}\n`)).not.toContain('may still change');
  });

  test('what the build got over goes away', async () => {
    const scene = open();
    const gateway = 'go: example.com/lib@v1.2.3: reading https://proxy.golang.org/example.com/lib/@v/v1.2.3.mod: 502 Bad Gateway\n';
    expect(await scene.write(`$ go mod download\n${gateway}`)).toContain('GM0');
    expect(await scene.write('retrying in 5 seconds\n$ go mod download\n$ go build ./...\n$ go vet ./...\n')).toContain(
      'no failure so far',
    );
  });

  test('Enter explains the chosen one with its log, q comes back to lines that came meanwhile', async () => {
    const scene = open();
    await scene.write(head + refused);
    expect(await scene.press('\r')).toMatch(/^ modwhy {2}ci\/agent\.log: a Go module failure/);
    await scene.press('\r', 'j');
    await scene.press('\r');
    expect(await scene.press('q')).toContain('Causes');
    await scene.write('one more line\n');
    expect(await scene.press('q')).toMatch(/ {2}10 {2}one more line/);
  });
});

describe('following', () => {
  const many = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}\n`).join('');

  test('pausing keeps what is shown, and goes on counting', async () => {
    const scene = open();
    await scene.write(many(1, 100));
    await scene.press('p');
    const screen = await scene.write(many(101, 350));
    expect(screen).toMatch(/paused {3}250 more since .* 350 lines/);
    expect(screen).toContain('line 100\n');
    expect(screen).not.toContain('line 101');
    expect(await scene.press('f')).toContain('line 350\n');
    expect(await scene.settle()).toContain('following');
  });

  test('going back pauses, the end follows again', async () => {
    const scene = open();
    await scene.write(many(1, 100));
    expect(await scene.press('k', 'k')).toMatch(/paused[\s\S]* line 98\n─ Findings/);
    expect(await scene.press('g')).toContain('line 1\n');
    await scene.write(many(101, 200));
    expect(await scene.press('G')).toMatch(/following[\s\S]* line 200\n/);
  });

  test('Tab shows the next log', async () => {
    const scene = open({ names: ['a.log', 'b.log'] });
    await scene.write('of a\n', 0);
    await scene.write('of b\n', 1);
    expect(await scene.screen()).toContain('of a');
    expect(await scene.press('\t')).toMatch(/ modwhy watch {2}b\.log {2}\+1 file[\s\S]*of b/);
  });

  test('secrets are hidden, escapes obeyed by nobody', async () => {
    const screen = await open().write(
      'git clone https://robin:hunter2hunter2@git.corp.test/x\n\u001b]0;title\u0007\u001b[31mred\u001b[0m\u202e\n',
    );
    expect(screen).not.toContain('hunter2');
    expect(screen).toContain('red<U+202E>');
  });

  test('what is wrong with the file stands where its lines would', async () => {
    const scene = open();
    expect(await scene.fails('it cannot be read: permission denied')).toContain('it cannot be read: permission denied');
    expect(await scene.write('here\n')).not.toContain('permission denied');
  });

  test('q ends what runs', async () => {
    const scene = open();
    await scene.write('a\n');
    await scene.press('q');
    await scene.exited;
    expect(scene.stopped()).toBe(true);
  });
});

describe('Ctrl+C', () => {
  test('who writes the log is asked first, where that can be', async () => {
    const asked: string[] = ['given to the command'];
    const scene = open({ interrupt: () => asked.pop() ?? null });
    await scene.write(head);
    expect(await scene.press('\u0003')).toContain(' given to the command');
    expect(scene.hasLeft()).toBe(false);
    await scene.press('\u0003');
    await scene.exited;
  });

  test('it reaches the first screen under another one too', async () => {
    const scene = open({ interrupt: () => 'given to the command' });
    await scene.write(head + refused);
    expect(await scene.press('\r', '\u0003')).toMatch(/ Causes[\s\S]*given to the command/);
  });
});

describe('when nothing more comes', () => {
  test('it closes by itself where the answer comes from elsewhere, but not under a reader', async () => {
    const scene = open({ end: 'closes' });
    await scene.write(head + refused);
    await scene.press('\r');
    expect(await scene.ends()).toContain('the command has ended');
    expect(scene.hasLeft()).toBe(false);
    await scene.press('q');
    await scene.exited;
    const other = open({ end: 'closes' });
    await other.write(head);
    await other.ends();
    await other.exited;
  });

  test('the answer takes the place of the screen, and q leaves', async () => {
    const scene = open({ end: 'answers' });
    await scene.write(head + refused);
    expect(await scene.ends()).toMatch(/^ modwhy {2}ci\/agent\.log: a Go module failure[\s\S]*Causes/);
    await scene.press('q');
    await scene.exited;
  });

  test('who reads an explanation is not torn away from it', async () => {
    const scene = open({ end: 'answers' });
    await scene.write(head + refused);
    await scene.press('\r', '\t');
    const screen = await scene.ends();
    expect(screen).toContain('━ Why');
    expect(screen).toContain('the command has ended');
    expect(await scene.press('q')).toContain('━ Causes');
    await scene.press('q');
    await scene.exited;
  });

  test('without that it stays, and says so', async () => {
    const scene = open();
    await scene.write('$ go build ./...\n');
    expect(await scene.ends()).toMatch(/ ended [\s\S]*no failure was seen/);
  });
});
