import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limits } from '../src/diagnose/limits.ts';
import { naming } from '../src/diagnose/subject.ts';
import { hasOne } from '../src/model/near.ts';
import { moduleWords, nearModules } from '../src/parse/module-words.ts';
import { tools } from '../src/parse/transcripts/transcript.ts';
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
