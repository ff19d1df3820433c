import { describe, expect, test } from 'vitest';
import { fillSentence, fillWord } from '../../src/catalog/template.ts';

describe('fillWord', () => {
  test.each([
    ['module', 'github.com/acme/lib', 'github.com/acme/lib@latest'],
    ['module', '-toolexec=/bin/sh', '<module>@latest'],
    ['module', 'github.com/acme/$(id)', '<module>@latest'],
    ['module', 'github.com/acme/lib;reboot', '<module>@latest'],
    ['module', '../../etc', '<module>@latest'],
    ['text', 'harmless', '<module>@latest'],
  ] as const)('%s %s', (type, value, expected) => {
    expect(fillWord('{module}@latest', { module: { type, value } }).text).toBe(expected);
  });

  test('says when the reader must fill something in', () => {
    expect(fillWord('{version}', {})).toEqual({ text: '<version>', complete: false });
    expect(fillWord('{version|latest}', {})).toEqual({ text: 'latest', complete: true });
  });
});

test('a sentence takes any text, its own fallback, or plain words', () => {
  const captures = { module: { type: 'module', value: 'a$b' } } as const;
  expect(fillSentence('{module} at {version|any version} from {host}', captures)).toBe('a$b at any version from the host');
});

test('an empty fallback takes the space before it along', () => {
  const named = { version: { type: 'version', value: 'v1.2.0' } } as const;
  expect(fillSentence('The module {version|} is not there.', {})).toBe('The module is not there.');
  expect(fillSentence('The module {version|} is not there.', named)).toBe('The module v1.2.0 is not there.');
  expect(fillSentence('asked {host|}, {module|}', {})).toBe('asked,');
});
