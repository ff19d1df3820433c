import { expect, test } from 'vitest';
import { withinBudget } from '../../src/catalog/budget.ts';

test.each([
  'go: updates to go\\.mod needed',
  'reading (?<url>https?://[^\\s"]{1,300}): 410 Gone',
  'missing go\\.sum entry(?: for module providing package (?<package>\\S{1,200}))?',
  'unknown revision (?<version>.*)',
  'dial tcp (?:\\[[0-9a-f:]{2,45}\\]|[0-9.]{7,15}):\\d{1,5}: connect: connection refused',
])('native: %s', (pattern) => {
  expect(withinBudget(pattern)).toBe(true);
});

test.each([
  ['begins with a repeat', '.{0,200}no such host'],
  ['unbounded in the middle', 'lookup .+ on .+: no such host'],
  ['nested repeats', '(?:a{1,9}){1,9}b'],
  ['nested through two groups', '(?:x(?:a{1,9})b){2,50}'],
  ['four wide repeats', 'a[^:]{1,99}:[^:]{1,99}:[^:]{1,99}:[^:]{1,99}:'],
])('linear engine: %s', (_, pattern) => {
  expect(withinBudget(pattern)).toBe(false);
});
