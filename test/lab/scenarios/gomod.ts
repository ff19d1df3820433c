import { goSum, type LabModule } from '../module-zip.ts';
import { appGoMod, HEALTHY, importing, PUBLIC, strutil, strutil11, table } from '../modules.ts';
import { scenarios } from '../scenario.ts';

const build = ['go', 'build', './...'];
const world = { modules: PUBLIC };
const healthy = HEALTHY['go.mod'];

// outer needs inner, inner needs strutil v1.1.0, but no package of inner is used: only a full module graph knows of v1.1.0.
const PRUNED: LabModule[] = [
  {
    path: 'github.com/acme/outer',
    version: 'v1.0.0',
    files: {
      'go.mod': 'module github.com/acme/outer\n\ngo 1.17\n\nrequire github.com/acme/inner v1.0.0\n',
      'outer.go': 'package outer\n',
      'y/y.go': 'package y\n\nimport _ "github.com/acme/inner"\n',
    },
  },
  {
    path: 'github.com/acme/inner',
    version: 'v1.0.0',
    files: {
      'go.mod': 'module github.com/acme/inner\n\ngo 1.17\n\nrequire github.com/acme/strutil v1.1.0\n',
      'inner.go': 'package inner\n\nimport _ "github.com/acme/strutil/pad"\n',
    },
  },
];

/** A go.mod that is missing or cannot be read. */
export const gomod = scenarios(
  {
    name: 'gomod-updates-needed',
    title: 'go.mod asks for less than its requirements do',
    files: {
      'go.mod': appGoMod(strutil, table),
      'go.sum': goSum(strutil, strutil11, table),
      'app.go': importing(strutil.path, table.path),
    },
    world,
    command: build,
    expect: { cause: 'gomod.updates-needed' },
    heals: ['tidy'],
    wrong: [{ title: 'clean the module cache', script: 'go clean -modcache' }],
  },
  {
    name: 'gomod-updates-needed-vendor',
    title: 'a required version is not in its full form, and there is a vendor folder',
    files: {
      ...HEALTHY,
      'go.mod': 'module example.com/app\n\ngo 1.21\n\nrequire github.com/acme/strutil v1.0\n',
      'vendor/modules.txt': `# ${strutil.path} v1.0.0\n## explicit\n${strutil.path}\n`,
      [`vendor/${strutil.path}/strutil.go`]: 'package strutil\n',
    },
    world,
    command: build,
    expect: { cause: 'gomod.updates-needed' },
    heals: ['tidy-vendor'],
  },
  {
    name: 'gomod-implicit-requirement',
    title: 'a package of a module that only a requirement requires',
    files: { 'go.mod': appGoMod(table), 'go.sum': goSum(table, strutil11), 'app.go': importing(table.path, 'github.com/acme/strutil/pad') },
    world,
    command: build,
    expect: { cause: 'gomod.updates-needed' },
  },
  {
    name: 'version-not-canonical',
    title: 'go.mod has a version that is not in its full form',
    files: { ...HEALTHY, 'go.mod': `module example.com/app\n\ngo 1.21\n\nrequire github.com/acme/strutil v1.0\n` },
    world,
    command: build,
    expect: { cause: 'gomod.updates-needed' },
  },
  {
    name: 'gomod-language-too-old',
    title: 'the code uses a language feature that came after the go line',
    files: { 'go.mod': 'module example.com/app\n\ngo 1.21\n', 'app.go': 'package app\n\nfunc f() {\n\tfor range 10 {\n\t}\n}\n' },
    world,
    command: build,
    expect: { cause: 'gomod.language-version-too-old' },
    heals: ['raise-go-line'],
  },
  {
    name: 'gomod-tidy-compat',
    title: 'an older Go, which does not prune the module graph, would choose another version',
    files: {
      'go.mod': 'module example.com/app\n\ngo 1.17\n\nrequire github.com/acme/outer v1.0.0\n\nrequire github.com/acme/strutil v1.0.0\n',
      'app.go': importing('github.com/acme/outer', strutil.path),
    },
    world: { modules: [strutil, strutil11, ...PRUNED] },
    command: ['go', 'mod', 'tidy'],
    expect: { cause: 'gomod.updates-needed' },
    heals: ['compat'],
    wrong: [{ title: 'the command that failed, again', script: 'go mod tidy' }],
  },
  {
    name: 'gomod-godebug-unknown',
    title: 'go.mod sets a GODEBUG that this Go does not know',
    files: { ...HEALTHY, 'go.mod': `${healthy}\ngodebug madeup=1\n` },
    world,
    command: build,
    expect: { cause: 'env.godebug-invalid' },
    heals: ['drop-line'],
  },
  {
    name: 'gomod-godebug-default',
    title: 'go.mod asks for the defaults of a Go that is newer than this one',
    files: { ...HEALTHY, 'go.mod': `${healthy}\ngodebug default=go1.99\n` },
    world,
    command: build,
    expect: { cause: 'env.godebug-invalid' },
    heals: ['drop-line'],
  },
  {
    name: 'no-go-mod',
    title: 'there is no go.mod here or above',
    files: { 'app.go': importing('github.com/acme/strutil') },
    world,
    command: build,
    expect: { cause: 'gomod.not-found' },
    wrong: [{ title: 'GO111MODULE=on', script: 'go env -w GO111MODULE=on' }],
  },
  {
    name: 'no-go-mod-tidy',
    title: 'go mod tidy where there is no go.mod',
    files: { 'app.go': 'package app\n' },
    world,
    command: ['go', 'mod', 'tidy'],
    expect: { cause: 'gomod.not-found' },
  },
  {
    name: 'no-go-mod-in-parent',
    title: 'the command runs one folder above the module',
    files: Object.fromEntries(Object.entries(HEALTHY).map(([name, text]) => [`service/${name}`, text])),
    world,
    command: build,
    expect: { cause: 'gomod.not-found' },
  },
  {
    name: 'go-mod-syntax-error',
    title: 'go.mod has an unknown directive',
    files: { ...HEALTHY, 'go.mod': `${healthy}\nrequires github.com/acme/table v1.2.0\n` },
    world,
    command: build,
    expect: { cause: 'gomod.parse-error' },
    wrong: [{ title: 'tidy', script: 'go mod tidy' }],
  },
  {
    name: 'go-mod-merge-conflict',
    title: 'a merge left its markers in go.mod',
    files: {
      ...HEALTHY,
      'go.mod':
        'module example.com/app\n\ngo 1.21\n\n<<<<<<< HEAD\nrequire github.com/acme/strutil v1.0.0\n=======\nrequire github.com/acme/strutil v1.1.0\n>>>>>>> feature\n',
    },
    world,
    command: build,
    expect: { cause: 'gomod.merge-conflict' },
    wrong: [{ title: 'tidy', script: 'go mod tidy' }],
  },
);
