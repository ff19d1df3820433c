import { expect, test } from 'vitest';
import { show } from './show.ts';

test('Renovate on a terminal: the command, its end, its words', () => {
  const log = [
    ' INFO: Repository started (repository=northwind/app)',
    '       "renovateVersion": "41.1.0"',
    'DEBUG: Failed to update go.sum (repository=northwind/app, branch=renovate/all)',
    '       "err": {',
    '         "cmd": "go get -t ./...",',
    '         "stderr": "go: example.com/a@v1.0.0: 404 Not Found\\n",',
    '         "options": {"cwd": "/tmp"},',
    '         "message": "Command failed: go get -t ./...\\ngo: example.com/a@v1.0.0: 404 Not Found\\n"',
    '       }',
    ' WARN: artifactErrors (repository=northwind/app)',
    '       "stderr": "go: example.com/b@v1.0.0: 404 Not Found"',
    ' INFO: no more',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: renovate
    heading | Repository started
    heading |        \\"renovateVersion\\": \\"41.1.0\\"
    heading | Failed to update go.sum
    heading |        \\"err\\": {
    heading |          \\"cmd\\": \\"go get -t ./...\\",
    heading |          \\"stderr\\": \\"go: example.com/a@v1.0.0: 404 Not Found\\\\n\\",
    heading |          \\"options\\": {\\"cwd\\": \\"/tmp\\"},
    exit =null | Command failed: go get -t ./...
    output late | go: example.com/a@v1.0.0: 404 Not Found
    heading |        }
    output | artifactErrors
    output | go: example.com/b@v1.0.0: 404 Not Found
    heading | no more"
  `);
});

test("Renovate's comment on a pull request", () => {
  const log = [
    '### ⚠️ Artifact update problem',
    '##### File name: go.sum',
    '```',
    'Command failed: go get -t ./...',
    'go: example.com/a@v1.0.0: 404 Not Found',
    '\tserver response: not found',
    '```',
    'text below',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: renovate
    heading | ### ⚠️ Artifact update problem
    heading | ##### File name: go.sum
    output | \`\`\`
    exit =null | Command failed: go get -t ./...
    output late | go: example.com/a@v1.0.0: 404 Not Found
    output late | \\tserver response: not found
    heading | \`\`\`
    output | text below"
  `);
});

test("what is not Renovate's", () => {
  const log = ['ERROR: text (in brackets)', ' INFO: starting', '```go', '### File names'];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: plain
    output | ERROR: text (in brackets)
    output |  INFO: starting
    output | \`\`\`go
    output | ### File names"
  `);
});

test('Dependabot: the job, its proxy, its table', () => {
  const log = [
    'updater | 2026/01/02 03:04:05 INFO <job_12345> Starting job processing',
    '  proxy | 2026/01/02 03:04:05 [002] 404 https://proxy.golang.org:443/example.com/a/@v/list',
    'updater | 2026/01/02 03:04:05 ERROR <job_12345> go: example.com/a@v1.0.0: 404 Not Found',
    'updater | \tserver response: not found',
    'updater | +----------+',
    '2026/01/02 03:04:05 ERROR <job_12345> as dependabot-core alone writes it',
    '2026/01/02 03:04:05 ERROR no job',
    'updater | INFO <job_12345> without a time',
    'updater | INFO no job',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: dependabot
    output | Starting job processing
    heading in:proxy | 2026/01/02 03:04:05 [002] 404 https://proxy.golang.org:443/example.com/a/@v/list
    output | go: example.com/a@v1.0.0: 404 Not Found
    output | \\tserver response: not found
    output | +----------+
    output | as dependabot-core alone writes it
    output | 2026/01/02 03:04:05 ERROR no job
    output | without a time
    output | INFO no job"
  `);
});
