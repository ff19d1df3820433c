import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Line } from '../../src/model/line.ts';
import { createLineStore } from '../../src/session/line-store.ts';

const toLine = (text: string, at: number): Line => ({
  number: at + 1,
  offset: 0,
  text,
  kind: 'output',
  time: null,
  clock: 'order',
  lane: '',
});
/** Lines that were packed have getters instead of fields. */
const plain = ({ number, offset, text, kind, time, clock, lane }: Line) => ({ number, offset, text, kind, time, clock, lane });
const costOf = (lines: readonly Line[]) => lines.reduce((sum, { text }) => sum + text.length + 200, 0);

test('all lines, or those of the start and the end that fit', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(600), { maxLength: 4000 }), fc.integer({ min: 900, max: 400_000 }), (lengths, most) => {
      const lines = lengths.map((length, at) => toLine('x'.repeat(length), at));
      const store = createLineStore(most);
      for (const line of lines) store.add(line);
      const kept = store.all();
      expect(store.last()).toBe(lines.at(-1));
      expect(kept.length + store.dropped()).toBe(lines.length);
      const gap = kept.findIndex((line, at) => line.number !== lines[at]!.number);
      if (gap < 0) {
        expect(kept).toHaveLength(lines.length);
        return;
      }
      const [head, tail] = [kept.slice(0, gap), kept.slice(gap)];
      expect(tail.map(plain)).toEqual(lines.slice(-tail.length));
      // Each side holds as much as it may, and no line more.
      expect(costOf(head)).toBeLessThanOrEqual(most);
      expect(costOf([...head, lines[gap]!])).toBeGreaterThan(most);
      expect(costOf(tail)).toBeLessThanOrEqual(most);
      expect(costOf([lines[lines.length - tail.length - 1]!, ...tail])).toBeGreaterThan(most);
    }),
    { numRuns: 200 },
  );
});

test('of a long trace the first and the last lines are held, and none of the lines between them is lost', () => {
  const store = createLineStore();
  const count = 70_000;
  for (let at = 0; at < count; at++) store.add(toLine(at % 1000 === 7 ? `go: message ${at}` : `# get ${at}`, at), at % 1000 !== 7);
  const kept = store.all();
  const numbers = kept.map(({ number }) => number);
  expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
  expect(kept.filter(({ text }) => text.startsWith('go: '))).toHaveLength(count / 1000);
  expect(kept.filter(({ text }) => text.startsWith('# get '))).toHaveLength(40_000);
  expect([store.droppedTraces(), store.dropped(), kept.at(-1)!.number]).toEqual([count - count / 1000 - 40_000, 0, count]);
});
