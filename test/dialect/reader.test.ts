import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDialectReader } from '../../src/dialect/reader.ts';
import type { Line } from '../../src/model/line.ts';

// Pieces of every decoration, to be put together in any order.
const frames = [
  '2026-01-02T03:04:05.123Z ',
  'build\tstep\t',
  'stderr P ',
  'stdout F ',
  '[pod/a/b] ',
  '[build : step] ',
  'web-1  | ',
  'Jan  2 03:04:05 host app[1]: ',
  '<30>1 2026-01-02T03:04:05Z h a - - [x y="z"] ',
  'systemd[1]: x.service: Main process exited, code=exited, status=1/FAILURE',
  'level=error msg="',
  '\\n',
  '" err="',
  '{"log":"',
  '\\n","stream":"stderr","time":"2026-01-02T03:04:05Z"}',
  '{"level":"error","msg":"',
  '","err":{"message":"Command failed: go get\\n',
  '"}}',
  '{"__REALTIME_TIMESTAMP":"1","MESSAGE":[10,27,91],"_PID":"1"}',
  'INFO[0012] RUN ',
  'error building image: waiting for process to exit: exit status 1',
  'ERROR: /a/BUILD.bazel:1:2: GoCompilePkg a failed: (Exit 1)',
  "error: builder for '/nix/store/a.drv' failed with exit code 1;",
  '       > ',
  '  ⨯ release failed after 1s error=exit status 1: ',
  '    │ ',
  'hook.......................................Failed',
  '- exit code: 1',
  '[Error - 2:03:04 PM] 2026/01/02 14:03:04 ',
  'err: exit status 1: stderr: ',
  'updater | 2026/01/02 03:04:05 ERROR <job_1> ',
  '         "stderr": "',
  'go: example.com/a@v1.0.0: 404 Not Found',
  '\tserver response: not found',
  '\x1b[31m',
  '"',
  "'",
  '\\',
  '\r',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...frames), fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 6 })
  .map((parts) => parts.join('').replaceAll('\n', ' '));

function lineOf(text: string, number: number): Line {
  return { number, offset: number * 10, text, kind: 'output', time: null, clock: 'order', lane: '' };
}

test('whatever is read: further rows have the place of their line, and no row has a line end or an escape', () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      const reader = createDialectReader();
      const all = texts.map((text, index) => {
        const line = lineOf(text, index + 1);
        const further = reader.read(line);
        for (const { number, offset, late, kind } of further) {
          expect({ number, offset }).toEqual({ number: line.number, offset: line.offset });
          if (line.kind === 'exit' && kind === 'output') expect(late).toBe(true);
        }
        return [line, ...further];
      });
      for (const { text, time } of all.flat()) {
        expect(text).not.toMatch(/\n|\x1b\[3/);
        expect(time === null || Number.isFinite(time)).toBe(true);
      }
    }),
    {
      numRuns: 500,
      // The first row is an end only for a dialect further in than the one that cut the rows.
      examples: [[['level=error msg="error building image: waiting for process to exit: exit status 1" err="2026-01-02T03:04:05.123Z ']]],
    },
  );
});

test.each([...frames, ...frames.slice(1).map((frame, index) => frames[index] + frame)])('long lines made of %j cost little', (frame) => {
  const long = frame.repeat(Math.ceil(65_536 / frame.length)).slice(0, 65_536);
  const reader = createDialectReader();
  const from = performance.now();
  for (const text of [long, `${frame}${' '.repeat(65_000)}`, `${frame}${'a"'.repeat(30_000)}`, `${frame}${'.'.repeat(65_000)}`])
    reader.read(lineOf(text, 1));
  // A pattern that tries every pair of places would take more than a hundred times as long.
  expect(performance.now() - from).toBeLessThan(1000);
});
