import { afterEach, expect, test, vi } from 'vitest';
import { createLookout } from '../../src/watch/lookout.ts';

afterEach(() => void vi.useRealTimers());

/** Looks that take so long, by a clock of the test; the times when they began. */
function start(cost: () => number) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  const began = performance.now();
  const looks: number[] = [];
  const lookout = createLookout(() => {
    looks.push(performance.now() - began);
    vi.advanceTimersByTime(cost());
  });
  return { lookout, looks };
}

test('the first look is at once, cheap ones follow soon, and every touch is looked at', () => {
  const { lookout, looks } = start(() => 5);
  for (let time = 0; time < 200; time += 10) {
    lookout.touch(false);
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1000);
  expect(looks[0]).toBe(0);
  for (const [index, at] of looks.entries()) if (index > 0) expect(at - looks[index - 1]!).toBeGreaterThanOrEqual(45);
  expect(looks.length).toBeGreaterThan(3);
  expect(looks.at(-1)).toBeGreaterThanOrEqual(190);
});

test('costly looks take at most a fifth of the time', () => {
  const { lookout, looks } = start(() => 300);
  for (let time = 0; time < 10_000; time += 20) {
    lookout.touch(false);
    vi.advanceTimersByTime(20);
  }
  expect(looks.length).toBeGreaterThan(3);
  for (const [index, at] of looks.entries()) if (index > 0) expect(at - looks[index - 1]!).toBeGreaterThanOrEqual(1500);
});

test('while much is behind there are few looks, and one at once when all is read', () => {
  const { lookout, looks } = start(() => 100);
  lookout.touch(false);
  vi.advanceTimersByTime(1000);
  for (let piece = 0; piece < 50; piece++) {
    lookout.touch(true);
    vi.advanceTimersByTime(20);
  }
  expect(looks).toHaveLength(1);
  const caughtUp = 2000;
  lookout.settle();
  vi.advanceTimersByTime(1);
  expect(looks).toEqual([0, expect.any(Number)]);
  expect(looks[1]).toBeLessThanOrEqual(caughtUp + 200);
  lookout.settle();
  vi.advanceTimersByTime(5000);
  expect(looks).toHaveLength(2);
});
