import { afterEach, describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { buildWaterfall } from '../../src/report/waterfall/build.ts';
import { logSource } from '../../src/tui/log/log-source.ts';
import { waterfallScreen } from '../../src/tui/screens/waterfall/screen.ts';
import { App } from '../../src/tui/shell/app.tsx';
import { createStack } from '../../src/tui/shell/stack.ts';
import { glyphsOf } from '../../src/tui/view/glyphs.ts';
import { themeOf } from '../../src/tui/view/theme.ts';
import { download, span, traced } from '../report/waterfall/sample.ts';
import { recordingWorld } from './recording-world.ts';
import { sessionOf } from './scene.tsx';
import { mount } from './terminal.ts';

let close: (() => void) | undefined;
afterEach(() => close?.());

const lines = Array.from({ length: 12 }, (_, index) => `text of line ${index + 1}`);
const screenOf = (shown = download()) =>
  waterfallScreen(buildWaterfall(shown), { name: 'build.log', log: logSource(sessionOf(lines), lines.length), texts: en });

function open(columns = 80, rows = 24, { shown = download(), ascii = false } = {}) {
  const { world } = recordingWorld();
  const look = { glyphs: glyphsOf(ascii) };
  const ui = mount(<App screen={screenOf(shown)} look={look} theme={themeOf('mono', true)} world={world} stop={null} />, columns, rows);
  close = ui.close;
  return ui;
}

describe('whole screens', () => {
  test.each([
    [80, 24],
    [140, 40],
    [40, 10],
  ])('%i x %i', async (columns, rows) => expect(await open(columns, rows).screen()).toMatchSnapshot());
  test('ASCII, zoomed, marked', async () => expect(await open(80, 24, { ascii: true }).press('m', 'j', 'j', '+', '+')).toMatchSnapshot());
  test('nothing to show', async () => expect(await open(80, 12, { shown: traced({}) }).screen()).toMatchSnapshot());
});

test('it opens at the first error; marks say how far they are, and lead back', async () => {
  const ui = open();
  expect(await ui.screen()).toMatch(/^> !\s+5 /m);
  expect(await ui.press("'")).toContain('no mark is set');
  await ui.press('m', 'j', 'j');
  expect(await ui.screen()).toMatch(/line 8, .*from the mark\s+\+12\.7 s/s);
  expect(await ui.press("'")).toMatch(/^>m!\s+5 /m);
  expect(await ui.press('m')).toMatch(/^> !\s+5 /m);
});

test('t shows other times, + and - another part of them, 0 and Esc all', async () => {
  const ui = open();
  expect(await ui.press('t')).toContain('03:04:06.300');
  expect(await ui.press('t')).toMatch(/delta[\s\S]*\+50 ms/);
  expect(await ui.press('t')).toMatch(/to error[\s\S]*-1\.8 s/);
  expect(await ui.press('+', '+')).toContain('5.1 s shown');
  expect(await ui.press('-')).toContain('10.3 s shown');
  expect(await ui.press('0')).not.toContain('shown');
  expect(await ui.press('+', '\u001b')).not.toContain('shown');
});

test('what is shown of the time follows the cursor', async () => {
  const ui = open();
  await ui.press('+', '+', '+', '+', '+', 'G', 'k');
  expect(await ui.screen()).toMatch(/^>.* 10 .*sumdb-lookup\s+█╌+/m);
});

test('Enter shows the log at the line, and q leads back to the bars', async () => {
  const ui = open();
  expect(await ui.press('\r')).toMatch(/^>\s+5 {2}text of line 5/m);
  expect(await ui.press('j')).toMatch(/^>\s+6 {2}text of line 6/m);
  expect(await ui.press('q')).toMatch(/^> !\s+5 /m);
  expect(await ui.press('k', 'k', 'k', 'k', '\r')).toMatch(/^>\s+1 {2}text/m);
});

test('a silence has no line, and a file beside the log is named', async () => {
  const ui = open();
  expect(await ui.press('j', '\r')).toContain('no log line belongs to this');
  close?.();
  const beside = open(80, 24, { shown: traced({ spans: [span({ file: 'trace.json', line: 1200 })] }) });
  expect(await beside.press('\r')).toContain('this stands in trace.json, line 1,200');
});

test('/ keeps one host while one types; Esc shows all again', async () => {
  const ui = open();
  expect(await ui.press('/', 'mirror')).toContain('1 of 8 rows');
  expect(await ui.press('x')).toContain('no request went to such a host');
  expect(await ui.press('\u007f', '\r')).toContain('host: mirror');
  expect(await ui.press('\u001b')).toContain('8 rows');
});

test('100,000 spans: a key is answered at once', () => {
  const spans = Array.from({ length: 100_000 }, (_, index) => span({ line: index + 1, start: index * 10, outcome: 'failed' }));
  const screen = screenOf(traced({ spans }));
  const stack = createStack(screen, {
    changed: () => {},
    exit: () => {},
    handOver: async (work) => work(),
    stop: null,
    world: recordingWorld().world,
  });
  stack.begin();
  const size = { columns: 140, rows: 40 };
  const times = ['G', 'k', '+', 'm', 'pageup', 'g', 't', 'j', '-', 'ctrl+d'].map((key) => {
    const from = performance.now();
    stack.press(key, size);
    stack.rows(size, { glyphs: glyphsOf(false) });
    return performance.now() - from;
  });
  stack.end();
  expect(times.toSorted((a, b) => a - b)[5]).toBeLessThan(50);
});

test('a screen reader hears the row, and later what changed', () => {
  const { initial, reduce, speak } = screenOf();
  expect(speak!(initial, null)).toEqual([
    'Waterfall',
    '8 rows',
    '4 / 8: line 5, first error, +1.8 s, 03:04:06.300, took 900 ms, got 503, proxy.corp.test git.corp.test/team/lib@v1.2.0 zip',
  ]);
  const next = reduce(initial, { type: 'move', motion: 'down', page: 10 });
  expect(speak!(next, initial)).toHaveLength(1);
  expect(speak!(next, next)).toEqual([]);
});
