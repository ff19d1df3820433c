import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Line } from '../../src/model/line.ts';
import { createLineQueue } from '../../src/session/line-queue.ts';
import { packLines } from '../../src/session/packed-lines.ts';

const timed = ['timestamps'];
const entry = { name: 'build/1_Set up.txt', lane: 'build', log: 'build', firstLine: 1 };

/** Lines as logs have them, those with something rare to them too. */
const someLine = fc.record(
  {
    number: fc.nat(),
    offset: fc.oneof(fc.nat(), fc.integer({ min: 2 ** 32, max: 2 ** 50 })),
    text: fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constant('go: updates to go.mod needed \ud800')),
    kind: fc.constantFrom('output', 'command', 'heading', 'exit', 'own'),
    time: fc.oneof(fc.constant(null), fc.double({ noNaN: true })),
    clock: fc.constantFrom('utc', 'order'),
    lane: fc.constantFrom('', 'build/test'),
    dialects: fc.constantFrom(timed, ['timestamps', 'make']),
    entry: fc.constant(entry),
    command: fc.constant('go build'),
    exitCode: fc.constantFrom(null, 1),
    step: fc.constant(true),
  },
  { requiredKeys: ['number', 'offset', 'text', 'kind', 'time', 'clock', 'lane'] },
) as fc.Arbitrary<Line>;

/** A packed line has its fields as getters. */
const plain = ({ number, offset, text, kind, time, clock, lane, dialects, entry, command, exitCode, step }: Line) => ({
  ...{ number, offset, text, kind, time, clock, lane, dialects, entry, command, exitCode, step },
});

test('packed lines are the same lines, whatever is in them', () => {
  fc.assert(
    fc.property(fc.array(someLine, { maxLength: 60 }), (lines) => {
      const packed = packLines(lines);
      expect(packed.count).toBe(lines.length);
      expect(lines.map((_, index) => packed.lengthAt(index))).toEqual(lines.map(({ text }) => text.length));
      const unpacked = packed.unpack();
      expect(unpacked.map(plain)).toEqual(lines.map(plain));
      // The start of a log may lose the half of a time stamp later.
      const cut = lines.map(({ text }) => text.slice(1));
      for (const line of unpacked) line.text = line.text.slice(1);
      expect(unpacked.map(({ text }) => text)).toEqual(cut);
    }),
    { numRuns: 300 },
  );
});

const toLine = (number: number): Line => ({
  number,
  offset: 0,
  text: `line ${number}`,
  kind: 'output',
  time: null,
  clock: 'order',
  lane: '',
});

test('a line to which its dialect may still add is kept as it is, however many come after it', () => {
  const queue = createLineQueue();
  const held = { ...toLine(1), unfinished: true };
  const done = toLine(2);
  queue.push(held);
  queue.push(done);
  for (let number = 3; number <= 5000; number++) queue.push(toLine(number));
  held.text += ' and its end';
  const all = queue.all();
  expect(all[0]).toBe(held);
  expect(all[1]).not.toBe(done);
  expect(all.slice(1).map(plain)).toEqual(Array.from({ length: 4999 }, (_, index) => plain(toLine(index + 2))));
});

test('who has seen the lines sees the same objects again', () => {
  const queue = createLineQueue();
  for (let number = 1; number <= 3000; number++) queue.push(toLine(number));
  const before = [...queue.all()];
  for (let number = 3001; number <= 9000; number++) queue.push(toLine(number));
  const after = queue.all();
  expect(after).toHaveLength(9000);
  expect(before.every((line, index) => line === after[index])).toBe(true);
});

test('lines that are taken away at the start, in any order with those that come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2000, max: 2000 }), { maxLength: 12 }), (steps) => {
      const queue = createLineQueue();
      const lines: Line[] = [];
      let next = 1;
      for (const step of steps)
        for (let count = Math.abs(step); count > 0; count--) {
          if (step > 0) {
            lines.push(toLine(next));
            queue.push(toLine(next++));
          } else if (lines.length > 0) expect(queue.drop()).toBe(lines.shift()!.text.length);
        }
      expect(queue.count()).toBe(lines.length);
      expect(queue.all().map(plain)).toEqual(lines.map(plain));
    }),
    { numRuns: 60 },
  );
});
