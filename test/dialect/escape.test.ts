import { expect, test } from 'vitest';
import { stripEscapes } from '../../src/dialect/escape.ts';

test.for([
  ['plain text', 'plain \u00e9\t中文'],
  ['colours', '\x1b[36;1mgo\x1b[0m mod\x1b[38:2::1:2:3m tidy\x1b[m', 'go mod tidy'],
  ['private sequences', '\x1b[?25la\x1b[>1ub\x1b[2Kc', 'abc'],
  ['8-bit sequences', '\x9b31ma\x9b0m', 'a'],
  ['links', '\x1b]8;;https://go.dev\x07docs\x1b]8;;\x1b\\!', 'docs!'],
  ['an unclosed link loses no text', '\x1b]8;;https://go.dev docs', '8;;https://go.dev docs'],
  ['device strings', 'a\x1bPq#0\x1b\\b\x1b_x\x1b\\c', 'abc'],
  ['character sets and single escapes', '\x1b(Ba\x1b=b\x1bMc', 'abc'],
  ['an escape at the end', 'a\x1b', 'a'],
  ['backspaces', 'abd\bc', 'abc'],
  ['progress', '10%\r50%\r100%', '100%'],
  ['progress that is erased', '10%\r\x1b[K', ''],
  ['a return at the end', 'done\r', 'done'],
  ['a shell that goes back over its prompt', 'dev> \x1b[K\r\x1b[5Cgo \r\x1b[8Cenv\r\x1b[11C\x1b[6D\x1b[34mgo env', 'dev> go env'],
  ['moves to the right for spaces', 'go:\x1b[1Cdownloading\x9b2Cx', 'go: downloading  x'],
  ['a move to the left of the first column', 'ab\x1b[9Dc', 'c'],
  ['progress, then a move to the right alone', '10%\r\x1b[4Cdone', '10% done'],
  ['bells and NUL', 'a\x07\x00b', 'ab'],
] as [string, string, string?][])('%s', ([, text, expected]) => {
  expect(stripEscapes(text)).toBe(expected ?? text);
});

test('moves never make a line much longer than it was', () => {
  expect(stripEscapes('\x1b[999C'.repeat(9000)).length).toBeLessThan(6000);
});
