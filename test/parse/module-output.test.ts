import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/catalog/load.ts';
import { parseEvidence } from '../../src/evidence/read.ts';
import { reportSchema } from '../../src/model/report.ts';
import { readModuleOutput } from '../../src/parse/module-output.ts';
import { createSession } from '../../src/session/session.ts';
import { show } from '../dialect/show.ts';

const folder = 'test/parse/modules';
const names = readdirSync(folder);
const text = (name: string) => readFileSync(`${folder}/${name}`, 'utf8');
const lines = (name: string) => text(name).split('\n');
const pack = loadPack();
const missing = `$ go build ./...
/home/ada/go/pkg/mod/github.com/northwind/birch@v1.2.0/birch.go:2:8: github.com/northwind/cedar@v1.0.0: missing go.sum entry for go.mod file; to add it:
	go mod download github.com/northwind/cedar
`;

function explain(log: string, files: Readonly<Record<string, string>> = {}) {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  for (const [name, said] of Object.entries(files)) session.addEvidence(name, said);
  session.push(Buffer.from(log));
  const report = reportSchema.parse(session.report());
  return {
    verdict: report.verdict,
    lead: report.incidents[0]?.hypotheses[0]?.cause,
    module: report.incidents[0]?.subject.module,
    evidence: report.incidents[0]?.hypotheses.flatMap(({ cause, evidence }) =>
      evidence.map(({ source, line, signal }) => `${cause} ${source.input}:${line} ${signal}`),
    ),
    beside: (report.beside ?? []).map(({ input, line, says }) => `${input}:${line} ${says}`),
  };
}

describe('S31: what go prints about modules', () => {
  test.each(names.filter((name) => !name.includes('packages')))('%s is known by its content', (name) => {
    expect(parseEvidence('any', text(name)).kind).toBe('go modules');
  });

  test('the errors of go mod download -json, on the lines that show them', () => {
    for (const name of ['go-1.21.13-download.txt', 'go-1.26.8-download.txt'])
      expect(readModuleOutput(lines(name))!.modules.map(({ path, error, line }) => [path, error?.slice(-24) ?? null, line])).toEqual([
        ['github.com/northwind/ash', null, 2],
        ['github.com/northwind/birch', null, 12],
        ['github.com/northwind/cedar', '.zip: 404 File not found', 24],
      ]);
  });

  test('go list -m -json of every release', () => {
    for (const name of names.filter((one) => one.endsWith('-list.txt')))
      expect(readModuleOutput(lines(name))!.modules.map(({ path, version, main }) => [path, version, main])).toEqual([
        ['github.com/northwind/harbor', null, true],
        ['github.com/northwind/ash', 'v1.0.0', false],
        ['github.com/northwind/birch', 'v1.2.0', false],
        ['github.com/northwind/cedar', 'v1.0.0', false],
        ['github.com/northwind/absent', 'v1.0.0', false],
      ]);
  });

  test('go mod graph, why and verify', () => {
    const graph = readModuleOutput(lines('go-1.26.8-graph.txt'))!;
    expect(graph.requirements.at(-1)).toEqual({
      from: { path: 'github.com/northwind/birch', version: 'v1.2.0' },
      to: { path: 'github.com/northwind/cedar', version: 'v1.0.0' },
      line: 6,
    });
    const birch = 'github.com/northwind/birch';
    expect(readModuleOutput(lines('go-1.26.8-why.txt'))!.needs).toEqual([
      { module: birch, packages: ['github.com/northwind/harbor', 'github.com/northwind/ash', birch], line: 1 },
    ]);
    expect(readModuleOutput(lines('go-1.26.8-verify.txt'))!.damaged).toEqual([{ path: birch, version: 'v1.2.0', what: 'dir', line: 1 }]);
    expect(readModuleOutput(['all modules verified'])!.verified).toEqual([{ line: 1 }]);
    expect(readModuleOutput([`${birch} v1.2.0: missing ziphash: open /x: no such file or directory`])!.damaged[0]!.what).toBe('ziphash');
  });

  test('several outputs in one file, with the commands and what go said between', () => {
    const file = readModuleOutput(
      ['$ go mod graph', ...lines('go-1.26.8-graph.txt'), '$ go mod verify', 'go: downloading x v1.0.0', 'all modules verified'].flat(),
    )!;
    expect([file.requirements.length, file.verified.length]).toEqual([6, 1]);
  });
});

describe('S31: beside a log', () => {
  test('go mod graph says who brings the module in', () => {
    expect(explain(missing, { 'graph.txt': text('go-1.26.8-graph.txt') }).beside).toEqual([
      'graph.txt:6 brought in by github.com/northwind/harbor -> github.com/northwind/ash v1.0.0 -> github.com/northwind/birch v1.2.0 -> github.com/northwind/cedar v1.0.0; the go.mod of the main module has a line for it, too',
    ]);
    expect(explain(missing.replaceAll('cedar', 'oak'), { 'graph.txt': text('go-1.26.8-graph.txt') }).beside).toEqual([]);
  });

  test('the same in the log itself', () => {
    expect(explain(`$ go mod graph\n${text('go-1.26.8-graph.txt')}${missing}`).beside[0]).toMatch(/^a\.log:7 brought in by /);
  });

  test('go mod why says by way of which packages', () => {
    const log = missing.replaceAll('cedar', 'birch').replace(/^\/home.*birch\.go:2:8: /m, 'main.go:2:8: ');
    expect(explain(log, { 'why.txt': text('go-1.26.8-why.txt') }).beside).toEqual([
      'why.txt:1 imported by way of github.com/northwind/harbor -> github.com/northwind/ash -> github.com/northwind/birch',
    ]);
  });

  test('an error of go mod download -json about the same module supports what it is a sign of, in that file', () => {
    const log = `$ go build ./...
main.go:2:8: github.com/northwind/cedar@v1.0.0: reading http://127.0.0.1:3000/github.com/northwind/cedar/@v/v1.0.0.info: 404 File not found
`;
    const rows = explain(log, { 'dl.json': text('go-1.26.8-download.txt') }).evidence;
    expect(rows).toContain('goproxy.not-found dl.json:24 goproxy-404');
    const other = text('go-1.26.8-download.txt').replaceAll('cedar', 'oak');
    expect(explain(log, { 'dl.json': other }).evidence?.some((row) => row.includes('dl.json'))).toBe(false);
  });

  test('go mod verify names the folder that was changed', () => {
    const log =
      '$ go mod verify\ngithub.com/northwind/birch v1.2.0: dir has been modified (/home/ada/go/pkg/mod/github.com/northwind/birch@v1.2.0)\n';
    expect(explain(log, { 'verify.txt': text('go-1.26.8-verify.txt') }).evidence).toContain(
      'cache.modified-dir verify.txt:1 verify-dir-modified',
    );
  });

  test('all modules verified says no more than it shows', () => {
    expect(explain(missing, { 'verify.txt': 'all modules verified\n' }).beside).toEqual([
      'verify.txt:1 what lies in that cache fits the hash beside it; modules that are not downloaded were not looked at, and only go.sum shows a hash that was forged with its zip',
    ]);
  });
});

describe('errors in JSON are what go prints without -json', () => {
  test.each(['go-1.21.13-download.txt', 'go-1.26.8-download.txt', 'go-1.21.13-packages.txt', 'go-1.26.8-packages.txt'])('%s', (name) => {
    const { verdict, lead, module } = explain(`$ go mod download -json all\n${text(name)}`);
    expect({ verdict, lead, module }).toEqual({
      verdict: 'module-failure',
      lead: 'goproxy.not-found',
      module: 'github.com/northwind/cedar',
    });
  });

  test('in one line, as jq -c writes it, and with the place in the source', () => {
    const shown = show(
      [
        '{"Path":"example.com/ash","Version":"v1.0.0","Error":"example.com/ash@v1.0.0: bad\\n\\tserver response: no"}',
        '{"Path":"example.com/ash","Error":{"Err":"module example.com/ash: not a known dependency"}}',
        '{"Path":"example.com/ash","Version":"v1.0.0"}',
        '{',
        '\t"ImportPath": "example.com/elm",',
        '\t"Error": {',
        '\t\t"Pos": "main.go:3:8",',
        '\t\t"Err": "no required module provides package example.com/ash; to add it:\\n\\tgo get example.com/ash"',
        '\t}',
        '}',
      ].join('\n'),
    );
    expect(shown).toMatchInlineSnapshot(`
      "dialects: go-module-json
      output | go: example.com/ash@v1.0.0: bad
      output | \\tserver response: no
      output | go: module example.com/ash: not a known dependency
      output | {\\"Path\\":\\"example.com/ash\\",\\"Version\\":\\"v1.0.0\\"}
      output | {
      output | \\t\\"ImportPath\\": \\"example.com/elm\\",
      output | \\t\\"Error\\": {
      output | \\t\\t\\"Pos\\": \\"main.go:3:8\\",
      output | main.go:3:8: no required module provides package example.com/ash; to add it:
      output | \\tgo get example.com/ash
      output | \\t}
      output | }"
    `);
  });

  test('JSON of another program stays as it is', () => {
    const said = ['{', '\t"Error": "example.com/ash@v1.0.0: reading x: 404"', '}', '\t"Error": "alone"', '{"Error":"x"}'];
    expect(show(said.join('\n'))).toBe(
      ['dialects: plain', ...said.map((one) => `output | ${JSON.stringify(one).slice(1, -1)}`)].join('\n'),
    );
  });
});

describe('bad input', () => {
  test.each(names.filter((name) => !name.endsWith('verify.txt')))('%s is read as far as it goes, wherever it ends', (name) => {
    const whole = text(name);
    const all = readModuleOutput(whole.split('\n'));
    for (let end = 0; end < whole.length; end += 7) {
      const part = readModuleOutput(whole.slice(0, end).split('\n'));
      expect(part?.modules.length ?? 0).toBeLessThanOrEqual(all?.modules.length ?? 0);
      expect(part?.requirements.length ?? 0).toBeLessThanOrEqual(all?.requirements.length ?? 0);
    }
  });

  test('lines of two outputs between each other', () => {
    const [one, other] = [lines('go-1.26.8-graph.txt'), lines('go-1.26.8-download.txt')];
    const mixed = other.flatMap((line, index) => [line, one[index] ?? '']);
    const file = readModuleOutput(mixed)!;
    expect([file.requirements.length, file.modules.length]).toEqual([6, 3]);
  });

  test('any bytes: never an error, never a word of another kind taken for it', () => {
    const piece = fc.oneof(
      fc.constantFrom('{', '}', '\t"Path": "a.b/c",', '\t"Error": {', '\t\t"Err": "x"', '# a.b/c', 'a.b/c', 'a.b/c v1.0.0', ''),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        readModuleOutput(pieces);
        show(pieces.join('\n'));
      }),
      { numRuns: 500 },
    );
    expect(readModuleOutput(['# Heading', 'some words', 'and more'])).toBe(null);
    expect(readModuleOutput(['one two@three'])?.requirements.length).toBe(1);
  });

  test('a hostile file takes no longer than its size', () => {
    const began = process.cpuUsage();
    readModuleOutput(Array.from({ length: 200_000 }, (_, index) => `\t"Path": "${'\\"'.repeat(index % 50)}`));
    readModuleOutput(Array.from({ length: 100_000 }, (_, index) => `a${index} a${index + 1}@v1.0.0`));
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000);
  });
});
