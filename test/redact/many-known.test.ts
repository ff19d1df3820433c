import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKnownSecrets } from '../../src/redact/known.ts';

const token = (index: number) => `ghp_${'a'.repeat(30)}${String(index).padStart(6, '0')}`;

describe('many secrets that begin alike', () => {
  // Each of them was compared with each place that begins like it: 20,000 took half a minute.
  test('do not take long, and none is missed', { timeout: 60_000 }, () => {
    const known = createKnownSecrets();
    const start = process.cpuUsage();
    for (let index = 0; index < 15_000; index++) {
      known.add(token(index));
      const before = 'git clone https://x:';
      expect(known.find(`${before}${token(index >> 1)}@github.com/a`)).toEqual([
        { start: before.length, end: before.length + token(0).length, kind: 'secret', whole: token(index >> 1) },
      ]);
    }
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(10);
  });

  test('the longest is hidden, and one that the end of the line cuts', () => {
    const known = createKnownSecrets();
    known.add('alpha-token-12345');
    known.add('alpha-token-12345-long-6789');
    const spans = (line: string) => known.find(line).map(({ start, end, whole }) => [line.slice(start, end), whole]);
    expect(spans('a alpha-token-12345-long-6789 b')).toEqual([['alpha-token-12345-long-6789', 'alpha-token-12345-long-6789']]);
    expect(spans('a alpha-token-12345 b')).toEqual([['alpha-token-12345', 'alpha-token-12345']]);
    expect(spans('a alpha-token-12345-lo')).toEqual([['alpha-token-12345-lo', 'alpha-token-12345-long-6789']]);
    expect(spans('a alpha-to')).toEqual([['alpha-to', 'alpha-token-12345']]);
    // Fewer characters than may be cut: any word begins so.
    expect(spans('a alpha-t')).toEqual([]);
  });

  test('whatever they are, each that may stand anywhere is found between words', () => {
    const letter = fc.constantFrom('a', 'Z', '1', '-');
    const value = fc.array(letter, { minLength: 8, maxLength: 14 }).map((tail) => `tok1A-${tail.join('')}`);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), (values) => {
        const known = createKnownSecrets();
        for (const one of values) known.add(one);
        for (const one of values)
          expect(known.find(`key ${one} end`)).toEqual([{ start: 4, end: 4 + one.length, kind: 'secret', whole: one }]);
      }),
    );
  });
});
