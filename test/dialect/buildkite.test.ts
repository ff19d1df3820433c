import { expect, test } from 'vitest';
import { show } from './show.ts';

test('Buildkite: times, headings, prompts, the end, and hooks behind it', () => {
  const log = [
    '\x1b_bk;t=1767323045123\x07~~~ Running agent environment hook\r',
    '\x1b_bk;t=1767323045223\x07\x1b[90m$\x1b[0m /etc/buildkite-agent/hooks/environment\r',
    '\x1b_bk;t=1767323045323\x07~~~ Running commands\r',
    "\x1b_bk;t=1767323045423\x07\x1b[90m$\x1b[0m trap 'kill -- $$' INT TERM QUIT; make test\r",
    '\x1b_bk;t=1767323045423\x07--- :go: Test\r',
    '\x1b_bk;t=1767323045523\x07+++ Unit tests\r',
    '\x1b_bk;t=1767323045623\x07--- FAIL: TestGreeting (0.00s)\r',
    '\x1b_bk;t=1767323045623\x07--- a/main.go\r',
    '\x1b_bk;t=1767323045623\x07+++ b/main.go\r',
    '\x1b_bk;t=1767323045623\x07\x1b[33m⚠️ Warning: Some variables are short\x1b[0m\r',
    '\x1b_bk;t=1767323045623\x07^^^ +++\r',
    '\x1b_bk;t=1767323045723\x07\x1b[31m🚨 Error: The command exited with status 2\x1b[0m\r',
    '\x1b_bk;t=1767323045723\x07^^^ +++\r',
    '\x1b_bk;t=1767323045723\x07user command error: exit status 2\r',
    '\x1b_bk;t=1767323045823\x07~~~ Running global pre-exit hook\r',
    '\x1b_bk;t=1767323045923\x07\x1b[90m$\x1b[0m /etc/buildkite-agent/hooks/pre-exit\r',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: buildkite
    heading 03:04:05.123Z | ~~~ Running agent environment hook
    command step 03:04:05.223Z | /etc/buildkite-agent/hooks/environment
    heading 03:04:05.323Z | ~~~ Running commands
    command step 03:04:05.423Z | make test
    heading 03:04:05.423Z | --- :go: Test
    heading 03:04:05.523Z | +++ Unit tests
    output 03:04:05.623Z | --- FAIL: TestGreeting (0.00s)
    output 03:04:05.623Z | --- a/main.go
    output 03:04:05.623Z | +++ b/main.go
    output 03:04:05.623Z | Warning: Some variables are short
    heading 03:04:05.623Z | ^^^ +++
    exit =2 03:04:05.723Z | 🚨 Error: The command exited with status 2
    heading 03:04:05.723Z | ^^^ +++
    heading 03:04:05.723Z | user command error: exit status 2
    heading 03:04:05.823Z | ~~~ Running global pre-exit hook
    command 03:04:05.923Z | /etc/buildkite-agent/hooks/pre-exit"
  `);
});

test('Buildkite: other ends', () => {
  const log = [
    '🚨 Error: The command was interrupted by a signal: signal: killed',
    '🚨 Error: the plugin docker command hook exited with status 125',
    '🚨 Error: Failed to checkout the repository',
    '_bk;t=1767323045123go: no module dependencies',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: buildkite
    exit =null | 🚨 Error: The command was interrupted by a signal: signal: killed
    exit =125 | 🚨 Error: the plugin docker command hook exited with status 125
    output | Error: Failed to checkout the repository
    output 03:04:05.123Z | go: no module dependencies"
  `);
});

test('diffs, test results and Markdown rules are not Buildkite', () => {
  expect(show('--- FAIL: TestA (0.00s)\n--- a/go.mod\n+++ b/go.mod\n--- \n^^^ +++\nuser command error: x')).toMatchInlineSnapshot(`
    "dialects: plain
    output | --- FAIL: TestA (0.00s)
    output | --- a/go.mod
    output | +++ b/go.mod
    output | --- 
    output | ^^^ +++
    output | user command error: x"
  `);
});
