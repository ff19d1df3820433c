import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPackedTexts } from '../../src/session/packed-texts.ts';

const line = 'ok  \tgithub.com/northwind/orders\t0.412s\n';

test('every text comes back as it was, whatever was asked for before', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(70_000), { maxLength: 60 }), fc.array(fc.nat()), (sizes, asked) => {
      const texts = createPackedTexts(1 << 26);
      const given = sizes.map((size, index) => `${index}: ${line.repeat(size / line.length)}`);
      const places = given.map((text) => texts.add(Buffer.from(text))!);
      for (const index of [...asked.map((number) => number % (sizes.length || 1)), ...given.keys()])
        if (index < given.length) expect(texts.textOf(places[index]!, Buffer.byteLength(given[index]!))).toBe(given[index]);
    }),
    { numRuns: 40 },
  );
});

test('a log of ten times the limit is held, since it is packed, and what cannot be packed is not', () => {
  const texts = createPackedTexts(4 << 20);
  const part = Buffer.from(line.repeat(2000));
  const places: (number | null)[] = [];
  for (let bytes = 0; bytes < 40 << 20; bytes += part.length) places.push(texts.add(part));
  expect(places.indexOf(null)).toBe(-1);
  expect(texts.textOf(places[7]!, part.length)).toBe(part.toString());

  const noise = createPackedTexts(4 << 20);
  let seed = 1;
  const random = Buffer.from(Array.from({ length: 1 << 20 }, () => (seed = (seed * 48271) % 0x7fffffff) & 255));
  expect(Array.from({ length: 8 }, () => noise.add(random) !== null)).toEqual([true, true, true, false, false, false, false, false]);
});
