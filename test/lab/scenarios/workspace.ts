import { goSum } from '../module-zip.ts';
import { HEALTHY, importing, PUBLIC, strutil, table } from '../modules.ts';
import { scenarios } from '../scenario.ts';

const build = ['go', 'build', './...'];
const world = { modules: PUBLIC };
const member = (folder: string) => ({
  [`${folder}/go.mod`]: `module example.com/${folder}\n\ngo 1.21\n`,
  [`${folder}/x.go`]: `package ${folder}\n`,
});
const modulesTxt = `# ${strutil.path} ${strutil.version}\n## explicit\n${strutil.path}\n`;

/** go.work and vendor folders that do not agree with go.mod. */
export const workspace = scenarios(
  {
    name: 'work-module-not-listed',
    title: 'the module is not in the go.work above it',
    files: { 'go.work': 'go 1.21\n\nuse ./b\n', ...member('a'), ...member('b') },
    cwd: 'a',
    world,
    command: build,
    expect: { cause: 'workspace.module-not-listed' },
    heals: ['use', 'off'],
    wrong: [{ title: 'tidy', script: 'go mod tidy' }],
  },
  {
    name: 'work-missing-module-dir',
    title: 'go.work uses a folder that is not there',
    files: { 'go.work': 'go 1.21\n\nuse (\n\t./a\n\t./gone\n)\n', ...member('a') },
    cwd: 'a',
    world,
    command: build,
    expect: { cause: 'workspace.missing-module-dir' },
    heals: ['off'],
  },
  {
    name: 'work-go-line-too-old',
    title: 'a module wants a newer go line than go.work has',
    files: { 'go.work': 'go 1.20\n\nuse ./a\n', ...member('a') },
    cwd: 'a',
    world,
    command: build,
    expect: { cause: 'workspace.go-version-too-old' },
    heals: ['work-use'],
  },
  {
    name: 'work-syntax-error',
    title: 'go.work has an unknown directive',
    files: { 'go.work': 'go 1.21\n\nuses ./a\n', ...member('a') },
    cwd: 'a',
    world,
    command: build,
    expect: { cause: 'workspace.parse-error' },
  },
  {
    name: 'work-gowork-missing',
    title: 'GOWORK names a file that is not there',
    files: HEALTHY,
    world,
    env: { GOWORK: '{work}/gone/go.work' },
    command: build,
    expect: { cause: 'workspace.gowork-invalid' },
    heals: ['unset'],
  },
  {
    name: 'work-mod-flag',
    title: '-mod=mod in a workspace',
    files: { 'go.work': 'go 1.21\n\nuse ./a\n', ...member('a') },
    cwd: 'a',
    world,
    command: ['go', 'build', '-mod=mod', './...'],
    expect: { cause: 'workspace.mod-flag' },
    heals: ['off'],
  },
  {
    name: 'vendor-inconsistent',
    title: 'vendor/modules.txt has another version than go.mod',
    files: {
      ...HEALTHY,
      'vendor/modules.txt': modulesTxt.replace('v1.0.0', 'v0.9.0'),
      [`vendor/${strutil.path}/strutil.go`]: 'package strutil\n',
    },
    world,
    command: build,
    expect: { cause: 'vendor.inconsistent', module: strutil.path },
    heals: ['vendor'],
    wrong: [{ title: 'tidy', script: 'go mod tidy' }],
  },
  {
    name: 'vendor-missing-import',
    title: 'an imported package is not in the vendor folder',
    files: {
      ...HEALTHY,
      'more.go': importing(table.path),
      'vendor/modules.txt': modulesTxt,
      [`vendor/${strutil.path}/strutil.go`]: 'package strutil\n',
    },
    world,
    command: build,
    expect: { cause: 'vendor.inconsistent' },
    heals: ['tidy-vendor'],
  },
  {
    name: 'vendor-modified-file',
    title: 'a file in the vendor folder was cut off',
    files: {
      ...HEALTHY,
      'vendor/modules.txt': modulesTxt,
      [`vendor/${strutil.path}/strutil.go`]: 'package strutil\n\nfunc Same(',
    },
    world,
    command: build,
    expect: { cause: 'vendor.modified-file' },
    heals: ['vendor'],
  },
  {
    name: 'work-vendor-stale',
    title: 'the vendor folder of the workspace lacks a requirement of a member',
    files: {
      'go.work': 'go 1.22\n\nuse ./a\n',
      'a/go.mod': `module example.com/a\n\ngo 1.22\n\nrequire ${strutil.path} ${strutil.version}\n`,
      'a/go.sum': goSum(strutil),
      'a/a.go': importing(strutil.path),
      'vendor/modules.txt': '## workspace\n',
    },
    world,
    command: ['go', 'build', './a'],
    expect: { cause: 'vendor.inconsistent' },
    heals: ['work-vendor'],
  },
  {
    name: 'vendor-query-disabled',
    title: 'a version query with -mod=vendor',
    files: { ...HEALTHY, 'vendor/modules.txt': modulesTxt, [`vendor/${strutil.path}/strutil.go`]: 'package strutil\n' },
    world,
    env: { GOFLAGS: '-mod=vendor' },
    command: ['go', 'list', '-m', `${strutil.path}@latest`],
    expect: { cause: 'vendor.query-disabled' },
  },
);
