import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadExamples } from '../../src/catalog/examples.ts';
import { loadPack, loadTriggers } from '../../src/catalog/load.ts';
import { createTriage, triageTablesOf } from '../../src/filter/triage.ts';
import { linearEngine } from '../../src/match/linear.ts';
import { createSession } from '../../src/session/session.ts';
import { noise } from './noise.ts';

const pack = loadPack();
const tables = triageTablesOf(loadTriggers());
const withoutKernel = { ...tables, module: null };

function mayFail(log: Uint8Array, sizes: readonly number[] = [log.length], of = tables): boolean {
  const triage = createTriage(of);
  for (let from = 0, turn = 0; from < log.length; turn++) {
    const size = Math.max(1, sizes[turn % sizes.length]!);
    if (triage.push(log.subarray(from, from + size))) return true;
    from += size;
  }
  return triage.end();
}

function verdictOf(log: Uint8Array): string {
  const session = createSession(pack, { name: 'log', version: '0' }, linearEngine);
  session.push(log);
  return session.report().verdict;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:log|txt)$/.test(name))
    .map((name) => path.join(folder, name))
    .sort();
}

test('no file here that has a verdict gets past, alone or inside a large log', () => {
  const files = ['samples', 'test'].flatMap(filesBelow);
  const around = noise(5, 200_000, () => '');
  const failing = files.filter((file) => verdictOf(readFileSync(file)) !== 'no-failure');
  expect(failing.length).toBeGreaterThan(100);
  for (const of of [tables, withoutKernel]) {
    expect(failing.filter((file) => !mayFail(readFileSync(file), undefined, of))).toEqual([]);
    expect(
      failing.filter((file) => !mayFail(Buffer.concat([around, readFileSync(file), Buffer.from('\n'), around]), [70_001], of)),
    ).toEqual([]);
  }
}, 300_000);

function broken(text: string, width: number): Buffer {
  const rows = text.split('\n').flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? ['']);
  return Buffer.from(`${rows.join('\n')}\n`);
}

test('no message that a signal is for gets past, alone, in JSON, or broken at the width of a terminal', () => {
  const texts = [...loadExamples().values()].flatMap(({ match }) => match.map(({ text }) => text));
  expect(texts.length).toBeGreaterThan(1000);
  const forms = texts.flatMap((text) => [
    Buffer.from(text),
    Buffer.from(JSON.stringify({ log: `${text}\n`, stream: 'stderr' })),
    ...[72, 80].filter((width) => text.length > width).map((width) => broken(text, width)),
  ]);
  const past = forms.filter((log) => !mayFail(log)).filter((log) => verdictOf(log) !== 'no-failure');
  expect(past.map(String)).toEqual([]);
  // One in twenty at most is thought harmless by both.
  expect(forms.filter((log) => mayFail(log)).length).toBeGreaterThan(forms.length * 0.95);
}, 60_000);

test('a log that a terminal broke into rows does not get past either', () => {
  const names = filesBelow('samples').filter((file) => statSync(file).size < 100_000);
  const failing = names.map((file) => readFileSync(file, 'utf8')).filter((text) => verdictOf(Buffer.from(text)) !== 'no-failure');
  for (const width of [72, 80, 100]) expect(failing.filter((text) => !mayFail(broken(text, width)))).toEqual([]);
}, 60_000);

test('what programs print that do their work gets past, whatever words stand in it', () => {
  expect(mayFail(readFileSync('build/calm.log'))).toBe(false);
  const calm = [
    '    orders_test.go:7: reading',
    'vendor/golang.org/x/net/idna',
    "PKG_CONFIG='pkg-config'",
    '#5 DONE 0.3s',
    'verifying part one',
  ];
  expect(calm.filter((text) => mayFail(Buffer.from(`${text}\n`)))).toEqual([]);
  const places = ['main.go:3:5: undefined: total', '12 main run main.go:3:1', 'main.go:7:9:\tclose()', 'DONE 12 tests, 1 failure in 2.1s'];
  expect(places.filter((text) => !mayFail(Buffer.from(`${text}\n`)))).toEqual([]);
});

// Lines of all kinds, harmless and not, with what CI systems put around them.
const said = fc.constantFrom(
  'go: example.org/x@v1.0.0: reading https://proxy.example.org/example.org/x/@v/v1.0.0.mod: 404 Not Found',
  'go: downloading example.org/x v1.0.0',
  'main.go:3:2: no required module provides package example.org/x; to add it:',
  'verifying example.org/x@v1.0.0: checksum mismatch',
  'fatal: could not read Username',
  'ok  \texample.org/service\t0.04s',
  'FAIL\texample.org/service [build failed]',
  'make: *** [Makefile:3: build] Error 1',
  'exit status 1',
  'Process completed with exit code 1.',
  'bash: gox: command not found',
  'tests: 12 passed, 0 failed',
  'dial tcp 192.0.2.1:443: connect: connection refused',
  'undefined: name',
  'part one',
  '',
);
const dressing = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `2026-01-02T03:04:05.0000000Z ${text}`,
  (text) => `2026-01-02T03:04:05.0000000Z ##[error]${text}`,
  (text) => `#9 0.345 ${text}`,
  (text) => `\x1b[31m${text}\x1b[0m`,
  (text) => text.replace(/ /g, ' \x1b[36m'),
  (text) => text.replace(/ /g, '\x1b[1C'),
  (text) => JSON.stringify({ log: `${text}\n`, stream: 'stderr' }),
  (text) => JSON.stringify({ Action: 'output', Package: 'p', Output: `${text}\n` }),
  (text) => JSON.stringify({ log: `${JSON.stringify({ Action: 'output', Package: 'p', Output: `${text}\n` })}\n`, stream: 'stdout' }),
  (text) => `web-1  | ${text}`,
  (text) => `> ${text}`,
  (text) => text.replaceAll('"', '&quot;'),
  (text) => text.replaceAll(': ', ': \\x1b[0m'),
  (text) => `${text}\r`,
  (text) => JSON.stringify({ Action: 'fail', Package: text }),
);
const lines = fc.array(
  fc.tuple(said, dressing).map(([text, dress]) => dress(text)),
  { maxLength: 12 },
);

test('of generated logs none with a verdict gets past, and the answer is the same in any chunks and without the kernel', () => {
  fc.assert(
    fc.property(lines, fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 4 }), fc.boolean(), (texts, sizes, ended) => {
      const log = Buffer.from(texts.join('\n') + (ended ? '\n' : ''));
      const whole = mayFail(log);
      if (verdictOf(log) !== 'no-failure') expect(whole).toBe(true);
      expect(mayFail(log, sizes)).toBe(whole);
      expect(mayFail(log, sizes, withoutKernel)).toBe(whole);
    }),
    { numRuns: 400 },
  );
}, 300_000);

test('only as much of a line counts as is read of it', () => {
  const within = Buffer.from(`${'x'.repeat(60_000)} verifying example.org/x@v1.0.0: checksum mismatch${'x'.repeat(40_000)}\n`);
  const beyond = Buffer.from(`${'x'.repeat(65_536)} verifying example.org/x@v1.0.0: checksum mismatch${'x'.repeat(40_000)}\n`);
  for (const sizes of [[200_000], [1000], [65_536, 7]]) {
    expect(mayFail(within, sizes)).toBe(true);
    expect(mayFail(beyond, sizes)).toBe(false);
  }
});

test('work that succeeds gets past, and one triage can look at many logs', () => {
  const triage = createTriage(tables);
  for (const log of [noise(6, 3_000_000, () => ''), Buffer.alloc(0), Buffer.from('done')]) {
    triage.push(log);
    expect(triage.end()).toBe(false);
    triage.reset();
  }
  expect(triage.push(Buffer.from('verifying module: checksum mismatch\n'))).toBe(true);
  triage.reset();
  expect(triage.end()).toBe(false);
});
