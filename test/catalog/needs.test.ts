import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neededTexts } from '../../src/catalog/needs.ts';
import { readRules } from '../../src/catalog/read.ts';

test.each<[pattern: string, needs: readonly (readonly string[])[]]>([
  ['plain words', [['plain words']]],
  ['^go: (?<module>\\S{1,200}): reading \\S+: 410 Gone$', [[': reading '], [': 410 Gone'], ['go: ']]],
  ['a\\.mod\\(1\\) \\d+ more', [['a.mod(1) '], [' more']]],
  ['either|or else', [['either', 'or else']]],
  ['either|o', []],
  ['either|or else|', []],
  ['(?i)Plain Words', []],
  ['other (?i:Words) here', [['other '], [' here']]],
  ['wordsx? and xs{0,2}end and s{2}end', [['end and s'], [' and x'], ['words']]],
  ['lazy+? words', [[' words'], ['lazy']]],
  ['(?:one|two)three[four]five.six', [['three'], ['five'], ['six'], ['one', 'two']]],
  ['(?:deep (?:deeper) words)', [['deep deeper words']]],
  [
    'fatal: (?:no|bad (?:object|revision)|(?:gone )?away)',
    [['fatal: '], ['fatal: no', 'fatal: bad object', 'fatal: bad revision', 'away']],
  ],
  ['fatal: (?:no||bad)', [['fatal: ']]],
  ['a (?<path>\\S+\\.go):(?<line>\\d+): bc(d)?ef', [['.go:'], [': bc']]],
  ['(?:a{2}b|c)', []],
  ['(?:maybe)? (?:never){0,2}', []],
  ['one (?:twice){2} more', [['twice'], [' more'], ['one ']]],
  [
    '(?:one|two) (?:four|seven)',
    [
      [' four', ' seven'],
      ['one', 'two'],
    ],
  ],
  ['ab\\tcd', []],
  ['a\\x1bcd\\x{10ffff}ef\\p{Greek}gh', []],
])('%s', (pattern, needs) => {
  expect(neededTexts(pattern)).toEqual(needs);
});

const rules = readRules('rules');

test('whatever a signal matches has what its pattern needs', () => {
  const missing = rules.signals.flatMap(({ id, frame, examples }) => {
    const needs = neededTexts(frame.replaceAll('(?P<', '(?<'));
    return examples.match.flatMap(({ text }) =>
      needs.filter((texts) => !texts.some((need) => text.includes(need))).map((texts) => `${id}: ${texts.join(' | ')}`),
    );
  });
  expect(missing).toEqual([]);
});

test('most patterns need something', () => {
  const some = rules.signals.filter(({ frame }) => neededTexts(frame.replaceAll('(?P<', '(?<')).length > 0);
  expect(some.length / rules.signals.length).toBeGreaterThan(0.9);
});

// A piece of a pattern with a text that it matches.
const word = fc.stringMatching(/^[a-z :]{1,6}$/);
const piece = fc.oneof(
  word.map((text) => [text, text] as const),
  word.map((text) => [`${text}x?`, text] as const),
  word.map((text) => [`${text}y*?`, `${text}yy`] as const),
  word.map((text) => [`${text}z{0,2}`, text] as const),
  word.map((text) => [`${text}w{2,3}`, `${text}ww`] as const),
  word.map((text) => [`(?:${text}|other)`, 'other'] as const),
  word.map((text) => [`(?:other|(?:${text})e|[xy]|more (?:other ${text}|than ${text}))`, `more than ${text}`] as const),
  word.map((text) => [`(?i:${text})`, text.toUpperCase()] as const),
  word.map((text) => [`(?:${text})?`, ''] as const),
  fc.constantFrom(['\\d+', '17'] as const, ['\\.', '.'] as const, ['[a-f(]', '('] as const, ['.', '#'] as const, ['\\(', '('] as const),
);

test('a text that matches has all that is needed', () => {
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
      const pattern = pieces.map(([one]) => one).join('');
      const text = pieces.map(([, one]) => one).join('');
      expect(text).toMatch(new RegExp(`^(?:${pattern})$`));
      for (const texts of neededTexts(pattern)) expect(texts.filter((need) => text.includes(need))).not.toEqual([]);
    }),
    { numRuns: 3_000 },
  );
});
