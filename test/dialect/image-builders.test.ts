import { expect, test } from 'vitest';
import { show } from './show.ts';

test("kaniko: instructions, the command's words, the end", () => {
  const log = [
    'INFO[0000] Retrieving image manifest golang:1.26        ',
    'INFO[0011] COPY go.mod go.sum ./                        ',
    'INFO[0011] Taking snapshot of files...                  ',
    'INFO[0012] RUN go mod verify                            ',
    'INFO[0012] Taking snapshot of full filesystem...        ',
    'INFO[0014] Running: [/bin/sh -c go mod verify]          ',
    'all modules verified',
    'INFO[0015] Taking snapshot of full filesystem...        ',
    'INFO[0016] RUN --mount=type=cache,target=/go go mod download',
    'INFO[0016] Running: [/bin/sh -c go mod download]        ',
    'go: example.com/a@v1.0.0: 404 Not Found',
    'error building image: error building stage: failed to execute command: waiting for process to exit: exit status 1',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: kaniko
    heading | Retrieving image manifest golang:1.26
    heading | COPY go.mod go.sum ./
    heading | Taking snapshot of files...
    command step | go mod verify
    heading | Taking snapshot of full filesystem...
    heading | Running: [/bin/sh -c go mod verify]
    output | all modules verified
    exit =0 | Taking snapshot of full filesystem...
    command step | go mod download
    heading | Running: [/bin/sh -c go mod download]
    output | go: example.com/a@v1.0.0: 404 Not Found
    exit =1 | error building image: error building stage: failed to execute command: waiting for process to exit: exit status 1"
  `);
});

test('kaniko: with full times, older words, and other ends', () => {
  const log = [
    'INFO[2026-01-02T03:04:05Z] RUN go build',
    'WARN[0003] a warning says something                     ',
    'error building image: error building stage: waiting for process to exit: signal: killed',
    'error building image: parsing dockerfile: file with no instructions',
    'INFO[12] is too short',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: kaniko
    command step | go build
    output | a warning says something
    exit =null | error building image: error building stage: waiting for process to exit: signal: killed
    output | error building image: parsing dockerfile: file with no instructions
    output | INFO[12] is too short"
  `);
});

test('buildah as it is, with and without a container runtime', () => {
  const log = [
    'STEP 2/3: COPY go.mod ./',
    'STEP 3/3: RUN go mod download',
    'go: example.com/a@v1.0.0: 404 Not Found',
    'subprocess exited with status 1',
    'Error: building at STEP "RUN go mod download": exit status 1',
    'error building at STEP "RUN go mod download": error while running runtime: exit status 1',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: docker
    heading | STEP 2/3: COPY go.mod ./
    command step | go mod download
    output | go: example.com/a@v1.0.0: 404 Not Found
    heading | subprocess exited with status 1
    exit =1 | Error: building at STEP \\"RUN go mod download\\": exit status 1
    exit =1 | error building at STEP \\"RUN go mod download\\": error while running runtime: exit status 1"
  `);
});
