import { expect, test } from 'vitest';
import { wantsColor } from '../../src/cli/color.ts';
import type { When } from '../../src/cli/options.ts';

test.each<[When, Record<string, string>, boolean, boolean]>([
  ['auto', {}, true, true],
  ['auto', {}, false, false],
  ['auto', { NO_COLOR: '1' }, true, false],
  ['auto', { NO_COLOR: '' }, true, true],
  ['auto', { FORCE_COLOR: '1' }, false, true],
  ['auto', { FORCE_COLOR: '0' }, false, false],
  ['auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ['auto', { TERM: 'dumb' }, true, false],
  ['always', { NO_COLOR: '1' }, false, true],
  ['never', { FORCE_COLOR: '1' }, true, false],
])('--color %s with %j on a terminal %j: %j', (when, env, terminal, expected) => {
  expect(wantsColor(when, env, terminal)).toBe(expected);
});
