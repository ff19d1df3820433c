import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

/** Verdict, and the leading cause of each incident. */
function verdict(...lines: readonly string[]): readonly string[] {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  session.push(Buffer.from(`${lines.join('\n')}\n`));
  const { verdict, incidents } = session.report();
  return [verdict, ...incidents.map(({ hypotheses }) => hypotheses[0]?.cause ?? 'none')];
}

const missing = 'no required module provides package example.com/lib; to add it:';
const failed = ['FAIL', 'FAIL\texample.com/shop/cmd\t0.003s', 'FAIL'];

test('what a test quotes of go is not what go said', () => {
  expect(
    verdict(
      '$ go test ./cmd',
      '--- FAIL: TestErr (0.00s)',
      `    err_test.go:20: got "main.go:3:8: ${missing}`,
      '        go get x"',
      ...failed,
    ),
  ).toEqual(['not-module', 'not-module.test-failure']);
});

test('an error of go in a test file is one', () => {
  expect(verdict('$ go test ./cmd', '# example.com/shop/cmd', `cmd/err_test.go:3:8: ${missing}`, '\tgo get example.com/lib')).toEqual([
    'module-failure',
    'resolve.missing-require',
  ]);
  expect(
    verdict(
      '$ go test ./cmd',
      'package example.com/shop/cmd',
      '\terr_test.go:3:8: use of internal package example.com/lib/internal/x not allowed',
    ),
  ).toEqual(['module-failure', 'resolve.import-not-allowed']);
});

test('what a go command printed that a test ran counts', () => {
  expect(
    verdict(
      '$ go test ./cmd',
      '--- FAIL: TestErr (0.00s)',
      '    err_test.go:20: build: exit status 1',
      `        main.go:3:8: ${missing}`,
      ...failed,
    )[0],
  ).toBe('module-failure');
  expect(verdict('$ go test ./cmd', '--- FAIL: TestErr (0.00s)', `main.go:3:8: ${missing}`, '\tgo get example.com/lib', ...failed)[0]).toBe(
    'module-failure',
  );
});

test('a certificate that a test prints is its own, also where go downloaded modules before', () => {
  const downloaded = ['$ go test ./cmd', 'go: downloading example.com/lib v1.0.0'];
  expect(verdict(...downloaded, 'x509: certificate signed by unknown authority', '--- FAIL: TestTls (0.00s)', ...failed)).toEqual([
    'not-module',
    'not-module.test-failure',
  ]);
  expect(
    verdict(
      ...downloaded,
      'go: example.com/lib@v1.0.0: Get "https://proxy.golang.org/example.com/lib/@v/v1.0.0.zip": tls: failed to verify certificate: x509: certificate signed by unknown authority',
      'FAIL\texample.com/shop/tls [setup failed]',
      '--- FAIL: TestTls (0.00s)',
      ...failed,
    )[0],
  ).toBe('module-failure');
});

const mismatch = 'go: example.com/lib@v1.0.0: verifying module: checksum mismatch';

test('what stands before a failed test was tolerated, or a test printed it', () => {
  const test = ['--- FAIL: TestLamp (0.00s)', '    lamp_test.go:9: the lamp is off', ...failed];
  expect(verdict('$ ./ci.sh', mismatch, ...test)).toEqual(['not-module', 'not-module.test-failure', 'checksum.sumdb-mismatch']);
  expect(verdict('$ ./ci.sh', '=== RUN   TestList', mismatch, '--- PASS: TestList (0.00s)', ...test)[0]).toBe('not-module');
  // What failed may be the go command that the test ran.
  const ran = test.with(1, '    lamp_test.go:9: go build: exit status 1');
  expect(verdict('$ ./ci.sh', mismatch, ...ran)[0]).toBe('module-failure');
  // A package that could not be loaded makes go test fail, too.
  expect(verdict('$ go test ./...', mismatch, 'FAIL\texample.com/shop/lib [setup failed]', ...test)[0]).toBe('module-failure');
  expect(verdict('$ ./ci.sh', ...test, mismatch)[0]).toBe('module-failure');
});

test('what a test that passed printed is no failure', () => {
  const passed = ['=== RUN   TestList', mismatch, '--- PASS: TestList (0.00s)', 'PASS'];
  expect(verdict(...passed, 'ok  \texample.com/shop/list\t0.003s')[0]).toBe('no-failure');
  expect(verdict(...passed, 'FAIL\texample.com/shop/lib [setup failed]', 'FAIL')[0]).toBe('module-failure');
  expect(verdict(mismatch, 'PASS', 'ok  \texample.com/shop/list\t0.003s')[0]).toBe('module-failure');
});

test('the value of a panic is what the program says, unless a command failed', () => {
  const panicked = (value: string) =>
    verdict('$ go test ./cmd', '--- FAIL: FuzzLamp (0.00s)', `panic: ${value}`, '', 'goroutine 7 [running]:', ...failed);
  expect(panicked('missing go.sum entry for module providing package example.com/lib')[0]).toBe('not-module');
  expect(panicked('exit status 1: missing go.sum entry for module providing package example.com/lib')[0]).toBe('module-failure');
  const fuzzed = '        testing.go:1712: panic: missing go.sum entry for module providing package example.com/lib';
  expect(verdict('$ go test -fuzz FuzzLamp', '--- FAIL: FuzzLamp (0.01s)', '    --- FAIL: FuzzLamp (0.00s)', fuzzed, ...failed)[0]).toBe(
    'not-module',
  );
});

test('the box of terraform is a failure of terraform', () => {
  const box = (...lines: readonly string[]) => ['╷', ...lines.map((line) => `│ ${line}`), '╵'];
  expect(verdict('$ terraform validate', ...box('Error: Module not installed', '', '  on main.tf line 1:'))).toEqual([
    'not-module',
    'not-module.infra',
  ]);
  expect(verdict('$ terraform plan', ...box('Warning: Value for undeclared variable'))).toEqual(['no-failure']);
});

// A real go 1.26 test that ran `go build` in a folder without go.mod. Its reader would not make one: `go test` has found that of the package.
test('what a go command printed that a failed test ran is no more than likely', () => {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  const notFound = "go: go.mod file not found in current directory or any parent directory; see 'go help modules'";
  const test = ['--- FAIL: TestX (0.01s)', '    a_test.go:7: go build: exit status 1', `        ${notFound}`, ...failed];
  session.push(Buffer.from(`$ go test ./...\n${test.join('\n')}\n`));
  const [first] = session.report().incidents[0]!.hypotheses;
  expect([first?.cause, first?.label]).toEqual(['gomod.not-found', 'likely']);
  expect(verdict('$ go test ./...', notFound)).toEqual(['module-failure', 'gomod.not-found']);
});
