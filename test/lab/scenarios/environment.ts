import { HEALTHY, PUBLIC } from '../modules.ts';
import { scenarios } from '../scenario.ts';

const build = ['go', 'build', './...'];
const world = { modules: PUBLIC };

/** Variables and arguments that go cannot work with. */
export const environment = scenarios(
  {
    name: 'env-go111module-off',
    title: 'GO111MODULE=off in a module',
    files: HEALTHY,
    world,
    goEnv: { GO111MODULE: 'off' },
    command: build,
    expect: { cause: 'env.go111module' },
    heals: ['forget'],
    wrong: [{ title: 'go get', script: 'go get github.com/acme/strutil' }],
  },
  {
    name: 'env-goflags-invalid',
    title: 'GOFLAGS has a word that is no flag',
    files: HEALTHY,
    world,
    goEnv: { GOFLAGS: 'mod=mod' },
    command: build,
    expect: { cause: 'env.goflags-invalid' },
    heals: ['forget'],
  },
  {
    name: 'goflags-unknown-flag',
    title: 'GOFLAGS in the environment has a flag that go does not know',
    files: HEALTHY,
    world,
    env: { GOFLAGS: '-modd=mod' },
    command: build,
    expect: { cause: 'env.goflags-invalid' },
    wrong: [{ title: 'go env -u, which the environment hides', script: 'go env -u GOFLAGS' }],
  },
  {
    name: 'env-godebug-network-limit',
    title: 'GODEBUG limits network connections to no number',
    files: HEALTHY,
    world,
    env: { GODEBUG: 'cmdgonetlimit=many' },
    command: ['go', 'mod', 'download'],
    expect: { cause: 'env.godebug-invalid' },
    heals: ['unset'],
  },
  {
    name: 'env-goroot-wrong',
    title: 'GOROOT names a folder that is not there',
    files: HEALTHY,
    world,
    env: { GOROOT: '/opt/go-that-was-removed' },
    command: build,
    expect: { cause: 'env.goroot-invalid' },
    heals: ['unset'],
  },
  {
    name: 'home-missing',
    title: 'neither HOME nor a cache folder is set',
    files: HEALTHY,
    world,
    env: { HOME: null, GOCACHE: null },
    command: build,
    expect: { cause: 'env.home-missing' },
  },
  {
    name: 'gomodcache-relative',
    title: 'GOMODCACHE is not absolute',
    files: HEALTHY,
    world,
    env: { GOMODCACHE: 'modcache' },
    command: build,
    expect: { cause: 'env.path-variable-invalid' },
  },
  {
    name: 'install-without-version',
    title: 'go install outside a module without a version',
    files: {},
    world,
    command: ['go', 'install', 'github.com/acme/strutil'],
    expect: { cause: 'command.install-needs-version' },
  },
);
