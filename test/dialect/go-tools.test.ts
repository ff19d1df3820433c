import { expect, test } from 'vitest';
import { show } from './show.ts';

test('goreleaser: what failed, on one line', () => {
  const log = [
    '  • starting release...',
    '    • running                                        hook=go mod tidy',
    '  ⨯ release failed after 0s                  error=hook failed: go mod tidy: exit status 1; output: go: example.com/a@v1.0.0: 404 Not Found',
    '\tserver response: not found',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: goreleaser
    heading | starting release...
    heading | running                                        hook=go mod tidy
    exit =1 | release failed after 0s
    output late | go: example.com/a@v1.0.0: 404 Not Found
    output late | \\tserver response: not found"
  `);
});

test('goreleaser: what failed, below', () => {
  const log = [
    '  \x1b[1;91m⨯\x1b[0m build failed after 2s                    target=linux_amd64_v1',
    '    \x1b[1;91merror\x1b[0m=',
    '    │ go: example.com/a@v1.0.0: 404 Not Found',
    '    │ \tserver response: not found',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: goreleaser
    exit =null | build failed after 2s
    heading |     error=
    output late | go: example.com/a@v1.0.0: 404 Not Found
    output late | \\tserver response: not found"
  `);
});

test('goreleaser: other signs in lists', () => {
  const log = [
    '  • a point of a list: go: example.com/a@v1.0.0: 404 Not Found',
    'text • with a point',
    '  ⨯ could not load config                    error=open .goreleaser.yaml: no such file or directory',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: plain
    output |   • a point of a list: go: example.com/a@v1.0.0: 404 Not Found
    output | text • with a point
    output |   ⨯ could not load config                    error=open .goreleaser.yaml: no such file or directory"
  `);
});

test("pre-commit: a hook's output stands below its end", () => {
  const log = [
    'passes...................................................................Passed',
    'go mod tidy..............................................................Failed',
    '- hook id: go-mod-tidy',
    '- duration: 0.2s',
    '- exit code: 3',
    '- files were modified by this hook',
    '',
    'go: example.com/a@v1.0.0: 404 Not Found',
    '',
    'gofmt................................................(no files to check)Skipped',
    'loading...done',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: pre-commit
    exit step =0 | passes...................................................................Passed
    heading step | go mod tidy..............................................................Failed
    heading | - hook id: go-mod-tidy
    heading | - duration: 0.2s
    exit =3 | - exit code: 3
    heading | - files were modified by this hook
    output late | 
    output late | go: example.com/a@v1.0.0: 404 Not Found
    output late | 
    exit step =0 | gofmt................................................(no files to check)Skipped
    output | loading...done"
  `);
});

test("golangci-lint: the go command's words inside a message", () => {
  const log = [
    'level=warning msg="[config_reader] The configuration option is deprecated"',
    'level=error msg="Running error: context loading failed: failed to load packages: failed to load with go/packages: err: exit status 1: stderr: go: errors parsing go.mod:\\ngo.mod:5: unknown directive: broken\\n"',
    'main.go:3:8: could not import example.com/a (no required module provides package "example.com/a") (typecheck)',
    'level=error msg="Timeout exceeded: try increasing it by passing --timeout option"',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: structured-log go-packages
    output | [config_reader] The configuration option is deprecated
    heading | Running error: context loading failed: failed to load packages: failed to load with go/packages: err: exit status 1: stderr:
    output | go: errors parsing go.mod:
    output | go.mod:5: unknown directive: broken
    output | main.go:3:8: could not import example.com/a (no required module provides package \\"example.com/a\\") (typecheck)
    output | Timeout exceeded: try increasing it by passing --timeout option"
  `);
});

test('gopls: levels, times, traces, pop-ups', () => {
  const log = [
    '[Info  - 2:03:04 PM] 2026/01/02 14:03:04 Created View (#1)',
    "[Trace - 14:03:04.120 PM] Received notification 'window/logMessage'.",
    'Params: {"type":1,"message":"go: bad"}',
    '[Error - 2:03:04 PM] 2026/01/02 14:03:04 go/packages.Load #1: err: exit status 1: stderr: go: no modules were found',
    '',
    '\tsnapshot=0',
    '[Error - 14:03:04] go/packages.Load: go [-e -json -- ./...]: exit status 1: go: cannot find main module : packages.Load error',
    'Error loading workspace: err: exit status 1: stderr: go: updates to go.sum needed : packages.Load error',
    'Result: of a test',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: gopls go-packages
    heading | Created View (#1)
    heading | Received notification 'window/logMessage'.
    heading | Params: {\\"type\\":1,\\"message\\":\\"go: bad\\"}
    heading | go/packages.Load #1: err: exit status 1: stderr:
    output | go: no modules were found
    output | 
    heading | \\tsnapshot=0
    heading | go/packages.Load: go [-e -json -- ./...]: exit status 1:
    output | go: cannot find main module
    heading | err: exit status 1: stderr:
    output | go: updates to go.sum needed
    heading | Result: of a test"
  `);
});
