import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutToWidth, displayWidth } from '../../src/report/width.ts';
import { wrap } from '../../src/report/wrap.ts';

test.each([
  ['go mod tidy', 11],
  ['模块代理', 8],
  ['한글', 4],
  ['é', 1],
  ['e\u0301', 1],
  ['😀', 2],
  ['…', 1],
  ['', 0],
])('%j takes %d columns', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('cutting never passes the width', () => {
  expect(cutToWidth('go mod download', 8, '…')).toBe('go mod …');
  expect(cutToWidth('模块代理模块', 8, '…')).toBe('模块代…');
  expect(cutToWidth('short', 8, '…')).toBe('short');
});

test('wrapping keeps long ASCII words whole and breaks wide text anywhere', () => {
  expect(wrap('see https://go.dev/ref/mod#private-modules now', 12)).toEqual(['see', 'https://go.dev/ref/mod#private-modules', 'now']);
  expect(wrap('模块代理没有这个版本', 8)).toEqual(['模块代理', '没有这个', '版本']);
});

test('texts that need no segmenter are as wide, and are cut where, it would say', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const character = fc
    .oneof(fc.integer({ min: 0x20, max: 0x2ff }), fc.constantFrom(0x2026, 0x301, 0x1f600))
    .map((code) => String.fromCodePoint(code));
  fc.assert(
    fc.property(fc.array(character, { maxLength: 30 }), fc.integer({ min: 1, max: 30 }), (characters, width) => {
      const text = characters.join('');
      const narrow = !/\u{1f600}|\u0301/u.test(text);
      if (narrow) expect(displayWidth(text)).toBe([...segmenter.segment(text)].length);
      const kept = cutToWidth(text, width, '…');
      expect(displayWidth(kept)).toBeLessThanOrEqual(width);
      if (kept !== text && narrow) expect(kept).toBe(`${text.slice(0, width - 1)}…`);
    }),
  );
});
