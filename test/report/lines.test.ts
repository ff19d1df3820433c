import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderLines } from '../../src/report/lines.ts';
import { failing, folderWith, modwhy } from '../cli/modwhy.ts';
import { advice, hostileStrings } from './hostile.ts';
import { evidence, hypothesis, incident, report, testFailure, unknownFailure } from './sample.ts';

const [matcher] = JSON.parse(readFileSync('share/problem-matcher.json', 'utf8')).problemMatcher;
const [pattern] = matcher.pattern;
const regexp = new RegExp(pattern.regexp);

test('one line a finding, by line number', () => {
  expect(renderLines({ ...report(), advice: [advice('GOSUMDB=off')] })).toBe(
    `build.log:2: error: GM0401 auth.private-module-via-public-proxy: very likely: ${hypothesis().title}\n` +
      'build.log:9: warning: advice: GOSUMDB=off is unsafe: GOSUMDB=off\n',
  );
  expect(renderLines(testFailure())).toBe(
    'build.log:3: note: GM0401 auth.private-module-via-public-proxy: earlier, recovered: very likely: TLS handshake timeout to proxy.golang.org\n' +
      'build.log:6: error: GM9002 not-module.test-failure: very likely: a test failed\n',
  );
  expect(renderLines(unknownFailure())).toBe('docker.log:4: error: unknown: it failed, and this log does not say why\n');
  expect(renderLines(report({ verdict: 'no-failure', incidents: [] }))).toBe('');
});

test('the problem matcher reads errors and warnings, and leaves notes', () => {
  const rows = renderLines({ ...testFailure(), advice: [advice('x')] })
    .trimEnd()
    .split('\n');
  const read = rows.map((row) => regexp.exec(row));
  expect(
    read.map((found) => found && [pattern.file, pattern.line, pattern.severity, pattern.code].map((group: number) => found[group])),
  ).toEqual([null, ['build.log', '6', 'error', 'GM9002'], ['build.log', '9', 'warning', undefined]]);
  expect(regexp.exec('C:\\logs\\a b.log:12: error: GM0602 checksum.missing-entry: likely: x')?.slice(1, 4)).toEqual([
    'C:\\logs\\a b.log',
    '12',
    'error',
  ]);
});

const commands = [
  '::error::x',
  '##[error]x',
  'a ##vso[task.setvariable]x',
  '##teamcity[x]',
  '\n::set-output::x',
  '\u001b[2J',
  'x:1: error: GM0401 y',
];
test('no text begins a row, obeys a terminal or speaks to a CI system', () => {
  const piece = fc.oneof(fc.constantFrom(...commands, ...Object.values(hostileStrings)), fc.string({ unit: 'grapheme', maxLength: 30 }));
  fc.assert(
    fc.property(piece, piece, (name, text) => {
      const bad = incident({
        hypotheses: [hypothesis({ title: text, evidence: [{ ...evidence(3, text), source: { input: name, entry: null } }] })],
      });
      const shown = renderLines(report({ input: { ...report().input, name }, incidents: [bad], advice: [advice(text)] }));
      expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(shown).not.toMatch(/##\w*\[|^\s*::/m);
      expect(shown.split('\n').map((row) => regexp.exec(row)?.[2] ?? row)).toEqual(['3', '9', '']);
    }),
    { numRuns: 500 },
  );
});

test('a line of another file is not one of the log', () => {
  const first = { ...evidence(7, 'GOPRIVATE='), source: { input: 'env.txt', entry: null } };
  const shown = renderLines(report({ incidents: [incident({ hypotheses: [hypothesis({ evidence: [first, evidence(2, 'x')] })] })] }));
  expect(shown).toMatch(/^build\.log:2: /);
});

test('several inputs follow each other without anything between', () => {
  const cwd = folderWith({ 'a.log': failing, 'b.log': failing });
  const { code, out } = modwhy(['explain', 'a.log', 'b.log', '--format', 'lines'], { cwd });
  expect(code).toBe(0);
  expect(out).toMatch(/^a\.log:2: error: GM0401 auth\.[^\n]+\nb\.log:2: error: GM0401 auth\.[^\n]+\n$/);
});
