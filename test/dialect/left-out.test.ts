import { expect, test } from 'vitest';
import { createDialectReader } from '../../src/dialect/reader.ts';
import type { Line } from '../../src/model/line.ts';
import { show } from './show.ts';

function cutIn(text: string): string {
  const line: Line = { number: 1, offset: 0, text, kind: 'output', time: null, clock: 'order', lane: '' };
  createDialectReader().read(line);
  return line.cut ? `${line.kind} ${line.cut.limit} ${line.cut.bytes}` : line.kind;
}

test.for([
  ["\x1b[33;1mJob's log exceeded limit of 4194304 bytes.", 'heading gitlab-log 4194304'],
  ["Job's log exceeded limit of 16777216 bytes.", 'heading gitlab-log 16777216'],
  ['[output clipped, log limit 2MiB reached]', 'heading buildkit-log 2097152'],
  ['#12 341.0 [output clipped, log limit 200KiB/s reached]', 'heading buildkit-log 204800'],
  ['[output clipped, log limit 1.5MiB reached]', 'heading buildkit-log 1572864'],
  ['The job exceeded the maximum log length, and has been terminated.', 'exit travis-log 0'],
  ['The log length has exceeded the limit of 4 MB (this usually means that the test suite loops).', 'exit travis-log 4000000'],
  ['This step has been truncated due to its large size. View the raw logs from the menu', 'heading github-page 0'],
  [
    'Your build output is too large to display in the browser. Only the first 400000 characters are displayed.',
    'heading circleci-page 400000',
  ],
  ['Skipping 12,345 KB.. Full Log', 'heading jenkins-page 0'],
  ['[...]', 'heading snipped 0'],
  ['...', 'heading snipped 0'],
  ['  …', 'heading snipped 0'],
  ['<snip>', 'heading snipped 0'],
  ['--- snip ---', 'heading snipped 0'],
  ['-----8<-----', 'heading snipped 0'],
  ['[120 lines omitted]', 'heading snipped 0'],
  ['... 31 more lines', 'heading snipped 0'],
  ['(output truncated)', 'heading snipped 0'],
])('%s is a cut', ([text, cut]) => {
  expect(cutIn(text!)).toBe(cut);
});

test.for([
  'echo "Job\'s log exceeded limit of 4194304 bytes." is what they print',
  'the output was clipped, log limit reached',
  '2026-11-21T10:00:00Z ...',
  '... and 12 more errors were found in x.go',
  '--- FAIL: TestSnip (0.00s)',
  '[error] the file was truncated: unexpected EOF',
  'go: downloading example.com/...',
  'skipping 3 KB of padding',
  '--- cutter',
  '[snippet]: ok',
])('%s is none', (text) => {
  expect(cutIn(text)).toBe('output');
});

test('what follows the words of a cut belongs to them', () => {
  const log = [
    "Job's log exceeded limit of 4194304 bytes.",
    'Job execution will continue but no more output will be collected.',
    '',
    'The job has been terminated',
    'The job has been terminated',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: plain
    heading | Job's log exceeded limit of 4194304 bytes.
    heading | Job execution will continue but no more output will be collected.
    output | 
    heading | The job has been terminated
    output | The job has been terminated"
  `);
});

test('tail of several files', () => {
  expect(show('==> build/app.log <==\ngo: downloading example.com/a v1.0.0\n\n==> b.log <==\ntext\n==>')).toMatchInlineSnapshot(`
    "dialects: tail
    heading in:build/app.log | build/app.log
    output in:build/app.log | go: downloading example.com/a v1.0.0
    output in:build/app.log | 
    heading in:b.log | b.log
    output in:b.log | text
    output in:b.log | ==>"
  `);
});

test('gotestsum', () => {
  const log = [
    '✖  internal/store (3ms)',
    '✓  internal/api (cached)',
    '  FAIL Package internal/store (3ms)',
    '',
    '=== Failed',
    '=== FAIL: internal/store  (0.00s)',
    'FAIL\texample.com/app/internal/store [build failed]',
    '=== FAIL: internal/api TestGet/of_none (re-run 1) (0.01s)',
    '    api_test.go:3: bad',
    '=== Errors',
    'store.go:2:20: no required module provides package example.com/none; to add it:',
    '',
    '\tgo get example.com/none',
    'DONE 2 runs, 1 tests, 3 failures, 3 errors in 0.204s',
    'DONE with everything',
    '=== RUN   TestC',
    '✓ done in 3 s',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: gotestsum
    heading | ✖  internal/store (3ms)
    heading | ✓  internal/api (cached)
    heading |   FAIL Package internal/store (3ms)
    output | 
    heading | === Failed
    heading | === FAIL: internal/store  (0.00s)
    output | FAIL\\texample.com/app/internal/store [build failed]
    output | --- FAIL: TestGet/of_none (0.01s)
    output |     api_test.go:3: bad
    heading | === Errors
    output | store.go:2:20: no required module provides package example.com/none; to add it:
    output | 
    output | \\tgo get example.com/none
    heading | DONE 2 runs, 1 tests, 3 failures, 3 errors in 0.204s
    output | DONE with everything
    output | === RUN   TestC
    output | ✓ done in 3 s"
  `);
});
