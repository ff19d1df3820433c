import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { renderText } from '../../src/report/text.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);
const failure = 'go: example.com/a@v1.0.0: missing go.sum entry for go.mod file; to add it:';

function read(lines: readonly string[], end: 'whole' | 'broken' = 'whole') {
  const session = createSession(pack, { name: 'ci.log', version: '0' });
  session.push(Buffer.from(`${lines.join('\n')}\n`));
  if (end === 'broken') session.cut('gzip-truncated', 100, 100);
  return session.report();
}

function sure(lines: readonly string[], end: 'whole' | 'broken' = 'whole'): string {
  return read(lines, end).incidents[0]!.hypotheses[0]!.label;
}

test('a cut behind the evidence takes certainty away, one elsewhere does not', () => {
  expect(sure(['$ go mod download', failure])).toBe('very-likely');
  expect(sure(['$ go mod download', failure, '[...]'])).toBe('likely');
  expect(sure(['$ go mod download', failure, '[...]', 'make: *** [Makefile:3: deps] Error 1'])).toBe('likely');
  expect(sure(['[...]', '$ go mod download', failure])).toBe('very-likely');
  expect(sure(['$ go mod download', '[...]', failure])).toBe('very-likely');
  expect(sure(['$ go mod download', failure, 'make: *** [Makefile:3: deps] Error 1', '[...]'])).toBe('very-likely');
  expect(sure(['$ go mod download', failure, '$ cat notes', '[...]'])).toBe('very-likely');
  expect(sure(['#9 [2/3] RUN go mod download', `#9 0.5 ${failure}`, '#9 0.7 [output clipped, log limit 2MiB reached]'])).toBe('likely');
  expect(sure(['#9 [2/3] RUN go mod download', `#9 0.5 ${failure}`, '#8 0.7 [output clipped, log limit 2MiB reached]'])).toBe(
    'very-likely',
  );
});

test('an input that broke off may hide another reason, unless the command was seen to end', () => {
  expect(sure(['$ go mod download', failure], 'broken')).toBe('likely');
  expect(sure(['$ go mod download', failure, 'make: *** [Makefile:3: deps] Error 1'], 'broken')).toBe('very-likely');
});

test('the report names who cut, where, and at what size', () => {
  const { input } = read(['$ go build', "Job's log exceeded limit of 4194304 bytes.", '<snip>', failure]);
  expect(input.complete).toBe(false);
  expect(input.cut).toEqual([
    { limit: 'gitlab-log', seen: 4194304, kept: 4194304, line: 2 },
    { limit: 'snipped', seen: 0, kept: 0, line: 3 },
  ]);
});

test('a failure without a reason, in a log that docker cut', () => {
  const log = [
    'Step 7/12 : RUN make deps',
    ' ---> Running in 2f1c0a9b7e11',
    'go: downloading github.com/northwind/widgets v0.9.4',
    '[output clipped, log limit 1MiB reached]',
    "The command '/bin/sh -c make deps' returned a non-zero code: 2",
  ];
  expect(renderText(read(log))).toMatchInlineSnapshot(`
    "ci.log: it failed, and this log does not say why

       make deps (line 1) ended with exit code 2, and no line says why. The reason was most likely in
       the part that is gone.

       seen     3  go: downloading github.com/northwind/widgets v0.9.4
       missing     Docker cut the output of the step at 1 MiB (line 4)

       next     see all of it:  BUILDKIT_STEP_LOG_MAX_SIZE=-1 docker build --progress=plain --no-cache .
                only that module:  go mod download -x github.com/northwind/widgets@v0.9.4
                take the complete, raw log of the failed step, not a summary or its last lines
    "
  `);
});
