import { spawnSync } from 'node:child_process';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchGlob } from '../../src/route/glob.ts';

const hasGo = spawnSync('go', ['version'], { env: { ...process.env, GOTOOLCHAIN: 'local' } }).status === 0;

test.skipIf(!hasGo)(`globs match as path.Match of a real Go does${hasGo ? '' : ' (skipped: go is not installed)'}`, () => {
  const glob = fc.array(fc.constantFrom(...'ab*?[]^-\\/x.é'), { maxLength: 9 }).map((chars) => chars.join(''));
  const name = fc.array(fc.constantFrom(...'ab-/x.^]é'), { maxLength: 7 }).map((chars) => chars.join(''));
  const pairs = fc.sample(fc.tuple(glob, name), { numRuns: 20_000, seed: 7 });
  const { stdout } = spawnSync('go', ['run', path.join(import.meta.dirname, 'oracle.go')], {
    input: JSON.stringify(pairs),
    encoding: 'utf8',
    env: { ...process.env, GOTOOLCHAIN: 'local', GOFLAGS: '' },
    maxBuffer: 1 << 24,
  });
  const answers = JSON.parse(stdout) as boolean[];
  expect(answers.filter(Boolean).length).toBeGreaterThan(500);
  expect(pairs.filter(([one, other], index) => matchGlob(one, other) !== answers[index])).toEqual([]);
});

test.each([
  ['*.example.com', 'git.example.com', true],
  ['*.example.com', 'example.com', false],
  ['*', 'a/b', false],
  ['[a-c]?', 'bz', true],
  ['[', '[', false],
  ['\\*', '*', true],
])('%s against %s: %s', (glob, name, matches) => expect(matchGlob(glob, name)).toBe(matches));
