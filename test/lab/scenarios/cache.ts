import { createHash } from 'node:crypto';
import type { Repository } from '../git-server.ts';
import { goSum } from '../module-zip.ts';
import { appGoMod, corpLib, HEALTHY, importing, PUBLIC, strutil } from '../modules.ts';
import { scenarios } from '../scenario.ts';

const build = ['go', 'build', './...'];
const world = { modules: PUBLIC };
const prepare = [['go', 'mod', 'download']];
const module = strutil.path;
const cached = `{modcache}/cache/download/${module}/@v/${strutil.version}`;
/** The cache spells `A` as `!a`. golang.org/x/mod/module, EscapePath. */
const capitals = { ...strutil, path: 'github.com/Acme/StrUtil', version: 'v1.0.0-RC.1' };
const spelled = '{modcache}/cache/download/github.com/!acme/!str!util/@v/v1.0.0-!r!c.1';
const extracted = `{modcache}/${module}@${strutil.version}`;

const clone = `{modcache}/cache/vcs/${createHash('sha256').update('git3:https://git.corp.example.com/lib.git').digest('hex')}`;
const repository: Repository = {
  host: 'git.corp.example.com',
  path: 'lib',
  commits: [
    { files: corpLib.files, tag: 'v1.2.3' },
    { files: { ...corpLib.files, 'more.go': 'package lib\n' }, tag: 'v1.3.0' },
  ],
};
const page = '<meta name="go-import" content="corp.example.com/lib git https://git.corp.example.com/lib.git">';

/** The module cache and the build cache of this machine. */
export const cache = scenarios(
  {
    name: 'cache-zip-truncated',
    title: 'the cached zip is damaged and the folder was removed',
    files: HEALTHY,
    world,
    prepare,
    spoil: { [`${cached}.zip`]: 'PK, and no more', [extracted]: null },
    command: build,
    expect: { cause: 'cache.corrupt-zip' },
    heals: ['delete-pair', 'clean'],
    wrong: [{ title: 'tidy', script: 'go mod tidy' }],
  },
  {
    name: 'cache-ziphash-damaged',
    title: 'the cached hash of the zip is none',
    files: HEALTHY,
    world,
    prepare,
    spoil: { [`${cached}.ziphash`]: 'x'.repeat(47) },
    command: build,
    expect: { cause: 'cache.corrupt-metadata' },
    heals: ['clean'],
  },
  {
    name: 'cache-mod-empty',
    title: 'the cached go.mod is empty',
    files: HEALTHY,
    world,
    prepare,
    spoil: { [`${cached}.mod`]: '' },
    command: build,
    expect: { cause: 'cache.corrupt-metadata', module },
    heals: ['clean'],
    wrong: [{ title: 'tidy', script: 'go mod tidy' }],
  },
  {
    name: 'cache-zip-truncated-capitals',
    title: 'the cached zip of a module with capital letters is damaged',
    files: { 'go.mod': appGoMod(capitals), 'go.sum': goSum(capitals), 'app.go': importing(capitals.path) },
    world: { modules: [capitals] },
    prepare,
    spoil: { [`${spelled}.zip`]: 'PK, and no more', '{modcache}/github.com/!acme/!str!util@v1.0.0-!r!c.1': null },
    command: build,
    expect: { cause: 'cache.corrupt-zip' },
    heals: ['delete-pair', 'clean'],
  },
  {
    name: 'cache-mod-empty-capitals',
    title: 'the cached go.mod of a module with capital letters is empty',
    files: { 'go.mod': appGoMod(capitals), 'go.sum': goSum(capitals), 'app.go': importing(capitals.path) },
    world: { modules: [capitals] },
    prepare,
    spoil: { [`${spelled}.mod`]: '' },
    command: build,
    expect: { cause: 'cache.corrupt-metadata', module: capitals.path },
    heals: ['clean'],
    filled: { 'delete-one': { GOMODCACHE: '{modcache}' } },
  },
  {
    name: 'cache-dir-modified',
    title: 'a file in the module cache was edited',
    files: HEALTHY,
    world,
    prepare,
    spoil: { [`${extracted}/debug.go`]: 'package strutil\n' },
    command: ['go', 'mod', 'verify'],
    expect: { cause: 'cache.modified-dir', module },
    heals: ['delete-dir', 'clean'],
    wrong: [{ title: 'download again, which looks at nothing', script: 'go mod download' }],
  },
  {
    name: 'cache-vcs-corrupt',
    title: 'the repository in the module cache lost its HEAD',
    files: { 'go.mod': appGoMod({ ...corpLib, version: 'v1.3.0' }), 'app.go': importing(corpLib.path) },
    world: {
      modules: PUBLIC,
      repositories: [repository],
      answers: [{ host: 'corp.example.com', path: '?go-get=1', answer: { status: 200, type: 'text/html', body: page } }],
    },
    prepare: [['env', 'GOPRIVATE=corp.example.com', 'go', 'mod', 'download', 'corp.example.com/lib@v1.2.3']],
    spoil: { [`${clone}/HEAD`]: null },
    goEnv: { GOPRIVATE: 'corp.example.com' },
    command: ['go', 'mod', 'tidy'],
    expect: { cause: 'cache.vcs-corrupt' },
    heals: ['delete-clone', 'clean'],
  },
  {
    name: 'cache-corrupt-index',
    title: 'the index of a module in the build cache is damaged',
    files: HEALTHY,
    world,
    ownBuildCache: true,
    prepare: [
      ['go', 'list', './...'],
      ['bash', '-c', 'grep -rl "^go index" "$GOCACHE" | while read -r f; do sed -i "2,\\$ s/./x/g" "$f"; done'],
    ],
    command: build,
    expect: { cause: 'cache.corrupt-index' },
    heals: ['clean-cache'],
  },
  {
    name: 'cache-zip-empty',
    title: 'the cached zip is empty (a cache saved while it was written), its hash file is right',
    files: HEALTHY,
    world,
    prepare,
    spoil: { [`${cached}.zip`]: '', [extracted]: null },
    command: build,
    expect: { cause: 'cache.corrupt-zip' },
    heals: ['delete-pair', 'clean'],
  },
  {
    name: 'cache-zip-garbage-verify',
    title: 'go mod verify meets a zip that is none',
    files: HEALTHY,
    world,
    prepare,
    spoil: { [`${cached}.zip`]: '<html>proxy login</html>' },
    command: ['go', 'mod', 'verify'],
    expect: { cause: 'cache.corrupt-zip' },
    heals: ['clean'],
  },
  {
    name: 'cache-ziphash-lost',
    title: 'the hash of a cached zip is gone',
    files: HEALTHY,
    world,
    prepare,
    spoil: { [`${cached}.ziphash`]: null },
    command: ['go', 'mod', 'verify'],
    expect: { cause: 'cache.corrupt-metadata', module },
    heals: ['clean'],
  },
  {
    name: 'cache-file-added',
    title: 'somebody put a file into an unpacked module',
    files: HEALTHY,
    world,
    prepare,
    sabotage: `chmod u+w ${extracted} && touch ${extracted}/notes.txt`,
    command: ['go', 'mod', 'verify'],
    expect: { cause: 'cache.modified-dir', module },
    heals: ['clean'],
  },
  {
    name: 'cache-mod-html',
    title: 'the cached go.mod is a page of a login portal',
    files: HEALTHY,
    world,
    prepare,
    spoil: { [`${cached}.mod`]: '<!doctype html>\n<title>Login</title>\n' },
    command: ['go', 'mod', 'tidy'],
    expect: { cause: 'checksum.go-sum-mismatch' },
  },
  {
    name: 'cache-vcs-origin-lost',
    title: 'the repository in the module cache lost its settings',
    files: { 'go.mod': appGoMod({ ...corpLib, version: 'v1.3.0' }), 'app.go': importing(corpLib.path) },
    world: {
      modules: PUBLIC,
      repositories: [repository],
      answers: [{ host: 'corp.example.com', path: '?go-get=1', answer: { status: 200, type: 'text/html', body: page } }],
    },
    prepare: [['env', 'GOPRIVATE=corp.example.com', 'go', 'mod', 'download', 'corp.example.com/lib@v1.2.3']],
    spoil: { [`${clone}/config`]: '[core\n' },
    goEnv: { GOPRIVATE: 'corp.example.com' },
    command: ['go', 'mod', 'tidy'],
    expect: { cause: 'cache.vcs-corrupt' },
    heals: ['delete-clone', 'clean'],
  },
);
