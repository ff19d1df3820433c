import { expect, test } from 'vitest';
import { show } from './show.ts';

test('GitHub Actions: step head, echo, output, exit', () => {
  const log = [
    "\ufeff2026-01-02T03:04:05.1234567Z Current runner version: '2.329.0'",
    '2026-01-02T03:04:05.2234567Z ##[group]Run go mod download',
    '2026-01-02T03:04:05.3234567Z \x1b[36;1mgo mod download\x1b[0m',
    '2026-01-02T03:04:05.3234567Z \x1b[36;1mgo build ./...\x1b[0m',
    '2026-01-02T03:04:05.4234567Z shell: /usr/bin/bash -e {0}',
    '2026-01-02T03:04:05.4234567Z env:',
    '2026-01-02T03:04:05.4234567Z   GOFLAGS: -mod=mod',
    '2026-01-02T03:04:05.5234567Z ##[endgroup]',
    '2026-01-02T03:04:06.5234567Z go: example.com/a@v1.0.0: 404 Not Found',
    '2026-01-02T03:04:06.6234567Z ##[warning]Attempt 1 failed',
    '2026-01-02T03:04:06.6234567Z ##[error]main.go:1:1: broken',
    '2026-01-02T03:04:06.7234567Z ##[error]Process completed with exit code 1.',
    '2026-01-02T03:04:07.7234567Z Post job cleanup.',
    '2026-01-02T03:04:07.8234567Z [command]/usr/bin/git version',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: github-actions
    heading step 03:04:05.123Z | Current runner version: '2.329.0'
    command step 03:04:05.223Z | go mod download
    heading 03:04:05.323Z | go mod download
    command 03:04:05.323Z | go build ./...
    heading 03:04:05.423Z | shell: /usr/bin/bash -e {0}
    heading 03:04:05.423Z | env:
    heading 03:04:05.423Z |   GOFLAGS: -mod=mod
    heading 03:04:05.523Z | 
    output 03:04:06.523Z | go: example.com/a@v1.0.0: 404 Not Found
    output 03:04:06.623Z | Attempt 1 failed
    output 03:04:06.623Z | main.go:1:1: broken
    exit =1 03:04:06.723Z | Process completed with exit code 1.
    heading step 03:04:07.723Z | Post job cleanup.
    command 03:04:07.823Z | /usr/bin/git version"
  `);
});

test('GitHub Actions: an action has no exit line, only its error', () => {
  const log = [
    '2026-01-02T03:04:05.2234567Z ##[group]Run actions/setup-go@v5',
    '2026-01-02T03:04:05.3234567Z with:',
    '2026-01-02T03:04:05.3234567Z   go-version: 1.99',
    '2026-01-02T03:04:05.3234567Z ##[endgroup]',
    '2026-01-02T03:04:05.3234567Z ##[error]Unable to find Go version 1.99',
    '2026-01-02T03:04:05.3234567Z ##[group]Run make ci',
    '2026-01-02T03:04:05.3234567Z go: downloading example.com/a v1.0.0',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: github-actions
    command step 03:04:05.223Z | actions/setup-go@v5
    heading 03:04:05.323Z | with:
    heading 03:04:05.323Z |   go-version: 1.99
    heading 03:04:05.323Z | 
    output =null 03:04:05.323Z | Unable to find Go version 1.99
    command step 03:04:05.323Z | make ci
    output 03:04:05.323Z | go: downloading example.com/a v1.0.0"
  `);
});

test('GitHub Actions: an action that retries shows the command that it runs', () => {
  const log = [
    '##[group]Run nick-fields/retry@v3',
    'with:',
    '  max_attempts: 2',
    '  command: go mod download',
    'go build ./...',
    '',
    '  shell: bash',
    'env:',
    '  command: not this one',
    '##[endgroup]',
    '##[group]Attempt 1',
    'go: example.com/a@v1.0.0: 404 Not Found',
    '##[endgroup]',
    '##[warning]Attempt 1 failed. Reason: Child_process exited with error code 1',
    '##[error]Final attempt failed. Child_process exited with error code 1',
    '##[group]Run hashicorp/setup@v1',
    'with:',
    '  command: up',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: github-actions
    command step | nick-fields/retry@v3
    heading | with:
    heading |   max_attempts: 2
    command | go mod download
    command | go build ./...
    heading | 
    heading |   shell: bash
    heading | env:
    heading |   command: not this one
    heading | 
    heading | Attempt 1
    output | go: example.com/a@v1.0.0: 404 Not Found
    heading | 
    output | Attempt 1 failed. Reason: Child_process exited with error code 1
    exit =1 | Final attempt failed. Child_process exited with error code 1
    command step | hashicorp/setup@v1
    heading | with:
    heading |   command: up"
  `);
});

test('gh run view: job and step become the lane', () => {
  const log = [
    'build\tUNKNOWN STEP\t\ufeff2026-01-02T03:04:05.1234567Z ##[group]Run go test ./...',
    'build\tUNKNOWN STEP\t2026-01-02T03:04:05.1234567Z ##[endgroup]',
    'build\tUNKNOWN STEP\t2026-01-02T03:04:05.1234567Z ok  \texample.com/a\t0.1s',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: gh-run-view github-actions
    command step in:build/UNKNOWN STEP 03:04:05.123Z | go test ./...
    heading in:build/UNKNOWN STEP 03:04:05.123Z | 
    output in:build/UNKNOWN STEP 03:04:05.123Z | ok  \\texample.com/a\\t0.1s"
  `);
});

test('a line of test output with tabs is no gh column', () => {
  expect(show('ok  \texample.com/a\t0.1s\nFAIL\texample.com/b [build failed]')).toMatchInlineSnapshot(`
    "dialects: plain
    output | ok  \\texample.com/a\\t0.1s
    output | FAIL\\texample.com/b [build failed]"
  `);
});

test('Azure Pipelines: the script stands above its output', () => {
  const log = [
    '##[section]Starting: Build',
    'Task         : Command line',
    'Generating script.',
    'Script contents:',
    'go vet ./...',
    '========================== Starting Command Output ===========================',
    'main.go:1:1: broken',
    "##[error]Bash exited with code '1'.",
    '##[section]Finishing: Build',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: azure-pipelines
    heading | Starting: Build
    heading | Task         : Command line
    heading | Generating script.
    heading | Script contents:
    command step | go vet ./...
    heading | ========================== Starting Command Output ===========================
    output | main.go:1:1: broken
    exit =1 | Bash exited with code '1'.
    heading | Finishing: Build"
  `);
});

test('GitLab: sections, echo, and an after_script that does not hide the failure', () => {
  const log = [
    'section_start:1767323045:step_script\r\x1b[0K\x1b[0K\x1b[36;1mExecuting "step_script" stage of the job script\x1b[0;m\x1b[0;m',
    '\x1b[32;1m$ go mod download\x1b[0;m',
    'go: example.com/a@v1.0.0: 404 Not Found',
    'section_end:1767323060:step_script\r\x1b[0Ksection_start:1767323060:after_script\r\x1b[0K\x1b[0K\x1b[36;1mRunning after_script\x1b[0;m\x1b[0;m',
    '\x1b[32;1m$ rm -rf .cache\x1b[0;m',
    'section_end:1767323061:after_script\r\x1b[0K\x1b[0K\x1b[31;1mERROR: Job failed: exit code 1',
    '\x1b[0;m',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: gitlab
    heading | Executing \\"step_script\\" stage of the job script
    command step | go mod download
    output | go: example.com/a@v1.0.0: 404 Not Found
    heading in:after_script | Running after_script
    command in:after_script | rm -rf .cache
    exit =1 | ERROR: Job failed: exit code 1
    output | "
  `);
});

test('GitLab: time stamps, and escapes that a paste has lost', () => {
  const log = [
    '2024-05-22T12:43:46.962646Z 00O section_start:1716381826:step_script\r\x1b[0K\x1b[36;1mExecuting "step_script" stage\x1b[0;m',
    '2024-05-22T12:43:47.962646Z 01O \x1b[32;1m$ go build .\x1b[0;m',
    '2024-05-22T12:43:48.962646Z 01E main.go:4:2: no required module provides package example.com/a',
    '    [0K[31;1mERROR: Job failed (system failure): pod deleted[0;m',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: gitlab
    heading | Executing \\"step_script\\" stage
    command step 12:43:47.962Z | go build .
    output 12:43:48.962Z | main.go:4:2: no required module provides package example.com/a
    exit =null | ERROR: Job failed (system failure): pod deleted"
  `);
});

test('Jenkins: both clocks, echo, pipeline words, exit', () => {
  const log = [
    '[2026-01-02T03:04:05.123Z] [Pipeline] sh',
    '[2026-01-02T03:04:05.223Z] + go test ./...',
    '[2026-01-02T03:04:06.123Z] FAIL',
    'ERROR: script returned exit code 1',
    'Finished: FAILURE',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: jenkins shell
    heading 03:04:05.123Z | [Pipeline] sh
    command 03:04:05.223Z | go test ./...
    output 03:04:06.123Z | FAIL
    exit =1 | ERROR: script returned exit code 1
    exit =null | Finished: FAILURE"
  `);
  expect(show('23:59:59  + go vet ./...\n00:00:01  go: no such tool\n00:00:02 is when it began')).toMatchInlineSnapshot(`
    "dialects: jenkins shell
    command relative:0 | go vet ./...
    output relative:2000 | go: no such tool
    output | 00:00:02 is when it began"
  `);
});
