import { expect, test } from 'vitest';
import { drawsUnicode } from '../../src/cli/screen.ts';

test.each<[Record<string, string>, string, boolean]>([
  [{ LANG: 'de_DE.UTF-8' }, 'linux', true],
  [{ LANG: 'zh_CN.utf8' }, 'linux', true],
  [{ LANG: 'C' }, 'linux', false],
  [{}, 'linux', false],
  [{ LANG: 'de_DE.UTF-8', LC_ALL: 'C' }, 'linux', false],
  [{ LANG: 'C', LC_CTYPE: 'C.UTF-8' }, 'linux', true],
  [{}, 'darwin', true],
  [{}, 'win32', false],
  [{ WT_SESSION: '1' }, 'win32', true],
])('our symbols with %j on %s: %j', (env, platform, expected) => {
  expect(drawsUnicode(env, platform)).toBe(expected);
});
