import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { modwhy } from './cli/modwhy.ts';

const readme = readFileSync('README.md', 'utf8');

test('the first block has two commands, and the answer shown is what the first one prints', () => {
  const commands = /```sh\n([\s\S]*?)```/.exec(readme)![1]!.trim().split('\n');
  expect(commands).toHaveLength(2);
  const sample = /samples\/\S+\.log/.exec(commands[0]!)![0];
  const shown = /## What an answer looks like\n\n```text\n([\s\S]*?)```/.exec(readme)![1];
  const { out } = modwhy(['explain', sample]);
  expect(out).toBe(shown);
});
