import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFileHash } from '../../src/scan/file-hash.ts';

test('bytes count once, however often they come', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.array(fc.tuple(fc.nat(300), fc.nat(300))), (bytes, pieces) => {
      const hash = createFileHash();
      for (const [from, length] of pieces) {
        const at = Math.min(from, hash.length);
        hash.add(bytes.subarray(at, at + length), at);
      }
      hash.add(bytes, 0);
      expect(hash.length).toBe(bytes.length);
      expect(hash.digest()).toBe(createHash('sha256').update(bytes).digest('hex'));
    }),
  );
});

test('bytes that were left out are no mistake that stays hidden', () => {
  const hash = createFileHash();
  hash.add(Buffer.from('ab'), 0);
  expect(() => hash.add(Buffer.from('d'), 3)).toThrow('wants its bytes from 2 on');
});
