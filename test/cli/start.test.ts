import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// It would print a complaint of one that it does not know to standard error, at every start.
test('the engine knows every flag that the program sets at its start', () => {
  const [, set] = /setFlagsFromString\('([^']+)'\)/.exec(readFileSync('bin/modwhy.js', 'utf8'))!;
  const names = set!.split(' ').map((flag) => flag.replace(/^--(?:no-)?|=.*$/g, ''));
  expect(names).toEqual(['invocation-count-for-maglev', 'invocation-count-for-maglev-osr', 'regexp-tier-up']);
  const { stdout } = spawnSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  for (const name of names) expect(stdout).toContain(`\n  --${name} `);
});
