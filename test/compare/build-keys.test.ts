import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collectBuildKeys } from '../../src/compare/build-keys.ts';
import { compareBuildKeys } from '../../src/compare/key-differences.ts';
import { unquoteGo } from '../../src/parse/traces/hash-line.ts';
import { readKeyInput } from '../../src/parse/traces/key-input.ts';
import { folderWith, modwhy } from '../cli/modwhy.ts';
import { hasGo } from '../session/go.ts';

const files = {
  'go.mod': 'module example.com/app\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n\nreplace example.com/dep => ./dep\n',
  'main.go': 'package main\n\nimport "example.com/app/lib"\n\nfunc main() { println(lib.Name()) }\n',
  'lib/lib.go': 'package lib\n\nimport "example.com/dep"\n\nfunc Name() string { return dep.Name }\n',
  'lib/lib_test.go':
    'package lib\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc TestName(t *testing.T) {\n\tos.Getenv("GREETING")\n\tif Name() == "" {\n\t\tt.Fatal()\n\t}\n}\n',
  'dep/go.mod': 'module example.com/dep\n\ngo 1.21\n',
  'dep/dep.go': 'package dep\n\nconst Name = "dep"\n',
};
const hasC = spawnSync('gcc', ['--version']).status === 0;

describe.skipIf(!hasGo)('S18: why something was built again, by GODEBUG=gocachehash=1 of a real go', () => {
  let home = '';
  let folder = '';
  let first = '';
  const build = (args: readonly string[] = ['build', '-o', 'out', '.'], env: Readonly<Record<string, string>> = {}): string => {
    const { status, stdout, stderr } = spawnSync('go', args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: {
        ...{
          PATH: process.env.PATH,
          HOME: home,
          GOCACHE: path.join(home, 'cache'),
          GOENV: 'off',
          GOFLAGS: '-buildvcs=false',
          GOPROXY: 'off',
        },
        ...{ GOTELEMETRY: 'off', GOTOOLCHAIN: 'local', CGO_ENABLED: '0', GODEBUG: 'gocachehash=1', ...env },
      },
    });
    expect([status, status === 0 ? '' : stderr.slice(-2000)]).toEqual([0, '']);
    return stdout + stderr;
  };
  const differences = (before: string, after: string) => compareBuildKeys(keysOf(before), keysOf(after));
  /** Reasons in short: what differs, the keys that it changes by itself, and how many follow. */
  const reasons = (before: string, after: string) =>
    differences(before, after).list.map(({ kind, subject, good, bad, keys, followers }) =>
      [kind, subject, kind === 'file' ? '' : `${good}->${bad}`, keys.length > 2 ? 'many' : keys.join('+'), followers.length].join(' '),
    );

  beforeAll(() => {
    home = mkdtempSync(path.join(tmpdir(), 'modwhy-keys-'));
    folder = path.join(home, 'app');
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    build();
    first = build();
  }, 300_000);
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  test('the same build twice', () => {
    expect(differences(first, build())).toMatchObject({ changed: 0, list: [], onlyGood: [], onlyBad: [] });
  });

  test('a file of a dependency', () => {
    writeFileSync(path.join(folder, 'dep/dep.go'), 'package dep\n\nconst Name = "other"\n');
    const after = build();
    writeFileSync(path.join(folder, 'dep/dep.go'), files['dep/dep.go']);
    expect(reasons(first, after)).toEqual(['file dep.go  build example.com/dep 3']);
    const cwd = folderWith({ 'first.log': first, 'second.log': after });
    const { out } = modwhy(['compare', 'first.log', 'second.log'], { cwd });
    expect(
      out.replace(/line \d+/g, 'line N').replace(/of \d+ cache/, 'of N cache'),
    ).toBe(`4 of N cache keys are not the same in first.log and second.log
   What has another key is built, or tested, again. What follows from something else stands below
   it.

1. the file dep.go has other content
   changes     build example.com/dep
   then        build example.com/app/lib, build example.com/app, link example.com/app
   shown in    line N of the first log, line N of the second one
`);
    const chinese = modwhy(['compare', 'first.log', 'second.log', '--lang', 'zh'], { cwd }).out;
    expect(chinese).toContain('1. 文件 dep.go 的内容不同\n   改变了      build example.com/dep\n');
  });

  test('flags for one package, for all, and for the linker', () => {
    expect(reasons(first, build(['build', '-gcflags=-N', '-o', 'out', '.']))[0]).toBe('flags compile ->-N build example.com/app 1');
    expect(reasons(first, build(['build', '-ldflags=-s', '-o', 'out', '.']))).toEqual([
      'flags link ->-s link example.com/app 0',
      'info -ldflags null->-s build example.com/app 0',
    ]);
  });

  test('flags and -trimpath for all packages', () => {
    const lib = build(['build', './lib']);
    const both = 'build example.com/dep+build example.com/app/lib 0';
    expect(reasons(lib, build(['build', '-gcflags=all=-N', './lib']))).toEqual([`flags compile ->-N ${both}`]);
    expect(reasons(lib, build(['build', '-trimpath', './lib']))).toEqual([`trimpath  null->-trimpath ${both}`]);
  });

  test('another system, and a variable of the processor', () => {
    const lib = build(['build', './lib']);
    const [before, goos] = [`${platform()}`, platform() === 'windows' ? 'linux' : 'windows'];
    expect(reasons(lib, build(['build', './lib'], { GOOS: goos }))).toEqual([
      expect.stringMatching(new RegExp(`^platform  ${before}/\\w+->${goos}/\\w+ build example.com/dep\\+build example.com/app/lib 0$`)),
    ]);
    const [arch, name] = process.arch === 'x64' ? ['v1->v3', 'GOAMD64'] : ['', ''];
    if (name !== '')
      expect(reasons(lib, build(['build', './lib'], { [name]: 'v3' }))[0]).toBe(
        `variable ${name} ${arch} build example.com/dep+build example.com/app/lib 0`,
      );
  });

  test.skipIf(!hasC)('flags for the C compiler', () => {
    writeFileSync(
      path.join(folder, 'dep/dep.go'),
      'package dep\n\n// int two() { return 2; }\nimport "C"\n\nvar Name = string(rune(C.two()))\n',
    );
    const before = build(undefined, { CGO_ENABLED: '1' });
    const after = build(undefined, { CGO_ENABLED: '1', CGO_CFLAGS: '-O1' });
    writeFileSync(path.join(folder, 'dep/dep.go'), files['dep/dep.go']);
    expect(reasons(before, after)).toContain('c-flags CC -O2 -g->-O1 build runtime/cgo+build example.com/dep 2');
  });

  test('one log alone says what its keys are made of, and how to compare them; and compare says when only one has some', () => {
    const cwd = folderWith({ 'first.log': first, 'plain.log': 'go: downloading example.com/dep v1.0.0\n' });
    const { out } = modwhy(['explain', 'first.log'], { cwd });
    const flat = out.replace(/\s+/g, ' ');
    expect(flat).toMatch(
      /it shows what makes the cache keys of \d+ packages and 1 program what they are made of, besides files and imports: go1\.\d+/,
    );
    expect(flat).toContain('compile flags none');
    expect(flat).toContain('modwhy compare FIRST.log SECOND.log');
    expect(modwhy(['compare', 'first.log', 'plain.log'], { cwd }).out.replace(/\s+/g, ' ')).toContain(
      'first.log alone shows cache keys: run both builds with GODEBUG=gocachehash=1',
    );
  });

  const platform = () => execFileSync('go', ['env', 'GOOS'], { encoding: 'utf8' }).trim();
});

function keysOf(log: string) {
  const collector = collectBuildKeys();
  for (const [index, text] of log.split('\n').entries()) collector.take(text, index + 1);
  return collector.keys();
}

const sum = (digit: string) => digit.repeat(64);
const key = (name: string, inputs: readonly string[], digit: string) =>
  [`HASH[${name}]`, ...inputs.map((one) => `HASH[${name}]: ${JSON.stringify(one)}`), `HASH[${name}]: ${sum(digit)}`].join('\n');

test('S18: lines of packages that are hashed at the same time stand between each other', () => {
  const [a, b] = [key('build example.com/a', ['file a.go one\n'], '1'), key('build example.com/b', ['file b.go two\n'], '2')];
  const mixed = a.split('\n').flatMap((line, index) => [line, b.split('\n')[index]!]);
  expect(compareBuildKeys(keysOf(`${a}\n${b}`), keysOf(mixed.join('\n')))).toMatchObject({ same: 2, changed: 0 });
});

test('S18: what tests read stands in keys that name no package', () => {
  const tests = (value: string, size: string) =>
    [
      key('testInputs', [`env GODEBUG ${sum('0')}\n`, `env GREETING ${sum(value)}\n`], '1'),
      key('testInputs', [`open testdata/in.txt ${sum(size)}\n`], '2'),
    ].join('\n');
  const differing = (one: string, other: string) =>
    compareBuildKeys(keysOf(one), keysOf(other)).list.map(({ kind, subject, keys }) => `${kind} ${subject} ${keys}`);
  expect(differing(tests('1', '2'), tests('1', '2'))).toEqual([]);
  expect(differing(tests('1', '2'), tests('2', '2'))).toEqual(['test-variable GREETING test']);
  expect(differing(tests('1', '2'), tests('1', '3'))).toEqual(['test-file testdata/in.txt test']);
});

test('S18: the same package twice at once cannot be told apart: nothing is said about it', () => {
  const one = key('build example.com/a', ['file a.go one\n'], '1').split('\n');
  const two = key('build example.com/a', ['file a.go two\n'], '2').split('\n');
  const mixed = one.flatMap((line, index) => [line, two[index]!]).join('\n');
  expect(compareBuildKeys(keysOf(one.join('\n')), keysOf(mixed))).toMatchObject({ same: 0, changed: 0, list: [] });
});

test('S18: another folder counts once for all packages in it; a log that ends early has no key', () => {
  const packages = (root: string, digit: string) =>
    ['a', 'b', 'c'].map((name) => key(`build example.com/${name}`, [`dir ${root}/${name}\n`], digit)).join('\n');
  const { list } = compareBuildKeys(keysOf(packages('/builds/1/app', '1')), keysOf(packages('/builds/2/app', '2')));
  expect(list).toMatchObject([{ kind: 'folder', good: '/builds/1', bad: '/builds/2' }]);
  expect(list[0]!.keys).toHaveLength(3);
  expect(keysOf(packages('/builds/1/app', '1').slice(0, -10)).keys.size).toBe(2);
});

test.each([
  ['go1.26.8', ['release  go1.26.8']],
  ['import "example.com/p"\n', []],
  ['import unsafe \n', ['imported unsafe ']],
  ['import example.com/p [example.com/p.test] abc\n', ['imported example.com/p [example.com/p.test] abc']],
  ['compile compile version go1.26.8 ["-race"] ["-N" "-l"]\n', ['tool compile compile version go1.26.8', 'flags compile -race -N -l']],
  ['CC=["gcc"] [] ["-O2" "-g"] []\n', ['c-flags CC gcc -O2 -g']],
  ['link link version go1.26.8 [] exe\n', ['tool link link version go1.26.8', 'flags link ', 'build-mode link exe']],
  [
    'modinfo "path\\tp\\nbuild\\t-ldflags=\\"-s -w\\"\\ndep\\texample.com/d\\tv1.0.0\\th1:x\\n"\n',
    ['info -ldflags -s -w', 'info example.com/d v1.0.0 h1:x'],
  ],
  ['something new\n', ['other something new']],
])('S18: an input of a key: %j', (text, expected) => {
  expect(readKeyInput(text).map(({ kind, subject, value }) => `${kind} ${subject} ${value}`)).toEqual(expected);
});

test('S18: whatever bytes stand in it, it is read in bounded time and never throws', () => {
  const line = fc.oneof(
    fc.string().map((text) => `HASH[build ${text}`),
    fc.string().map((text) => `HASH[build example.com/a]: ${JSON.stringify(text)}`),
    fc.constantFrom('HASH[build example.com/a]', `HASH[build example.com/a]: ${sum('a')}`, 'HASH[]', 'HASH[build ]', 'HASH '),
  );
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (one, other) => {
      const { same, changed } = compareBuildKeys(keysOf(one.join('\n')), keysOf(other.join('\n')));
      expect(same + changed).toBeGreaterThanOrEqual(0);
    }),
  );
  const quoted = (text: string) =>
    `"${[...text].map((one) => (/[\s"\\]/.test(one) ? `\\U${one.codePointAt(0)!.toString(16).padStart(8, '0')}` : one)).join('')}"`;
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(unquoteGo(quoted(text))).toBe(text);
    }),
  );
  for (const hostile of [
    `link ${'a '.repeat(40_000)}`,
    `compile ${'[] '.repeat(40_000)}`,
    `import ${' '.repeat(60_000)}`,
    `modinfo "${'\\n\\t'.repeat(20_000)}`,
  ]) {
    const start = process.cpuUsage();
    readKeyInput(`${hostile}\n`);
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
  }
});
