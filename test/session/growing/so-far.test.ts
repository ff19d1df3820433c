import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jobLog } from '../../../bench/inputs.ts';
import { compileRules } from '../../../src/catalog/compile.ts';
import { createPack } from '../../../src/catalog/pack-file.ts';
import { readRules } from '../../../src/catalog/read.ts';
import { middleGrams } from '../../../src/filter/literal-index.ts';
import type { Report } from '../../../src/model/report.ts';
import { createSession } from '../../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);
const names = readdirSync('samples', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.log'))
  .sort();
const logs = names.map((name) => readFileSync(path.join('samples', name)));
const open = () => createSession(pack, { name: 'a.log', version: '0' });
const said = ({ verdict, incidents, advice, unexplained }: Report) => JSON.stringify([verdict, incidents, advice, unexplained]);

function report(bytes: Uint8Array): Report {
  const session = open();
  session.push(bytes);
  return session.report();
}

test('looks in between change nothing of the report at the end', () => {
  fc.assert(
    fc.property(fc.nat(logs.length - 1), fc.array(fc.nat(40_000), { minLength: 1, maxLength: 6 }), (which, cuts) => {
      const log = logs[which]!;
      const session = open();
      let from = 0;
      for (const cut of cuts.map((at) => at % log.length).sort((a, b) => a - b)) {
        session.push(log.subarray(from, cut));
        session.soFar();
        session.lines(1, 3);
        session.hide(['Authorization: Bearer abcdefghijklmnop']);
        from = cut;
      }
      session.push(log.subarray(from));
      expect(JSON.stringify(session.report())).toBe(JSON.stringify(report(log)));
    }),
    { numRuns: 60 },
  );
});

test.each(names)('a look at all of %s sees the cause that the report leads with', (name) => {
  const log = logs[names.indexOf(name)]!;
  const session = open();
  session.push(log);
  const { report: seen, standing } = session.soFar();
  const whole = session.report();
  const early = whole.verdict === 'unknown' && standing === 'open';
  expect(seen.verdict).toBe(early ? 'no-failure' : whole.verdict);
  expect(seen.incidents[0]?.hypotheses[0]?.cause).toBe(whole.incidents[0]?.hypotheses[0]?.cause);
});

test('where nothing stirred, a look says the same as before', () => {
  fc.assert(
    fc.property(fc.nat(logs.length - 1), fc.integer({ min: 40, max: 3000 }), (which, step) => {
      const log = logs[which]!.subarray(0, 30_000);
      const session = open();
      let before = said(session.soFar().report);
      for (let from = 0; from < log.length; from += step) {
        session.push(log.subarray(from, from + step));
        const stirred = session.stirred();
        const now = said(session.soFar().report);
        if (!stirred) expect(now).toBe(before);
        before = now;
      }
    }),
    { numRuns: 40 },
  );
});

test('a log of which only some lines are read is looked at as well, and reported the same', () => {
  const log = Buffer.from(jobLog(2_500_000));
  const session = open();
  let stirred = 0;
  const step = 50_000;
  for (let from = 0; from < log.length; from += step) {
    session.push(log.subarray(from, from + step));
    if (session.stirred()) stirred++;
    if (from % (step * 10) === 0) expect(session.soFar().report.verdict).toBe('no-failure');
  }
  expect(stirred).toBeGreaterThan(10);
  const { report: seen, standing } = session.soFar();
  expect([seen.verdict, standing]).toEqual(['module-failure', 'failed']);
  expect(JSON.stringify(session.report())).toBe(JSON.stringify(report(log)));
});

test('lines that speak of nothing stir nothing', () => {
  const session = open();
  session.push(Buffer.from('$ make\n'));
  session.soFar();
  for (let line = 0; line < 20; line++) session.push(Buffer.from(`compiled part ${line}\n`));
  session.soFar();
  session.push(Buffer.from('compiled the last part\n'));
  expect(session.stirred()).toBe(false);
  session.push(Buffer.from('go: module example.com/lib: not found'));
  expect(session.stirred()).toBe(false);
  session.push(Buffer.from('\n'));
  expect(session.stirred()).toBe(true);
});

test.each([
  ['open', '$ go build ./...\ngo: example.com/lib@v1.2.3: invalid version: unknown revision v1.2.3\n'],
  [
    'failed',
    '$ go build ./...\ngo: example.com/lib@v1.2.3: invalid version: unknown revision v1.2.3\nmake: *** [Makefile:3: build] Error 1\n',
  ],
  ['over', 'Started by timer\n[Pipeline] sh\n+ go build ./...\ngo: go.mod file not found\nFinished: FAILURE\n'],
] as const)('%s', (standing, text) => {
  const session = open();
  session.push(Buffer.from(text));
  expect(session.soFar().standing).toBe(standing);
});
