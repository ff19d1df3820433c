import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gateOf } from '../../build/late-gates.ts';

test.each([
  ['go: downloading ', '', 'text.includes("go: downloading ")'],
  ['^go: (\\S+) more$', '', 'text.includes(" more")&&text.includes("go: ")'],
  ['^go: (\\S+) done$', 'm', 'text.includes(" done")&&text.includes("go: ")'],
  ['^from (\\d)', '', 'text.startsWith("from ")'],
  ['^from (\\d)', 'm', 'text.includes("from ")'],
  ['^gone|npm install', '', '(text.includes("gone")||text.includes("npm install"))'],
  ['^a{2}b*c', '', 'text.startsWith("a")'],
  ['\\.(?:mod|sum)', '', 'text.includes(".")'],
  ['(?<path>[\\w/]+)@(?:v\\d)?', 's', 'text.includes("@")'],
  ['a\\/b\\[c', '', 'text.includes("a/b[c")'],
  ['\\u2500 [^\\]x]', 'u', 'text.includes("\u2500 ")'],
  ['a\\\\u2500', '', 'text.includes("a\\\\u2500")'],
])('/%s/%s needs %s', (pattern, flags, gate) => {
  expect(gateOf(pattern, flags, 'text')).toBe(gate);
});

test.each([
  ['go', 'i'],
  ['go', 'g'],
  ['go', 'y'],
  ['go|npm', ''],
  ['^go|gone', ''],
  ['(?:go)?', ''],
  ['[go]', ''],
  ['\\d+', ''],
  ['go(?=lang)', ''],
  ['(?<!n)go', ''],
  ['go[^]x', ''],
  ['(?<a>go)\\k<a>', ''],
  ['\\u0067o', ''],
  ['\\cMo', ''],
  ['gone|npm|yarn|cargo|maven', ''],
])('of /%s/%s nothing is told', (pattern, flags) => {
  expect(gateOf(pattern, flags, 'text')).toBeNull();
});

// What stands in the sources between two slashes, whatever it is used for.
const written = /(?<=[(,=!&|?:;{}[]\s?|return |\n\s*)\/(?![*/])((?:[^\\/[\n]|\\.|\[(?:[^\\\]\n]|\\.)*\])+)\/([dgimsuvy]*)(?=[.,;)\]])/g;

const lines = new Set(globSync('samples/**/*.log').flatMap((file) => readFileSync(file, 'utf8').split('\n')));

function textsFor(expression: RegExp): string[] {
  // Of a code, and of a place such as a word's edge, fast-check makes no texts.
  if (/\\[xu]/.test(expression.source)) return [];
  try {
    return fc.sample(fc.stringMatching(expression, { size: 'xsmall' }), { numRuns: 8, seed: 7 });
  } catch {
    return [];
  }
}

describe('no text that a pattern of the program matches is turned away', () => {
  const patterns = new Map<string, RegExp>();
  for (const file of globSync('src/**/*.{ts,tsx}'))
    for (const [, pattern, flags] of readFileSync(file, 'utf8').matchAll(written))
      if (gateOf(pattern!, flags!, 'text')) patterns.set(`${pattern}/${flags}`, new RegExp(pattern!, flags));
  test('where it is tried', () => {
    expect(patterns.size).toBeGreaterThan(400);
    const turnedAway: string[] = [];
    for (const expression of patterns.values()) {
      const mayMatch = new Function('text', `return ${gateOf(expression.source, expression.flags, 'text')}`) as (text: string) => boolean;
      for (const text of [...lines, ...textsFor(expression)])
        if (!mayMatch(text) && expression.test(text)) turnedAway.push(`${expression}: ${JSON.stringify(text)}`);
    }
    expect(turnedAway).toEqual([]);
  }, 60_000);
});
