import { expect, test } from 'vitest';
import { guardData, guardJson, guardText } from '../../src/report/guard.ts';

test.each([
  ['plain ~ text', 'plain ~ text'],
  ['\u001b[31mred', '<U+001B>[31mred'],
  ['a\tb', 'a  b'],
  ['one\n\ttwo\r\nthree', 'one two three'],
  ['\u202eabc', '<U+202E>abc'],
  ['\ud800', '<U+D800>'],
  ['\u{e0041}', '<U+E0041>'],
  ['模块 😀 é', '模块 😀 é'],
])('%j is shown as %j', (text, shown) => {
  expect(guardText(text)).toBe(shown);
});

test('ascii', () => {
  expect(guardText('“a” … 模', { ascii: true })).toBe('"a" ... <U+6A21>');
});

test('commands keep their lines, other texts do not', () => {
  expect(guardData({ posix: 'a\nb', text: 'a\nb', list: ['c\nd'] })).toEqual({ posix: 'a\nb', text: 'a b', list: ['c d'] });
});

test('names keep their order, whatever they are, and what is safe is not copied', () => {
  const data = JSON.parse('{"z":1,"__proto__":"a\\nb","a":["c\\nd",{"safe":"e"}],"b":{"safe":["e"]}}') as Record<string, unknown>;
  const guarded = guardData(data);
  expect(Object.entries(guarded)).toEqual([
    ['z', 1],
    ['__proto__', 'a b'],
    ['a', ['c d', { safe: 'e' }]],
    ['b', { safe: ['e'] }],
  ]);
  expect(guarded.b).toBe(data.b);
  expect(data.a).toEqual(['c\nd', { safe: 'e' }]);
});

test('JSON keeps its meaning', () => {
  const data = { a: '\u009b\u202e\u{e0041}é', b: 'x\ny' };
  expect(guardJson(JSON.stringify(data))).toBe(String.raw`{"a":"\u009b\u202e\udb40\udc41é","b":"x\ny"}`);
});

test('every character that could mislead is shown by its number, and no other one', () => {
  const misleads = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5/u;
  const blank = new Set(['\t', '\n', '\r']);
  const wrong: string[] = [];
  for (let code = 0; code <= 0x1ffff; code++) {
    const char = String.fromCodePoint(code);
    if (blank.has(char)) continue;
    const number = code.toString(16).toUpperCase().padStart(4, '0');
    if (guardText(`a${char}b`) !== (misleads.test(char) ? `a<U+${number}>b` : `a${char}b`)) wrong.push(number);
  }
  expect(wrong).toEqual([]);
});
