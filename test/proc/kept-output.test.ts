import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKeptOutput, type Stream } from '../../src/proc/kept-output.ts';

const chunk = fc.record({
  stream: fc.constantFrom<Stream>('stdout', 'stderr'),
  text: fc.array(fc.constantFrom('a', 'b', '\n', 'go: ', 'é'), { maxLength: 12 }).map((parts) => parts.join('')),
});

const linesOf = (kept: ReturnType<typeof createKeptOutput>) => Buffer.concat([...kept.lines()]).toString();

test('every line of each stream is there once, whole and in its order', () => {
  fc.assert(
    fc.property(fc.array(chunk), (chunks) => {
      const kept = createKeptOutput();
      for (const { stream, text } of chunks) kept.add(stream, Buffer.from(text));
      const expected = (['stdout', 'stderr'] as const).flatMap((stream) =>
        chunks
          .filter((one) => one.stream === stream)
          .map(({ text }) => text)
          .join('')
          .split(/(?<=\n)/)
          .map((line) => (line === '' || line.endsWith('\n') ? line : `${line}\n`)),
      );
      expect(
        linesOf(kept)
          .split(/(?<=\n)/)
          .filter(Boolean)
          .sort(),
      ).toEqual(expected.filter(Boolean).sort());
      expect(kept.seen()).toBe(Buffer.byteLength(chunks.map(({ text }) => text).join('')));
    }),
  );
});

test('a line of one stream is not cut by the other', () => {
  const kept = createKeptOutput();
  kept.add('stdout', Buffer.from('go: down'));
  kept.add('stderr', Buffer.from('warning\nmore'));
  kept.add('stdout', Buffer.from('loading x\n'));
  expect(linesOf(kept)).toBe('warning\ngo: downloading x\nmore\n');
});

test('of too much, the first and the last lines are held, and no half ones', () => {
  const kept = createKeptOutput(1 << 18, 1 << 19);
  const line = (index: number) => `line ${String(index).padStart(8, '0')} ${'x'.repeat(80)}\n`;
  const count = 60_000;
  for (let index = 0; index < count; index++) kept.add('stdout', Buffer.from(line(index)));
  const lines = linesOf(kept).trimEnd().split('\n');
  expect(kept.seen()).toBe(count * line(0).length);
  expect(kept.dropped()).toBeGreaterThan(0);
  // The last line before the gap ends where its block does; it gets a line end.
  const cut = lines.findIndex((one) => one.length < line(0).length - 1);
  expect(lines.slice(0, cut).every((one, index) => `${one}\n` === line(index))).toBe(true);
  const rest = lines.slice(cut + 1);
  expect(rest.map((one) => `${one}\n`)).toEqual(rest.map((_, index) => line(count - rest.length + index)));
});

test('a line that begins behind the gap is whole, although its stream printed nothing before', () => {
  const kept = createKeptOutput(1 << 18, 1 << 18);
  for (let index = 0; index < 20_000; index++) kept.add('stdout', Buffer.from('ok  corp.test/orders 0.01s\tcoverage: 12.3%\n'));
  kept.add('stderr', Buffer.from('go: no\n'));
  expect(kept.dropped()).toBeGreaterThan(0);
  expect(linesOf(kept).endsWith('\ngo: no\n')).toBe(true);
});

test('single bytes of two streams in turn take no more than their blocks', () => {
  const kept = createKeptOutput(1 << 18, 1 << 18);
  const [one, other] = [Buffer.from('a'), Buffer.from('b')];
  for (let index = 0; index < 20_000; index++) {
    kept.add('stdout', one);
    kept.add('stderr', other);
  }
  expect(kept.dropped()).toBeGreaterThan(20_000);
});
