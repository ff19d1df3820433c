import { expect, test } from 'vitest';
import { share, splitHeight } from '../../src/tui/screens/explain/split-height.ts';
import { panes } from '../../src/tui/screens/explain/state.ts';

test('every row is given away once, and no pane is negative', () => {
  for (let height = 16; height <= 60; height++)
    for (const focus of panes)
      for (const size of [1, 4, 12, 50]) {
        const heights = splitHeight({ causes: size, why: size, fix: 50 / size, timeline: size }, focus, height);
        expect(Object.values(heights).reduce((sum, rows) => sum + rows, 0)).toBe(height);
        for (const pane of panes) expect(heights[pane]).toBeGreaterThanOrEqual(pane === 'timeline' && focus !== 'timeline' ? 0 : 2);
      }
});

test('both panes get what they want when there is room', () => {
  expect(share(4, 5, 20, 'causes')).toEqual([4, 5]);
  expect(share(30, 30, 20, 'why')).toEqual([13, 7]);
  expect(share(30, 4, 20, 'causes')).toEqual([16, 4]);
});
