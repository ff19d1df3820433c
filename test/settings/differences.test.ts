import { describe, expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { readRules } from '../../src/catalog/read.ts';
import { settingDifferences } from '../../src/settings/differences.ts';
import { goflags } from '../../src/settings/flags.ts';
import { meanings } from '../../src/settings/meanings.ts';
import { patternSet } from '../../src/settings/patterns.ts';

const machine = { GOROOT: '/usr/local/go', GOPATH: '/home/ada/go', GOOS: 'linux', GOVERSION: 'go1.22.1' };
const differ = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>) =>
  settingDifferences(new Map(Object.entries({ ...machine, ...a })), new Map(Object.entries({ ...machine, ...b }))).map(
    ({ name, meaning }) => [name, meaning],
  );

test('every cause that a difference is said to explain is in the catalog', () => {
  const known = new Set(compileRules(readRules('rules'), 'test').causes.map(({ id }) => id));
  const named = Object.values(meanings).flatMap(({ causes }) => [...causes]);
  expect(named.filter((cause) => !known.has(cause))).toEqual([]);
});

describe('S4: what counts as the same', () => {
  test.each([
    ['GOPROXY', 'https://a.test/, direct', 'https://a.test,direct'],
    ['GOPROXY', 'a.test,direct', 'https://a.test,direct,https://never.test'],
    ['GOPRIVATE', 'a.test/x,b.test', 'b.test/,a.test/x,a.test/x/y'],
    ['GOFLAGS', '-mod=mod -trimpath', '--trimpath "-mod=mod"'],
    ['GOFLAGS', '-mod=readonly', ''],
    ['GO111MODULE', 'on', ''],
    ['GOWORK', 'off', ''],
  ])('%s=%s and %s', (name, a, b) => expect(differ({ [name]: a }, { [name]: b })).toEqual([[name, 'same-meaning']]));

  test('what each machine and each run has of its own', () => {
    const own = (name: string) => ({
      GOROOT: `/${name}/go`,
      GOTOOLDIR: `/${name}/go/pkg/tool/linux_amd64`,
      GOPATH: `/home/${name}/go`,
      GOMODCACHE: `/home/${name}/go/pkg/mod`,
      GOCACHE: `/home/${name}/.cache/go-build`,
      GOENV: `/home/${name}/.config/go/env`,
      GOMOD: `/src/${name}/go.mod`,
      GOGCCFLAGS: `-ffile-prefix-map=/tmp/go-build${name}=/tmp/go-build`,
    });
    expect(differ(own('ada'), own('bob')).every(([, meaning]) => meaning === 'own-folder' || meaning === 'each-run')).toBe(true);
  });

  test('a list that only follows GOPRIVATE', () => {
    const all = (value: string) => ({ GOPRIVATE: value, GONOPROXY: value, GONOSUMDB: value });
    expect(differ(all('a.test'), all(''))).toEqual([
      ['GOPRIVATE', 'private-patterns'],
      ['GONOPROXY', 'follows-private'],
      ['GONOSUMDB', 'follows-private'],
    ]);
  });
});

describe('S4: the rules of the Go version', () => {
  test.each([
    [{ GOVERSION: 'go1.15.15', GO111MODULE: '' }, { GOVERSION: 'go1.15.15', GO111MODULE: 'on' }, ['GO111MODULE', 'modules-auto']],
    [{ GOFLAGS: '-mod=readonly', GOVERSION: 'go1.15.15' }, { GOFLAGS: '', GOVERSION: 'go1.15.15' }, ['GOFLAGS', 'flags-mod']],
    [{ GOVERSION: 'go1.20.14' }, { GOTOOLCHAIN: 'auto' }, ['GOVERSION', 'go-older']],
    [{ GOVERSION: 'go1.21.0', GOTOOLCHAIN: 'auto' }, { GOTOOLCHAIN: 'auto' }, ['GOVERSION', 'go-older-switches']],
    [{ GOVERSION: 'go1.21.0', GOTOOLCHAIN: 'local' }, { GOTOOLCHAIN: 'local' }, ['GOVERSION', 'go-older']],
    [{ GOVERSION: 'go1.22.9' }, {}, ['GOVERSION', 'go-patch']],
    [{ GOVERSION: 'go1.20.14' }, { GOVERSION: 'go1.20.14', GOTOOLCHAIN: 'local' }, ['GOTOOLCHAIN', 'not-known-there']],
    [{ GOVERSION: 'go1.22.1' }, { GOVERSION: 'go1.22.1', GOAUTH: 'netrc' }, undefined],
  ] as const)('%j and %j', (a, b, expected) => expect(differ(a, b)[0]).toEqual(expected));
});

test.each([
  ['https://a.test', 'https://a.test|direct', 'proxy-fewer'],
  ['https://a.test,https://b.test', 'https://b.test,https://a.test', 'proxy-order'],
  ['https://a.test,direct', 'https://a.test|direct', 'proxy-separator'],
  ['https://u:p@a.test', 'https://a.test', 'proxy-credentials'],
  ['https://a.test,direct', 'direct', 'proxy-direct'],
  ['https://a.test', 'ftp://a.test', 'proxy-invalid'],
  ['https://a.test', ',', 'proxy-invalid'],
  ['off', 'https://a.test', 'proxy-off'],
  ['https://a.test', 'http://a.test', 'proxy-other'],
])('GOPROXY %s and %s: %s', (a, b, meaning) => expect(differ({ GOPROXY: a }, { GOPROXY: b })).toEqual([['GOPROXY', meaning]]));

// cmd/go: `GOFLAGS='-ldflags="-X a=b"'` is refused, since only a word that begins with a quote is quoted.
test('GOFLAGS as go splits them', () => {
  expect([...(goflags(`-tags=a,b  '-gcflags=-N -l' "-ldflags=-X a=b" --v`) ?? [])]).toEqual([
    ['tags', 'a,b'],
    ['gcflags', '-N -l'],
    ['ldflags', '-X a=b'],
    ['v', 'true'],
  ]);
  expect(goflags('-ldflags="-X a=b"')).toBeNull();
  expect(goflags("'-v")).toBeNull();
  expect(goflags('mod=vendor')).toBeNull();
});

test('a pattern that another one covers says nothing', () => {
  expect([...patternSet('a.test,a.test/x,*.b.test,c.b.test,,a.test/')]).toEqual(['a.test', '*.b.test']);
});
