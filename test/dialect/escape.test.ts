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
  ['bells and NUL', 'a\x07\x00b', 'ab'],
] as [string, string, string?][])('%s', ([, text, expected]) => {
  expect(stripEscapes(text)).toBe(expected ?? text);
});
