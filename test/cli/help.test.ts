import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exitTable } from '../../src/cli/exit.ts';
import type { Flag } from '../../src/cli/flag.ts';
import { flags, flagTable } from '../../src/cli/flags.ts';
import { helpText } from '../../src/cli/help/overview.ts';
import { helpTopic } from '../../src/cli/help/topics.ts';
import { version } from '../../src/cli/version.ts';
import { keyMarkdown } from '../../src/tui/key-table.ts';

test('help fits a terminal of 80 x 24', () => {
  const lines = helpText().trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(24);
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(80);
});

test.each(['keys', 'environment', 'exit-codes', 'formats', 'explain'])('help %s', (topic) => {
  expect(helpTopic(topic)).toMatch(/^[\s\S]+\n$/);
});

test('an unknown topic is refused', () => {
  expect(() => helpTopic('format')).toThrow('no help about "format", did you mean: modwhy help formats');
  expect(() => helpTopic('toString')).toThrow('no help about "toString"');
});

test('the README shows the tables of the code', () => {
  const readme = readFileSync('README.md', 'utf8');
  expect(readme).toContain(flagTable());
  expect(readme).toContain(exitTable());
  expect(readme).toContain(keyMarkdown());
});

test('every format is explained, in help and in the README', () => {
  const formats = (flags as readonly Flag[]).find(({ name }) => name === 'format')!.values!;
  const table = /## Formats\n([\s\S]*?)\n\n(?!\|)/.exec(readFileSync('README.md', 'utf8').replace('## Formats\n\n', '## Formats\n'))![1]!;
  expect([...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)).toEqual([...formats]);
  expect([...helpTopic('formats').matchAll(/^ {2}(\w+)/gm)].map(([, name]) => name)).toEqual([...formats]);
});

test('the version is that of package.json', () => {
  expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
});
