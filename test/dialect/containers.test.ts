import { expect, test } from 'vitest';
import { show } from './show.ts';

test('CRI: streams, pieces of a long line, an empty one', () => {
  const log = [
    '2026-01-02T03:04:05.123456789+01:00 stdout F + go mod download',
    '2026-01-02T03:04:06.123456789+01:00 stderr P go: example.com/a@v1.0.0: ',
    '2026-01-02T03:04:06.123456789+01:00 stdout F go: downloading example.com/b v1.0.0',
    '2026-01-02T03:04:06.123456789+01:00 stderr P reading https://proxy.example.com/',
    '2026-01-02T03:04:06.123456789+01:00 stderr F example.com/a/@v/v1.0.0.mod: 404 Not Found',
    '2026-01-02T03:04:06.123456789+01:00 stderr F \tserver response: not found',
    '2026-01-02T03:04:06.123456789+01:00 stderr F',
    '2026-01-02T03:04:06.123456789+01:00 stderr F:tag go: done',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: cri shell
    command 02:04:05.123Z | go mod download
    output 02:04:06.123Z | go: example.com/a@v1.0.0: reading https://proxy.example.com/example.com/a/@v/v1.0.0.mod: 404 Not Found
    output 02:04:06.123Z | go: downloading example.com/b v1.0.0
    heading 02:04:06.123Z | 
    heading 02:04:06.123Z | 
    output 02:04:06.123Z | \\tserver response: not found
    output 02:04:06.123Z | 
    output 02:04:06.123Z | go: done"
  `);
});

test("CRI: a stream's name alone says nothing", () => {
  const log = ['stderr F text without a time', '2026-01-02T03:04:05Z stderr: a log of its own', '2026-01-02T03:04:05Z stderr X text'];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: timestamps
    output | stderr F text without a time
    output 03:04:05.000Z | stderr: a log of its own
    output 03:04:05.000Z | stderr X text"
  `);
});

test("Docker's json-file: escapes, pieces, times", () => {
  const log = [
    '{"log":"+ go build ./...\\n","stream":"stderr","time":"2026-01-02T03:04:05.123456789Z"}',
    '{"log":"main.go:3:8: no required ","stream":"stderr","time":"2026-01-02T03:04:06Z"}',
    '{"log":"module provides package \\"example.com/a\\"\\r\\n","stream":"stderr","time":"2026-01-02T03:04:06Z"}',
    '{"log":"\\tgo get example.com/a\\n","stream":"stderr","attrs":{"tag":"web"},"time":"2026-01-02T03:04:06Z"}',
    '{"log":"{\\"level\\":\\"error\\",\\"msg\\":\\"go: inside\\\\ngo: again\\"}\\n","stream":"stdout","time":"2026-01-02T03:04:07Z"}',
    '{"log":"no time"}',
    '{"log":"cut off',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: docker-json structured-log shell
    command 03:04:05.123Z | go build ./...
    output 03:04:06.000Z | main.go:3:8: no required module provides package \\"example.com/a\\"
    heading 03:04:06.000Z | 
    output 03:04:06.000Z | \\tgo get example.com/a
    output 03:04:07.000Z | go: inside
    output 03:04:07.000Z | go: again
    output | {\\"log\\":\\"no time\\"}
    output | {\\"log\\":\\"cut off"
  `);
});

test('kubectl logs: a lane for each container, and its time', () => {
  const log = [
    '[pod/build-7f9c/app] 2026-01-02T03:04:05.123456789Z + go test ./...',
    '[pod/build-7f9c/proxy] ready',
    '[pod/build-7f9c/app]',
    '[pod/Build/app] no pod has such a name',
    '[pods] are listed',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: kubectl-logs shell
    command in:build-7f9c/app 03:04:05.123Z | go test ./...
    output in:build-7f9c/proxy | ready
    output in:build-7f9c/app | 
    output | [pod/Build/app] no pod has such a name
    output | [pods] are listed"
  `);
});

test('tkn: tasks, steps, and how they ended', () => {
  const log = [
    'Waiting for logs to be available...',
    '[fetch : clone] + git checkout main',
    '[build : go-build] 2026/01/02 03:04:05 Entrypoint initialization',
    '[build : go-build] + go build ./...',
    '[build : go-build] go: example.com/a@v1.0.0: 404 Not Found',
    '',
    'failed to get logs for task build : container step-go-build has failed  : [{"key":"StartedAt","value":"2026-01-02T03:04:05Z","type":3}]',
    'Error: task build has failed: "step-go-build" exited with code 2 (image: "golang"); for logs run: kubectl logs x',
    'the task has failed',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: tekton shell
    heading | Waiting for logs to be available...
    command in:fetch | git checkout main
    heading in:build | 2026/01/02 03:04:05 Entrypoint initialization
    command in:build | go build ./...
    output in:build | go: example.com/a@v1.0.0: 404 Not Found
    output | 
    exit =null in:build | failed to get logs for task build : container step-go-build has failed  : [{\\"key\\":\\"StartedAt\\",\\"value\\":\\"2026-01-02T03:04:05Z\\",\\"type\\":3}]
    exit =2 in:build | Error: task build has failed: \\"step-go-build\\" exited with code 2 (image: \\"golang\\"); for logs run: kubectl logs x
    output | the task has failed"
  `);
});

test('tkn: a failed step belongs to the task that it printed for', () => {
  const log = [
    '[build : compile] go: a',
    '[lint : vet] go: b',
    '',
    'container step-compile has failed  : [{"key":"StartedAt"}]',
    'container step-push has failed  : [{"key":"StartedAt"}]',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: tekton
    output in:build | go: a
    output in:lint | go: b
    output | 
    exit =null in:build | container step-compile has failed  : [{\\"key\\":\\"StartedAt\\"}]
    exit =null | container step-push has failed  : [{\\"key\\":\\"StartedAt\\"}]"
  `);
});

test('tkn: steps of one task, from the first line on or from the second of its kind', () => {
  const log = ['[go-build] + go build ./...', '[push] ok', 'go: not in a step'];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: tekton shell
    command | go build ./...
    output | ok
    output | go: not in a step"
  `);
});

test('a word in brackets is no step', () => {
  const log = [
    '[x] y',
    '[setup] once',
    '[error] go: example.com/a: broken',
    '[error] go: example.com/b: broken',
    '[1/2] STEP 1/2: FROM scratch',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: docker
    output | [x] y
    output | [setup] once
    output | [error] go: example.com/a: broken
    output | [error] go: example.com/b: broken
    heading | [1/2] STEP 1/2: FROM scratch"
  `);
});

test('docker compose: lanes, colours, ends, progress', () => {
  const log = [
    '[+] Running 2/2',
    ' \x1b[32m✔\x1b[0m Container app-db-1   \x1b[32mCreated\x1b[0m  0.1s',
    'Attaching to db-1, tester',
    '\x1b[36mdb-1    | \x1b[0mready',
    '\x1b[33mtester  | \x1b[0m+ go test ./...',
    'tester  | 2026-01-02T03:04:05.123456789Z go: example.com/a@v1.0.0: 404 Not Found',
    'tester  | \tserver response: not found',
    'tester  |',
    '\x1b[Ktester exited with code 1',
    'dependency failed to start: container app-db-1 exited (3)',
    'service "migrate" didn\'t complete successfully: exit 4',
    'web_1   | as version 1 wrote it',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: docker-compose shell
    output | [+] Running 2/2
    heading |  ✔ Container app-db-1   Created  0.1s
    heading | Attaching to db-1, tester
    output in:db-1 | ready
    command in:tester | go test ./...
    output in:tester 03:04:05.123Z | go: example.com/a@v1.0.0: 404 Not Found
    output in:tester | \\tserver response: not found
    output in:tester | 
    exit =1 in:tester | tester exited with code 1
    exit =3 | dependency failed to start: container app-db-1 exited (3)
    exit =4 | service \\"migrate\\" didn't complete successfully: exit 4
    output in:web_1 | as version 1 wrote it"
  `);
});

test('docker compose: tables and other pipes are no containers', () => {
  const log = ['name | value', '  12 | RUN go build', '12   | 13', 'tester exited with code 1', 'a-1 || b'];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: plain
    output | name | value
    output |   12 | RUN go build
    output | 12   | 13
    output | tester exited with code 1
    output | a-1 || b"
  `);
});

test('docker compose build: BuildKit inside, in a job', () => {
  const log = [
    '2026-01-02T03:04:05.2234567Z ##[group]Run docker compose build',
    '2026-01-02T03:04:05.2234567Z ##[endgroup]',
    '2026-01-02T03:04:05.2234567Z #9 [web 4/6] RUN go mod download',
    '2026-01-02T03:04:05.2234567Z #9 0.300 go: example.com/a@v1.0.0: 404 Not Found',
    '2026-01-02T03:04:05.2234567Z #9 ERROR: process "/bin/sh -c go mod download" did not complete successfully: exit code: 1',
    '2026-01-02T03:04:05.2234567Z ------',
    '2026-01-02T03:04:05.2234567Z  > [web 4/6] RUN go mod download:',
    '2026-01-02T03:04:05.2234567Z 0.300 go: example.com/a@v1.0.0: 404 Not Found',
    '2026-01-02T03:04:05.2234567Z ------',
    '2026-01-02T03:04:05.2234567Z target web: failed to solve: process "/bin/sh -c go mod download" did not complete successfully: exit code: 1',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: github-actions buildkit
    command step 03:04:05.223Z | docker compose build
    heading 03:04:05.223Z | 
    command in:#9 03:04:05.223Z | go mod download
    output in:#9 03:04:05.223Z | go: example.com/a@v1.0.0: 404 Not Found
    exit =1 in:#9 03:04:05.223Z | ERROR: process \\"/bin/sh -c go mod download\\" did not complete successfully: exit code: 1
    heading 03:04:05.223Z | ------
    heading 03:04:05.223Z |  > [web 4/6] RUN go mod download:
    heading 03:04:05.223Z | 0.300 go: example.com/a@v1.0.0: 404 Not Found
    heading 03:04:05.223Z | ------
    heading 03:04:05.223Z | target web: failed to solve: process \\"/bin/sh -c go mod download\\" did not complete successfully: exit code: 1"
  `);
});
