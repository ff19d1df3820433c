import { expect, test } from 'vitest';
import { mayHideMore } from '../../src/diagnose/gone.ts';

test('a problem may have any number of messages', () => {
  const units = Array.from({ length: 300_000 }, (_, index) => ({ lines: [{ number: index + 1 }] }));
  const problem = { units, segment: { lane: '', exitLine: null, index: 0 } } as unknown as Parameters<typeof mayHideMore>[0];
  expect(mayHideMore(problem, [{ number: 300_000, lane: '' }], [])).toBe(false);
  expect(mayHideMore(problem, [{ number: 300_001, lane: '' }], [])).toBe(true);
});
