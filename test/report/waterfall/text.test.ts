import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../../src/i18n/en.ts';
import { loadLanguage } from '../../../src/i18n/texts.ts';
import { shortDuration } from '../../../src/report/waterfall/duration.ts';
import { waterfallFold } from '../../../src/report/waterfall/markdown.ts';
import { renderWaterfall } from '../../../src/report/waterfall/text.ts';
import { displayWidth } from '../../../src/report/width.ts';
import { hostileStrings } from '../hostile.ts';
import { download, event, span, traced } from './sample.ts';

describe('whole tables', () => {
  test('80 columns', () => expect(renderWaterfall(download())).toMatchSnapshot());
  test('140 columns', () => expect(renderWaterfall(download(), { width: 140 })).toMatchSnapshot());
  test('ASCII', () => expect(renderWaterfall(download(), { ascii: true })).toMatchSnapshot());
  test('Chinese', async () => {
    await loadLanguage('zh');
    expect(renderWaterfall(download(), { language: 'zh' })).toMatchSnapshot();
  });
  test('without times', () => {
    const timeline = [event({ line: 1, kind: 'command', text: 'go build ./...' }), event({ line: 9, kind: 'exit', text: 'exit code 1' })];
    expect(renderWaterfall(traced({ timeline }))).toBe(
      'waterfall: 2 rows\n\nthe log has no times: only the order is known\n  line  what\n     1  go build ./...\n     9  exit code 1\n',
    );
  });
  test('nothing at all', () =>
    expect(renderWaterfall(traced({}))).toBe(
      'waterfall: 0 rows\n\nThe log shows no request, command, download or error that could be put in order.\n',
    ));
});

describe('in Markdown', () => {
  test('what failed, has no end or took longest, folded', () =>
    expect(waterfallFold(download(), en)).toEqual([
      `<details><summary>requests and commands that failed, have no end or took longest: 5 of 5</summary>

| line | start | took | got | what |
| --- | --- | --- | --- | --- |
| 2 | 500 ms | 1.2 s | 200 | \`proxy.corp.test git.corp.test/team/lib@v1.2.0 mod\` |
| 4 | 1.8 s | 300 ms | 404 | \`mirror.corp.test git.corp.test/team/lib@v1.2.0 zip\` |
| 5 | 1.8 s | 900 ms | 503 | **!** \`proxy.corp.test git.corp.test/team/lib@v1.2.0 zip\` |
| 8 | 14.5 s | 700 ms | 200 | \`proxy.corp.test git.corp.test/team/lib@v1.2.0 zip (try 2)\` |
| 10 | 15.5 s | no end |  | \`sum.golang.org git.corp.test/team/lib@v1.2.1 sumdb-lookup\` |

</details>`,
    ]));
  test('a failure is in it, however quick; without spans there is nothing', () => {
    const spans = Array.from({ length: 40 }, (_, index) => span({ line: index + 1, ms: 9000, outcome: index === 30 ? 'failed' : 'ok' }));
    const quick = spans.map((one) => (one.outcome === 'failed' ? { ...one, ms: 1 } : one));
    expect(waterfallFold(traced({ spans: quick }), en)[0]).toMatch(/15 of 40[\s\S]*\| 31 \|/);
    expect(waterfallFold(traced({ timeline: [event()] }), en)).toEqual([]);
  });
});

test('no line is wider than the terminal, and nothing in a log reaches it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 80, max: 240 }),
      fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 6 }),
      (width, texts) => {
        const spans = texts.map((text, index) =>
          span({ line: index + 1, text, module: index % 2 ? text : null, host: text, start: index * 3000 }),
        );
        const lines = renderWaterfall(traced({ spans }), { width }).split('\n');
        expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
      },
    ),
  );
  const shown = renderWaterfall(traced({ timeline: Object.values(hostileStrings).map((text, index) => event({ text, line: index + 1 })) }));
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});

test('durations stay short and never say 60 seconds', () => {
  const shown = [0, 0.4, 1, 999.4, 999.6, 59_949, 59_950, 60_000, 185_000, 3_599_600, 7_440_000].map(shortDuration);
  expect(shown).toEqual([
    '0 ms',
    '<1 ms',
    '1 ms',
    '999 ms',
    '1.0 s',
    '59.9 s',
    '1 min 0 s',
    '1 min 0 s',
    '3 min 5 s',
    '1 h 0 min',
    '2 h 4 min',
  ]);
});
