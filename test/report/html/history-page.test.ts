import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadLanguage } from '../../../src/i18n/texts.ts';
import { historyPageHtml } from '../../../src/report/html/history-page.ts';
import { failure, hostilePage, largePage, smallPage, titles } from './history-sample.ts';
import { skeletonOf } from './skeleton.ts';

beforeAll(() => loadLanguage('zh'));

test('a page about many logs, whole', async () => {
  await expect(historyPageHtml(smallPage(), { titles })).toMatchFileSnapshot('__snapshots__/history-en.html.snap');
  await expect(historyPageHtml(smallPage(), { language: 'zh' })).toMatchFileSnapshot('__snapshots__/history-zh.html.snap');
});

test('a page about no log says so', async () => {
  const totals = { logs: 0, moduleFailures: 0, notModule: 0, unknown: 0, noFailure: 0, unreadable: 0, bytes: 0, first: null, last: null };
  const empty = smallPage({ totals, causes: [], hosts: [], failures: [], unexplained: [], unreadable: [] });
  const html = historyPageHtml(empty);
  expect(html).toContain('<h1>No log failed because of a module</h1>');
  expect(html).toContain('<p>No failure was found.</p>');
  expect(html).not.toContain('NaN');
});

test('the same data gives the same bytes, and 5,000 failures less than 5 MB', () => {
  const [one, other] = [historyPageHtml(largePage(5000)), historyPageHtml(largePage(5000))];
  expect(one === other).toBe(true);
  expect(one.length).toBeLessThan(5_000_000);
  expect(one.match(/<tr data-state=/g)).toHaveLength(5000);
});

test('more failures than a page holds are counted, and a long line is cut', () => {
  const many = Array.from({ length: 5001 }, (_, index) =>
    failure({ fingerprint: String(index), example: { source: 'a.log', line: 1, text: 'x'.repeat(100_000) } }),
  );
  const html = historyPageHtml(smallPage({ failures: many }));
  expect(html).toContain('The first 5,000 of 5,001 failures are listed.');
  expect(html.length).toBeLessThan(6_000_000);
});

test('no text of a log becomes a tag, an attribute or anything invisible', () => {
  const wanted = skeletonOf(historyPageHtml(hostilePage('x')));
  const parts = fc.constantFrom(
    '<script>',
    '</style>',
    '</script>',
    '"',
    "'",
    ' onload=x ',
    '<!--',
    '-->',
    '&lt;',
    '\u2028',
    '\u202e',
    '\0',
    '\x1b[31m',
    ']]>',
    '{{',
    '\ud800',
  );
  const texts = fc.oneof(
    fc.array(fc.oneof(parts, fc.string({ unit: 'binary' }))).map((all) => `x${all.join('')}`),
    fc.string({ unit: 'binary' }).map((one) => `x${one}`),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const html = historyPageHtml(hostilePage(text));
      expect(skeletonOf(html)).toEqual(wanted);
      expect(html).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/u);
    }),
    { numRuns: 300 },
  );
});

test('moments that are no dates leave no trace, and change no other number', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true }),
      fc.double({ noNaN: true }),
      fc.constantFrom('hour', 'day', 'week', 'month'),
      (one, other, step) => {
        const html = historyPageHtml(
          smallPage({
            step,
            causes: [
              { at: one, key: 'network.timeout', logs: 2 },
              { at: other, key: 'network.timeout', logs: 3 },
            ],
            failures: [failure({ first: one, last: other })],
          }),
        );
        expect(html).not.toMatch(/NaN|Infinity|Invalid/);
        expect(html).toContain('5 logs, 100 % of all module failures');
      },
    ),
  );
});

test('whether it gets worse is judged by shares of all logs, and only where chance would hardly do it', () => {
  const judged = (before: readonly [number, number], after: readonly [number, number]) => {
    const { totals } = smallPage();
    const half = ([failures, logs]: readonly [number, number]) => ({ ...totals, logs, moduleFailures: failures });
    const html = historyPageHtml(smallPage({ halves: { before: half(before), after: half(after) } }));
    return /<dt>Getting worse\?<\/dt><dd>(?:<strong class="is-\w+">)?([^<]*)/.exec(html)![1];
  };
  expect(judged([10, 100], [40, 100])).toBe('Yes.');
  // Four times as many failures in four times as many logs.
  expect(judged([10, 100], [40, 400])).toBe('No, by all that the numbers can show.');
  expect(judged([40, 100], [40, 400])).toBe('No, it gets better.');
  expect(judged([3, 10], [5, 10])).toBe('No, by all that the numbers can show.');
  expect(judged([1, 9], [9, 9])).toMatch(/^There are too few logs to say\./);
  expect(judged([0, 50], [0, 50])).toBe('No, by all that the numbers can show.');
});
