import { expect, test } from 'vitest';
import { show } from './show.ts';

test('GitHub web page: head, output, marks, end', () => {
  const log = [
    'Run actions/setup-go@v5',
    '  with:',
    '    go-version: 1.24',
    'Setup go version spec 1.24',
    'Run go vet ./...',
    '  go vet ./...',
    '  go build ./...',
    '  shell: /usr/bin/bash -e {0}',
    '  env:',
    '    GOFLAGS: -mod=mod',
    'Warning: cache is full',
    'Notice: a newer release is there',
    'Error: main.go:6:14: undefined: greet',
    'Error: Process completed with exit code 1.',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: github-web
    command | actions/setup-go@v5
    heading |   with:
    heading |     go-version: 1.24
    output | Setup go version spec 1.24
    command | go vet ./...
    heading |   go vet ./...
    command | go build ./...
    heading |   shell: /usr/bin/bash -e {0}
    heading |   env:
    heading |     GOFLAGS: -mod=mod
    output | cache is full
    heading | a newer release is there
    output | main.go:6:14: undefined: greet
    exit =1 | Process completed with exit code 1."
  `);
});

test('GitHub web page: numbers that are glued to the lines, and numbers that stand alone', () => {
  expect(show('1Run make\n2  make\n3go: no such tool\n44 lines\n5Error: Process completed with exit code 2.')).toMatchInlineSnapshot(`
    "dialects: github-web
    command | make
    heading |   make
    output | go: no such tool
    output | 4 lines
    exit =2 | Process completed with exit code 2."
  `);
  expect(show('1\nRun make\n2\n  make\n3\ngo: no such tool\n4\n\tmore')).toMatchInlineSnapshot(`
    "dialects: github-web
    output | 1
    command | make
    heading | 2
    heading |   make
    heading | 3
    output | go: no such tool
    heading | 4
    output | \\tmore"
  `);
});

test('GitHub web page: an action that reports an error has failed', () => {
  expect(
    show('Run golangci/golangci-lint-action@v6\nError: main.go:6:2: x is not checked (errcheck)\nError: issues found'),
  ).toMatchInlineSnapshot(`
    "dialects: github-web
    command | golangci/golangci-lint-action@v6
    output =null | main.go:6:2: x is not checked (errcheck)
    output =null | issues found"
  `);
});

test.for([
  "Run 'go help modules' for usage.",
  'Run the tests first',
  'Run go generate and commit the result',
  'Run make fmt first',
  'Run go mod tidy.',
  '1',
  '2',
  '12 Run',
  'Error: unknown command',
])('%s is output', (text) => {
  expect(show(text)).toBe(`dialects: plain\noutput | ${text}`);
});

test('Bitbucket Pipelines: echoes, and what follows the last command', () => {
  const log = [
    '+ umask 000',
    '+ GIT_LFS_SKIP_SMUDGE=1 retry 6 git clone --branch="main" --depth 50 https://bitbucket.org/northwind/app.git $BUILD_DIR',
    'Images used:',
    '    build : docker.io/library/golang@sha256:00',
    '+ go build ./...',
    'main.go:6:14: undefined: greet',
    '+ return err',
    'Searching for test report files in directories named [test-results] down to a depth of 4',
    'Finished scanning for test reports. Found 0 test report files.',
    'last words',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: bitbucket-pipelines shell
    heading | + umask 000
    heading | + GIT_LFS_SKIP_SMUDGE=1 retry 6 git clone --branch=\\"main\\" --depth 50 https://bitbucket.org/northwind/app.git $BUILD_DIR
    heading | Images used:
    output |     build : docker.io/library/golang@sha256:00
    command | go build ./...
    output | main.go:6:14: undefined: greet
    output | + return err
    heading | Searching for test report files in directories named [test-results] down to a depth of 4
    heading | Finished scanning for test reports. Found 0 test report files.
    output in:teardown | last words"
  `);
});
