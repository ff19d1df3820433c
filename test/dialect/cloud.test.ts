import { expect, test } from 'vitest';
import { show } from './show.ts';

test('Google Cloud Build: steps are lanes, and the end names its step', () => {
  const log = [
    'starting build "0a1b2c3d-0000-4000-8000-0123456789ab"',
    'FETCHSOURCE',
    'BUILD',
    'Starting Step #0 - "deps"',
    'Step #0 - "deps": Already have image (with digest): golang:1.24',
    'Step #0 - "deps": go: downloading example.com/a v1.0.0',
    'Finished Step #0 - "deps"',
    'Step #1: go: example.com/b@v1.0.0: 404 Not Found',
    'Step #1: \tserver response: not found',
    'Step #1: ',
    'Finished Step #1',
    'ERROR',
    'ERROR: build step 1 "golang:1.24" failed: step exited with non-zero status: 1',
    'BUILD FAILURE: Build step failure: build step 1 "golang:1.24" failed: step exited with non-zero status: 1',
    'ERROR: (gcloud.builds.submit) build 0a1b completed with status "FAILURE"',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: google-cloud-build
    heading | starting build \\"0a1b2c3d-0000-4000-8000-0123456789ab\\"
    heading | FETCHSOURCE
    heading | BUILD
    heading | Starting Step #0 - \\"deps\\"
    heading in:deps | Already have image (with digest): golang:1.24
    output in:deps | go: downloading example.com/a v1.0.0
    heading | Finished Step #0 - \\"deps\\"
    output in:step 1 | go: example.com/b@v1.0.0: 404 Not Found
    output in:step 1 | \\tserver response: not found
    output in:step 1 | 
    heading | Finished Step #1
    heading | ERROR
    exit =1 in:step 1 | ERROR: build step 1 \\"golang:1.24\\" failed: step exited with non-zero status: 1
    heading | BUILD FAILURE: Build step failure: build step 1 \\"golang:1.24\\" failed: step exited with non-zero status: 1
    heading | ERROR: (gcloud.builds.submit) build 0a1b completed with status \\"FAILURE\\""
  `);
});

test('AWS CodeBuild: phases are lanes, and a script is repeated where it failed', () => {
  const log = [
    '[Container] 2026/01/02 03:04:04.123456 Entering phase BUILD',
    '[Container] 2026/01/02 03:04:05.123456 Running command go vet ./...',
    'vet words',
    '[Container] 2026/01/02 03:04:06.123456 Running command make build',
    'go build ./...',
    'main.go:6:14: undefined: greet',
    '',
    '[Container] 2026/01/02 03:04:07.123456 Command did not exit successfully set -e',
    'make build',
    ' exit status 2',
    '[Container] 2026/01/02 03:04:07.223456 Phase complete: BUILD State: FAILED',
    '[Container] 2026/01/02 03:04:07.323456 Phase context status code: COMMAND_EXECUTION_ERROR Message: Error while executing command: set -e',
    'make build',
    '. Reason: exit status 2',
    '[Container] 2026/01/02 03:04:08.123456 Entering phase POST_BUILD',
    '[Container] 2026/01/02 03:04:08.223456 Phase complete: POST_BUILD State: SUCCEEDED',
    '[Container] 2026/01/02 03:04:08.323456 Phase context status code:  Message: ',
    'after all',
    '[Container] 2018/11/09 03:46:22 Phase complete: UPLOAD_ARTIFACTS Success: false',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: codebuild make
    heading in:BUILD 03:04:04.123Z | Entering phase BUILD
    command step in:BUILD 03:04:05.123Z | go vet ./...
    output in:BUILD | vet words
    command step in:BUILD 03:04:06.123Z | make build
    command in:BUILD | go build ./...
    output in:BUILD | main.go:6:14: undefined: greet
    output in:BUILD | 
    heading in:BUILD 03:04:07.123Z | Command did not exit successfully set -e
    heading in:BUILD | make build
    exit =2 in:BUILD |  exit status 2
    heading in:BUILD 03:04:07.223Z | Phase complete: BUILD State: FAILED
    heading in:BUILD 03:04:07.323Z | Phase context status code: COMMAND_EXECUTION_ERROR Message: Error while executing command: set -e
    heading in:BUILD | make build
    heading in:BUILD | . Reason: exit status 2
    heading in:POST_BUILD 03:04:08.123Z | Entering phase POST_BUILD
    exit =0 in:POST_BUILD 03:04:08.223Z | Phase complete: POST_BUILD State: SUCCEEDED
    heading in:POST_BUILD 03:04:08.323Z | Phase context status code:  Message: 
    output in:POST_BUILD | after all
    heading in:POST_BUILD 03:46:22.000Z | Phase complete: UPLOAD_ARTIFACTS Success: false"
  `);
});

test.for(['[Container] started', 'Step 1: install', 'ERROR', 'BUILD', 'build step 1 went well'])('%s is output', (text) => {
  expect(show(text)).toBe(`dialects: plain\noutput | ${text}`);
});
