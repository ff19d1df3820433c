import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openBook } from '../../src/browse/book.ts';
import { loadExamples } from '../../src/catalog/examples.ts';
import { loadPack } from '../../src/catalog/load.ts';
import { en } from '../../src/i18n/en.ts';
import { buildWaterfall } from '../../src/report/waterfall/build.ts';
import { logSource } from '../../src/tui/log/log-source.ts';
import { buildModel } from '../../src/tui/screens/explain/build-model.ts';
import { explainScreen } from '../../src/tui/screens/explain/screen.ts';
import { rulesScreen } from '../../src/tui/screens/rules/screen.ts';
import { scanScreen } from '../../src/tui/screens/scan/screen.ts';
import { waterfallScreen } from '../../src/tui/screens/waterfall/screen.ts';
import type { Screen } from '../../src/tui/shell/screen.ts';
import { createStack } from '../../src/tui/shell/stack.ts';
import { glyphsOf } from '../../src/tui/view/glyphs.ts';
import { rowWidth } from '../../src/tui/view/row.ts';
import { speakLanguage } from '../../src/tui/words.ts';
import { evidence, hypothesis, incident, report } from '../report/sample.ts';
import { download } from '../report/waterfall/sample.ts';
import { recordingWorld } from './recording-world.ts';
import { log, privateModule, sessionOf } from './scene.tsx';

// Whatever is pressed, at whatever size: a screen has exactly its rows, each of exactly its columns.

const wide = () =>
  report({
    input: { ...report().input, name: '构建日志/编译失败.log' },
    incidents: [
      incident({
        hypotheses: [
          hypothesis({
            title: '模块校验和不匹配'.repeat(6),
            why: '校验和数据库の応答 한국어 텍스트 '.repeat(9),
            evidence: [evidence(2, '日本語テキスト'.repeat(30))],
          }),
        ],
      }),
    ],
  });

function explained(shown: ReturnType<typeof report>, lines: readonly string[] = log) {
  const model = buildModel(shown);
  return explainScreen(model, {
    log: logSource(sessionOf(lines), model.lines),
    reportText: () => '',
    inShell: (shell) => buildModel(shown, false, 'en', shell),
    formats: [{ name: 'text', ending: 'txt', text: () => '' }],
  });
}

const book = openBook(loadPack(), loadExamples());
const scanned = scanScreen({
  first: {
    target: '日志/**/*.log',
    phase: 'reading',
    files: { done: 3, total: 9 },
    bytes: { done: 3e6, total: null },
    bytesPerSecond: 1e6,
    secondsLeft: 4,
    workers: 1,
    now: '日志/很长的文件名'.repeat(20),
    groups: [
      {
        kind: 'cause',
        code: 'GM0401',
        title: '私有模块'.repeat(20),
        count: 3,
        firstSeen: '11-02',
        files: [{ name: '日志'.repeat(50), line: 3, label: 'likely' }],
      },
    ],
    problems: [{ name: 'x', reason: '坏'.repeat(99) }],
  },
  follow: () => () => {},
  stop: () => {},
  explain: async () => explained(wide()) as unknown as Screen<unknown, unknown, unknown>,
});

const screens: Readonly<Record<string, Screen<unknown, unknown, unknown>>> = Object.fromEntries(
  Object.entries({
    explain: explained(privateModule()),
    'explain with wide characters': explained(wide(), ['日本語'.repeat(300), '\t\u0301é\u200b', ...log]),
    causes: rulesScreen(book, 'causes'),
    signals: rulesScreen(book, 'signals'),
    scan: scanned,
    waterfall: waterfallScreen(buildWaterfall(download()), {
      name: '构建日志/编译失败.log',
      log: logSource(sessionOf(log), log.length),
      texts: en,
    }),
  }).map(([name, screen]) => [name, screen as unknown as Screen<unknown, unknown, unknown>]),
);

const KEYS = [
  ..."jkgGbfhlwcyYoesS$?/nN[]123qx 模+-0mtT'",
  'tab',
  'shift+tab',
  'return',
  'escape',
  'backspace',
  'ctrl+d',
  'ctrl+u',
  'space',
  'left',
  'right',
  'end',
];
const size = fc.oneof(
  fc.record({ columns: fc.integer({ min: 40, max: 300 }), rows: fc.integer({ min: 10, max: 100 }) }),
  fc.constantFrom(
    { columns: 40, rows: 10 },
    { columns: 79, rows: 24 },
    { columns: 80, rows: 24 },
    { columns: 119, rows: 30 },
    { columns: 120, rows: 30 },
    { columns: 140, rows: 40 },
    { columns: 300, rows: 100 },
  ),
);

function open(screen: Screen<unknown, unknown, unknown>) {
  let failed: unknown;
  const exit = (error?: unknown) => {
    failed ??= error;
  };
  const stack = createStack(screen, {
    changed: () => {},
    exit,
    handOver: async (work) => work(),
    stop: null,
    world: recordingWorld().world,
  });
  stack.begin();
  return { stack, failed: () => failed };
}

afterAll(() => speakLanguage('en'));

describe.each(Object.entries(screens))('%s', (_, screen) => {
  test.each([
    ['en', false],
    ['en', true],
    ['zh', false],
  ] as const)('fills every size after any keys, in %s; ASCII symbols: %j', async (language, ascii) => {
    await speakLanguage(language);
    const look = { glyphs: glyphsOf(ascii) };
    await fc.assert(
      fc.asyncProperty(size, fc.array(fc.constantFrom(...KEYS), { maxLength: 25 }), async (at, keys) => {
        const { stack, failed } = open(screen);
        for (const key of keys) stack.press(key, at);
        await new Promise((resolve) => setImmediate(resolve));
        const rows = stack.rows(at, look);
        expect(failed()).toBeUndefined();
        // Leaving the last screen leaves nothing to draw.
        if (rows.length > 0) expect([rows.length, new Set(rows.map(rowWidth))]).toEqual([at.rows, new Set([at.columns])]);
        stack.end();
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  [32, 8],
  [39, 24],
  [80, 9],
  [1, 1],
])('%ix%i is too small, and says so in what there is', async (columns, rows) => {
  await speakLanguage('en');
  const { stack } = open(screens.explain!);
  const shown = stack.rows({ columns, rows }, { glyphs: glyphsOf(false) });
  expect(shown.length).toBeLessThanOrEqual(rows);
  expect(Math.max(...shown.map(rowWidth))).toBeLessThanOrEqual(columns);
  if (columns > 30)
    expect(
      shown
        .flat()
        .map(({ text }) => text)
        .join(' '),
    ).toContain(`modwhy needs 40x10, this is ${columns}x${rows}`);
});
