import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from '../../src/diagnose/fingerprint.ts';

// Test vectors of the FNV authors: http://www.isthe.com/chongo/tech/comp/fnv/
test.each([
  ['', 'cbf29ce484222325'],
  ['a', 'af63dc4c8601ec8c'],
  ['foobar', '85944171f73967e8'],
])('FNV-1a of %j', (text, hash) => expect(fingerprint(text)).toBe(`1:${hash}`));

test('it is FNV-1a over 64 bits for any text', () => {
  const inWords = (text: string) => {
    let hash = 0xcbf29ce484222325n;
    for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    return `1:${hash.toString(16).padStart(16, '0')}`;
  };
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      expect(fingerprint(text)).toBe(inWords(text));
    }),
  );
});

test('parts do not run into each other', () => {
  expect(fingerprint('ab', 'c')).not.toBe(fingerprint('a', 'bc'));
});
