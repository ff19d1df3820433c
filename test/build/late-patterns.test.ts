import { expect, test } from 'vitest';
import { withLatePatterns } from '../../build/late-patterns.ts';

test('a pattern that is only tried is made by whoever tries it first', () => {
  const source = [
    "import { one } from './one.ts';",
    'const word = /^a[/\\]]b\\/ (?:c|d)$/i;',
    'const long =',
    '  /e{1,20}/;',
    'export const has = (text: string) => word.test(text) && (long.exec(text) ?? word.exec(text)) !== null;',
  ].join('\n');
  expect(withLatePatterns(source)).toBe(
    [
      "import { one } from './one.ts';",
      'let word: RegExp | undefined;',
      'let long: RegExp | undefined;',
      'export const has = (text: string) => (word ??= /^a[/\\]]b\\/ (?:c|d)$/i).test(text) && (((long ?? (text.includes("e"))) ? (long ??= /e{1,20}/).exec(text) : null) ?? (word ??= /^a[/\\]]b\\/ (?:c|d)$/i).exec(text)) !== null;',
    ].join('\n'),
  );
});

test('a pattern to replace or to part with is made late, too', () => {
  expect(withLatePatterns("const gap = / +/g;\nconst out = text.split(gap).map((one) => one.replace(gap, ''));")).toBe(
    "let gap: RegExp | undefined;\nconst out = text.split((gap ??= / +/g)).map((one) => one.replace((gap ??= / +/g), ''));",
  );
});

test('a pattern is not made before a text comes that has what it needs', () => {
  const source = [
    'const word = /^a (?:b|c) [de]+ f/;',
    'const long = /(?:one|three) more/;',
    'const g = (line: Line) => word.test(line.text) || !/^from (\\d)/.test(line.text) || word.test(line.text.trim());',
    'const h = (text: string) => long.exec(text)?.[1] ?? /#(?<number>\\d)/.exec(text)?.groups;',
  ].join('\n');
  expect(withLatePatterns(source)).toBe(
    [
      'let word: RegExp | undefined;',
      'let long: RegExp | undefined;',
      'const g = (line: Line) => ((word ?? (line.text.includes("a ")&&line.text.includes(" f"))) && (word ??= /^a (?:b|c) [de]+ f/).test(line.text)) || !((line.text.startsWith("from ")) && /^from (\\d)/.test(line.text)) || (word ??= /^a (?:b|c) [de]+ f/).test(line.text.trim());',
      'const h = (text: string) => ((long ?? (text.includes(" more"))) ? (long ??= /(?:one|three) more/).exec(text) : null)?.[1] ?? ((text.includes("#")) ? /#(?<number>\\d)/.exec(text) : null)?.groups;',
    ].join('\n'),
  );
});

test.each([
  ['is given away', 'const word = /a/;\nuse(word, word.test(text));'],
  ['is read in another way', 'const word = /a/g;\nword.lastIndex = 0;\nword.test(text);'],
  ['is a part of another one', 'const word = /a/;\nconst more = new RegExp(word.source);'],
  ['has the name of something within a function', 'const word = /a/;\nconst f = (word: RegExp) => word.test(text);\nword.test(text);'],
  ['has the name of a property', 'const word = /a/;\nthis.word.test(text);\nword.test(text);'],
  ['stands in a text', "const word = /a/;\nconst said = 'word.test(';\nword.test(text);"],
  ['is never tried', 'const word = /a/;'],
  ['is exported', 'export const word = /a/;\nword.test(text);'],
  ['stands within a function', 'function f() {\n  const word = /a/;\n  return word.test(text);\n}'],
  ['is divided', 'const word = a / b / c;\nword.test(text);'],
])('one that %s stays', (_, source) => {
  expect(withLatePatterns(source)).toBe(source);
});

test('flags and dollar signs stay', () => {
  expect(withLatePatterns("const end = /\\$&$'$1$/gm;\nend.test(text);")).toBe(
    "let end: RegExp | undefined;\n(end ??= /\\$&$'$1$/gm).test(text);",
  );
});
