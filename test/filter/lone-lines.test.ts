import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFilter, type FilterSink } from '../../src/filter/filter.ts';
import { createKernel } from '../../src/filter/kernel.ts';
import { createPlainScanner, type LineScanner, lineCounts, lineHint, lineLone, lineSpecial } from '../../src/filter/line-scanner.ts';
import type { LoneQuota } from '../../src/filter/lone-lines.ts';
import { aloneWords, ownWords } from '../../src/filter/words.ts';

const sought = { literals: [], words: ownWords, hints: aloneWords };
const scanners: readonly LineScanner[] = [
  createKernel(new WebAssembly.Module(readFileSync('dist/filter.wasm')), sought),
  createPlainScanner(sought),
];

/** Of each line whether it says one small thing, and which. */
function small(scanner: LineScanner, texts: readonly string[]): (string | null)[] {
  const count = scanner.scan(Buffer.from(`${texts.join('\n')}\n`, 'latin1'), 0);
  expect(count).toBe(texts.length);
  return texts.map((_, line) => {
    const kind = scanner.kinds[line]!;
    if (!(kind & lineLone)) return null;
    if (kind & lineSpecial) return kind & lineCounts ? 'download' : 'other download';
    expect(kind & lineHint).not.toBe(0);
    return `entry ${scanner.times[line] === 0 ? 'without' : 'with'} a time`;
  });
}

const lines: readonly [text: string, says: string | null][] = [
  ['go: downloading example.com/a v1.0.0', 'download'],
  ['2026-01-02T03:04:05.678Z go: downloading example.com/a~b v1.0.0-rc.1+incompatible\r', 'download'],
  ['go: extracting example.com/a v1.0.0', 'other download'],
  ['go: finding a v1', 'other download'],
  ['go: finding a v', null],
  ['go: finding example.com/a latest', null],
  ['go: downloading example.com/a v1.0.0 (retry)', null],
  ['go: downloading example.com/A v1.0.0: not found', null],
  ['x'.repeat(40).concat('go: downloading a v1.0.0'), 'download'],
  ['x'.repeat(41).concat('go: downloading a v1.0.0'), null],
  [`go: downloading ${'a'.repeat(300)} v1`, 'download'],
  [`go: downloading ${'a'.repeat(301)} v1`, null],
  [`go: downloading a v1${'0'.repeat(150)}`, 'download'],
  [`go: downloading a v1${'0'.repeat(151)}`, null],
  ['go: go: downloading a v1', 'download'],
  ['\x1b[32mgo: downloading a v1\x1b[0m', null],
  ['level=info msg=ready', 'entry without a time'],
  ['level=INFO msg="It is ready" port=80 path="a b"', 'entry without a time'],
  ['app level=debug msg=ready\r', 'entry without a time'],
  ['time="2026-01-02T03:04:05Z" level=trace msg="Served a page" status=200', 'entry with a time'],
  ['host ts=2026-01-02T03:04:05.678+01:00 level=info msg=served', 'entry with a time'],
  ['t=2026-01-02T03:04:05Z level=DEBUG msg="Served a page"', 'entry with a time'],
  ['t=2026-01-02T03:04 level=DEBUG msg="Served a page"', null],
  ['level=warn msg=ready', null],
  ['level=info msg=""', null],
  ['level=info msg="ready"', null],
  ['level=info msg="It is \\"ready\\""', null],
  ['level=info msg="It is ready', null],
  ['level=info msg="It is ready" err=nil', null],
  ['level=info msg="It is ready" stderr=x', null],
  ['level=info msg="It is ready" file=/tmp/x', null],
  ['level=info msg="It is ready" a="b"c', null],
  ['level=info msg="It is ready" a=', null],
  ['level=info msg="It is ready" and more', null],
  ['level=info msg="It is connected to a proxy"', null],
  ['level=info msg="It failed at once"', null],
  [`level=info msg="It ${'x'.repeat(600)}"`, null],
  ['level=info msg="It is \xe9t\xe9"', 'entry without a time'],
  ['level=info msg="It has a \xc2\x85"', null],
];

test.each([0, 1])('each of these lines says one small thing, or does not, by scanner %i', (index) => {
  expect(
    small(
      scanners[index]!,
      lines.map(([text]) => text),
    ),
  ).toEqual(lines.map(([, says]) => says));
});

test('both scanners take any such line, and what is near it, for the same', () => {
  const part = fc.constantFrom(
    ...[
      'go: ',
      'downloading ',
      'extracting ',
      'finding ',
      'example.com/a',
      ' v1',
      ' v',
      '.0',
      'level=',
      'info',
      'TRACE',
      ' msg=',
      'ready',
      '"It is"',
      '"It',
      ' a=1',
    ],
    ...[
      ' a="b c"',
      ' output=',
      '=',
      '"',
      '\\',
      ' ',
      '\t',
      '/',
      'time="',
      'ts=',
      't=',
      '2026-01-02T03:04:05',
      'Z" ',
      'Z ',
      'host ',
      'telnet',
      'fail',
      '\r',
      '\xa0',
      '\xc2\x80',
      '> ',
      'x: ',
    ],
  );
  const whole = fc.constantFrom(...lines.map(([text]) => text.slice(0, 120)));
  const changed = fc
    .tuple(whole, fc.nat(120), part, fc.nat(3))
    .map(([text, at, by, less]) => text.slice(0, at) + by + text.slice(at + less));
  const any = fc.array(part, { maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(fc.oneof(whole, changed, any), { minLength: 1, maxLength: 40 }), (texts) => {
      expect(small(scanners[0]!, texts)).toEqual(small(scanners[1]!, texts));
    }),
    { numRuns: 500 },
  );
});

test('what is over the quota is left out and counted, however the lines follow each other', () => {
  const line = fc.constantFrom(
    'go: downloading example.com/a v1.0.0',
    'go: extracting example.com/a v1.0.0',
    'level=info msg=ready',
    't=2026-01-02T03:04:05Z level=info msg=ready',
    't=2026-01-02T03:04:15Z level=info msg=ready',
    'go: finding example.com/a latest',
    'plain',
    '  indented',
    '',
  );
  const runs = fc.array(fc.tuple(line, fc.integer({ min: 1, max: 6 })), { maxLength: 40 });
  const decide = (texts: readonly string[], quota: LoneQuota, oneByOne: boolean) => {
    const kept: string[] = [];
    let left = 0;
    let downloads = 0;
    const sink: FilterSink = {
      keep: (bytes) => void kept.push(...Buffer.from(bytes).toString().split('\n').slice(0, -1)),
      skip(count, _, counted) {
        left += count;
        downloads += counted;
      },
      settled: () => true,
    };
    const filter = createFilter(scanners[0]!, sink, { ...quota });
    for (const text of texts) {
      filter.push(Buffer.from(`${text}\n`));
      if (oneByOne) filter.settle();
    }
    filter.end();
    return { kept, left, downloads };
  };
  fc.assert(
    fc.property(runs, fc.nat(3), fc.nat(3), fc.boolean(), (parts, downloads, entries, times) => {
      const texts = parts.flatMap(([text, times]) => Array.from({ length: times }, () => text));
      const decided = decide(texts, { downloads, entries, times }, false);
      expect(decide(texts, { downloads, entries, times }, true)).toEqual(decided);
      expect(decided.kept.length + decided.left).toBe(texts.length);
      const isDownload = (text: string) => text.startsWith('go: downloading');
      expect(decided.kept.filter(isDownload).length + decided.downloads).toBe(texts.filter(isDownload).length);
    }),
    { numRuns: 500 },
  );
});
