import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blameSchema } from '../../src/model/blame.ts';
import { parseModuleText } from '../../src/parse/module-list.ts';
import { createRequirementGraph } from '../../src/requirements/graph.ts';
import { compareVersions } from '../../src/requirements/version-order.ts';
import { folderWith, modwhy } from '../cli/modwhy.ts';

// Modules in folders, so that go needs no network: the version that a folder stands for, and what it requires.
const modules: Readonly<Record<string, readonly string[]>> = {
  'ash@v1.0.0': ['oak@v1.2.0'],
  'ash@v1.1.0': ['oak@v1.1.0', 'elm@v0.2.0'],
  'birch@v1.0.0': ['ash@v1.1.0'],
  'oak@v1.1.0': [],
  'oak@v1.2.0': ['elm@v0.1.0'],
  'elm@v0.1.0': [],
  'elm@v0.2.0': [],
};
const missing = spawnSync('go', ['version']).status === 0 ? '' : 'no go';

const line = (name: string) => `example.com/${name.replace('@', ' ')}`;
const goMod = (own: string, requires: readonly string[]) =>
  `module ${own}\n\ngo 1.17\n\n${requires.map((name) => `require ${line(name)}\n`).join('')}`;

/** The main module asks for ash v1.0.0 and birch; birch asks for ash v1.1.0. */
function project(): string {
  const folder = folderWith({});
  for (const [name, requires] of Object.entries(modules)) {
    mkdirSync(path.join(folder, name), { recursive: true });
    writeFileSync(path.join(folder, name, 'go.mod'), goMod(`example.com/${name.split('@')[0]}`, requires));
    writeFileSync(path.join(folder, name, 'a.go'), 'package a\n');
  }
  mkdirSync(path.join(folder, 'app'));
  const replaces = Object.keys(modules).map((name) => `replace ${line(name)} => ../${name}\n`);
  writeFileSync(path.join(folder, 'app/go.mod'), `${goMod('example.com/app', ['ash@v1.0.0', 'birch@v1.0.0'])}\n${replaces.join('')}`);
  writeFileSync(path.join(folder, 'app/app.go'), 'package app\n\nimport _ "example.com/birch"\n');
  return path.join(folder, 'app');
}

describe.skipIf(missing)(`blame and a real go${missing ? ` (skipped: ${missing})` : ''}`, () => {
  const go = (cwd: string, ...args: string[]) => {
    const { stdout, stderr, status } = spawnSync('go', args, {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: cwd, GOTOOLCHAIN: 'local', GOFLAGS: '-mod=mod', GOPROXY: 'off', GONOSUMDB: '*' },
    });
    expect(status, stderr).toBe(0);
    return stdout;
  };

  test('S31: the version that go mod graph leads to is the one that go list says, and the chain is shown', () => {
    const cwd = project();
    writeFileSync(path.join(cwd, 'graph.txt'), go(cwd, 'mod', 'graph'));
    for (const row of go(cwd, 'list', '-m', '-f', '{{.Path}} {{.Version}}', 'all').trim().split('\n').slice(1)) {
      const [name, version] = row.split(' ');
      const report = blameSchema.parse(JSON.parse(modwhy(['blame', name!, '--with', 'graph.txt', '--format', 'json'], { cwd }).out));
      expect([name, report.version]).toEqual([name, version]);
      expect(report.chains[0]?.modules.at(-1)).toBe(`${name}@${version}`);
    }
    const { out } = modwhy(['blame', 'example.com/ash', '--with', 'graph.txt', '--with', 'go.mod'], { cwd });
    expect(out.split('\n').slice(0, 12).join('\n')).toMatchInlineSnapshot(`
      "example.com/ash v1.1.0: 2 modules require this version
         The build uses v1.1.0: the highest version that any module here requires decides (minimal version
         selection).
         From graph.txt (go mod graph), go.mod (go.mod).

      1. example.com/app
         requires    example.com/ash v1.1.0

      2. example.com/app
         requires    example.com/birch v1.0.0
         requires    example.com/ash v1.1.0
      "
    `);
  }, 60_000);

  test('S31: what go list -m -json and go mod why -m print is read, alone and together', () => {
    const cwd = project();
    writeFileSync(path.join(cwd, 'list.json'), go(cwd, 'list', '-m', '-json', 'all'));
    writeFileSync(path.join(cwd, 'why.txt'), go(cwd, 'mod', 'why', '-m', 'example.com/birch', 'example.com/elm'));
    const report = (name: string) =>
      blameSchema.parse(JSON.parse(modwhy(['blame', name, '--with', 'list.json', '--with', 'why.txt', '--format', 'json'], { cwd }).out));
    expect(report('example.com/birch').packages).toEqual(['example.com/app', 'example.com/birch']);
    expect(report('example.com/elm/inner')).toMatchObject({
      module: 'example.com/elm',
      version: 'v0.2.0',
      packages: [],
      versionFrom: 'go list -m',
    });
    expect(report('example.com/elm').replacedBy).toMatch(/elm@v0\.2\.0$/);
  }, 60_000);
});

const graph = `example.com/app example.com/ash@v1.0.0
example.com/app example.com/birch@v1.0.0
example.com/ash@v1.0.0 example.com/oak@v1.2.0
example.com/birch@v1.0.0 example.com/ash@v1.1.0
example.com/ash@v1.1.0 example.com/oak@v1.1.0
`;

test('S31: a version that is not used, and one that nobody asks for', () => {
  const folder = folderWith({ 'graph.txt': graph });
  const blame = (name: string) => modwhy(['blame', name, '-'], { cwd: folder, input: graph }).out.replace(/\s+/g, ' ');
  expect(blame('example.com/oak@v1.1.0')).toContain('v1.1.0 is not used: v1.2.0 is higher, and somebody requires it.');
  expect(blame('example.com/oak')).toContain('1. example.com/app requires example.com/ash v1.0.0 requires example.com/oak v1.2.0');
  expect(blame('example.com/oak@v9.0.0')).toContain('Nobody here requires v9.0.0.');
  expect(blame('example.com/nobody')).toContain('no requirement is known');
});

test('S31: go.mod alone says what it cannot say', () => {
  const cwd = folderWith({
    'go.mod':
      'module example.com/app\n\ngo 1.21\n\nrequire example.com/oak v1.2.0 // indirect\n\nexclude example.com/oak v1.3.0\n\nreplace example.com/oak => ../oak\n',
  });
  const { out, code } = modwhy(['blame', 'example.com/oak'], { cwd });
  expect(code).toBe(0);
  expect(out.replace(/\s+/g, ' ')).toContain('go.mod requires v1.2.0; another module may require a higher one.');
  expect(out).toContain('line 5: v1.2.0, // indirect');
  expect(out).toMatch(/replaced +by \.\.\/oak/);
  expect(out).toMatch(/excluded +v1\.3\.0/);
  expect(out).toContain('go mod graph | modwhy blame example.com/oak -');
  expect(out).toContain('govulncheck ./...');
});

test.each([
  [['blame'], 'blame takes one module'],
  [['blame', 'a.test/x', 'b.test/y'], 'blame takes one module'],
  [['blame', 'a.test/x'], 'nothing to read'],
  [['blame', 'a.test/x', '--with', 'text.txt'], 'this is none of what go mod graph'],
  [['blame', 'a.test/x', '--with', 'none.txt'], 'none.txt: there is no such file'],
  [['blame', 'a.test/x', '--format', 'ndjson'], 'expected text, json or markdown'],
])('wrong usage: %j', (args, message) => {
  const cwd = folderWith({ 'text.txt': 'some words\nthat are no list\n' });
  const { code, out, err } = modwhy(args, { cwd });
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});

test('versions are ordered as semver says', () => {
  const ordered = [
    'nonsense',
    'v0.0.0-20200101000000-0123456789ab',
    'v0.0.1',
    'v0.1.0-alpha',
    'v0.1.0-alpha.1',
    'v0.1.0-rc.2',
    'v0.1.0-rc.10',
    'v0.1.0',
    'v1.9.0',
    'v1.10.0',
    'v2.0.0+incompatible',
  ];
  for (const [index, version] of ordered.entries())
    expect(ordered.map((other) => Math.sign(compareVersions(version, other)))).toEqual(ordered.map((_, at) => Math.sign(index - at)));
  expect(compareVersions('1.21rc2', '1.21.0')).toBeLessThan(0);
});

test('S31: a graph that stops in the middle of a version does not make one up', () => {
  const pseudo = 'v0.3.1-0.20240102030405-0123456789ab';
  const versions = (last: string) => {
    const found = parseModuleText([
      'example.com/app a.test/x@v1.0.0',
      'example.com/app a.test/y@v1.0.1234',
      `a.test/x@v1.0.0 b.test/z@${last}`,
    ]);
    return found?.kind === 'go mod graph' ? found.requirements.map(({ to }) => to.version) : null;
  };
  const whole = ['v1.0.0', 'v1.0.1234'];
  for (const cut of [
    'v',
    'v0',
    'v0.3',
    'v0.3.',
    ...Array.from({ length: pseudo.length - 'v0.3.1-0.'.length - 1 }, (_, at) => pseudo.slice(0, at + 10)),
  ])
    expect([cut, versions(cut)]).toEqual([cut, whole]);
  for (const one of [
    pseudo,
    'v0.3.1',
    'v2.0.0-rc.1',
    'v1.0.1234',
    'v0.0.0-20240102030405-0123456789ab',
    '1.22',
    'go1.22.1',
    'v2.0.0+incompatible',
  ])
    expect(versions(one)).toEqual([...whole, one]);
});

test('any text is read without failing, and a large graph in little time', () => {
  fc.assert(fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 30 }), (lines) => void parseModuleText(lines)));
  const lines = Array.from(
    { length: 200_000 },
    (_, index) => `m.test/${index >> 1}@v1.0.0 m.test/${(index >> 1) + 1 + (index & 1)}@v1.0.0`,
  );
  const text = parseModuleText(['m.test/main m.test/0@v1.0.0', ...lines]);
  if (text?.kind !== 'go mod graph') throw new Error('not a graph');
  const started = performance.now();
  expect(createRequirementGraph(text.requirements).chainTo({ path: 'm.test/99999', version: 'v1.0.0' })?.modules.length).toBeGreaterThan(
    1000,
  );
  expect(performance.now() - started).toBeLessThan(10_000);
});
