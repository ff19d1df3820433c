import { expect, test } from 'vitest';
import { explain } from '../lab/explain.ts';

const missing = 'github.com/northwind/tally@v1.0.0: missing go.sum entry for go.mod file';
const verdictOf = async (line: string) => (await explain(`$ ./ci.sh\n${line}\nall done\n`)).verdict;

test.each([
  `  ✓ tells that ${missing} (3ms)`,
  `✔ go: ${missing} (0.41ms)`,
  `√ prints go: ${missing}`,
  `ok 12 - prints go: ${missing}`,
  `* fix: ${missing} (#12)`,
  `- fix(deps)!: ${missing}`,
  `fix: no required module provides package github.com/northwind/tally`,
  `5f1c2ab (HEAD -> main, origin/main) docs: go: ${missing}`,
  `    chore: go: ${missing}`,
])('nobody failed: %s', async (line) => {
  expect(await verdictOf(line)).toBe('no-failure');
});

test.each([
  `go: ${missing}`,
  `  ✗ go: ${missing}`,
  `not ok 12 - go: ${missing}`,
  `build: go: ${missing}`,
  `fix.go:3:8: ${missing}`,
  `✓ set up the job\n  go: ${missing}`,
])('somebody may have: %s', async (line) => {
  expect(await verdictOf(line)).toBe('module-failure');
});
