import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { loadLanguage } from '../../../src/i18n/texts.ts';
import type { Report, TimelineEvent } from '../../../src/model/report.ts';
import type { Span } from '../../../src/model/span.ts';
import { reportHtml } from '../../../src/report/html/report-page.ts';
import { hostileStrings, poisoned } from '../hostile.ts';
import { hypothesis, incident, playbook, report, testFailure, unknownFailure, wrongPath } from '../sample.ts';
import { skeletonOf } from './skeleton.ts';

beforeAll(() => loadLanguage('zh'));

const span = (parts: Partial<Span>): Span => ({
  kind: 'request',
  what: 'mod',
  host: 'proxy.golang.org',
  module: 'example.com/a',
  version: 'v1.0.0',
  text: 'https://proxy.golang.org/example.com/a/@v/v1.0.0.mod',
  file: null,
  lane: '',
  line: 4,
  endLine: 5,
  start: 0,
  ms: 120,
  clock: 'measured',
  outcome: 'ok',
  status: 200,
  error: null,
  attempt: 1,
  beside: 0,
  ...parts,
});
const event = (parts: Partial<TimelineEvent>): TimelineEvent => ({
  at: null,
  t: null,
  clock: 'order',
  line: 2,
  lane: '',
  kind: 'command',
  text: 'go mod download',
  ms: null,
  ...parts,
});

/** One of everything that a page can show. */
function rich(): Report {
  return report({
    incidents: [incident({ hypotheses: [hypothesis(), wrongPath()], playbook }), testFailure().incidents[1]!],
    timeline: [event({}), event({ line: 9, kind: 'error', text: '410 Gone' })],
    spans: [
      span({}),
      span({ line: 6, start: 120, ms: 880, outcome: 'failed', status: 410, host: 'sum.golang.org' }),
      span({ line: 7, start: 130, ms: null, endLine: null, outcome: 'open', status: null }),
      span({ line: 3, file: 'trace.har', start: 5, ms: 40, outcome: 'not-found', status: 404 }),
    ],
    sides: [
      {
        file: 'access.log',
        formats: ['nginx'],
        host: 'proxy.golang.org',
        requests: 2,
        joined: 1,
        clock: { aheadMs: 3000, uncertaintyMs: 20, pairs: 1 },
        first: null,
        rows: [
          {
            line: 4,
            fileLine: 17,
            key: 'example.com/a@v1.0.0.mod',
            clientStatus: 200,
            clientError: null,
            proxyStatus: 200,
            clientMs: 120,
            proxyMs: 95,
            requestId: null,
          },
        ],
      },
    ],
    notes: ['something was noted'],
    unexplained: [{ line: 8, text: 'panic: nobody knows' }],
    redactions: 2,
  });
}

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

function everywhere(text: string): Report {
  return {
    ...poisoned(text),
    timeline: [event({ text, lane: text }), event({ kind: 'error', line: 3, text })],
    spans: [span({ what: text, text, host: text, module: text, lane: text, file: text })],
    notes: [text],
    beside: [{ input: text, line: 1, text, says: text }],
  };
}

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
