import { goSum, type LabModule } from '../module-zip.ts';
import { appGoMod, HEALTHY, importing, loggerV2, PUBLIC, strutil, strutil11 } from '../modules.ts';
import { scenarios } from '../scenario.ts';

const build = ['go', 'build', './...'];
const get = ['go', 'mod', 'tidy'];
const world = { modules: PUBLIC };
const go = 'module example.com/app\n\ngo 1.21\n';

const renamed: LabModule = {
  path: 'github.com/acme/oldname',
  version: 'v1.0.0',
  files: { 'go.mod': 'module github.com/acme/newname\n', 'name.go': 'package newname\n' },
};
const chain: LabModule = {
  path: 'github.com/acme/chain',
  version: 'v1.0.0',
  files: {
    'go.mod': 'module github.com/acme/chain\n\ngo 1.21\n\nrequire github.com/acme/strutil v1.0.5\n',
    'chain.go': 'package chain\n\nimport _ "github.com/acme/strutil"\n',
  },
};
const strutil12: LabModule = { ...strutil, version: 'v1.2.0' };
const loggerCommit = { files: { 'go.mod': `module ${loggerV2.path}\n`, ...loggerV2.files }, tag: loggerV2.version };
const revision: LabModule = { ...strutil, version: 'v1.1.1-0.20240102030405-2f6c1b0a9d3e' };
const padModule: LabModule = { path: 'github.com/acme/strutil/pad', version: 'v1.0.0', files: { 'pad.go': 'package pad\n' } };

/** Imports and versions that do not resolve. */
export const resolve = scenarios(
  {
    name: 'missing-require',
    title: 'a package that no required module has',
    files: { 'go.mod': go, 'app.go': importing('github.com/acme/strutil') },
    world,
    command: build,
    expect: { cause: 'resolve.missing-require' },
    heals: ['get', 'tidy'],
    wrong: [{ title: 'go mod download', script: 'go mod download' }],
  },
  {
    name: 'missing-two-packages',
    title: 'two packages that no required module has',
    files: { 'go.mod': go, 'app.go': importing('github.com/acme/strutil', 'github.com/acme/logger/v2') },
    world,
    command: build,
    expect: { cause: 'resolve.missing-require' },
    heals: ['get', 'tidy'],
  },
  {
    name: 'missing-own-package',
    title: 'code of the module itself was not generated, beside a module that is not required',
    files: {
      'go.mod': go,
      'cmd/api/main.go': 'package main\n\nimport (\n\t_ "example.com/app/gen/pb"\n\t_ "github.com/acme/strutil"\n)\n\nfunc main() {}\n',
    },
    world,
    command: ['go', 'vet', './cmd/...'],
    expect: { cause: 'resolve.missing-require', path: 'example.com/app/gen/pb' },
    wrong: [
      { title: 'go get of everything that go names', script: 'go get example.com/app/gen/pb github.com/acme/strutil' },
      { title: 'tidy', script: 'go mod tidy' },
    ],
  },
  {
    name: 'replaced-not-required',
    title: 'a module is replaced by a folder and not required',
    files: {
      'go.mod': `${go}\nreplace github.com/acme/strutil => ./strutil\n`,
      'app.go': importing('github.com/acme/strutil'),
      'strutil/go.mod': 'module github.com/acme/strutil\n',
      'strutil/strutil.go': 'package strutil\n',
    },
    world,
    command: ['go', 'build', '.'],
    expect: { cause: 'resolve.missing-require' },
    heals: ['get'],
  },
  {
    name: 'transitive-version-gone',
    title: 'a requirement asks for a version of another module that does not exist',
    files: { 'go.mod': appGoMod(chain).replace('go 1.21', 'go 1.16'), 'app.go': importing(chain.path) },
    world: { modules: [...PUBLIC, chain] },
    goEnv: { GOPROXY: 'https://proxy.golang.org' },
    command: get,
    expect: { cause: 'resolve.transitive-broken', module: strutil.path, version: 'v1.0.5' },
    heals: ['exclude'],
    wrong: [{ title: 'clean the module cache', script: 'go clean -modcache' }],
  },
  {
    name: 'package-in-newer-version',
    title: 'only a newer version of the required module has the package',
    files: { ...HEALTHY, 'app.go': importing('github.com/acme/strutil/pad') },
    world,
    command: build,
    expect: { cause: 'resolve.missing-require', path: 'github.com/acme/strutil/pad' },
  },
  {
    name: 'package-nowhere',
    title: 'no version of the module has the package',
    files: { ...HEALTHY, 'app.go': importing('github.com/acme/strutil/nothing') },
    world,
    command: get,
    expect: { cause: 'resolve.package-not-in-module', module: strutil.path },
  },
  {
    name: 'module-not-found',
    title: 'the git server says that there is no such repository',
    files: { 'go.mod': go, 'app.go': importing('corp.example.com/gone') },
    world: {
      modules: PUBLIC,
      repositories: [{ host: 'git.corp.example.com', path: 'gone', commits: [], access: 'missing' }],
      answers: [
        {
          host: 'corp.example.com',
          path: '?go-get=1',
          answer: { status: 200, body: '<meta name="go-import" content="corp.example.com/gone git https://git.corp.example.com/gone">' },
        },
      ],
    },
    command: get,
    expect: { cause: 'resolve.module-not-found' },
  },
  {
    name: 'not-in-std',
    title: 'an import path without a dot that the standard library does not have',
    files: { 'go.mod': go, 'app.go': importing('strutil') },
    world,
    command: build,
    expect: { cause: 'resolve.not-in-std' },
    wrong: [{ title: 'tidy', script: 'go mod tidy' }],
  },
  {
    name: 'path-mismatch',
    title: 'the module was renamed and its go.mod says so',
    files: { 'go.mod': appGoMod(renamed), 'app.go': importing(renamed.path) },
    world: { modules: [...PUBLIC, renamed] },
    command: get,
    expect: { cause: 'resolve.path-mismatch', module: renamed.path },
  },
  {
    name: 'major-suffix',
    title: 'a version 2 is required without /v2',
    files: { 'go.mod': `${go}\nrequire github.com/acme/logger v2.3.0\n`, 'app.go': importing('github.com/acme/logger') },
    world,
    command: build,
    expect: { cause: 'resolve.major-suffix', module: 'github.com/acme/logger' },
  },
  {
    name: 'major-suffix-get',
    title: 'go get of a version 2 without /v2',
    files: { 'go.mod': go, 'app.go': importing(loggerV2.path) },
    world: { modules: PUBLIC, repositories: [{ host: 'github.com', path: 'acme/logger', commits: [loggerCommit] }] },
    command: ['go', 'get', 'github.com/acme/logger@v2.3.0'],
    expect: { cause: 'resolve.major-suffix' },
  },
  {
    name: 'ambiguous-import',
    title: 'two required modules have the package',
    files: {
      'go.mod': appGoMod(strutil11, padModule),
      'go.sum': goSum(strutil11, padModule),
      'app.go': importing('github.com/acme/strutil/pad'),
    },
    world: { modules: [...PUBLIC, padModule, strutil12] },
    command: build,
    expect: { cause: 'resolve.ambiguous-import' },
    heals: ['upgrade-parent'],
    wrong: [{ title: 'clean the module cache', script: 'go clean -modcache' }],
  },
  {
    name: 'no-matching-versions',
    title: 'nothing satisfies the version query',
    files: HEALTHY,
    world,
    command: ['go', 'get', 'github.com/acme/strutil@>v5.0.0'],
    expect: { cause: 'resolve.no-matching-versions' },
  },
  {
    name: 'internal-package',
    title: 'an internal package of another module is imported',
    files: {
      'go.mod': `${go}\nrequire example.com/other v0.0.0\n\nreplace example.com/other => ./other\n`,
      'app.go': importing('example.com/other/internal/secret'),
      'other/go.mod': 'module example.com/other\n',
      'other/internal/secret/secret.go': 'package secret\n',
    },
    world,
    command: ['go', 'build', '.'],
    expect: { cause: 'resolve.import-not-allowed' },
    wrong: [{ title: 'tidy', script: 'go mod tidy' }],
  },
  {
    name: 'import-cycle',
    title: 'two packages import each other',
    files: {
      'go.mod': go,
      'a/a.go': 'package a\n\nimport _ "example.com/app/b"\n',
      'b/b.go': 'package b\n\nimport _ "example.com/app/a"\n',
    },
    world,
    command: build,
    expect: { cause: 'resolve.import-not-allowed' },
    wrong: [{ title: 'tidy', script: 'go mod tidy' }],
  },
  {
    name: 'replace-dir-missing',
    title: 'a replace points to a folder that is not there',
    files: { ...HEALTHY, 'go.mod': `${HEALTHY['go.mod']}\nreplace github.com/acme/strutil => ../strutil\n` },
    world,
    command: build,
    expect: { cause: 'resolve.replace-dir-missing', module: strutil.path },
    wrong: [{ title: 'tidy', script: 'go mod tidy' }],
  },
  {
    name: 'replace-dir-missing-revision',
    title: 'a replace points to a folder that is not there, for a revision of a repository',
    files: {
      'go.mod': `${appGoMod(revision)}\nreplace github.com/acme/strutil => ../strutil\n`,
      'app.go': importing(strutil.path),
    },
    world: { modules: [...PUBLIC, revision] },
    command: build,
    expect: { cause: 'resolve.replace-dir-missing', module: strutil.path },
    heals: ['drop-replace'],
  },
  {
    name: 'replace-dir-missing-never-published',
    title: 'a replace points to a folder that is not there, and the version in go.mod is invented',
    files: {
      'go.mod': `${appGoMod({ ...strutil, version: 'v0.0.0' })}\nreplace github.com/acme/strutil => ../strutil\n`,
      'app.go': importing(strutil.path),
    },
    world,
    command: build,
    expect: { cause: 'resolve.replace-dir-missing', module: strutil.path },
    wrong: [{ title: 'drop the replace line', script: 'go mod edit -dropreplace=github.com/acme/strutil; go mod tidy' }],
  },
);
