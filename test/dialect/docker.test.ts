import { expect, test } from 'vitest';
import { show } from './show.ts';

test('docker build before BuildKit', () => {
  const log = [
    'Step 6/12 : COPY . .',
    ' ---> 2f1c0a9b7e11',
    'Step 7/12 : RUN go mod download',
    ' ---> Running in 2f1c0a9b7e12',
    'go: example.com/a@v1.0.0: 404 Not Found',
    "The command '/bin/sh -c go mod download' returned a non-zero code: 1",
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: docker
    heading | Step 6/12 : COPY . .
    exit =0 |  ---> 2f1c0a9b7e11
    command step | go mod download
    heading |  ---> Running in 2f1c0a9b7e12
    output | go: example.com/a@v1.0.0: 404 Not Found
    exit =1 | The command '/bin/sh -c go mod download' returned a non-zero code: 1"
  `);
});

test('podman build', () => {
  const log = [
    '[1/2] STEP 4/6: RUN go mod download',
    '--> cd50b410496',
    '[1/2] STEP 5/6: RUN go build .',
    'boom',
    'Error: building at STEP "RUN go build .": while running runtime: exit status 1',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: docker
    command step | go mod download
    exit =0 | --> cd50b410496
    command step | go build .
    output | boom
    exit =1 | Error: building at STEP \\"RUN go build .\\": while running runtime: exit status 1"
  `);
});

test('BuildKit: numbered lines count, what is repeated does not', () => {
  const log = [
    '#8 [build 3/6] COPY go.mod go.sum ./',
    '#8 CACHED',
    '#9 [build 4/6] RUN --mount=type=cache,target=/go/pkg go mod download',
    '#9 0.300 go: example.com/a@v1.0.0: 404 Not Found',
    '#9 0.310 \tserver response: not found',
    '#9 ERROR: process "/bin/sh -c go mod download" did not complete successfully: exit code: 1',
    '------',
    ' > [build 4/6] RUN go mod download:',
    '0.300 go: example.com/a@v1.0.0: 404 Not Found',
    '------',
    'Dockerfile:12',
    '--------------------',
    '  11 |     COPY go.mod go.sum ./',
    '  12 | >>> RUN go mod download',
    '--------------------',
    'ERROR: failed to solve: process "/bin/sh -c go mod download" did not complete successfully: exit code: 1',
    'make: *** [Makefile:3: image] Error 1',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: buildkit make
    heading in:#8 | #8 [build 3/6] COPY go.mod go.sum ./
    exit =0 in:#8 | #8 CACHED
    command in:#9 | go mod download
    output in:#9 relative:300 | go: example.com/a@v1.0.0: 404 Not Found
    output in:#9 relative:310 | \\tserver response: not found
    exit =1 in:#9 | ERROR: process \\"/bin/sh -c go mod download\\" did not complete successfully: exit code: 1
    heading | ------
    heading |  > [build 4/6] RUN go mod download:
    heading | 0.300 go: example.com/a@v1.0.0: 404 Not Found
    heading | ------
    heading | Dockerfile:12
    heading | --------------------
    heading |   11 |     COPY go.mod go.sum ./
    heading |   12 | >>> RUN go mod download
    heading | --------------------
    heading | ERROR: failed to solve: process \\"/bin/sh -c go mod download\\" did not complete successfully: exit code: 1
    exit =1 | make: *** [Makefile:3: image] Error 1"
  `);
});

test('BuildKit: an excerpt alone is all there is', () => {
  const log = [
    ' => ERROR [build 4/6] RUN go mod download                1.2s',
    '------',
    ' > [build 4/6] RUN go mod download:',
    '0.300 go: example.com/a@v1.0.0: 404 Not Found',
    '#12 0.310 go: older versions repeat the number',
    '------',
    'failed to solve: process "/bin/sh -c go mod download" did not complete successfully: exit code: 1',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: buildkit
    heading |  => ERROR [build 4/6] RUN go mod download                1.2s
    heading | ------
    command | go mod download
    output relative:300 | go: example.com/a@v1.0.0: 404 Not Found
    output relative:310 | go: older versions repeat the number
    heading | ------
    exit =1 | failed to solve: process \\"/bin/sh -c go mod download\\" did not complete successfully: exit code: 1"
  `);
});

test('BuildKit inside GitHub Actions, with a traced shell inside', () => {
  const log = [
    '2026-01-02T03:04:05.2234567Z ##[group]Run docker build .',
    '2026-01-02T03:04:05.2234567Z ##[endgroup]',
    '2026-01-02T03:04:05.2234567Z #9 [build 4/6] RUN ./build.sh',
    '2026-01-02T03:04:06.2234567Z #9 0.300 + go build ./...',
    '2026-01-02T03:04:07.2234567Z #9 DONE 1.2s',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: github-actions buildkit shell
    command step 03:04:05.223Z | docker build .
    heading 03:04:05.223Z | 
    command in:#9 03:04:05.223Z | ./build.sh
    command in:#9 03:04:06.223Z | go build ./...
    exit =0 in:#9 03:04:07.223Z | #9 DONE 1.2s"
  `);
});

test('an instruction that is no RUN fails with its own words', () => {
  const log = [
    '#8 [build 3/6] COPY go.sum ./',
    '#8 ERROR: failed to calculate checksum: "/go.sum": not found',
    '# 9 lives',
    '#issue 0.300',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: buildkit
    heading in:#8 | #8 [build 3/6] COPY go.sum ./
    output in:#8 | ERROR: failed to calculate checksum: \\"/go.sum\\": not found
    output | # 9 lives
    output | #issue 0.300"
  `);
});
