import { expect, test } from 'vitest';
import { logSource } from '../../src/tui/log/log-source.ts';
import { findLine, matcherOf } from '../../src/tui/log/search.ts';
import { sessionOf } from './scene.tsx';

const source = logSource(sessionOf(['one', 'Two', 'one', 'four']), 4);

test('goes forward and back from a line, and round the end', async () => {
  expect(await findLine(source, 'one', 1, 1)).toEqual({ line: 3, wrapped: false });
  expect(await findLine(source, 'one', 3, 1)).toEqual({ line: 1, wrapped: true });
  expect(await findLine(source, 'one', 3, -1)).toEqual({ line: 1, wrapped: false });
  expect(await findLine(source, 'four', 2, -1)).toEqual({ line: 4, wrapped: true });
  expect(await findLine(source, 'five', 2, -1)).toBeNull();
});

test('capitals make it exact', () => {
  expect(matcherOf('two')('Two', 0)).toBe(0);
  expect(matcherOf('TWO')('Two', 0)).toBe(-1);
});
