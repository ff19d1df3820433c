import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { routeReportSchema } from '../../src/model/route.ts';
import { folderWith, modwhy } from './modwhy.ts';

/** A home and a Go installation of files only: nothing in it can be run. */
function machine(files: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({});
  const all: Record<string, string> = {
    'goroot/VERSION': 'go1.26.1\ntime 2026-01-01T00:00:00Z\n',
    'goroot/go.env': '# defaults\nGOPROXY=https://proxy.golang.org,direct\nGOSUMDB=sum.golang.org\nGOTOOLCHAIN=auto\n',
    'goroot/bin/go': 'not a program\n',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  mkdirSync(path.join(folder, 'bin'));
  symlinkSync('../goroot/bin/go', path.join(folder, 'bin/go'));
  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    modwhy(['route', ...args], { cwd: folder, env: { PATH: path.join(folder, 'bin'), HOME: folder, GIT_CONFIG_NOSYSTEM: '1', ...env } });
  const clean = (text: string) => text.replaceAll(folder, 'HOME');
  return { folder, run, clean };
}

test('S3: the servers in order, the setting and pattern of each, and what a setting would change', () => {
  const { run, clean } = machine({ '.config/go/env': 'GOPRIVATE=git.corp.test\n' });
  const { code, out, err } = run(['corp.example.com/team/lib@v1.2.3', '--what-if', 'GOPRIVATE=*.example.com']);
  expect([code, err]).toEqual([0, '']);
  expect(clean(out)).toMatchInlineSnapshot(`
    "corp.example.com/team/lib@v1.2.3: who is asked, now (go 1.26.1, in HOME/goroot)

    1. proxy.golang.org   GOPROXY
       asks        https://proxy.golang.org/corp.example.com/team/lib/@v/v1.2.3.info
       then        on 404 and 410 the next one; any other error ends it

    2. corp.example.com, directly   GOPROXY
       asks        https://corp.example.com/team/lib?go-get=1, then the repository that this page names
       GOVCS       git is allowed (public:git|hg)
       then        it is the last one: what it answers counts

       checksums   sum.golang.org, through GOPROXY servers that pass it on

       settings    GOPROXY      https://proxy.golang.org,direct  GOROOT/go.env
                   GOSUMDB      sum.golang.org                   GOROOT/go.env
                   GOTOOLCHAIN  auto                             GOROOT/go.env
                   GOPRIVATE    git.corp.test                    go env file ~/.config/go/env
                   GONOPROXY    git.corp.test                    GOPRIVATE
                   GONOSUMDB    git.corp.test                    GOPRIVATE

       note        In GOPROXY only 404 and 410 lead past a comma; past | any error does. The order
                   counts, there are no weights.
                   The ?go-get=1 page is asked by go itself: insteadOf rules of git count only for the
                   repository that it names.

    corp.example.com/team/lib@v1.2.3: who is asked, with GOPRIVATE=*.example.com

    1. corp.example.com, directly   GOPRIVATE, by *.example.com
       asks        https://corp.example.com/team/lib?go-get=1, then the repository that this page names
       GOVCS       git is allowed (private:all)
       then        it is the last one: what it answers counts

       checksums   not asked: GOPRIVATE, by *.example.com

       settings    GOPRIVATE  *.example.com  environment
                   GONOPROXY  *.example.com  GOPRIVATE
                   GONOSUMDB  *.example.com  GOPRIVATE

       changes     proxy.golang.org is asked no more
                   sum.golang.org is asked no more
    "
  `);
});

test('S33: through the forward proxy, and past it by an entry of NO_PROXY', () => {
  const { run } = machine();
  const env = {
    GOPROXY: 'https://goproxy.corp.test|https://proxy.golang.org|off',
    https_proxy: 'http://bob:pw12345@squid.corp.test:3128',
    NO_PROXY: '10.0.0.0/8,.corp.test',
  };
  const { now } = JSON.parse(run(['github.com/northwind/lib', '--format', 'json'], env).out);
  expect(now.stops.map((stop: { host: string; via: unknown; onError: string }) => [stop.host, stop.via, stop.onError])).toEqual([
    ['goproxy.corp.test', { proxy: null, because: 'NO_PROXY', entry: '.corp.test' }, 'next'],
    ['proxy.golang.org', { proxy: 'http://squid.corp.test:3128', because: 'HTTPS_PROXY', entry: null }, 'next'],
    [null, null, 'fail'],
  ]);
});

test('S14: netrc machines and insteadOf rules are named, their values never', () => {
  const { run, folder } = machine({
    '.netrc': 'machine goproxy.corp.test login bob password hunter2hunter2\ndefault login x password y\n',
    '.gitconfig':
      '[url "https://oauth2:hunter3hunter3@git.corp.test/"]\n\tinsteadOf = https://github.com/\n\tpushInsteadOf = https://github.com/northwind/\n',
    '.git/config': '[url "ssh://git@git.corp.test/"]\n\tinsteadOf = https://github.com/northwind/\n',
  });
  const env = {
    GOPROXY: 'https://goproxy.corp.test,https://alice:hunter4hunter4@other.corp.test,direct',
    GOAUTH: 'netrc; /opt/credentials --token hunter5hunter5',
  };
  for (const format of ['text', 'json', 'markdown']) {
    const { code, out } = run(
      ['github.com/northwind/lib@v1.0.0', '--format', format, '--what-if', 'HTTPS_PROXY=http://u:hunter6hunter6@p.test'],
      env,
    );
    expect(code).toBe(0);
    expect(out).not.toMatch(/hunter|alice|bob/);
  }
  const { now } = JSON.parse(run(['github.com/northwind/lib@v1.0.0', '--format', 'json'], env).out);
  expect(now.stops.map((stop: { credentials: unknown }) => stop.credentials)).toEqual([
    [
      { kind: 'netrc', name: 'goproxy.corp.test', when: 'first' },
      { kind: 'command', name: '/opt/credentials', when: 'first' },
    ],
    [
      { kind: 'url', name: 'other.corp.test', when: 'first' },
      { kind: 'command', name: '/opt/credentials', when: 'first' },
    ],
    [],
  ]);
  expect(now.stops[2].repository.rewritten).toEqual({
    url: 'https://git.corp.test/northwind/lib',
    host: 'git.corp.test',
    insteadOf: 'https://github.com/',
    source: '~/.gitconfig',
  });
  expect(now.notes.join('\n')).toContain('The insteadOf rules of .git/config do not count');
  expect(readFileSync(path.join(folder, 'goroot/bin/go'), 'utf8')).toBe('not a program\n');
});

test('S35: a value that is hidden is shown with the reason', () => {
  const { run } = machine({ '.config/go/env': 'GOPROXY=https://goproxy.corp.test\nGOPRIVATE=corp.example.com\nNO_PROXY=x.test\n' });
  const hidden = (env: Readonly<Record<string, string>>) => JSON.parse(run(['a.test/x', '--format', 'json'], env).out).now.hidden;
  expect(hidden({ GOPROXY: 'direct', HTTPS_PROXY: 'http://a.test', https_proxy: 'http://b.test' })).toEqual([
    {
      name: 'GOPROXY',
      value: 'https://goproxy.corp.test',
      source: 'go env file',
      because: 'the environment sets it, and is stronger: go env -w has no effect',
    },
    { name: 'https_proxy', value: 'http://b.test', source: 'environment', because: 'HTTPS_PROXY in capital letters is read first' },
    { name: 'NO_PROXY', value: 'x.test', source: 'go env file', because: 'it is read from the environment only' },
  ]);
  expect(hidden({ GOENV: 'off' }).map(({ name, because }: { name: string; because: string }) => [name, because])).toEqual([
    ['GOPROXY', 'GOENV=off: the file is not read'],
    ['GOPRIVATE', 'GOENV=off: the file is not read'],
    ['NO_PROXY', 'it is read from the environment only'],
  ]);
});

describe('the settings of another machine', () => {
  const env =
    "GOPROXY='https://goproxy.corp.test,direct'\nGOPRIVATE=''\nGONOPROXY=''\nGOSUMDB='sum.golang.google.cn'\nGOFLAGS='-mod=vendor'\nGOVERSION='go1.14.2'\n";

  test('S16: come from what go env printed there, with the rules of its Go', () => {
    const { run, folder } = machine({ '.netrc': 'machine goproxy.corp.test login bob password hunter2hunter2\n' });
    writeFileSync(path.join(folder, 'env.txt'), env);
    const report = routeReportSchema.parse(JSON.parse(run(['a.test/x.git', '--with', 'env.txt', '--format', 'json']).out));
    expect(report.go).toEqual({ version: '1.14.2', source: 'env.txt' });
    expect(report.now.vendored).toBe(true);
    expect(report.now.stops.map(({ host, credentials, repository }) => [host, credentials, repository?.rule])).toEqual([
      ['goproxy.corp.test', [], undefined],
      ['a.test', [], ''],
    ]);
    expect(report.now.sumdb.host).toBe('sum.golang.google.cn');
    expect(report.now.settings.every(({ source }) => source === 'env.txt' || source === 'default')).toBe(true);
  });

  test('S13: a replace line of go.mod decides before any server', () => {
    const { run, folder } = machine();
    writeFileSync(
      path.join(folder, 'go.mod'),
      'module example.com/app\n\ngo 1.21\n\nreplace a.test/x => ../x\n\nreplace b.test/y v1.0.0 => github.com/northwind/y v1.0.1\n',
    );
    expect(run(['a.test/x@v1.0.0', '--with', 'go.mod']).out).toContain('Nobody: a.test/x is replaced by the folder ../x, line 5 of go.mod');
    const fork = JSON.parse(run(['b.test/y@v1.0.0', '--with', 'go.mod', '--format', 'json']).out).now;
    expect([fork.module, fork.version, fork.notes[0]]).toEqual([
      'github.com/northwind/y',
      'v1.0.1',
      'b.test/y is replaced by github.com/northwind/y v1.0.1, line 7 of go.mod: that one is asked for.',
    ]);
    expect(JSON.parse(run(['b.test/y@v1.1.0', '--with', 'go.mod', '--format', 'json']).out).now.module).toBe('b.test/y');
  });
});

test('S34: files, off and vendor', () => {
  const { run } = machine();
  const heads = (env: Readonly<Record<string, string>>) =>
    run(['a.test/x@v1.0.0'], env)
      .out.split('\n')
      .filter((line) => /^\d\.|ask nobody/.test(line));
  expect(heads({ GOPROXY: 'file:///srv/modules,off' })).toEqual(['1. files below file:///srv/modules   GOPROXY', '2. off   GOPROXY']);
  expect(heads({ GOPROXY: 'off', GOFLAGS: '-mod=mod --mod=vendor' })).toEqual([
    '   GOFLAGS=-mod=vendor: go build, test, run, list and vet ask nobody. go get, go mod download and go',
    '1. off   GOPROXY',
  ]);
});

describe('what go would refuse', () => {
  const { run } = { run: (args: readonly string[], env: Readonly<Record<string, string>>) => machine().run(args, env) };
  test.each([
    ['Git.test/x', {}, `malformed module path "Git.test/x": invalid char 'G' in first path element`],
    ['a.test/x', { GOPROXY: ',' }, 'GOPROXY list is not the empty string, but contains no entries'],
    ['a.test/x', { GOPROXY: 'ftp://me:secret@a.test' }, 'invalid proxy URL scheme (must be https, http, file): ftp://me:xxxxx@a.test'],
    ['a.test/x', { GOPROXY: 'direct', GOVCS: 'git' }, 'malformed entry in GOVCS (missing colon): "git"'],
    ['a.test/x', { GOSUMDB: 'sum.corp.test' }, 'invalid GOSUMDB: malformed verifier id'],
    ['a.test/x', { GOAUTH: 'netrc;off' }, 'GOAUTH=off cannot be combined with other authentication commands (GOAUTH=netrc; off)'],
    ['a.test/x', { GOPROXY: 'http://me:secret@a.test' }, 'refusing to pass credentials to insecure URL: http://a.test/a.test/x/@v/list'],
  ])('%s with %o', (module, env, message) => expect(run([module], env).out.replace(/\s+/g, ' ')).toContain(message));
});

test.each([
  [[], 'route takes one module'],
  [['a.test/x', 'b.test/y'], 'route takes one module'],
  [['a.test/x', '--format', 'lines'], '--format expected text, json or markdown, found "lines"'],
  [['a.test/x', '--what-if', 'GOPROX=direct'], 'no route depends on "GOPROX", did you mean GOPROXY?'],
  [['a.test/x', '--what-if', 'GOPROXY'], '--what-if needs NAME=VALUE, found "GOPROXY"'],
  [['a.test/x', '--with', 'missing.txt'], '--with missing.txt'],
])('wrong usage: %j', (args, message) => {
  const { code, out, err } = machine().run(args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});
