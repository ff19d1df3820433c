import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { parseGitConfig } from '../../src/route/git-config.ts';
import { gitHost, rewriteRules, rewriteUrl } from '../../src/route/insteadof.ts';

const hasGit = spawnSync('git', ['--version']).status === 0;
const base = fc.constantFrom(
  'https://mirror.test/',
  'ssh://git@git.corp.test/',
  'git@git.corp.test:',
  'https://u:p@mirror.test/x/',
  'file:///srv/git/',
);
const prefix = fc.constantFrom(
  'https://git.corp.test/',
  'https://git.corp.test/team',
  'https://',
  'gh:',
  '',
  'https://git.corp.test/team/lib.git',
  'http://',
);
const name = fc.constantFrom('insteadOf', 'pushInsteadOf', 'INSTEADOF', 'insteadof');
const written = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(base, prefix, name).map(([one, other, key]) => `[url "${one}"]\n\t${key} = ${other}\n`) },
  {
    weight: 2,
    arbitrary: fc.tuple(base, prefix, prefix).map(([one, a, b]) => `[url "${one}"] insteadOf = ${a}\n  insteadOf="${b}"  ; why\n`),
  },
  { weight: 1, arbitrary: base.map((one) => `[URL "${one}"]\r\n\tinsteadOf = https://\\\ngit.corp.test/\r\n`) },
  fc.constantFrom(
    '# [url "https://no.test/"]\n',
    '[core]\n\tbare\n',
    '[url]\n\tinsteadOf = https://\n',
    '[remote "origin"]\n\turl = https://git.corp.test/x\n',
  ),
);
const url = fc.constantFrom(
  'https://git.corp.test/team/lib',
  'https://git.corp.test/team/lib.git',
  'https://github.com/a/b',
  'gh:a/b',
  'ssh://git@git.corp.test/x',
);

describe.skipIf(!hasGit)(`insteadOf${hasGit ? '' : ' (skipped: git is not installed)'}`, () => {
  test('S14: URLs are rewritten as git rewrites them', { timeout: 120_000 }, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-git-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = path.join(folder, 'config');
    const env = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: file };
    const differences: unknown[] = [];
    let rewritten = 0;
    for (const [parts, one] of fc.sample(fc.tuple(fc.array(written, { minLength: 1, maxLength: 5 }), url), { numRuns: 300, seed: 3 })) {
      const text = parts.join('');
      writeFileSync(file, text);
      const git = spawnSync('git', ['ls-remote', '--get-url', one], { cwd: folder, env, encoding: 'utf8' });
      const ours = rewriteUrl(one, rewriteRules(parseGitConfig(text), 'config'))?.url ?? one;
      if (ours !== one) rewritten++;
      if (git.stdout.replace(/\n$/, '') !== ours) differences.push({ text, one, git: git.stdout, error: git.stderr, ours });
    }
    expect(differences).toEqual([]);
    expect(rewritten).toBeGreaterThan(50);
  });

  test('values are read as git reads them', { timeout: 120_000 }, () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-git-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = path.join(folder, 'config');
    // A tab within a value is a space for git before 2.45.
    const chars = fc.array(fc.constantFrom(...'ab =#;"\\nt', '\\\n', '\\"', '\\\\', 'é'), { maxLength: 12 }).map((list) => list.join(''));
    const differences: unknown[] = [];
    let read = 0;
    for (const value of fc.sample(chars, { numRuns: 300, seed: 5 })) {
      // What git makes of a backslash before the end of the file depends on its version.
      if (value.endsWith('\\')) continue;
      const text = `[url "x"]\n\tinsteadOf = ${value}\n`;
      writeFileSync(file, text);
      const git = spawnSync('git', ['config', '--file', file, '-z', '--get-all', 'url.x.insteadof'], { encoding: 'buffer' });
      // A file that git refuses shows nothing.
      if (git.status !== 0) continue;
      read++;
      const ours = parseGitConfig(text).map((setting) => setting.value);
      const theirs = git.stdout.toString().split('\0').slice(0, -1);
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) differences.push({ value, ours, theirs });
    }
    expect(differences).toEqual([]);
    expect(read).toBeGreaterThan(50);
  });
});

test.each([
  ['git@git.corp.test:team/lib', 'git.corp.test'],
  ['ssh://git@git.corp.test:2222/team/lib', 'git.corp.test:2222'],
  ['https://user:pw@git.corp.test/x', 'git.corp.test'],
  ['https://[2001:db8::1]/x', '[2001:db8::1]'],
  ['/srv/git/x', null],
  ['file:///srv/git', null],
])('the host of %s is %s', (text, host) => expect(gitHost(text)).toBe(host));

test('any text is read in time that grows with it', () => {
  fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => void rewriteRules(parseGitConfig(text), 'x')));
  const start = performance.now();
  for (const text of ['\\'.repeat(100_000), '[a "'.repeat(30_000), ' \\\n'.repeat(30_000), '['.repeat(100_000), `${' '.repeat(100_000)}x`])
    parseGitConfig(text);
  expect(performance.now() - start).toBeLessThan(3000);
});
