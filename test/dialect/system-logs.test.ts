import { expect, test } from 'vitest';
import { show } from './show.ts';

test('syslog as files and journalctl show it', () => {
  const log = [
    'Jan  2 23:59:59 runner-4 systemd[1]: Starting build.service - Build...',
    'Jan  2 23:59:59 runner-4 build.sh[812]: + go mod download',
    'Jan  3 00:00:01 runner-4 build.sh[812]: go: example.com/a@v1.0.0: 404 Not Found',
    'Jan  3 00:00:01 runner-4 build.sh[812]: \tserver response: not found',
    'Jan 03 00:00:02.123456 runner-4 kernel: eth0: link up',
    'Jan  3 00:00:02 runner-4 systemd[1]: build.service: Main process exited, code=exited, status=1/FAILURE',
    "Jan  3 00:00:02 runner-4 systemd[1]: build.service: Failed with result 'exit-code'.",
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: syslog shell
    heading relative:0 | Starting build.service - Build...
    command in:build.sh[812] relative:0 | go mod download
    output in:build.sh[812] relative:2000 | go: example.com/a@v1.0.0: 404 Not Found
    output in:build.sh[812] relative:2000 | \\tserver response: not found
    output in:kernel relative:3000 | eth0: link up
    exit =1 relative:3000 | build.service: Main process exited, code=exited, status=1/FAILURE
    heading relative:3000 | build.service: Failed with result 'exit-code'."
  `);
});

test('the end of a service belongs to its process where there is only one', () => {
  const log = [
    '2026-01-02T03:04:05.123456+00:00 runner-4 build.sh[812]: + go vet ./...',
    '2026-01-02T03:04:05.123456+00:00 runner-4 systemd[1]: build.service: Main process exited, code=killed, status=9/KILL',
    '2026-01-02T03:04:05+0100 runner-4 sh[9]: other',
    '2026-01-02T03:04:05+0100 runner-4 systemd[1]: x.service: Control process exited, code=exited, status=2/INVALIDARGUMENT',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: syslog shell
    command in:build.sh[812] 03:04:05.123Z | go vet ./...
    exit =null in:build.sh[812] 03:04:05.123Z | build.service: Main process exited, code=killed, status=9/KILL
    output in:sh[9] 02:04:05.000Z | other
    exit =2 02:04:05.000Z | x.service: Control process exited, code=exited, status=2/INVALIDARGUMENT"
  `);
});

test('syslog on the wire', () => {
  const log = [
    '<30>Jan  2 03:04:05 runner-4 build.sh[812]: + go build',
    '<30>1 2026-01-02T03:04:05.123Z runner-4 build.sh 812 - [meta a="x \\] y"][o b="1"] \ufeffgo: example.com/a@v1.0.0: 404 Not Found',
    '<30>1 2026-01-02T03:04:05.123Z runner-4 build.sh - - - text',
    '<30>1 2026-01-02T03:04:05.123Z runner-4 build.sh - - [open text',
    '<p>1 is markup',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: syslog shell
    command in:build.sh[812] relative:0 | go build
    output in:build.sh[812] 03:04:05.123Z | go: example.com/a@v1.0.0: 404 Not Found
    output in:build.sh 03:04:05.123Z | text
    output | <30>1 2026-01-02T03:04:05.123Z runner-4 build.sh - - [open text
    output | <p>1 is markup"
  `);
});

test("what only looks like the system's log", () => {
  const log = [
    'Foo  2 03:04:05 runner-4 build: text',
    'May 12 is the day',
    'Jan  2 03:04:05 text without a program',
    '2026-01-02T03:04:05Z words before a[3]: bracket',
    'main.go[3]: text',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: timestamps
    output | Foo  2 03:04:05 runner-4 build: text
    output | May 12 is the day
    output | Jan  2 03:04:05 text without a program
    output 03:04:05.000Z | words before a[3]: bracket
    output | main.go[3]: text"
  `);
});

test('journalctl -o json: text, bytes, systemd', () => {
  const log = [
    '{"__REALTIME_TIMESTAMP":"1767323045123456","MESSAGE":"+ go test ./...","_PID":"812","SYSLOG_IDENTIFIER":"build.sh"}',
    '{"__REALTIME_TIMESTAMP":"1767323045123456","MESSAGE":[103,111,58,32,120,10,103,111,58,32,121],"_PID":"812","_COMM":"build.sh"}',
    '{"__REALTIME_TIMESTAMP":"1767323046123456","MESSAGE":"build.service: Main process exited, code=exited, status=1/FAILURE","_PID":"1","SYSLOG_IDENTIFIER":"systemd"}',
    '{"__REALTIME_TIMESTAMP":"1767323046123456","MESSAGE":null,"_PID":"1"}',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: journald shell
    command in:build.sh[812] 03:04:05.123Z | go test ./...
    output in:build.sh[812] 03:04:05.123Z | go: x
    output in:build.sh[812] 03:04:05.123Z | go: y
    exit =1 in:build.sh[812] 03:04:06.123Z | build.service: Main process exited, code=exited, status=1/FAILURE
    output | {\\"__REALTIME_TIMESTAMP\\":\\"1767323046123456\\",\\"MESSAGE\\":null,\\"_PID\\":\\"1\\"}"
  `);
});
