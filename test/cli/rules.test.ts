import { expect, test } from 'vitest';
import { modwhy } from './modwhy.ts';

test('all causes, one a line, and how many there are', () => {
  const { out: stdout, err: stderr, code } = modwhy(['causes']);
  expect([code, stderr]).toEqual([0, '']);
  const lines = stdout.trimEnd().split('\n');
  expect(lines.find((line) => line.startsWith('GM0403'))).toMatch(
    /^GM0403 {2}auth\.git-credentials-missing +error {4}git has no credentials/,
  );
  expect(lines.at(-1)).toBe(
    `${lines.length - 2} causes, ${modwhy(['rules']).out.trimEnd().split('\n').length - 2} signals, catalog 2026.12.0`,
  );
});

test('one cause by code or slug, one family, one signal with its samples', () => {
  const byCode = modwhy(['causes', 'gm0403']);
  expect(byCode.out).toMatch(/^GM0403 {2}auth\.git-credentials-missing\nwhat /);
  expect(modwhy(['causes', 'auth.git-credentials-missing']).out).toBe(byCode.out);
  expect(modwhy(['causes', 'auth']).out.match(/^GM04\d\d {2}auth\./gm)?.length).toBeGreaterThan(3);
  expect(modwhy(['rules', 'git-no-username']).out).toMatch(/^git-no-username\nkind [\s\S]*\nmatches [\s\S]*\nnot /);
});

test('a name that no rule has is refused, with the one that was meant', () => {
  const { err: stderr, code } = modwhy(['causes', 'auth.git-credential-missing']);
  expect(code).toBe(2);
  expect(stderr).toContain('did you mean auth.git-credentials-missing?');
  expect(modwhy(['rules', 'a', 'b']).err).toContain('takes one name, found 2');
  expect(modwhy(['causes', '--format', 'json']).err).toContain('prints text only');
});
