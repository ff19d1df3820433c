import { goSum, type LabModule } from '../module-zip.ts';
import { appGoMod, HEALTHY, importing, PUBLIC } from '../modules.ts';
import { scenarios } from '../scenario.ts';

const build = ['go', 'build', './...'];
const world = { modules: PUBLIC };
const modern: LabModule = {
  path: 'github.com/acme/modern',
  version: 'v1.0.0',
  files: { 'go.mod': 'module github.com/acme/modern\n\ngo 1.99\n', 'modern.go': 'package modern\n' },
};
const modernOlder: LabModule = {
  ...modern,
  version: 'v0.9.0',
  files: { ...modern.files, 'go.mod': 'module github.com/acme/modern\n\ngo 1.21\n' },
};

// That go selects, downloads, verifies and starts it is what can be proven with a stand-in; of go's own work it does only the go line.
const standIn = '#!/bin/sh\necho "go1.99.0 runs: go $*"\n[ "$*" = "mod tidy" ] && sed -i "s/^go 1.*/go 1.99.0/" go.mod\nexit 0\n';
const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`;
const newerGo: LabModule[] = [
  {
    path: 'golang.org/toolchain',
    version: `v0.0.1-go1.99.0.${platform}`,
    files: {
      'bin/go': standIn,
      'bin/gofmt': standIn,
      'lib/README': 'nothing\n',
      'src/README': 'nothing\n',
      [`pkg/tool/${platform.replace('-', '_')}/compile`]: '#!/bin/sh\n',
    },
  },
];

/** Go versions that are too old, missing or misspelt. */
export const toolchain = scenarios(
  {
    name: 'toolchain-local-main-too-new',
    title: 'go.mod wants a newer Go and GOTOOLCHAIN=local forbids to fetch it',
    files: { ...HEALTHY, 'go.mod': HEALTHY['go.mod'].replace('go 1.21', 'go 1.99.0') },
    world: { modules: [...PUBLIC, ...newerGo] },
    command: build,
    expect: { cause: 'toolchain.go-too-old' },
    heals: ['toolchain-auto'],
    wrong: [{ title: 'tidy', script: 'go mod tidy' }],
  },
  {
    name: 'toolchain-local-dependency-too-new',
    title: 'a dependency wants a newer Go',
    files: { 'go.mod': appGoMod(modern), 'go.sum': goSum(modern), 'app.go': importing(modern.path) },
    world: { modules: [...PUBLIC, ...newerGo, modern, modernOlder] },
    command: build,
    expect: { cause: 'toolchain.dependency-requires-newer', module: modern.path },
    heals: ['toolchain-auto'],
  },
  {
    name: 'toolchain-not-available',
    title: 'go.mod wants a Go that no server has',
    files: { ...HEALTHY, 'go.mod': HEALTHY['go.mod'].replace('go 1.21', 'go 1.99.0') },
    world,
    goEnv: { GOTOOLCHAIN: 'auto' },
    command: build,
    expect: { cause: 'toolchain.unavailable' },
  },
  {
    name: 'toolchain-not-in-path',
    title: 'GOTOOLCHAIN=path names a Go that is not in PATH',
    files: HEALTHY,
    world,
    goEnv: { GOTOOLCHAIN: 'go1.27.3+path' },
    command: build,
    expect: { cause: 'toolchain.unavailable' },
  },
  {
    name: 'gotoolchain-invalid',
    title: 'GOTOOLCHAIN is no toolchain name',
    files: HEALTHY,
    world,
    goEnv: { GOTOOLCHAIN: '1.26.1' },
    command: build,
    expect: { cause: 'toolchain.invalid-name' },
    heals: ['reset-variable'],
    wrong: [{ title: 'tidy', script: 'go mod tidy' }],
  },
  {
    name: 'gotoolchain-invalid-in-environment',
    title: 'GOTOOLCHAIN in the environment is no toolchain name',
    files: HEALTHY,
    world,
    env: { GOTOOLCHAIN: 'latest' },
    command: build,
    expect: { cause: 'toolchain.invalid-name' },
    wrong: [{ title: 'go env -w, which fails too', script: 'go env -w GOTOOLCHAIN=auto' }],
  },
  {
    name: 'toolchain-line-invalid',
    title: 'the toolchain line of go.mod is no toolchain name',
    files: { ...HEALTHY, 'go.mod': HEALTHY['go.mod'].replace('go 1.21\n', 'go 1.21\n\ntoolchain 1.26.0\n') },
    world,
    command: build,
    expect: { cause: 'toolchain.invalid-name' },
    heals: ['name-it'],
    wrong: [{ title: 'go mod edit, which fails too', script: 'go mod edit -toolchain=go1.26.0' }],
  },
  {
    name: 'toolchain-sumdb-off',
    title: 'a toolchain must be fetched and the checksum database is off',
    files: { ...HEALTHY, 'go.mod': HEALTHY['go.mod'].replace('go 1.21', 'go 1.99.0') },
    world: { modules: [...PUBLIC, ...newerGo] },
    goEnv: { GOTOOLCHAIN: 'auto', GOSUMDB: 'off' },
    command: build,
    expect: { cause: 'toolchain.sumdb-disabled' },
    wrong: [{ title: 'GONOSUMDB', script: 'export GONOSUMDB=golang.org/toolchain' }],
  },
  {
    name: 'toolchain-damaged',
    title: 'the downloaded toolchain has lost its go command',
    files: { ...HEALTHY, 'go.mod': HEALTHY['go.mod'].replace('go 1.21', 'go 1.99.0') },
    world: { modules: [...PUBLIC, ...newerGo] },
    prepare: [['env', 'GOTOOLCHAIN=auto', 'go', 'version']],
    goEnv: { GOTOOLCHAIN: 'auto' },
    sabotage: `chmod -R u+w {modcache}/golang.org && rm {modcache}/golang.org/toolchain@v0.0.1-go1.99.0.${platform}/bin/go`,
    command: build,
    expect: { cause: 'toolchain.install-broken' },
    wrong: [{ title: 'tidy', script: 'go mod tidy' }],
  },
  {
    name: 'toolchain-not-executable',
    title: 'the downloaded toolchain may not be executed',
    files: { ...HEALTHY, 'go.mod': HEALTHY['go.mod'].replace('go 1.21', 'go 1.99.0') },
    world: { modules: [...PUBLIC, ...newerGo] },
    prepare: [['env', 'GOTOOLCHAIN=auto', 'go', 'version']],
    goEnv: { GOTOOLCHAIN: 'auto' },
    needs: ['mounts'],
    under: `exec unshare -m bash -c 'mount --bind {home}/go {home}/go && mount -o remount,noexec,bind {home}/go && exec "$@"' lab "$@"`,
    command: build,
    expect: { cause: 'toolchain.install-broken' },
  },
  {
    name: 'toolchain-proxy-off',
    title: 'go.mod wants a newer Go and GOPROXY is off',
    files: { ...HEALTHY, 'go.mod': HEALTHY['go.mod'].replace('go 1.21', 'go 1.99.0') },
    world: { modules: [...PUBLIC, ...newerGo] },
    goEnv: { GOTOOLCHAIN: 'auto', GOPROXY: 'off' },
    command: build,
    expect: { cause: 'toolchain.unavailable' },
  },
  {
    name: 'toolchain-work-too-new',
    title: 'go.work wants a newer Go',
    files: { 'go.work': 'go 1.99.0\n\nuse ./a\n', 'a/go.mod': 'module example.com/a\n\ngo 1.21\n', 'a/a.go': 'package a\n' },
    world: { modules: [...PUBLIC, ...newerGo] },
    command: ['go', 'build', './a'],
    expect: { cause: 'toolchain.go-too-old' },
    heals: ['toolchain-auto'],
    wrong: [{ title: 'go work sync', script: 'go work sync' }],
  },
  {
    name: 'toolchain-install-newer',
    title: 'go install of a program that needs a newer Go',
    files: {},
    world: {
      modules: [
        ...newerGo,
        {
          path: 'github.com/acme/moderntool',
          version: 'v1.0.0',
          files: { 'go.mod': 'module github.com/acme/moderntool\n\ngo 1.99\n', 'main.go': 'package main\n\nfunc main() {}\n' },
        },
      ],
    },
    command: ['go', 'install', 'github.com/acme/moderntool@v1.0.0'],
    expect: { cause: 'toolchain.dependency-requires-newer' },
  },
);
