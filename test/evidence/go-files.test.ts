import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEvidence } from '../../src/evidence/read.ts';
import { goEnvAssignment } from '../../src/parse/go-env-line.ts';
import { parseGoMod } from '../../src/parse/go-mod.ts';
import { parseGoSum } from '../../src/parse/go-sum.ts';
import { go, hasGo } from '../session/go.ts';

const gomod = `// Package comment: require x v1
module "example.com/elm" // the service

go 1.23.1
toolchain go1.24.2
godebug default=go1.21
tool example.com/elm/gen

require example.com/ash v1.0.0
require (
	example.com/birch v0.0.0-20240102030405-0123456789ab // indirect
	"example.com/cedar" v2.1.0+incompatible // indirect; for tests

	// a comment of its own
	example.com/fir/v3 v3.0.0
)
replace example.com/ash => ./ash
replace (
	example.com/birch v1.2.3 => example.com/fork/birch v1.2.4
)
exclude example.com/oak v1.0.0
retract [v1.0.0, v1.0.5] // broken
retract v1.1.0
`;

describe('go.mod', () => {
  test('every statement', () => {
    expect(parseGoMod(gomod)).toEqual({
      kind: 'go.mod',
      module: { path: 'example.com/elm', line: 2 },
      go: { version: '1.23.1', line: 4 },
      toolchain: { name: 'go1.24.2', line: 5 },
      requires: [
        { path: 'example.com/ash', version: 'v1.0.0', indirect: false, line: 9 },
        { path: 'example.com/birch', version: 'v0.0.0-20240102030405-0123456789ab', indirect: true, line: 11 },
        { path: 'example.com/cedar', version: 'v2.1.0+incompatible', indirect: true, line: 12 },
        { path: 'example.com/fir/v3', version: 'v3.0.0', indirect: false, line: 15 },
      ],
      replaces: [
        { from: { path: 'example.com/ash', version: null }, to: { path: './ash', version: null }, line: 17 },
        { from: { path: 'example.com/birch', version: 'v1.2.3' }, to: { path: 'example.com/fork/birch', version: 'v1.2.4' }, line: 19 },
      ],
      excludes: [{ path: 'example.com/oak', version: 'v1.0.0', line: 21 }],
      retracts: [
        { low: 'v1.0.0', high: 'v1.0.5', line: 22 },
        { low: 'v1.1.0', high: 'v1.1.0', line: 23 },
      ],
      broken: [],
    });
  });

  test.each([
    'require example.com/a',
    'replace a => ',
    'require "a',
    'require `a` v1.0.0',
    "require 'a' v1.0.0",
    'module a b',
    'require a v1 => b',
    '/* x */',
    '<<<<<<< ours',
    'retract [v1, v2',
  ])('%s is broken', (line) => {
    expect(parseGoMod(`module m\n${line}\ngo 1.21\n`)).toMatchObject({ module: { path: 'm' }, go: { line: 3 }, broken: [{ line: 2 }] });
  });

  test.runIf(hasGo)('go reads the same', () => {
    const name = fc.stringMatching(/^[a-z]{1,8}$/);
    const version = fc.tuple(fc.nat(1), fc.nat(20), fc.nat(20)).map((parts) => `v${parts.join('.')}`);
    const comment = fc.constantFrom('', ' // indirect', ' // indirect; why', ' // why', '// indirect');
    const gap = fc.constantFrom(' ', '\t', '   ');
    const quote = fc.constantFrom(
      (text: string) => text,
      (text: string) => `"${text}"`,
    );
    const statement = fc.oneof(
      fc.tuple(name, version, comment, gap, quote).map(([n, v, c, g, q]) => `require${g}${q(`example.com/${n}`)}${g}${v}${c}`),
      fc.tuple(name, version, comment, gap).map(([n, v, c, g]) => `require (${g}\n${g}example.com/${n} ${v}${c}\n\n)`),
      fc.tuple(name, version, quote).map(([n, v, q]) => `replace ${q(`example.com/${n}`)} ${v} => ../${n}`),
      fc.tuple(name, name, version).map(([n, o, v]) => `replace (\n\texample.com/${n} => example.com/${o} ${v}\n)`),
      fc.tuple(name, version).map(([n, v]) => `exclude example.com/${n} ${v}`),
      fc.tuple(version, version).map(([a, b]) => `retract [${a},${b}]`),
      fc.constant('// comment (\n'),
    );
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 8 }), (statements) => {
        const text = `module example.com/elm\n\ngo 1.21\n\n${statements.join('\n')}\n`;
        const edit = JSON.parse(go(['mod', 'edit', '-json'], { 'go.mod': text }));
        const { requires, replaces, excludes, retracts, broken } = parseGoMod(text);
        expect(broken).toEqual([]);
        const pair = ({ path: Path, version }: { path: string; version: string | null }) =>
          version ? { Path, Version: version } : { Path };
        expect(requires.map((row) => ({ ...pair(row), ...(row.indirect ? { Indirect: true } : {}) }))).toEqual(edit.Require ?? []);
        expect(replaces.map(({ from, to }) => ({ Old: pair(from), New: pair(to) }))).toEqual(edit.Replace ?? []);
        expect(excludes.map(pair)).toEqual(edit.Exclude ?? []);
        expect(retracts.map(({ low, high }) => ({ Low: low, High: high }))).toEqual(edit.Retract ?? []);
      }),
      { numRuns: 25 },
    );
  });
});

describe('go.sum', () => {
  test('fields, blanks, and lines of another shape', () => {
    expect(parseGoSum('a v1.0.0 h1:x=\n\n\ta  v1.0.0/go.mod   h1:y=\r\na v1.0.0\nb v2 h1:z= more\n')).toEqual({
      kind: 'go.sum',
      hashes: [
        { path: 'a', version: 'v1.0.0', goMod: false, hash: 'h1:x=', line: 1 },
        { path: 'a', version: 'v1.0.0', goMod: true, hash: 'h1:y=', line: 3 },
      ],
      broken: [{ line: 4 }, { line: 5 }],
    });
  });
});

describe('go env', () => {
  test.each([
    ["GOFLAGS='-mod=mod'", ['GOFLAGS', '-mod=mod']],
    ["GOFLAGS='-ldflags='\\''-s -w'\\'''", ['GOFLAGS', "-ldflags='-s -w'"]],
    ["GOPRIVATE=''", ['GOPRIVATE', '']],
    ['GOPRIVATE="a,b"', ['GOPRIVATE', 'a,b']],
    ['set GOPROXY=https://a.test/^|direct', ['GOPROXY', 'https://a.test/|direct']],
    ['set GOPATH=C:\\Users\\100%%\\go\r', ['GOPATH', 'C:\\Users\\100%\\go']],
    ["GOFLAGS='a' b", null],
    ['export GOFLAGS=x', null],
    ['gofmt=x', null],
  ])('%s', (line, expected) => {
    expect(goEnvAssignment(line)).toEqual(expected);
  });

  test.runIf(hasGo)('what a real go prints comes back, as text and as JSON', () => {
    const value = fc.string({ unit: 'grapheme-ascii', maxLength: 12 }).filter((text) => !/[\n\r]/.test(text));
    fc.assert(
      fc.property(value, (text) => {
        for (const args of [['env'], ['env', '-json']]) {
          const file = parseEvidence('x', go(args, {}, { GOPRIVATE: text, GONOPROXY: '' }));
          if (file.kind !== 'go env') throw new Error(file.kind);
          expect(file.settings.get('GOPRIVATE')!.value).toBe(text);
          expect(file.textOf(file.settings.get('GOPRIVATE')!.line)).toContain('GOPRIVATE');
        }
      }),
      { numRuns: 15 },
    );
  });
});

test.each([
  ['go.mod', gomod],
  ['go.mod', '\ufeffmodule example.com/elm\r\n\r\ngo 1.21\r\n'],
  ['go.mod', '// Deprecated: no more\nmodule m\n<<<<<<< ours\n'],
  ['go.sum', 'a.test/b v1.0.0 h1:AA=\n<<<<<<< ours\n'],
  ['go env', "GO111MODULE=''\nGOFLAGS=''\n"],
  ['go env', '$ go env\nset GO111MODULE=\nset GOFLAGS=\n'],
  ['go env', '\n{"GOFLAGS": ""}'],
])('%s is known by its content: %j', (kind, text) => {
  expect(parseEvidence('any-name', text).kind).toBe(kind);
});

test.each([
  '',
  'go: downloading example.com/a v1.0.0\n',
  '{"Path": "example.com/a"}',
  '[1]',
  '{',
  'null',
  'GOFLAGS=-mod=mod go build\n',
  "PATH='/bin'\n",
  'module systems are\nhard to explain\nand so on\n',
  'a v1 h1:x\n'.repeat(1) + 'log line\n'.repeat(3),
])('%j is none of them', (text) => {
  expect(() => parseEvidence('go.mod', text)).toThrow(/^this (?:is not go\.mod|file is empty)/);
});

test('whatever the bytes are, they are read or refused, and fast', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'module m\n',
      'require (',
      ')',
      '=>',
      '//',
      '"',
      '`',
      '\\',
      "GOX='",
      "'\\''",
      'set GOA=',
      '{"GOA":',
      'a v1 h1:A=\n',
      '\n',
      ' ',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      try {
        parseEvidence('x', pieces.join(''));
      } catch (error) {
        expect((error as { code?: string }).code).toBe('E_EVIDENCE');
      }
    }),
    { numRuns: 500 },
  );
  const start = performance.now();
  for (const bad of [
    "GOA='".padEnd(200_000, "'\\''"),
    'require "'.padEnd(200_000, '\\"'),
    `module ${'a/'.repeat(100_000)}`,
    'a '.repeat(100_000),
  ]) {
    parseGoMod(bad);
    parseGoSum(bad);
    goEnvAssignment(bad);
  }
  expect(performance.now() - start).toBeLessThan(1000);
});
