import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, modwhy } from '../cli/modwhy.ts';
import { go, hasGo } from './go.ts';

const log = `$ go mod download
go: git.corp.test/lib@v1.2.3: reading https://proxy.golang.org/git.corp.test/lib/@v/v1.2.3.mod: 404 Not Found
	server response: not found: git.corp.test/lib@v1.2.3: invalid version: git ls-remote -q origin in /tmp/gopath/pkg/mod/cache/vcs/0a: exit status 128:
		fatal: could not read Username for 'https://git.corp.test': terminal prompts disabled
`;
const covered = { GOPRIVATE: 'git.corp.test/*', GOFLAGS: '-trimpath' };

function explain(build: string, files: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const folder = folderWith({});
  for (const [name, text] of Object.entries({ 'build.log': build, ...files })) writeFileSync(path.join(folder, name), text);
  const given = Object.keys(files).flatMap((name) => ['--with', name]);
  const { out, err } = modwhy(['explain', 'build.log', ...given, '--format', 'json', ...args], { cwd: folder });
  expect(err).toBe('');
  const report = JSON.parse(out);
  const lead = report.incidents[0].hypotheses[0];
  return {
    cause: lead.cause,
    signals: lead.evidence.map((row: { signal: string; source: { input: string } }) => `${row.source.input} ${row.signal}`),
    beside: (report.beside ?? []).filter(({ says }: { says: string }) => says.includes('GOPRIVATE') || says.includes('差别')),
  };
}

test.skipIf(!hasGo)('S4: of two go env the last is that of the log, and what differs is named by what it would explain', () => {
  const { cause, signals, beside } = explain(log, { 'laptop.txt': go(['env'], {}, covered), 'ci.txt': go(['env']) });
  expect(cause).toBe('auth.private-module-via-public-proxy');
  expect(signals).toContain('ci.txt env-goprivate-misses');
  // What holds on the other machine is no evidence against it.
  expect(signals.join()).not.toContain('laptop.txt');
  expect(beside).toMatchObject([{ input: 'ci.txt', text: "GOPRIVATE=''" }]);
  expect(beside[0].says).toMatch(/^this difference would explain it: in laptop\.txt GOPRIVATE is git\.corp\.test\/\*\. /);
});

test.skipIf(!hasGo)('S4: what the log prints itself is its own', () => {
  const { signals, beside } = explain(`$ go env\n${go(['env'])}${log}`, { 'laptop.txt': go(['env'], {}, covered) });
  expect(signals).toContain('build.log env-goprivate-misses');
  expect(beside).toMatchObject([{ input: 'build.log' }]);
});

test.skipIf(!hasGo)('S4: one of two that are the same, and a single one, are compared with nothing', () => {
  const env = go(['env', '-json']);
  expect(explain(log, { 'a.json': env, 'b.json': env }).beside).toEqual([]);
  expect(explain(log, { 'a.json': env }).beside).toEqual([]);
});

test.skipIf(!hasGo)('S4: in Chinese', () => {
  const { beside } = explain(log, { 'laptop.txt': go(['env'], {}, covered), 'ci.txt': go(['env']) }, ['--lang', 'zh']);
  expect(beside[0].says).toContain('这处差别可以解释它：laptop.txt 里 GOPRIVATE 是 git.corp.test/*。');
});
