import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readWorld } from '../../src/cli/machine/world.ts';
import { variables } from '../../src/settings/variables.ts';
import { originOf } from '../../src/settings/why.ts';
import type { World } from '../../src/settings/world.ts';

// `MODWHY_WHY_RUNS=2000 vitest run --project unit test/settings/why.test.ts` compares as many settings.
const runs = Number(process.env.MODWHY_WHY_RUNS ?? 60);
const go = spawnSync('go', ['env', 'GOROOT'], { encoding: 'utf8', env: { ...process.env, GOTOOLCHAIN: 'local' } });
const missing = go.status === 0 ? '' : 'no go';

const values: Readonly<Record<string, fc.Arbitrary<string>>> = {
  GOPROXY: fc.constantFrom('', 'off', 'https://goproxy.corp.test,direct'),
  GOSUMDB: fc.constantFrom('', 'off', 'sum.golang.org'),
  GOPRIVATE: fc.constantFrom('', 'corp.example.com', '*.corp.test'),
  GONOPROXY: fc.constantFrom('', 'none'),
  GONOSUMDB: fc.constantFrom('', 'none'),
  GOFLAGS: fc.constantFrom('', '-mod=mod'),
  GO111MODULE: fc.constantFrom('', 'on', 'off', 'auto'),
  GOTOOLCHAIN: fc.constantFrom('', 'local'),
  GOPATH: fc.constantFrom('', '/srv/gopath', '/srv/a:/srv/b'),
  GOMODCACHE: fc.constantFrom('', '/srv/modules'),
  GOCACHE: fc.constantFrom('', '/srv/cache', 'relative', 'off'),
  GOOS: fc.constantFrom('', 'windows', 'darwin', 'linux'),
  GOARCH: fc.constantFrom('', 'arm64', 'amd64'),
  GOAMD64: fc.constantFrom('', 'v3'),
  CGO_ENABLED: fc.constantFrom('', '0', '1', 'yes'),
  CC: fc.constantFrom('', 'mycc'),
  GOWORK: fc.constantFrom('', 'off', 'auto', '/srv/go.work'),
  GOENV: fc.constantFrom('', 'off'),
  GODEBUG: fc.constantFrom('', 'netdns=go'),
  GOVCS: fc.constantFrom('', '*:git'),
  GOAUTH: fc.constantFrom('', 'off'),
  HOME: fc.constantFrom('{home}', '{home}', '{home}', ''),
};
const settings = fc.record(values, { requiredKeys: [] });

describe.skipIf(missing)(`env why and a real go${missing ? ` (skipped: ${missing})` : ''}`, () => {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'modwhy-why-')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const home = path.join(folder, 'home');
  mkdirSync(path.join(home, '.config/go'), { recursive: true });
  for (const name of ['plain', 'module/inner', 'workspace/module']) mkdirSync(path.join(folder, name), { recursive: true });
  for (const name of ['module', 'workspace/module'])
    writeFileSync(path.join(folder, name, 'go.mod'), 'module example.com/app\n\ngo 1.18\n');
  writeFileSync(path.join(folder, 'workspace/go.work'), 'go 1.18\n\nuse ./module\n');

  test('S35: says for every variable what go env prints', () => {
    const places = fc.constantFrom('plain', 'module/inner', 'workspace/module');
    fc.assert(
      fc.property(settings, settings, places, (own, written, place) => {
        const { HOME: _, GOENV: __, ...lines } = written;
        writeFileSync(
          path.join(home, '.config/go/env'),
          Object.entries(lines)
            .map(([name, value]) => `${name}=${value}\n`)
            .join(''),
        );
        const env: Record<string, string> = { PATH: process.env.PATH!, ...own, HOME: (own.HOME ?? '{home}').replace('{home}', home) };
        const cwd = path.join(folder, place);
        const { stdout, status } = spawnSync('go', ['env', '-json'], { cwd, env: { ...env, PWD: cwd }, encoding: 'utf8' });
        // Without a home or with GO111MODULE=auto in a workspace, go may refuse to say anything.
        fc.pre(status === 0);
        const printed = JSON.parse(stdout) as Record<string, string>;
        const world = readWorld(env, cwd);
        const said: Record<string, string> = {};
        const expected: Record<string, string> = {};
        for (const name of Object.keys(printed)) {
          const { value } = originOf(name, world);
          if (value === null) continue;
          said[name] = value;
          expected[name] = printed[name]!;
        }
        expect(said, JSON.stringify({ own, lines, place })).toEqual(expected);
        expect(Object.keys(said).length).toBeGreaterThan(Object.keys(printed).length - 5);
      }),
      { numRuns: runs, interruptAfterTimeLimit: 60_000, endOnFailure: true },
    );
  }, 120_000);

  test('knows every variable that go knows, and no others but those of the network', () => {
    const source = path.join(go.stdout.trim(), 'src/internal/cfg/cfg.go');
    if (!existsSync(source)) return;
    const known = [.../KnownEnv = `([^`]*)`/.exec(readFileSync(source, 'utf8'))![1]!.matchAll(/\S+/g)].map(([name]) => name);
    const ours = new Set(variables.keys());
    expect(known.filter((name) => !ours.has(name) && !/_(?:DIS)?ALLOW$/.test(name))).toEqual([]);
  });
});

/** A machine without anything on it. */
function bare(over: Partial<World> = {}): World {
  return {
    environment: {},
    file: {},
    fileName: '/home/ada/.config/go/env',
    installation: { GOPROXY: 'https://proxy.golang.org,direct', GOSUMDB: 'sum.golang.org', GOTOOLCHAIN: 'auto' },
    installationName: '/usr/local/go/go.env',
    goroot: '/usr/local/go',
    version: '1.26.1',
    platform: 'linux',
    arch: 'x64',
    temporary: '/tmp',
    configFolder: '/home/ada/.config',
    cacheFolder: '/home/ada/.cache',
    nearest: () => null,
    hasProgram: () => true,
    ...over,
  };
}

const states = (name: string, over: Partial<World>) =>
  originOf(name, bare(over)).places.map(({ place, value, counts, because }) => [place, value, counts ? 'counts' : because]);

test.each([
  [
    'the environment hides the file',
    'GOPROXY',
    { environment: { GOPROXY: 'off' }, file: { GOPROXY: 'direct' } },
    [
      ['environment', 'off', 'counts'],
      ['go env file', 'direct', 'stronger'],
      ['GOROOT/go.env', 'https://proxy.golang.org,direct', 'stronger'],
      ['default', null, null],
    ],
  ],
  [
    'the file is not read',
    'GOPRIVATE',
    { environment: { GOENV: 'off' }, file: { GOPRIVATE: 'corp.test' } },
    [
      ['environment', null, null],
      ['go env file', 'corp.test', 'file-off'],
      ['GOROOT/go.env', null, null],
      ['default', '', 'counts'],
    ],
  ],
  [
    'an empty line of the file hides the installation',
    'GOSUMDB',
    { environment: { GOSUMDB: '' }, file: { GOSUMDB: '' } },
    [
      ['environment', '', 'empty'],
      ['go env file', '', 'hides-installation'],
      ['GOROOT/go.env', 'sum.golang.org', 'stronger'],
      ['default', '', 'counts'],
    ],
  ],
  [
    'a proxy in the file of go env -w',
    'HTTPS_PROXY',
    { environment: { https_proxy: 'http://squid.corp.test:3128' }, file: { HTTPS_PROXY: 'http://other.corp.test' } },
    [
      ['environment', null, null],
      ['environment', 'http://squid.corp.test:3128', 'counts'],
      ['go env file', 'http://other.corp.test', 'environment-only'],
      ['GOROOT/go.env', null, null],
      ['default', null, null],
    ],
  ],
  [
    'a Go that does not know it',
    'GOTOOLCHAIN',
    { version: '1.20.14', installation: null, environment: { GOTOOLCHAIN: 'local' } },
    [
      ['environment', 'local', 'not-known'],
      ['go env file', null, null],
      ['GOROOT/go.env', null, null],
      ['default', '', 'counts'],
    ],
  ],
] as const)('S35: %s', (_, name, over, expected) => {
  expect(states(name, over)).toEqual(expected);
});
