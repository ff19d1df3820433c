import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import type { Report } from '../../src/model/report.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);
const missing = (module: string) =>
  `go: example.com/${module}@v1.0.0: missing go.sum entry for go.mod file; to add it:\n\tgo mod download example.com/${module}\n`;
const noise = Array.from({ length: 20_000 }, (_, at) => `ok  \tcorp.test/orders/p${at}\t0.01s\n`).join('');

/** Pushes logs as the files of one archive; a name with a `/` is a step of a job. */
function explain(logs: Readonly<Record<string, string>>, filter: 'on' | 'off' = 'on', chunk = 10_000): Report {
  const session = createSession(pack, { name: 'logs.zip', version: '0', filter });
  for (const [name, text] of Object.entries(logs)) {
    session.entry({ name: `${name}.txt`, lane: name, log: name.split('/')[0]! });
    for (let at = 0; at < text.length; at += chunk) session.push(Buffer.from(text.slice(at, at + chunk)));
  }
  return session.report();
}

const evidenceOf = (report: Report) =>
  report.incidents.flatMap(({ hypotheses, terminal, recovered }) =>
    hypotheses[0]!.evidence.map(({ line, source }) => [source.entry, source.entryLine, line, terminal, recovered]),
  );

test('evidence names its file, and the line there', () => {
  const report = explain({ a: '$ go vet ./...\n', b: `$ go build ./...\n${missing('one')}` });
  expect(report.input.entries).toEqual(['a.txt', 'b.txt']);
  expect(evidenceOf(report)).toEqual([['b.txt', 2, 3, true, false]]);
});

test('what succeeds or fails in one log says nothing about another', () => {
  const failed = `$ go build ./...\n${missing('one')}`;
  const passed = '$ go build ./...\nok\n$ echo done\ndone\n';
  const exits = `##[group]Run go test ./...\n##[endgroup]\n${missing('two')}##[error]Process completed with exit code 1.\n`;
  expect(evidenceOf(explain({ a: failed, b: passed }))).toEqual([['a.txt', 2, 2, true, false]]);
  const both = explain({ a: failed, b: exits });
  expect(both.incidents.every(({ terminal }) => terminal)).toBe(true);
  expect(both.timeline.find(({ kind }) => kind === 'exit')?.lane).toBe('b');
});

test('steps of one job follow each other: the one that was followed has succeeded', () => {
  const step = (title: string, output: string) => `##[group]Run ${title}\nshell: bash\n##[endgroup]\n${output}`;
  const report = explain({
    'build/Run first': step('first', missing('one')),
    'build/Run second': step('second', `${missing('two')}##[error]Process completed with exit code 1.\n`),
  });
  expect(report.incidents.map(({ terminal, subject }) => [subject.module, terminal])).toEqual([
    ['example.com/two', true],
    ['example.com/one', false],
  ]);
});

test('large logs: the same report with and without the filter, in any chunks', () => {
  const logs = {
    a: `${noise}$ go build ./...\n${missing('one')}`,
    b: `${missing('two')}${noise}`,
    c: `${noise}\n\n${noise}`,
    d: missing('three'),
  };
  const whole = explain(logs, 'off');
  expect(evidenceOf(whole).map(([entry]) => entry)).toEqual(expect.arrayContaining(['a.txt', 'b.txt', 'd.txt']));
  for (const chunk of [999, 65_536, 1 << 24]) expect(explain(logs, 'on', chunk)).toEqual(whole);
});

test('rows of one limit are summed up after twenty', () => {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  session.push(Buffer.from(`${'x'.repeat(70_000)}\n`.repeat(30)));
  const { cut, complete } = session.report().input;
  expect(cut).toHaveLength(21);
  expect([cut[0], cut[20], complete]).toEqual([
    { limit: 'line-64KiB', seen: 70_000, kept: 65_536 },
    { limit: 'line-64KiB', seen: 700_000, kept: 655_360 },
    true,
  ]);
});
