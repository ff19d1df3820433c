import { goSum } from '../module-zip.ts';
import { appGoMod, HEALTHY, importing, PUBLIC, strutil, strutil11, table } from '../modules.ts';
import { scenarios } from '../scenario.ts';

const build = ['go', 'build', './...'];
const world = { modules: PUBLIC };
const vendored = [['go', 'mod', 'vendor']];

/** Vendor folders that go itself made and somebody spoilt. */
export const vendor = scenarios(
  {
    name: 'vendor-folder-emptied',
    title: 'modules.txt is there, the code of the modules is not (.dockerignore)',
    files: HEALTHY,
    world,
    prepare: vendored,
    spoil: { 'vendor/github.com': null },
    command: build,
    expect: { cause: 'vendor.inconsistent' },
    heals: ['tidy-vendor'],
    wrong: [{ title: 'tidy', script: 'go mod tidy' }],
  },
  {
    name: 'vendor-without-modules-txt',
    title: 'vendor/modules.txt was not committed',
    files: HEALTHY,
    world,
    prepare: vendored,
    spoil: { 'vendor/modules.txt': null },
    command: build,
    expect: { cause: 'vendor.inconsistent' },
    heals: ['vendor'],
  },
  {
    name: 'vendor-after-upgrade',
    title: 'go.mod was upgraded, and vendor/ was not made anew',
    files: HEALTHY,
    world,
    prepare: [...vendored, ['go', 'get', 'github.com/acme/strutil@v1.1.0']],
    command: build,
    expect: { cause: 'vendor.inconsistent', module: strutil.path },
    heals: ['vendor'],
  },
  {
    name: 'vendor-replace-added',
    title: 'a replace line was added after vendoring',
    files: { ...HEALTHY, 'fork/go.mod': 'module github.com/acme/strutil\n', 'fork/strutil.go': 'package strutil\n' },
    world,
    prepare: [...vendored, ['go', 'mod', 'edit', '-replace=github.com/acme/strutil=./fork']],
    command: ['go', 'build', '.'],
    expect: { cause: 'vendor.inconsistent' },
    heals: ['vendor'],
  },
  {
    name: 'vendor-requirement-dropped',
    title: 'a requirement was dropped from go.mod and is still in vendor/',
    files: { 'go.mod': appGoMod(strutil11, table), 'go.sum': goSum(strutil11, table), 'app.go': importing(strutil.path, table.path) },
    world,
    prepare: vendored,
    spoil: { 'go.mod': appGoMod(strutil11), 'app.go': importing(strutil.path) },
    command: build,
    expect: { cause: 'vendor.inconsistent' },
    heals: ['vendor'],
  },
  {
    name: 'vendor-flag-without-folder',
    title: '-mod=vendor without a vendor folder',
    files: HEALTHY,
    world,
    env: { GOFLAGS: '-mod=vendor' },
    command: build,
    expect: { cause: 'vendor.inconsistent' },
    heals: ['vendor'],
  },
  {
    name: 'vendor-list-all',
    title: 'go list -m all with a vendor folder',
    files: HEALTHY,
    world,
    prepare: vendored,
    command: ['go', 'list', '-m', 'all'],
    expect: { cause: 'vendor.query-disabled' },
    wrong: [{ title: 'tidy', script: 'go mod tidy' }],
  },
  {
    name: 'vendor-file-lost',
    title: 'the only file of a vendored package is gone (.gitignore)',
    files: HEALTHY,
    world,
    prepare: vendored,
    spoil: { 'vendor/github.com/acme/strutil/strutil.go': null },
    command: build,
    expect: { cause: 'vendor.inconsistent' },
    heals: ['tidy-vendor'],
  },
  {
    name: 'vendor-merge-conflict',
    title: 'a vendored file has merge markers',
    files: HEALTHY,
    world,
    prepare: vendored,
    spoil: {
      'vendor/github.com/acme/strutil/strutil.go': 'package strutil\n\n<<<<<<< HEAD\nconst A = 1\n=======\nconst A = 2\n>>>>>>> other\n',
    },
    command: build,
    expect: { cause: 'vendor.modified-file' },
    heals: ['vendor'],
  },
);
