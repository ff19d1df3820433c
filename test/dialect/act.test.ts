import { expect, test } from 'vitest';
import { show } from './show.ts';

test('act: steps, output, exit code, end', () => {
  const log = [
    '[ci/build] 🚀  Start image=catthehacker/ubuntu:act-latest',
    '[ci/build] ⭐ Run Main go vet ./...',
    '[ci/build]   | go: downloading example.com/a v1.0.0',
    '[ci/build]   ✅  Success - Main go vet ./... [1.2s]',
    '[ci/build] ⭐ Run Main go build ./...',
    '[ci/build]   | go: example.com/a@v1.0.0: 404 Not Found',
    '[ci/build]   | \tserver response: not found',
    '[ci/build]   ❗  ::error file=main.go,line=6::undefined: greet',
    '[ci/build]   ❌  Failure - Main go build ./... [0.3s]',
    "[ci/build] exitcode '1': failure",
    '[ci/build] 🏁  Job failed',
    "Error: Job 'build' failed",
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: act
    heading in:ci/build | 🚀  Start image=catthehacker/ubuntu:act-latest
    command step in:ci/build | go vet ./...
    output in:ci/build | go: downloading example.com/a v1.0.0
    exit =0 in:ci/build |   ✅  Success - Main go vet ./... [1.2s]
    command step in:ci/build | go build ./...
    output in:ci/build | go: example.com/a@v1.0.0: 404 Not Found
    output in:ci/build | \\tserver response: not found
    output in:ci/build | undefined: greet
    heading in:ci/build |   ❌  Failure - Main go build ./... [0.3s]
    exit =1 in:ci/build | exitcode '1': failure
    heading in:ci/build | 🏁  Job failed
    heading | Error: Job 'build' failed"
  `);
});

test('act: a step that may fail, a job whose step tells no code, colours', () => {
  const log = [
    '\x1b[34m[ci/test  ] \x1b[0m⭐ Run Main go vet ./...',
    '\x1b[34m|\x1b[0m vet: words',
    '\x1b[34m|\x1b[0m ',
    '\x1b[34m[ci/test  ] \x1b[0mFailed but continue next step',
    '\x1b[34m[ci/test  ] \x1b[0m  ❌  Failure - Main go vet ./... [0.3s]',
    '\x1b[34m[ci/test  ] \x1b[0m⭐ Run Main actions/setup-go@v5',
    '\x1b[34m[ci/test  ] \x1b[0m  ❌  Failure - Main actions/setup-go@v5 [0.1s]',
    '\x1b[34m[ci/test  ] \x1b[0mfile does not exist',
    '\x1b[34m[ci/test  ] \x1b[0m⭐ Run Complete job',
    '\x1b[34m[ci/test  ] \x1b[0m  ✅  Success - Complete job',
    '\x1b[34m[ci/test  ] \x1b[0m🏁  Job failed',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: act
    command step in:ci/test | go vet ./...
    output in:ci/test | vet: words
    output in:ci/test | 
    heading in:ci/test | Failed but continue next step
    exit =0 in:ci/test |   ❌  Failure - Main go vet ./... [0.3s]
    command step in:ci/test | actions/setup-go@v5
    heading in:ci/test |   ❌  Failure - Main actions/setup-go@v5 [0.1s]
    output =null in:ci/test | file does not exist
    heading step in:ci/test | ⭐ Run Complete job
    heading in:ci/test |   ✅  Success - Complete job
    heading in:ci/test | 🏁  Job failed"
  `);
});

test('act: a step that is named by a script of several lines', () => {
  const log = [
    '[ci/build] ⭐ Run Main cd cmd',
    'go vet ./...',
    'go build ./...',
    '[ci/build]   | main.go:6:14: undefined: greet',
    '[ci/build]   ❌  Failure - Main cd cmd',
    'go vet ./...',
    'go build ./...',
    ' [31.069157ms]',
    '[ci/build] exit status 1',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: act
    command step in:ci/build | cd cmd
    command in:ci/build | go vet ./...
    command in:ci/build | go build ./...
    output in:ci/build | main.go:6:14: undefined: greet
    heading in:ci/build |   ❌  Failure - Main cd cmd
    heading in:ci/build | go vet ./...
    heading in:ci/build | go build ./...
    heading in:ci/build |  [31.069157ms]
    exit =1 in:ci/build | exit status 1"
  `);
});

test.for(['[a/b] text', '| a | b |', "Error: Job 'x' failed", '[github.com/a/b] go: x'])('%s is output', (text) => {
  expect(show(text)).toBe(`dialects: plain\noutput | ${text}`);
});
