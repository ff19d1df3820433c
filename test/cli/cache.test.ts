import { mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheSchemaText } from '../../build/schema.ts';
import { causesOf } from '../../src/cache/fix.ts';
import { kinds } from '../../src/cache/kinds.ts';
import { loadPack } from '../../src/catalog/load.ts';
import { cacheEnglish } from '../../src/i18n/en-cache.ts';
import { cacheReportSchema } from '../../src/model/cache.ts';
import { fill, fillBuildCache, placesOf, temporary } from '../cache/make-cache.ts';
import { sumLines } from '../lab/module-zip.ts';
import { strutil, table } from '../lab/modules.ts';
import { modwhy } from './modwhy.ts';

/** A home with both caches, and a project with its go.sum. */
function machine() {
  const home = temporary();
  const modcache = path.join(home, 'go/pkg/mod');
  fill(modcache, [strutil, table]);
  fillBuildCache(path.join(home, '.cache/go-build'), ['one', 'two']);
  const project = path.join(home, 'project/inside');
  mkdirSync(project, { recursive: true });
  writeFileSync(path.join(home, 'project/go.mod'), 'module example.com/app\n');
  writeFileSync(path.join(home, 'project/go.sum'), sumLines(strutil) + sumLines(table));
  const run = (args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) =>
    modwhy(['cache', ...args], { cwd: project, env: { HOME: home, ...env } });
  const clean = (text: string) => text.replaceAll(home, 'HOME').replace(/[\d.]+ [GMT]iB free/g, 'ROOM free');
  return { home, modcache, project, run, clean };
}

test('a healthy machine: both caches, and the go.sum of the module around', () => {
  const { run, clean } = machine();
  const { code, out, err } = run();
  expect([code, err]).toEqual([0, '']);
  expect(clean(out).replace(/(locks +)[^\n]+(?:\n {15}[^\n]+)*/, '$1…')).toMatchInlineSnapshot(`
    "nothing wrong was found
       module cache HOME/go/pkg/mod (default, ROOM free)
       build cache HOME/.cache/go-build (default, ROOM free)

       looked at   2 versions of 2 modules; contents hashed of 2 of 2 zips and 2 of 2 folders
                   compared with 4 lines of ../go.sum
                   0 clones, 0 toolchains, 0 files of the checksum database
                   2 folders can be written to, as with GOFLAGS=-modcacherw: nothing stops a change
                   there
                   2 entries and 2 outputs of the build cache, 2 hashed
       locks    …
    "
  `);
});

test('damage, worst first, each with its cause and the narrowest commands', () => {
  const { modcache, run, clean } = machine();
  const { base, folder } = placesOf(modcache, strutil);
  truncateSync(`${base}.zip`, 100);
  truncateSync(`${base}.mod`, 0);
  writeFileSync(`${folder}/list`, 'v9.9.9\n');
  writeFileSync(`${base}.lock`, 'pid=999999999\nhost=elsewhere\n');
  rmSync(placesOf(modcache, table).folder, { recursive: true });
  writeFileSync(path.join(modcache, 'cache/vcs'), '');
  const shown = clean(run([modcache]).out).replace(/(locks +)[^\n]+(?:\n {15}[^\n]+)*/, '$1…');
  expect(shown).toMatchInlineSnapshot(`
    "2 errors, 2 warnings, 2 notes
       module cache HOME/go/pkg/mod (as named, ROOM free)

    1. error: HOME/go/pkg/mod/cache/vcs is a file, and go needs a folder there   GM1305
       Go cannot make the folder while the file is there.

       file     HOME/go/pkg/mod/cache/vcs
       cause    env.path-variable-invalid: A folder variable of Go does not name a usable folder:
                HOME/go/pkg/mod/cache/vcs
       do       rm -f HOME/go/pkg/mod/cache/vcs
       then     go makes it again when it needs it, without the network

    2. error: The cached go.mod of github.com/acme/strutil v1.0.0 is empty   GM1202
       Go compares it with go.sum each time, finds the hash of an empty file, and never fetches it again
       while it is there.

       file     HOME/go/pkg/mod/cache/download/github.com/acme/strutil/@v/v1.0.0.mod
       cause    cache.corrupt-metadata: A small cached file (.mod or .ziphash) of
                github.com/acme/strutil is damaged
       do       rm -f HOME/go/pkg/mod/cache/download/github.com/acme/strutil/@v/v1.0.0.mod
       then     go fetches it again when it needs it

    3. warning: The zip of github.com/acme/strutil v1.0.0 is cut or is no zip   GM1201
       It has 100 bytes and no table of contents at its end. Builds use the unpacked folder and do not
       see it; go mod verify does, and so do builds once the folder is gone.

       file     HOME/go/pkg/mod/cache/download/github.com/acme/strutil/@v/v1.0.0.zip
       cause    cache.corrupt-zip: A cached zip of github.com/acme/strutil is damaged
       do       rm -f HOME/go/pkg/mod/cache/download/github.com/acme/strutil/@v/v1.0.0.zip HOME/go/pkg/mod/cache/download/github.com/acme/strutil/@v/v1.0.0.ziphash
       then     go fetches it again when it needs it

    4. warning: github.com/acme/table v1.2.0 is unpacked, but its download is gone
       Without .ziphash go takes the folder as unfinished and downloads the module again, which fails
       offline.

       file     HOME/go/pkg/mod/github.com/acme/table@v1.2.0
       do       go mod download github.com/acme/table@v1.2.0

    5. note: A lock file that is not from go
       Go's lock files are empty, and it does not look into them. Written by process 999999999. Whether
       its process lives cannot be known from here (it is of host elsewhere). It has the name of a lock
       of go: whoever must delete it for the other tool does so while no go runs.

       file     HOME/go/pkg/mod/cache/download/github.com/acme/strutil/@v/v1.0.0.lock
       sure     likely
       do       nothing: go never looks at it

    6. note: The list of versions of github.com/acme/strutil names some that are not here
       1 version, such as v9.9.9. Go writes the list anew; it matters when this cache serves as a proxy.

       file     HOME/go/pkg/mod/cache/download/github.com/acme/strutil/@v/list
       do       rm -f HOME/go/pkg/mod/cache/download/github.com/acme/strutil/@v/list
       then     go makes it again when it needs it, without the network

       looked at   1 version of 1 module; contents hashed of 0 of 1 zip and 0 of 2 folders
                   compared with 4 lines of ../go.sum
                   0 clones, 0 toolchains, 0 files of the checksum database
                   2 folders can be written to, as with GOFLAGS=-modcacherw: nothing stops a change
                   there
       locks    …
    "
  `);
  expect(clean(run([modcache, '--format', 'markdown']).out).split('\n- 2 versions')[0]!).toMatchInlineSnapshot(`
    "### modwhy cache: 2 errors, 2 warnings, 2 notes

    - module cache HOME/go/pkg/mod (as named, ROOM free)

    **error: HOME/go/pkg/mod/cache/vcs is a file, and go needs a folder there** (GM1305)

    Go cannot make the folder while the file is there.

    - \`HOME/go/pkg/mod/cache/vcs\`

    cause: \`env.path-variable-invalid\`, A folder variable of Go does not name a usable folder: HOME/go/pkg/mod/cache/vcs

    \`\`\`sh
    rm -f HOME/go/pkg/mod/cache/vcs
    \`\`\`

    go makes it again when it needs it, without the network

    **error: The cached go.mod of github.com/acme/strutil v1.0.0 is empty** (GM1202)

    Go compares it with go.sum each time, finds the hash of an empty file, and never fetches it again while it is there.

    - \`HOME/go/pkg/mod/cache/download/github.com/acme/strutil/@v/v1.0.0.mod\`

    cause: \`cache.corrupt-metadata\`, A small cached file (.mod or .ziphash) of github.com/acme/strutil is damaged

    \`\`\`sh
    rm -f HOME/go/pkg/mod/cache/download/github.com/acme/strutil/@v/v1.0.0.mod
    \`\`\`

    go fetches it again when it needs it

    **warning: The zip of github.com/acme/strutil v1.0.0 is cut or is no zip** (GM1201)

    It has 100 bytes and no table of contents at its end. Builds use the unpacked folder and do not see it; go mod verify does, and so do builds once the folder is gone.

    - \`HOME/go/pkg/mod/cache/download/github.com/acme/strutil/@v/v1.0.0.zip\`

    cause: \`cache.corrupt-zip\`, A cached zip of github.com/acme/strutil is damaged

    \`\`\`sh
    rm -f HOME/go/pkg/mod/cache/download/github.com/acme/strutil/@v/v1.0.0.zip HOME/go/pkg/mod/cache/download/github.com/acme/strutil/@v/v1.0.0.ziphash
    \`\`\`

    go fetches it again when it needs it

    **warning: github.com/acme/table v1.2.0 is unpacked, but its download is gone**

    Without .ziphash go takes the folder as unfinished and downloads the module again, which fails offline.

    - \`HOME/go/pkg/mod/github.com/acme/table@v1.2.0\`

    \`\`\`sh
    go mod download github.com/acme/table@v1.2.0
    \`\`\`

    **note: A lock file that is not from go**

    Go's lock files are empty, and it does not look into them. Written by process 999999999. Whether its process lives cannot be known from here (it is of host elsewhere). It has the name of a lock of go: whoever must delete it for the other tool does so while no go runs.

    - \`HOME/go/pkg/mod/cache/download/github.com/acme/strutil/@v/v1.0.0.lock\`

    nothing: go never looks at it

    **note: The list of versions of github.com/acme/strutil names some that are not here**

    1 version, such as v9.9.9. Go writes the list anew; it matters when this cache serves as a proxy.

    - \`HOME/go/pkg/mod/cache/download/github.com/acme/strutil/@v/list\`

    \`\`\`sh
    rm -f HOME/go/pkg/mod/cache/download/github.com/acme/strutil/@v/list
    \`\`\`

    go makes it again when it needs it, without the network

    - 1 version of 1 module; contents hashed of 0 of 1 zip and 0 of 2 folders
    - compared with 4 lines of ../go.sum
    - 0 clones, 0 toolchains, 0 files of the checksum database
    - 2 folders can be written to, as with GOFLAGS=-modcacherw: nothing stops a change there
    - 1 lock file, all free: that is how go leaves them, there is nothing to delete
    "
  `);
});

test('JSON is as its schema says, and names what the catalog offers', () => {
  const { modcache, run } = machine();
  const { base } = placesOf(modcache, strutil);
  truncateSync(`${base}.zip`, 100);
  const report = cacheReportSchema.parse(JSON.parse(run(['--format', 'json', '--deep']).out));
  const real = realpathSync(base.slice(0, base.lastIndexOf('/')));
  expect(report.findings).toMatchObject([
    {
      kind: 'zip-cut',
      severity: 'warning',
      sure: 'certain',
      module: strutil.path,
      version: strutil.version,
      files: [`${real}/v1.0.0.zip`],
      fileCount: 1,
      explains: { cause: 'cache.corrupt-zip', code: 'GM1201' },
      fix: [{ kind: 'run', argv: ['rm', '-f', `${real}/v1.0.0.zip`, `${real}/v1.0.0.ziphash`] }],
      network: true,
    },
  ]);
  expect(report.findings[0]!.remedies.map(({ id }) => id)).toEqual(['delete-pair', 'clean']);
  expect(report.looked).toMatchObject({ modules: 2, versions: 2, zips: 2, zipsHashed: 1, goSumLines: 4, entries: 2, outputs: 2 });
  expect(readFileSync('schema/cache-v1.json', 'utf8')).toBe(cacheSchemaText());
});

describe('which folders', () => {
  test.each<[string, (home: string) => string[], Record<string, string>, [string | null, string | null]]>([
    ['the defaults', () => [], {}, ['go/pkg/mod', '.cache/go-build']],
    ['GOMODCACHE of the environment', () => [], { GOMODCACHE: '{home}/go/pkg/mod', GOPATH: '/nowhere' }, ['go/pkg/mod', '.cache/go-build']],
    ['the first GOPATH', () => [], { GOPATH: '{home}/go:/nowhere' }, ['go/pkg/mod', '.cache/go-build']],
    ['a GOPATH that is not there', () => [], { GOPATH: '/nowhere' }, [null, '.cache/go-build']],
    ['a GOCACHE that is not there', () => [], { GOCACHE: 'off' }, ['go/pkg/mod', null]],
    ['XDG_CACHE_HOME', () => [], { XDG_CACHE_HOME: '{home}/.cache' }, ['go/pkg/mod', '.cache/go-build']],
    ['a module cache', (home) => [`${home}/go/pkg/mod`], {}, ['go/pkg/mod', null]],
    ['its downloads', (home) => [`${home}/go/pkg/mod/cache/download`], {}, ['go/pkg/mod', null]],
    ['a GOPATH', (home) => [`${home}/go`], {}, ['go/pkg/mod', null]],
    ['a build cache', (home) => [`${home}/.cache/go-build`], {}, [null, '.cache/go-build']],
  ])('%s', (_, args, env, [modcache, gocache]) => {
    const { home, run } = machine();
    const filled = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.replaceAll('{home}', home)]));
    const { out } = run([...args(home), '--format', 'json'], filled);
    const report = JSON.parse(out);
    const inside = (folder: { path: string } | null) => folder && path.relative(realpathSync(home), folder.path);
    expect([inside(report.modcache), inside(report.gocache)]).toEqual([modcache, gocache]);
  });

  test('the go env file counts, and GOENV=off hides it', () => {
    const { home, run } = machine();
    mkdirSync(path.join(home, '.config/go'), { recursive: true });
    writeFileSync(path.join(home, '.config/go/env'), `GOMODCACHE=${home}/elsewhere\n`);
    fill(path.join(home, 'elsewhere'), [strutil]);
    expect(JSON.parse(run(['--format', 'json']).out).modcache).toMatchObject({
      path: `${home}/elsewhere`,
      setting: 'GOMODCACHE',
      source: 'go env file',
    });
    expect(JSON.parse(run(['--format', 'json'], { GOENV: 'off' }).out).modcache.path).toBe(`${home}/go/pkg/mod`);
  });

  test('a link to the cache is followed, since go follows it', () => {
    const { home, modcache, run } = machine();
    symlinkSync(modcache, path.join(home, 'link'));
    expect(JSON.parse(run([path.join(home, 'link'), '--format', 'json']).out)).toMatchObject({
      modcache: { path: modcache },
      looked: { versions: 2 },
    });
  });
});

test('sumdb state below GOPATH belongs to the module cache', () => {
  const { home, run } = machine();
  const folder = path.join(home, 'go/pkg/sumdb/sum.golang.org');
  mkdirSync(folder, { recursive: true });
  const tree = 'go.sum database tree\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n';
  writeFileSync(path.join(folder, 'latest'), `${tree}\n\u2014 sum.golang.org Az3grg==\n`);
  expect(JSON.parse(run(['--format', 'json']).out).findings).toEqual([]);
  writeFileSync(path.join(folder, 'latest'), tree);
  expect(JSON.parse(run(['--format', 'json']).out).findings).toMatchObject([{ kind: 'sumdb-latest', explains: { code: 'GM0608' } }]);
});

test('--with names another go.sum', () => {
  const { home, run } = machine();
  const other = path.join(home, 'other.sum');
  writeFileSync(other, sumLines(strutil).replace(/go\.mod h1:\S+/, 'go.mod h1:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='));
  const { findings, goSums } = JSON.parse(run(['--with', other, '--format', 'json']).out);
  expect(goSums).toEqual([other]);
  expect(findings).toMatchObject([{ kind: 'mod-not-go-sum', fix: [], explains: { code: 'GM0601' } }]);
});

test('a hostile name stays one line, and is in no command', () => {
  const { modcache, run } = machine();
  const { folder } = placesOf(modcache, strutil);
  writeFileSync(path.join(folder, 'v1\u001b[2m\nrm -rf.zip'), 'no zip');
  const { out } = run([modcache]);
  expect(out).not.toContain('\u001b');
  expect(out).toContain('v1<U+001B>[2m rm -rf');
  expect(JSON.parse(run([modcache, '--format', 'json']).out).findings).toMatchObject([{ kind: 'zip-cut', fix: [] }]);
});

test('every kind has its words, and a cause that the catalog knows', () => {
  const causes = causesOf(loadPack());
  expect(Object.keys(cacheEnglish.findings).sort()).toEqual(Object.keys(kinds).sort());
  for (const { cause } of Object.values(kinds)) if (cause !== null) expect(causes.has(cause), cause).toBe(true);
});

test.each([
  [['a', 'b'], 'cache takes one folder at most; found 2'],
  [['--format', 'lines'], 'modwhy cache: --format expected text, json or markdown, found "lines"'],
  [['missing'], 'missing: expected a folder, a GOMODCACHE, GOCACHE or GOPATH, and there is none of this name'],
  [
    ['.'],
    '.: expected a GOMODCACHE (with cache/download in it), a GOCACHE (with 00 to ff) or a GOPATH (with pkg/mod); this is none of them',
  ],
  [['--with', '../go.mod'], '--with ../go.mod: modwhy cache compares with go.sum only, and this is go.mod'],
])('wrong usage: %j', (args, message) => {
  const { code, out, err } = machine().run(args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});
