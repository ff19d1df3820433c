import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

function report(...lines: readonly string[]) {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  session.push(Buffer.from(`${lines.join('\n')}\n`));
  return session.report();
}

/** Verdict, and cause and outcome of each incident. */
function outcome(...lines: readonly string[]): readonly string[] {
  const { verdict, incidents } = report(...lines);
  return [verdict, ...incidents.map(({ hypotheses, recovered }) => `${hypotheses[0]?.cause ?? 'none'}${recovered ? ' recovered' : ''}`)];
}

const refused = (version: string) =>
  `go: github.com/northwind/ash@${version}: Get "http://127.0.0.1:1/github.com/northwind/ash/@v/${version}.mod": dial tcp 127.0.0.1:1: connect: connection refused`;
const failedTest = ['--- FAIL: TestX (0.00s)', '    a_test.go:3: boom', 'FAIL', 'FAIL\texample.com/orders\t0.003s', 'FAIL'];

test('a failure that `set -x` shows to be taken with `|| true` is not what failed', () => {
  const taken = ['+ go mod download', refused('v1.6.0'), '+ true', '+ go test ./...', ...failedTest];
  expect(outcome(...taken)).toEqual(['not-module', 'not-module.test-failure', 'network.connect-refused recovered']);
  expect(outcome(...taken.map((line) => (line === '+ true' ? '+ :' : line)))[0]).toBe('not-module');
  expect(outcome(...taken.filter((line) => line !== '+ true'))[0]).toBe('module-failure');
});

test('a loop of `while true` takes nothing', () => {
  const attempt = ['+ true', '+ go mod download', refused('v1.6.0')];
  expect(outcome(...attempt, ...attempt, ...attempt)[0]).toBe('module-failure');
});

test('a build that went through after retries did not fail', () => {
  const attempt = (count: number) => [`attempt ${count}`, refused('v1.6.0'), 'retrying in 1s'];
  expect(outcome(...attempt(1), ...attempt(2), 'attempt 3', 'done')).toEqual(['no-failure', 'network.connect-refused recovered']);
  expect(outcome(...attempt(1), ...attempt(2), 'attempt 3', refused('v1.6.0'))[0]).toBe('module-failure');
  expect(outcome(...attempt(1), ...attempt(2))[0]).toBe('module-failure');
  expect(outcome(...attempt(1), 'attempt 2', 'Error: giving up')[0]).toBe('module-failure');
});

test('a message that stands twice in a log shows no width of a terminal', () => {
  expect(report(refused('v1.6.0'), 'retrying in 1s', refused('v1.6.0'), 'retrying in 1s').input.dialects).toEqual(['plain']);
});

test('a failed test is not about the module that it speaks of', () => {
  const { incidents } = report(
    '--- FAIL: TestA (0.00s)',
    '    q_test.go:3: go: github.com/northwind/ash@v1.6.0: checksum mismatch',
    'FAIL',
    'FAIL\texample.com/orders/q\t0.003s',
  );
  expect(incidents.map(({ subject }) => [subject.module, subject.path])).toEqual([[null, 'example.com/orders/q']]);
});

const off = 'go: github.com/northwind/lampctl@latest: module lookup disabled by GOPROXY=off';
const compiler = ['# example.com/orders', './orders.go:9:2: declared and not used: lamp'];

test('a failure that the script says it takes is not what failed', () => {
  const taken = 'warning: lampctl is missing, going on without it';
  expect(outcome('$ ./ci.sh', off, taken, 'built 3 packages')).toEqual(['no-failure', 'goproxy.off recovered']);
  expect(outcome('$ ./ci.sh', off, taken, 'npm error code E404')).toEqual(['not-module', 'not-module.infra', 'goproxy.off recovered']);
  expect(outcome('$ ./ci.sh', off, taken)[0]).toBe('module-failure');
  expect(outcome('$ ./ci.sh', off, 'go: warning: ignoring symlink /src/orders/lamp', 'bye')[0]).toBe('module-failure');
  expect(outcome('$ ./ci.sh', off, 'install lampctl before going on', 'bye')[0]).toBe('module-failure');
  const step = ['##[group]Run ./ci.sh', './ci.sh', 'shell: /usr/bin/bash -e {0}', '##[endgroup]', off, 'ignoring the cache'];
  expect(outcome(...step, 'bye', '##[error]Process completed with exit code 1.')[0]).toBe('module-failure');
});

test('a later go command that fails for another reason shows that the script had gone on', () => {
  expect(outcome('$ ./ci.sh', off, ...compiler)).toEqual(['not-module', 'not-module.compile-error', 'goproxy.off']);
  // Two targets of make that failed side by side, a linter that tells of both, and a compiler that came first.
  expect(outcome('$ make -k', off, 'make: *** [Makefile:5: tools] Error 1', ...compiler)[0]).toBe('module-failure');
  expect(outcome('$ golangci-lint run', off, ...compiler.map((line) => `${line} (typecheck)`))[0]).toBe('module-failure');
  expect(outcome('$ ./ci.sh', ...compiler, off)[0]).toBe('module-failure');
  expect(
    outcome(
      '$ go build ./...',
      'a/a.go:3:8: no required module provides package example.com/lamp; to add it:',
      '\tgo get example.com/lamp',
      compiler[1]!,
    )[0],
  ).toBe('module-failure');
});

test('the subject of a commit and a change quote what go once said', () => {
  const quoted = 'missing go.sum entry for module providing package example.com/lamp';
  for (const shown of [`HEAD is now at 3f2a9c1 ${quoted}`, `Commit message: "${quoted}"`, `3f2a9c1 (HEAD -> main) ${quoted}`, `-${off}`])
    expect(outcome(shown, ...compiler)).toEqual(['not-module', 'not-module.compile-error']);
  expect(outcome(`1767323045 ${quoted}`)[0]).toBe('module-failure');
  expect(outcome(quoted)[0]).toBe('module-failure');
});

test('a command that shows a text fails for no module', () => {
  const text = ['If you see', '', off, '', 'ask the owner of the proxy.'];
  expect(outcome('$ cat docs/TROUBLESHOOTING.md', ...text)).toEqual(['no-failure', 'goproxy.off recovered']);
  expect(outcome('$ git --no-pager log -3', ...text)[0]).toBe('no-failure');
  // A log is shown to be read as one, and a failing command may stand behind the other.
  expect(outcome('$ cat build.log', ...text)[0]).toBe('module-failure');
  expect(outcome('$ git log -1 && go build ./...', ...text)[0]).toBe('module-failure');
});

test('a program that tries its database again, and gets it, did not fail', () => {
  const refused = 'dial tcp 192.0.2.5:5432: connect: connection refused';
  expect(outcome(`failed to connect to the database, retrying: ${refused}`, 'connected', 'listening on :8080')[0]).toBe('no-failure');
  expect(outcome(`waiting for the database: ${refused}`, 'connected')).toEqual(['no-failure']);
  expect(outcome(`cannot connect to the database: ${refused}`)).toEqual(['not-module', 'not-module.runtime-error']);
});
