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

test('JSON keeps its meaning', () => {
  const data = { a: '\u009b\u202e\u{e0041}é', b: 'x\ny' };
  expect(guardJson(JSON.stringify(data))).toBe(String.raw`{"a":"\u009b\u202e\udb40\udc41é","b":"x\ny"}`);
});
