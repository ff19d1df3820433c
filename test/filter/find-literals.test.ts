import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findLiterals } from '../../src/filter/find-literals.ts';
import { middleGrams, spreadGrams } from '../../src/filter/literal-index.ts';

const literals = ['dial tcp', 'go: ', 'tcp: lookup', 'connection refused', '积极拒绝', 'naïve ', 'Naïve ', 'refused\n\tx'];
const naive = (text: string) => literals.flatMap((literal, position) => (text.includes(literal) ? [position] : []));

// Whole literals, their halves and what differs only in letter case, so that some stand over the edge of two texts.
const piece = fc.constantFrom(
  ...literals,
  ...literals.map((literal) => literal.slice(0, 3)),
  ...literals.map((literal) => literal.slice(3)),
  'DIAL TCP',
  '\n',
  '',
  'ж',
  '😀',
  ' ',
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));

test.each([
  ['middle', middleGrams],
  ['spread', spreadGrams],
])('many texts are searched as one by their %s grams, and each has the literals that stand in it', (_, gramsOf) => {
  const find = findLiterals(literals, gramsOf(literals));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
      expect(find(texts)).toEqual(texts.map(naive));
    }),
    { numRuns: 500 },
  );
});

test('texts beyond one batch are searched, too', () => {
  const find = findLiterals(literals, spreadGrams(literals));
  const long = `${'-'.repeat(1 << 17)}go: ${'-'.repeat(1 << 17)}dial tcp`;
  expect(find([long, 'go: ', long, '', 'dial tcp: lookup'])).toEqual([[0, 1], [1], [0, 1], [], [0, 2]]);
});
