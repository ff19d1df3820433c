import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../src/diagnose/limits.ts';
import { naming } from '../src/diagnose/subject.ts';
import { createCharacterPairs } from '../src/model/character-pairs.ts';
import { hasOne } from '../src/model/near.ts';
import { moduleWords, nearModules } from '../src/parse/module-words.ts';
import { marked } from '../src/parse/transcripts/tool.ts';
import { mayHoldTranscript, tools } from '../src/parse/transcripts/transcript.ts';
import { nearRetry, retryWords } from '../src/timeline/retry.ts';

/** Texts that a pattern matches, and some more: those that it rules out by what stands around them. */
function textsOf({ source }: RegExp) {
  const wider = source.replaceAll('\\b', '').replace('(?![\\w.+-]|\\/\\S{0,200}\\.go:\\d)', '');
  return fc.stringMatching(new RegExp(wider));
}

const guarded: readonly (readonly [name: string, near: readonly string[], pattern: RegExp])[] = [
  ['words of modules', nearModules, moduleWords],
  ['a retry', nearRetry, retryWords],
  ...tools.map(({ name, near, marks }) => [name, near, marks] as const),
  ...limits.map(([id, near, pattern]) => [id, near, pattern] as const),
  ...naming.map(([near, pattern]) => [near, [near], pattern] as const),
];

describe('a text that a pattern finds has one of the texts that are looked for before', () => {
  test.each(guarded)('%s', (_, near, pattern) => {
    fc.assert(
      fc.property(textsOf(pattern), (text) => {
        expect(
          near.filter((one) => text.includes(one)),
          text,
        ).not.toEqual([]);
        expect(hasOne(text, near)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

test('a text without any of them has none', () => {
  expect(hasOne('calm words', ['words of', 'calms', 'Calm'])).toBe(false);
  expect(hasOne('calm words', [])).toBe(false);
});

const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '•', 'ä', '語', '\u2122') }), { maxLength: 3 });

test('pairs of characters rule out nothing that stands in one of the texts', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (all, one, from) => {
      const pairs = createCharacterPairs();
      for (const text of all) pairs.add(text);
      const text = all[one % Math.max(1, all.length)] ?? '';
      expect(pairs.mayHold(text.slice(from % (text.length + 1)))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('pairs of characters rule out what stands in no text', () => {
  const pairs = createCharacterPairs();
  for (const text of ['calm words', '', 'x', 'y']) pairs.add(text);
  expect(['calm ', 'rd', 'c', 'swor', 'xy', 'mc', 'Calm', 'x\n'].map((part) => pairs.mayHold(part))).toEqual([
    ...[true, true, true],
    ...[false, false, false, false, false],
  ]);
});

const lines = fc.array(fc.oneof(fc.string(), ...tools.flatMap(({ marks, near }) => [textsOf(marks), fc.constantFrom(...near)])), {
  maxLength: 3,
});

test('lines may hold a transcript when a line is marked as one', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const english = all.filter((text) => !/^(?:telnet|ping): /.test(text));
      expect(mayHoldTranscript(english)).toBe(english.some((text) => tools.some((tool) => marked(tool, text))));
    }),
    { numRuns: 1000 },
  );
});
