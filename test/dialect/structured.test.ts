import { expect, test } from 'vitest';
import { show } from './show.ts';

test('logfmt: the message, its error, its time', () => {
  const log = [
    'time="2026-01-02T03:04:05Z" level=error msg="build failed" error="go: example.com/a@v1.0.0: 404 Not Found\\n\\tserver response: \\"not found\\"" job=7',
    'level=info msg=ready',
    'ts=2026-01-02T03:04:05.5Z lvl=info caller=main.go:3 msg="tab \\x09 and \\u00e9" err=""',
    'msg="no level" x=1',
    'level=info without a message',
    'flag level=info msg="in the middle"',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: structured-log
    output 03:04:05.000Z | build failed
    output 03:04:05.000Z | go: example.com/a@v1.0.0: 404 Not Found
    output 03:04:05.000Z | \\tserver response: \\"not found\\"
    output | ready
    output 03:04:05.500Z | tab \\t and é
    output | msg=\\"no level\\" x=1
    output | level=info without a message
    output | flag level=info msg=\\"in the middle\\""
  `);
});

test('JSON: what is known under other names, and what was said twice', () => {
  const log = [
    '{"severity":"ERROR","message":"exit status 1","timestamp":"2026-01-02T03:04:05Z"}',
    '{"level":50,"msg":"failed","err":{"type":"Error","message":"Command failed: go get\\ngo: bad\\n","stderr":"go: bad\\n"}}',
    '{"level":"warn","msg":"files","artifactErrors":[{"lockFile":"go.sum","stderr":"go: worse\\r\\n\\tmore"},3]}',
    '{"level":"error","msg":"\\u001b[31mred\\u001b[0m","error":{"code":3}}',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: structured-log renovate
    output 03:04:05.000Z | exit status 1
    output | failed
    exit =null | Command failed: go get
    output late | go: bad
    output | files
    output | go: worse
    output | \\tmore
    output | red"
  `);
});

test('JSON that is no log stays as it is', () => {
  const log = ['{"msg":"no level"}', '{"level":"info","msg":3}', '{"level":"info","msg":"cut off', '[{"level":"info","msg":"a list"}]'];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: plain
    output | {\\"msg\\":\\"no level\\"}
    output | {\\"level\\":\\"info\\",\\"msg\\":3}
    output | {\\"level\\":\\"info\\",\\"msg\\":\\"cut off
    output | [{\\"level\\":\\"info\\",\\"msg\\":\\"a list\\"}]"
  `);
});
