import { afterEach, describe, expect, test } from 'vitest';
import { evidence, hypothesis, incident, report, testFailure } from '../report/sample.ts';
import { log, openScene, privateModule, type SceneOptions, sessionOf, unknownLog } from './scene.tsx';

let close: (() => void) | undefined;
afterEach(() => close?.());

function open(shown = privateModule(), options: SceneOptions = {}) {
  const scene = openScene(shown, options);
  close = scene.close;
  return scene;
}

const nothing = () => report({ verdict: 'no-failure', incidents: [] });

describe('whole screens', () => {
  test('80x24', async () => expect(await open().screen()).toMatchSnapshot());
  test('140x40', async () => expect(await open(privateModule(), { columns: 140, rows: 40 }).screen()).toMatchSnapshot());
  test('60x14: one pane', async () => expect(await open(privateModule(), { columns: 60, rows: 14 }).press('\t')).toMatchSnapshot());
  test('ascii', async () => expect(await open(privateModule(), { ascii: true }).screen()).toMatchSnapshot());
  test('not a module failure', async () => expect(await open(testFailure()).screen()).toMatchSnapshot());
  test('unknown', async () => expect(await open(unknownLog()).screen()).toMatchSnapshot());
  test('no failure', async () => expect(await open(nothing()).screen()).toMatchSnapshot());
  test('help', async () => expect(await open().press('?')).toMatchSnapshot());
  test('zoom into the log', async () => expect(await open().press('\r')).toMatchSnapshot());
});

test('too small says what is needed, and growing brings the screen back', async () => {
  const scene = open(privateModule(), { columns: 36, rows: 8 });
  expect(await scene.screen()).toBe('modwhy needs 40x10, this is 36x8.\nEnlarge, or q and use --no-tui');
  expect(await scene.resize(80, 24)).toBe(await open().screen());
});

test('resizing keeps the choice at every size', async () => {
  const scene = open();
  await scene.press('j');
  for (const [columns, rows] of [
    [140, 40],
    [79, 24],
    [110, 30],
    [109, 12],
    [300, 100],
    [40, 10],
  ] as const)
    expect(await scene.resize(columns, rows)).toMatch(/^> 2 ○ unlikely/m);
});

test('several keys in one chunk are keys of their own', async () => {
  expect(await open().press('jk?')).toMatch(/^━ Keys/m);
});

describe('search', () => {
  const lines = Array.from({ length: 5000 }, (_, index) => (index === 4321 ? 'the Needle' : `line ${index + 1}`));
  const long = () => ({ ...privateModule(), input: { ...report().input, lines: lines.length } });
  const settled = async (scene: ReturnType<typeof open>, expected: RegExp) => {
    for (let tries = 0; tries < 100; tries++) if (expected.test(await scene.screen())) return;
    expect(await scene.screen()).toMatch(expected);
  };

  test('finds far away, says when it went past the end, and when there is nothing', async () => {
    const scene = open(long(), { lines });
    await scene.press('/', 'needle', '\r');
    await settled(scene, /^> {2}4,322 {2}the Needle$/m);
    await scene.press('n');
    await settled(scene, /found past the end of the log: needle/);
    await scene.press('/', 'NEEDLE', '\r');
    await settled(scene, /not found: NEEDLE/);
  });
});

describe('what it does outside', () => {
  test('copies the chosen command and says how', async () => {
    const scene = open(privateModule(), { program: 'wl-copy' });
    expect(await scene.press('y')).toContain('copied with wl-copy: go env GOPRIVATE');
    expect(await scene.press('\t', '\t', 'j', 'j', 'c')).toContain("copied with wl-copy (fill in <...>): go env -w 'GOPRIVATE=<existing>");
    expect(await scene.press('Y')).toContain('the report as Markdown');
    expect(scene.copied).toEqual(['go env GOPRIVATE', "go env -w 'GOPRIVATE=<existing>,corp.example.com/*'", 'the report']);
  });

  test('without a program it claims no more than it knows', async () => {
    expect(await open().press('y')).toContain('asked the terminal to copy: go env GOPRIVATE');
  });

  test('opens the docs, or shows where they are', async () => {
    const scene = open(privateModule(), { browser: false });
    expect(await scene.press('o')).toContain('no browser could be started: https://go.dev/ref/mod#private-modules');
    expect(scene.opened).toEqual(['https://go.dev/ref/mod#private-modules']);
  });
});

describe('saving', () => {
  test('asks for format and file', async () => {
    const scene = open();
    expect(await scene.press('s')).toMatch(/\n format \(text, markdown\): text_$/);
    expect(await scene.press('\u0015', 'markdown', '\r')).toMatch(/\n file: modwhy-report.md_$/);
    expect(await scene.press('\r')).toContain('saved modwhy-report.md');
    expect([...scene.saved]).toEqual([['modwhy-report.md', 'as markdown']]);
  });

  test('asks again before it overwrites', async () => {
    const scene = open(privateModule(), { files: ['modwhy-report.txt'] });
    expect(await scene.press('s', '\r', '\r')).toContain('modwhy-report.txt is there: overwrite? (yes or no)');
    expect(await scene.press('y', '\r')).toContain('modwhy-report.txt was left as it is');
    expect(scene.saved.get('modwhy-report.txt')).toBe('old');
    await scene.press('s', '\r', '\r', 'yes', '\r');
    expect(scene.saved.get('modwhy-report.txt')).toBe('as text');
  });

  test('a format that does not exist is named', async () => {
    expect(await open().press('s', 'x', '\r')).toContain('no format "textx": use text, markdown');
  });
});

describe('the editor', () => {
  test('opens the log at the line of the cursor, and says what is wrong', async () => {
    const scene = open(privateModule(), { file: 'logs/build.log', editor: 'no-editor' });
    expect(await scene.press('e')).toContain('set VISUAL or EDITOR to open files here');
    await scene.press('\r', 'j', 'e');
    expect(scene.edited).toEqual([
      { file: 'logs/build.log', line: 2, log: 'logs/build.log' },
      { file: 'logs/build.log', line: 3, log: 'logs/build.log' },
    ]);
  });

  test('evidence in another file opens that file', async () => {
    const given = { ...evidence(7, 'GOPRIVATE='), source: { input: 'go.env', entry: null } };
    const shown = report({ incidents: [incident({ hypotheses: [hypothesis({ evidence: [given] })] })] });
    const scene = open(shown, { file: 'build.log' });
    await scene.press('\t', 'j', 'e');
    expect(scene.edited).toEqual([{ file: 'go.env', line: 7, log: 'build.log' }]);
  });

  test('a log from standard input has no file', async () => {
    const scene = open();
    expect(await scene.press('e')).toContain('this log came on standard input');
    expect(scene.edited).toEqual([]);
  });
});

test('commands change with the shell, and what is copied is what is shown', async () => {
  const scene = open();
  expect(await scene.press('$', '$')).toContain('commands for PowerShell');
  expect(await scene.press('\t', '\t', 'j', 'j')).toContain('━ Fix  PowerShell');
  await scene.press('y');
  expect(await scene.press('$', '$')).toContain('commands as they fit where the build failed');
  expect(scene.copied).toEqual(["go env -w 'GOPRIVATE=<existing>,corp.example.com/*'"]);
});

test('t shows times of day, since the first event, since the one before, and none', async () => {
  const event = { at: null, clock: 'utc', lane: '', ms: null } as const;
  const at = Date.UTC(2026, 0, 2, 10, 11, 2);
  const shown = {
    ...privateModule(),
    timeline: [
      { ...event, t: at, line: 1, kind: 'command', text: 'first' },
      { ...event, t: null, line: 2, kind: 'retry', text: 'second' },
      { ...event, t: at + 12_400, line: 2, kind: 'error', text: 'third' },
      { ...event, t: at + 11_400, line: 3, kind: 'exit', text: 'fourth' },
    ],
  } as const;
  const scene = open({ ...shown, timeline: [...shown.timeline] });
  const times = (screen: string) => [...screen.matchAll(/^[> ] (.*?) +\d {2}(first|second|third|fourth)$/gm)].map(([, time]) => time);
  expect(times(await scene.press('\u001b[Z'))).toEqual(['10:11:02', '', '10:11:14', '10:11:13']);
  expect(times(await scene.press('t'))).toEqual(['+0.0 s', '', '+12.4 s', '+11.4 s']);
  expect(await scene.screen()).toContain('━ Timeline  since the first event');
  expect(times(await scene.press('t'))).toEqual(['+0.0 s', '', '+12.4 s', '-1.0 s']);
  expect(await scene.press('t')).toMatch(/━ Timeline {2}without times[\s\S]*\n[> ] +1 {2}first/);
});

describe('leaving', () => {
  test.each([['q'], ['\u0003']])('%j', async (key) => {
    const scene = open();
    await scene.press(key);
    await scene.exited;
    expect(scene.hasLeft()).toBe(true);
  });
});

test('an error while drawing ends the screen and comes out', async () => {
  const broken = { ...sessionOf(log), lines: () => raise(new Error('no such line')) };
  const scene = open(privateModule(), { session: broken });
  const ended = expect(scene.exited).rejects.toThrow('no such line');
  await scene.press('\r').catch(() => {});
  await ended;
});

function raise(error: Error): never {
  throw error;
}

test('bytes from outside cannot reach the terminal', async () => {
  const evil = 'a\u001b]52;c;ZXZpbA==\u0007\u001b[2J\u009b2J\u202eb';
  const shown = report({
    input: { ...report().input, name: evil },
    incidents: [incident({ hypotheses: [hypothesis({ title: evil, why: evil, docs: ['javascript:alert(1)'] })] })],
    timeline: [{ at: null, t: null, clock: 'order', line: 1, lane: '', kind: 'command', text: evil, ms: null }],
  });
  const scene = open(shown, { lines: [evil, evil, evil] });
  expect(await scene.screen()).toContain('a<U+001B>]52;c;ZXZpbA==<U+0007><U+001B>[2J<U+009B>2J<U+202E>b');
  expect(await scene.press('\r')).toContain('a<U+001B>]52;c;ZXZpbA==');
});

test('wide characters stay inside the screen', async () => {
  const scene = open(
    report({ incidents: [incident({ hypotheses: [hypothesis({ title: '模块'.repeat(60), why: '校验和'.repeat(80) })] })] }),
    { lines: ['日本語'.repeat(100), ...log] },
  );
  const rows = (await scene.screen()).split('\n');
  expect(rows).toHaveLength(24);
  expect(rows[23]).toContain('q quit');
  expect((await scene.press('\r', 'k')).split('\n').at(-1)).toContain('q back');
});

test('Esc never leaves the program', async () => {
  const scene = open();
  expect(await scene.press('\u001b')).toContain('this is the first screen: q or Ctrl+C leaves it');
  expect(scene.hasLeft()).toBe(false);
});

test('a paste is no row of keys', async () => {
  const scene = open();
  expect(await scene.press('\u001b[200~jq\nq\u001b[201~')).toContain('nothing here takes a pasted text');
  expect(scene.hasLeft()).toBe(false);
});
