import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { reportSchema } from '../../src/model/report.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);
const logs = readdirSync('samples', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.log'))
  .sort()
  .map((name) => readFileSync(path.join('samples', name)));

function explain(bytes: Uint8Array, cuts: readonly number[] = []): string {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  let from = 0;
  for (const cut of [...cuts, bytes.length].map((at) => Math.min(at, bytes.length)).sort((a, b) => a - b)) {
    session.push(bytes.subarray(from, cut));
    from = cut;
  }
  return JSON.stringify(session.report());
}

test('any chunking gives the same report', () => {
  const whole = logs.map((bytes) => explain(bytes));
  fc.assert(
    fc.property(fc.nat(logs.length - 1), fc.array(fc.nat(60_000), { maxLength: 40 }), (which, cuts) => {
      expect(explain(logs[which]!, cuts)).toBe(whole[which]);
    }),
    { numRuns: 60 },
  );
});

test('whatever the bytes are, there is a report, and it keeps to the schema', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      reportSchema.parse(JSON.parse(explain(bytes)));
    }),
    { numRuns: 150 },
  );
});

test('a log that was damaged anywhere still has a report', () => {
  fc.assert(
    fc.property(fc.nat(logs.length - 1), fc.nat(40_000), fc.nat(5000), fc.uint8Array({ maxLength: 60 }), (which, at, length, noise) => {
      const log = logs[which]!;
      const damaged = Buffer.concat([log.subarray(0, at), noise, log.subarray(at + length)]);
      reportSchema.parse(JSON.parse(explain(damaged)));
    }),
    { numRuns: 150 },
  );
});

test('taking the cited evidence away lowers the hypothesis', () => {
  const text = 'go: example.com/a@v1.0.0: missing go.sum entry for go.mod file; to add it:\n\tgo mod download example.com/a\n';
  expect(JSON.parse(explain(Buffer.from(text))).incidents[0].hypotheses[0]).toMatchObject({
    cause: 'checksum.missing-entry',
    label: 'very-likely',
  });
  expect(JSON.parse(explain(Buffer.from(text.split('\n')[1]!))).incidents).toEqual([]);
});

test('our own report, read again, is not a failure', () => {
  const report = [
    'build.log: a Go module failure',
    '',
    '1. very likely: go.sum has no entry for example.com/a   GM0602',
    '   Go needs a hash.',
    '',
    '   for      1  missing go.sum entry for go.mod file; to add it:',
    '',
  ].join('\n');
  expect(JSON.parse(explain(Buffer.from(report))).verdict).toBe('no-failure');
});
