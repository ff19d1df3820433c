import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDialectReader } from '../../src/dialect/reader.ts';
import type { Line } from '../../src/model/line.ts';

// Beginnings of marks of every dialect, so that any order of them is tried.
const piece = fc.oneof(
  fc.constantFrom(
    '[',
    ']',
    '[a:L0:0s] ',
    '[a:1] + go build',
    '[ci/b] ',
    '  | ',
    '⭐ Run Main ',
    '❌',
    '[14:02:11]W:\t ',
    '[Step 1/2] ',
    "##teamcity[message text='",
    '|',
    "'",
    'Step #1 - "a": ',
    'build step 1 "',
    '[Container] 2026/01/02 03:04:05 ',
    'Running command ',
    'exit status 1',
    'The command "',
    '" exited with 1.',
    'travis_fold:start:a',
    '\r\x1b[0K',
    '\x1b_bk;t=1767323045123\x07',
    '🚨 Error: ',
    '~~~ ',
    '#!/bin/bash -eo pipefail',
    'Exited with code 1',
    'Run ',
    '1Run a',
    '2',
    '  ',
    'Error: ',
    '##[error]',
    '##[group]Run a/retry@v1',
    '  command: ',
    '+ ',
    '$ ',
    '\t',
    '\n',
    '\n',
    '\n',
    'section_start:1:a',
    '#1 0.1 ',
    ' > ',
    'go build',
    ': ',
    'a',
  ),
  fc.string({ unit: 'binary', maxLength: 4 }),
);

function read(log: string): Line[] {
  const reader = createDialectReader();
  return log.split('\n').map((text, index) => {
    const line: Line = { number: index + 1, offset: 0, text, kind: 'output', time: null, clock: 'order', lane: '' };
    reader.read(line);
    return line;
  });
}

test('any text is read: twice the same, with whole times and codes, and nothing is added to it', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const log = pieces.join('');
      const lines = read(log);
      expect(read(log)).toEqual(lines);
      log.split('\n').forEach((raw, index) => {
        const { text, time, exitCode } = lines[index]!;
        expect(text.length).toBeLessThanOrEqual(raw.length);
        expect(time === null || Number.isSafeInteger(time)).toBe(true);
        expect(exitCode == null || Number.isSafeInteger(exitCode)).toBe(true);
      });
    }),
    { numRuns: 2000 },
  );
});

test.each([
  '[a:',
  '[a/',
  '[14:02:11]W:\t [',
  "##teamcity[message text='|",
  'Step #1 - "',
  'The command "" exited with ',
  'travis_time:end:',
  '🚨 Error: the ',
  'Run a/retry',
  '1Run ',
  '##[group]Run a/retryretry',
  'Error: ',
  '+ ',
  'build step 1 "',
  "exitcode '",
  '_bk;t=1767323045123',
  '  ❗  ::error ',
])('a line of 64 KiB that goes on like %j is read at once', (piece) => {
  const line = piece.repeat(Math.ceil(65_536 / piece.length));
  const start = performance.now();
  read(`${line}\n${piece}${'a'.repeat(65_536)}\n${piece}${' '.repeat(65_536)}`);
  expect(performance.now() - start).toBeLessThan(2000);
});
