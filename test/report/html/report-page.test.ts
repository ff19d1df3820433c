import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadLanguage } from '../../../src/i18n/texts.ts';
import { reportHtml } from '../../../src/report/html/report-page.ts';
import { hostileStrings } from '../hostile.ts';
import { hypothesis, incident, report, unknownFailure } from '../sample.ts';
import { everywhere, rich } from './rich-report.ts';
import { skeletonOf } from './skeleton.ts';

beforeAll(() => loadLanguage('zh'));

test('a page about one log, whole', async () => {
  await expect(reportHtml(rich())).toMatchFileSnapshot('__snapshots__/report-en.html.snap');
  await expect(reportHtml(rich(), { language: 'zh' })).toMatchFileSnapshot('__snapshots__/report-zh.html.snap');
  await expect(reportHtml(unknownFailure())).toMatchFileSnapshot('__snapshots__/unknown-en.html.snap');
});

test('what a proxy saw stands beside the request of the log, and no time is made up', () => {
  const html = reportHtml(rich());
  expect(html).toContain('<span class="quiet proxy">access.log:17 200, 95 ms</span>');
  // 120 ms of the 1,000 that the log spans.
  expect(html).toContain('<rect class="bar-ok" x="0%" y="15%" width="12%" height="70%" rx="2">');
  expect(html).toMatch(/<tr class="row-event"><td class="number">2<\/td><td class="number wide"><\/td>/);
});

test('no failure says what to try, and has neither causes nor commands', () => {
  const html = reportHtml(report({ verdict: 'no-failure', incidents: [] }));
  expect(html).toContain('<h1>No failure is visible</h1>');
  expect(html).not.toMatch(/<article|<pre/);
});

test('nothing outside ASCII when that is asked for', () => {
  const html = reportHtml(rich(), { language: 'zh', ascii: true });
  expect(html).toMatch(/^[\0-\x7f]*$/);
  const back = html.replace(/&#(\d+);/g, (whole, code) => (Number(code) > 127 ? String.fromCodePoint(Number(code)) : whole));
  expect(back).toBe(reportHtml(rich(), { language: 'zh' }));
});

test('words between backquotes are code, and stay text', () => {
  const html = reportHtml(report({ incidents: [incident({ hypotheses: [hypothesis({ why: 'run `go <b>` or ` alone' })] })] }));
  expect(html).toContain('<p class="why">run <code>go &lt;b&gt;</code> or ` alone</p>');
});

test('only https addresses are links', () => {
  const docs = ['https://go.dev/ref/mod#x', 'http://go.dev', 'javascript:alert(1)', 'https://a.test/"onclick=x', 'https://user@evil.test/'];
  const html = reportHtml(report({ incidents: [incident({ hypotheses: [hypothesis({ docs })] })] }));
  expect(Array.from(html.matchAll(/<a href="([^"]*)"/g), ([, address]) => address)).toEqual(['https://go.dev/ref/mod#x']);
});

test('no text of a log becomes a tag, an attribute or anything invisible', () => {
  const wanted = new Map(
    (['module-failure', 'unknown'] as const).map((verdict) => [verdict, skeletonOf(reportHtml({ ...everywhere('x'), verdict }))]),
  );
  const parts = fc.constantFrom(...Object.values(hostileStrings), '</style>', '</script>', '"', "'", ' onload=x ', '<!--', ']]>', '\u2028');
  const random = fc.array(fc.oneof(parts, fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(random, fc.constantFrom('module-failure', 'unknown'), (all, verdict) => {
      const text = `x${all.join('').replaceAll('`', '')}`;
      const html = reportHtml({ ...everywhere(text), verdict });
      expect(skeletonOf(html)).toEqual(wanted.get(verdict));
      expect(html).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
    { numRuns: 200 },
  );
});
