import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createHeldOutput } from '../../src/proc/held-output.ts';

/** A reader that takes some writes at once, and others later. */
function slowSink(slow: readonly boolean[]) {
  const taken: Buffer[] = [];
  let writes = 0;
  let closed = 0;
  let busy = false;
  return {
    sink: {
      write(bytes: Uint8Array, later: () => void) {
        expect({ busy, closed }).toEqual({ busy: false, closed: 0 });
        const copy = Buffer.from(bytes);
        if (slow.length === 0 || !slow[writes++ % slow.length]) {
          taken.push(copy);
          return true;
        }
        busy = true;
        setTimeout(() => {
          taken.push(copy);
          busy = false;
          later();
        });
        return false;
      },
      gone: () => false,
      close: () => void closed++,
    },
    text: () => Buffer.concat(taken).toString(),
    closed: () => closed,
  };
}

test('all that was written comes out in its order, whenever it was let go and however slowly it is read', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string()), fc.nat(20), fc.array(fc.boolean(), { maxLength: 5 }), async (texts, at, slow) => {
      const reader = slowSink(slow);
      const { sink, release } = createHeldOutput(reader.sink);
      let out: Promise<void> | null = null;
      for (const [index, text] of texts.entries()) {
        if (index === at) out = release(() => expect.unreachable());
        // The bytes may change after the call.
        const bytes = Buffer.from(text);
        await new Promise<void>((done) => {
          if (sink.write(bytes, done)) done();
          bytes.fill(0);
        });
        expect(out !== null || reader.text() === '').toBe(true);
      }
      sink.close();
      await (out ?? release(() => expect.unreachable()));
      expect(reader.text()).toBe(texts.join(''));
      expect(reader.closed()).toBe(1);
    }),
    { numRuns: 200 },
  );
});

test('of more than is held the end comes, from a whole line on, and how much stood before it is told', async () => {
  const reader = slowSink([]);
  const { sink, release } = createHeldOutput(reader.sink, 25);
  for (const text of ['first line\n', 'second ', 'line\nthird line\n', 'fourth']) sink.write(Buffer.from(text), () => {});
  let left = 0;
  await release((bytes) => void (left = bytes));
  expect(reader.text()).toBe('third line\nfourth');
  expect(left).toBe('first line\nsecond line\n'.length);
});
