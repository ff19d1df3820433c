import { expect, test } from 'vitest';
import { show } from './show.ts';

const clear = '\r\x1b[0K';

test('Travis CI: folds, times, ends, and clean-up in a lane of its own', () => {
  const log = [
    `travis_fold:start:install.1${clear}travis_time:start:0a1b2c3d${clear}$ go mod download`,
    'go: downloading example.com/a v1.0.0',
    `travis_time:end:0a1b2c3d:start=1,finish=2,duration=1,event=install${clear}travis_fold:end:install.1${clear}`,
    `travis_time:start:0a1b2c3e${clear}$ go vet ./...`,
    `travis_time:end:0a1b2c3e:start=1,finish=2,duration=1,event=script${clear}\x1b[32;1mThe command "go vet ./..." exited with 0.\x1b[0m`,
    `travis_time:start:0a1b2c3f${clear}$ go test ./...`,
    'FAIL',
    `travis_time:end:0a1b2c3f:start=1,finish=2,duration=1,event=script${clear}\x1b[31;1mThe command "go test ./..." exited with 1.\x1b[0m`,
    `travis_fold:start:after_failure.1${clear}travis_time:start:0a1b2c40${clear}$ cat report.txt`,
    'exit code 1',
    `travis_time:end:0a1b2c40:start=1,finish=2,duration=1,event=after_failure${clear}travis_fold:end:after_failure.1${clear}`,
    '',
    'Done. Your build exited with 1.',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: travis
    command step | go mod download
    output | go: downloading example.com/a v1.0.0
    heading | 
    command step | go vet ./...
    exit =0 | The command \\"go vet ./...\\" exited with 0.
    command step | go test ./...
    output | FAIL
    exit =1 | The command \\"go test ./...\\" exited with 1.
    command step in:after_failure | cat report.txt
    output in:after_failure | exit code 1
    heading | 
    output | 
    heading | Done. Your build exited with 1."
  `);
});

test('Travis CI: marks that lost their escapes, a command of two lines, a build that was stopped', () => {
  const log = [
    'travis_fold:start:before_install',
    'travis_time:start:0a1b2c3d$ go get ./...',
    'The command "eval go get ./... " failed. Retrying, 2 of 3.',
    'The command "go get ./...',
    'go version" failed and exited with 1 during .',
    'The command "go get ./..." failed and exited with 1 during install.',
    '',
    'Your build has been stopped.',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: travis
    heading | 
    command step | go get ./...
    output | The command \\"eval go get ./... \\" failed. Retrying, 2 of 3.
    output | The command \\"go get ./...
    exit =1 | go version\\" failed and exited with 1 during .
    exit =1 | The command \\"go get ./...\\" failed and exited with 1 during install.
    output | 
    heading | Your build has been stopped."
  `);
});

test('words that only look like Travis', () => {
  expect(show('The command "x" was not found.\nDone. Your build exited with care.\ntravis_wait 30 go test')).toMatchInlineSnapshot(`
    "dialects: plain
    output | The command \\"x\\" was not found.
    output | Done. Your build exited with care.
    output | travis_wait 30 go test"
  `);
});
