import { expect, test } from 'vitest';
import { secretKinds } from '../../src/redact/kinds.ts';

test('secrets are counted by where they stand, each once', () => {
  const lines = [
    'fatal: unable to access https://ada:hunter2secret@git.corp.test/lib/',
    'again https://ada:hunter2secret@git.corp.test/lib/ and https://bob:other-secret@git.corp.test/',
    'Authorization: Bearer abcdef0123456789abcdef',
    'export NPM_TOKEN=0123456789abcdef0123',
    'nothing here',
  ];
  expect(Object.fromEntries(secretKinds(lines))).toEqual({ url: 2, header: 1, setting: 1 });
});

test('a calm text has none', () => {
  expect(secretKinds(['go: downloading example.com/shop v1.0.0', ''])).toEqual(new Map());
});
