import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadPack } from '../../src/catalog/load.ts';
import { createKernel } from '../../src/filter/kernel.ts';
import { createPlainScanner, type LineScanner, lineHint, lineSpecial } from '../../src/filter/line-scanner.ts';
import { scannerOf, tablesOf } from '../../src/filter/tables.ts';
import { aloneWords, ownWords } from '../../src/filter/words.ts';
import { createLineSplitter } from '../../src/ingest/splitter.ts';
import { isCalm } from '../../src/redact/line-scanner.ts';
import { secretWords } from '../../src/redact/words.ts';
import { noise } from './noise.ts';

const pack = loadPack();
const compiled = new WebAssembly.Module(readFileSync('dist/filter.wasm'));

/** All that a scanner says about the whole lines of some bytes. */
function judged(scanner: LineScanner, bytes: Uint8Array, timed?: boolean): { end: number; mark: number; kind: number }[] {
  const lines: { end: number; mark: number; kind: number }[] = [];
  for (let from = 0; from < bytes.length; ) {
    const count = scanner.scan(bytes, from, timed);
    if (count === 0) break;
    for (let line = 0; line < count; line++)
      lines.push({ end: from + scanner.ends[line]!, mark: scanner.marks[line]!, kind: bitsOf(scanner.kinds[line]!) });
    from += scanner.ends[count - 1]! + 1;
  }
  return lines;
}

/** A hint counts only where nothing says more. */
function bitsOf(kind: number): number {
  return kind & lineSpecial ? kind & ~lineHint : kind;
}

/** The lines in which it finds something, and how far it looked. A literal says more than a word. */
function found(scanner: LineScanner, bytes: Uint8Array): { to: number; lines: [number, number, number][] } {
  const lines = new Map<number, [number, number, number]>();
  let from = 0;
  while (from < bytes.length) {
    const length = scanner.find(bytes, from);
    if (length === 0) break;
    const { count, starts, ends, kinds } = scanner.found;
    for (let hit = 0; hit < count; hit++) {
      const start = from + starts[hit]!;
      // A literal is 4, a word 32, a hint 64.
      const kind = Math.min(lines.get(start)?.[2] ?? kinds[hit]!, kinds[hit]!);
      lines.set(start, [start, from + ends[hit]!, kind]);
    }
    from += length;
  }
  return { to: from, lines: [...lines.values()].sort((a, b) => a[0] - b[0]) };
}

// Characters that are near to each other for the tables, or that mean something to a line's form.
const letter = fc.constantFrom(...'aAbeEgGo fF.:@v^c`#$%>~/[({<+-=|_09"\\', 'é', 'É', '»', '好', '😀', 'ж');
const literal = fc
  .oneof(
    { weight: 3, arbitrary: fc.array(letter, { minLength: 4, maxLength: 9 }) },
    { weight: 1, arbitrary: fc.array(letter, { minLength: 10, maxLength: 300 }) },
  )
  .map((chars) => chars.join(''));
const piece = (literals: readonly string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.array(letter, { maxLength: 12 }).map((chars) => chars.join('')) },
    { weight: 2, arbitrary: fc.constantFrom(...literals) },
    { weight: 1, arbitrary: fc.constantFrom(...literals).map((text) => text.slice(0, -1)) },
    { weight: 1, arbitrary: fc.constantFrom(...literals).map((text) => text.toUpperCase()) },
    { weight: 1, arbitrary: fc.constantFrom(...literals).map((text) => `${text.slice(0, 3)}\x1b[1;31m${text.slice(3)}`) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        '\t',
        '  ',
        '\x1b[0m',
        '\x1b[K',
        '\r',
        '\x7f',
        '\u00a0',
        '\u0085',
        '@v1',
        '@\x1b[mv',
        '^C',
        '\\',
        '\\n',
        '\\u001b[31m',
        '\\u79ef',
        '\\\\\\"',
        '\x1b[1C',
        '\x1b]0;title\x07',
        '```',
        'GO=',
        'PS ',
        'Run x',
        '#12 0.345 ',
        '2026-01-02T03:04:05.678Z ',
        '[2026-01-02T03:04:05Z] ',
        '2026-01-02T03:04:05+01:00 ',
        '12:00:01  ',
        'job\tstep\t2026-01-02T03:04:05Z ',
        'web-1  | ',
        'file.go:12:3: ',
        'Mac:app dev$ ',
        'Jan  2 03:04:05 host',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom(...literals).map((text) => JSON.stringify(JSON.stringify(text)).slice(1, -1)) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...literals)
        .map((text) => `${text.slice(0, 2)}\\u${text.charCodeAt(2).toString(16).padStart(4, '0')}${text.slice(3)}`),
    },
    { weight: 1, arbitrary: fc.constantFrom('-'.repeat(700), `${'ab\t'.repeat(300)}`, 'x'.repeat(70_000)) },
  );
const broken = fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes));
// What opens lines one after the other: times and lanes that differ in one place, or not at all.
const opening = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('', '[', 'job\tstep\t', 'job\tsteq\t', `job\t${'x'.repeat(790)}\t`, `${'x'.repeat(800)}\ty\t`),
        fc.constantFrom(...'0123'),
        fc.constantFrom('', '.123', '.1234567'),
      )
      .map(([lane, ten, rest]) => `${lane}2026-01-02T03:04:${ten}5${rest}Z${lane === '[' ? ']' : ''} `),
  },
  { weight: 1, arbitrary: fc.constantFrom('12:00:01  ', '12:00:11  ', '#12 0.3 ', '#12 1.3 ', '1.25 ', '  ', '\t') },
);
const log = (literals: readonly string[]) =>
  fc
    .array(
      fc.tuple(
        opening,
        fc.array(
          fc.oneof(
            piece(literals).map((text) => Buffer.from(text)),
            broken,
          ),
          { maxLength: 4 },
        ),
        fc.constantFrom('\n', '\n', '\n', '\r\n', ''),
      ),
      {
        maxLength: 60,
      },
    )
    .map((lines) => Buffer.concat(lines.flatMap(([open, parts, end]) => [Buffer.from(open), ...parts, Buffer.from(end)])));
const input = fc
  .tuple(fc.uniqueArray(literal, { minLength: 1, maxLength: 40 }), fc.uniqueArray(literal, { maxLength: 10 }))
  .chain(([literals, words]) => {
    const own = words.map((word) => word.replace(/[A-Z]/g, (one) => one.toLowerCase()));
    return fc.record({ literals: fc.constant(literals), own: fc.constant(own), bytes: log([...literals, ...own]) });
  });

test('the kernel says of any lines what plain JavaScript says', () => {
  fc.assert(
    fc.property(input, ({ literals, own, bytes }) => {
      const sought = { literals, words: own.slice(0, 5), hints: own.slice(5) };
      const plain = createPlainScanner(sought);
      const kernel = createKernel(compiled, sought);
      for (const timed of [true, false]) expect(judged(kernel, bytes, timed)).toEqual(judged(plain, bytes, timed));
      expect(found(kernel, bytes)).toEqual(found(plain, bytes));
    }),
    { numRuns: 300 },
  );
}, 120_000);

test('both find a literal wherever a line has it, and nothing in a line that only has parts of one', () => {
  const plainLetter = fc.constantFrom(...'abcdefg');
  const word = fc.array(plainLetter, { minLength: 4, maxLength: 12 }).map((chars) => chars.join(''));
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 60 }),
      fc.array(
        fc.array(plainLetter, { minLength: 1, maxLength: 60 }).map((chars) => chars.join('')),
        { minLength: 1, maxLength: 60 },
      ),
      (literals, lines) => {
        const bytes = Buffer.from(`${lines.join('\n')}\n`);
        const expected = lines.map((text) => literals.some((one) => text.includes(one)));
        for (const scanner of [createKernel(compiled, { literals, words: [] }), createPlainScanner({ literals, words: [] })])
          expect(judged(scanner, bytes).map(({ kind }) => (kind & lineSpecial) !== 0)).toEqual(expected);
      },
    ),
    { numRuns: 300 },
  );
}, 60_000);

test('a word is passed over where one of some texts stands behind it, and a hint says least', () => {
  const exception = { word: 'go: ', before: ['downloading', 'to add'] };
  const kernel = createKernel(compiled, { literals: ['checksum'], words: ['go: ', 'fatal'], hints: ['github_sha'], exception });
  const kinds = (text: string) => found(kernel, Buffer.from(`${text}\n`)).lines.map(([, , kind]) => kind);
  const word = 32;
  expect(['go: downloading x', 'go: to add', 'GO: downloading', 'GitHub_SHA=1'].map(kinds)).toEqual([[], [], [], [lineHint]]);
  const said = [
    'go: Downloading x',
    'go: to ad',
    'go: downloading go: up',
    'go: downloading, fatal',
    'GITHUB_SHA fatal',
    'go: \x1b[0mto add',
  ];
  expect(said.map(kinds)).toEqual(said.map(() => [word]));
  expect(kinds('GITHUB_SHA fatal checksum')).toEqual([lineSpecial]);
});

test('the pack has a window for each literal and each own word, and is searched by the kernel as by plain JavaScript', () => {
  expect(pack.windows).toHaveLength(pack.literals.length + ownWords.length + aloneWords.length);
  expect(tablesOf(pack).module).not.toBeNull();
  const lines = [...pack.literals, ...ownWords, ...aloneWords].flatMap((text) => [
    `it is ${text} here`,
    `it is ${text.slice(0, -1)}~ here`,
  ]);
  const bytes = Buffer.concat([noise(3, 400_000, () => ''), Buffer.from(`${lines.join('\n')}\n`), noise(4, 400_000, () => '')]);
  const byKernel = judged(scannerOf(tablesOf(pack)), bytes);
  expect(byKernel).toEqual(judged(createPlainScanner({ literals: pack.literals, words: ownWords, hints: aloneWords }), bytes));
  const specials = byKernel.filter(({ kind }) => (kind & (lineSpecial | lineHint)) !== 0).length;
  expect(specials).toBeGreaterThanOrEqual(pack.literals.length + ownWords.length + aloneWords.length);
  expect(specials).toBeLessThan(byKernel.length);
});

test('a line that the kernel does not suspect is calm', () => {
  const secrets = secretWords();
  const kernel = createKernel(compiled, { literals: ['abcd'], words: [], secrets });
  const near = fc.oneof(
    fc.constantFrom(...secrets),
    fc.constantFrom(...secrets).map((word) => word.slice(0, -1)),
    fc.constantFrom('https:/', ' ', '@', 'A'.repeat(59), 'https://host', 'https://host/x', ' pass: ', 'pass:x', '\r', 'B9/'.repeat(20)),
  );
  fc.assert(
    fc.property(
      log(secrets),
      fc.array(
        fc.array(near, { maxLength: 3 }).map((parts) => parts.join('')),
        { maxLength: 9 },
      ),
      (bytes, more) => {
        const whole = Buffer.concat([bytes, Buffer.from(`\n${more.join('\n')}`)]);
        const texts: string[] = [];
        const splitter = createLineSplitter({ onLine: (text) => void texts.push(text), onCut() {} });
        splitter.push(whole);
        splitter.end();
        const suspects = kernel.suspects(whole)!;
        const found = new Set(suspects.map(({ line }) => line));
        for (const [index, text] of texts.entries()) if (!found.has(index)) expect([text, isCalm(text)]).toEqual([text, true]);
        // Of a line that is too long the reader keeps its beginning.
        const cut = suspects.map(({ from, to }) =>
          whole.toString('utf8', from, to).replace(to < whole.length ? /^\ufeff|\r$/g : /^\ufeff/, ''),
        );
        for (const [at, { line }] of suspects.entries())
          expect(cut[at]!.slice(0, 9999)).toBe(texts[line]!.replace(/^\ufeff/, '').slice(0, 9999));
      },
    ),
    { numRuns: 200 },
  );
  const from = 20 * 20_000;
  expect(kernel.suspects(Buffer.from(`${'=== RUN   TestParse\n'.repeat(20_000)}password: x`))).toEqual([
    { line: 20_000, from, to: from + 11 },
  ]);
}, 60_000);

test('lines that are longer than what is looked at, and more lines than are judged at once', () => {
  const scanner = scannerOf(tablesOf(pack));
  expect(scanner.scan(Buffer.alloc(400_000, 'x'), 0)).toBe(0);
  const short = Buffer.alloc(200_000, '\n');
  expect(judged(scanner, short)).toHaveLength(200_000);
});
