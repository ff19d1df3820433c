import type { Override } from '../answer.ts';
import { goSum } from '../module-zip.ts';
import { appGoMod, corpLib, importing, PUBLIC } from '../modules.ts';
import { scenarios } from '../scenario.ts';

const { path: module, version } = corpLib;
const get = ['go', 'mod', 'tidy'];
const files = { 'go.mod': appGoMod(corpLib), 'app.go': importing(module) };
const repositories = [{ host: 'git.corp.example.com', path: 'lib', commits: [{ files: corpLib.files, tag: version }] }];
const MAIN = { 'go.mod': 'module example.com/app\n\ngo 1.21\n', 'main.go': 'package main\n\nfunc main() {}\n' };
const goEnv = { GOPRIVATE: 'corp.example.com,git.corp.example.com' };

// github.com/git-lfs/git-lfs, docs/spec.md
const lfsPointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 41\n`;
const submodule = '[submodule "lib"]\n\tpath = lib\n\turl = https://git.corp.example.com/lib.git\n';

function page(body: string): Override[] {
  return [{ host: 'corp.example.com', path: '?go-get=1', answer: { status: 200, type: 'text/html', body } }];
}
const answers = page('<meta name="go-import" content="corp.example.com/lib git https://git.corp.example.com/lib.git">');

/** Go and git, and the pages that say where a repository is. */
export const vcs = scenarios(
  {
    name: 'git-missing',
    asked: ['corp.example.com'],
    title: 'a private module, and git is not installed',
    files,
    world: { modules: PUBLIC, repositories, answers },
    goEnv,
    withoutGit: true,
    command: get,
    expect: { cause: 'vcs.git-missing' },
  },
  {
    name: 'dubious-ownership-build',
    title: 'the project belongs to another user, and the binary is to be stamped',
    files: { 'go.mod': 'module example.com/app\n\ngo 1.21\n', 'main.go': 'package main\n\nfunc main() {}\n' },
    prepare: [['git', 'init', '-q', '.']],
    env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' },
    command: ['go', 'build', '-v', './...'],
    expect: { cause: 'vcs.dubious-ownership' },
    heals: ['safe-directory'],
  },
  {
    name: 'stamp-broken-repository',
    title: 'a part of the .git folder was not copied',
    files: MAIN,
    prepare: [['git', 'init', '-q', '.']],
    spoil: { '.git/HEAD': null },
    command: ['go', 'build', '-v', './...'],
    expect: { cause: 'vcs.stamping' },
    wrong: [{ title: 'trust the folder', script: 'git config --global --add safe.directory "$PWD"' }],
  },
  {
    name: 'stamp-without-git',
    title: 'the project has a .git folder, and git is not installed',
    files: MAIN,
    prepare: [['sh', '-c', 'mkdir -p .git/objects .git/refs && echo "ref: refs/heads/main" > .git/HEAD']],
    withoutGit: true,
    command: ['go', 'build', '-buildvcs=true', '-v', './...'],
    expect: { cause: 'vcs.git-missing' },
  },
  {
    name: 'git-suffix-nobody-answers',
    title: 'the path ends in .git, and no protocol works',
    files: { 'go.mod': 'module example.com/app\n\ngo 1.21\n', 'app.go': importing('git.corp.example.com/team/tool.git') },
    world: { modules: PUBLIC },
    goEnv,
    command: get,
    expect: { cause: 'vcs.insecure-protocol' },
  },
  {
    name: 'git-server-error',
    title: 'the git server answers 500',
    files,
    world: {
      modules: PUBLIC,
      repositories,
      answers: [...answers, { host: 'git.corp.example.com', path: '/info/refs', answer: { status: 500, body: 'oops' } }],
    },
    goEnv,
    command: get,
    expect: { cause: 'goproxy.server-error', host: 'git.corp.example.com' },
  },
  {
    name: 'git-rate-limited',
    title: 'the git server answers 429',
    files,
    world: {
      modules: PUBLIC,
      repositories,
      answers: [...answers, { host: 'git.corp.example.com', path: '/info/refs', answer: { status: 429, body: 'slow down' } }],
    },
    goEnv,
    command: get,
    expect: { cause: 'goproxy.rate-limited', host: 'git.corp.example.com' },
  },
  {
    name: 'git-page-instead',
    title: 'a sign-in page answers instead of the git server',
    files,
    world: {
      modules: PUBLIC,
      repositories,
      answers: [
        ...answers,
        { host: 'git.corp.example.com', path: '/info/refs', answer: { status: 302, headers: { location: '/users/sign_in' } } },
        { host: 'git.corp.example.com', path: '/users/sign_in', answer: { status: 200, type: 'text/html', body: '<html>Sign in</html>' } },
      ],
    },
    goEnv,
    command: get,
    expect: { cause: 'network.captive-portal' },
  },
  {
    name: 'git-connection-ends',
    title: 'the git server closes the connection',
    files,
    world: {
      modules: PUBLIC,
      repositories,
      answers: [...answers, { host: 'git.corp.example.com', path: '/info/refs', answer: { act: 'eof' } }],
    },
    goEnv,
    command: get,
    expect: { cause: 'network.connection-reset' },
  },
  {
    name: 'git-unknown-authority',
    title: 'git does not know who signed the certificate of the git server',
    files,
    world: { modules: PUBLIC, repositories, answers, certificates: { 'git.corp.example.com': 'unknown-authority' } },
    goEnv,
    command: get,
    expect: { cause: 'tls.unknown-authority', host: 'git.corp.example.com' },
  },
  {
    name: 'git-http-proxy-auth',
    title: 'the HTTP proxy wants a password from git',
    files,
    world: { modules: PUBLIC, repositories, answers, tunnels: { 'git.corp.example.com': 'auth' } },
    goEnv,
    command: get,
    expect: { cause: 'network.http-proxy-auth' },
  },
  {
    name: 'git-http-proxy-forbidden',
    title: 'the HTTP proxy does not let git through',
    files,
    world: { modules: PUBLIC, repositories, answers, tunnels: { 'git.corp.example.com': 'forbidden' } },
    goEnv,
    command: get,
    expect: { cause: 'network.http-proxy-denied' },
  },
  {
    name: 'git-protocol-not-allowed',
    title: 'GIT_ALLOW_PROTOCOL has no https',
    files,
    world: { modules: PUBLIC, repositories, answers },
    goEnv,
    env: { GIT_ALLOW_PROTOCOL: 'ssh' },
    command: get,
    expect: { cause: 'vcs.git-broken' },
  },
  {
    name: 'git-tag-moved',
    title: 'the tag of a private module was moved after go.sum was written',
    files: { ...files, 'go.sum': goSum({ ...corpLib, files: { ...corpLib.files, 'lib.go': 'package lib\n' } }) },
    world: { modules: PUBLIC, repositories, answers },
    goEnv,
    command: ['go', 'build', './...'],
    expect: { cause: 'checksum.go-sum-mismatch', module, version },
    wrong: [
      { title: 'clean the module cache', script: 'go clean -modcache' },
      { title: 'no checksum database', script: 'go env -w GOSUMDB=off' },
    ],
  },
  {
    name: 'git-lfs-pointer',
    title: 'go.sum was written where git LFS put the file in, and go reads the pointer that is in the repository',
    files: {
      ...files,
      'go.sum': goSum({ ...corpLib, files: { ...corpLib.files, 'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n' } }),
    },
    world: {
      modules: PUBLIC,
      answers,
      repositories: [
        { host: 'git.corp.example.com', path: 'lib', commits: [{ files: { ...corpLib.files, 'logo.svg': lfsPointer }, tag: version }] },
      ],
    },
    goEnv,
    command: ['go', 'build', './...'],
    expect: { cause: 'checksum.go-sum-mismatch', module, version },
    wrong: [{ title: 'clean the module cache', script: 'go clean -modcache' }],
  },
  {
    name: 'git-submodule-not-fetched',
    title: 'a replace points into a submodule, and the server refuses it',
    files: {
      'go.mod': `${appGoMod(corpLib)}\nreplace corp.example.com/lib => ./lib\n`,
      'app.go': importing(module),
      '.gitmodules': submodule,
    },
    world: { modules: PUBLIC, repositories: [{ ...repositories[0]!, access: 'denied' }] },
    prepare: [
      ['git', 'init', '-q', '.'],
      ['git', 'update-index', '--add', '--cacheinfo', '160000,2f6c1b0a9d3e4f5a6b7c8d9e0f1a2b3c4d5e6f70,lib'],
      ['mkdir', 'lib'],
    ],
    env: { GIT_TERMINAL_PROMPT: '0' },
    command: ['sh', '-c', 'git submodule update --init; go build ./...'],
    expect: { cause: 'resolve.replace-dir-missing' },
  },
  {
    name: 'govcs-malformed',
    title: 'GOVCS has no colon',
    files,
    world: { modules: PUBLIC, repositories, answers },
    goEnv: { ...goEnv, GOVCS: 'git' },
    command: get,
    expect: { cause: 'vcs.govcs-disallowed' },
  },
  {
    name: 'unknown-revision',
    asked: ['corp.example.com', 'git.corp.example.com'],
    title: 'a version that the repository does not have',
    files: { ...files, 'go.mod': appGoMod({ ...corpLib, version: 'v1.9.9' }) },
    world: { modules: PUBLIC, repositories, answers },
    goEnv,
    command: get,
    expect: { cause: 'vcs.unknown-revision', module, version: 'v1.9.9' },
  },
  {
    name: 'vanity-page-without-tag',
    asked: ['corp.example.com'],
    title: 'the page of the import path has no go-import tag',
    files,
    world: { modules: PUBLIC, repositories, answers: page('<title>Welcome</title>') },
    goEnv,
    command: get,
    expect: { cause: 'vcs.meta-tags' },
  },
  {
    name: 'vanity-page-of-other-module',
    title: 'the go-import tag is for another path',
    files,
    world: {
      modules: PUBLIC,
      repositories,
      answers: page('<meta name="go-import" content="corp.example.com/tool git https://x.example.com/tool">'),
    },
    goEnv,
    command: get,
    expect: { cause: 'vcs.meta-tags' },
  },
  {
    name: 'govcs-disallowed',
    asked: ['corp.example.com'],
    title: 'GOVCS forbids git for private modules',
    files,
    world: { modules: PUBLIC, repositories, answers },
    goEnv: { ...goEnv, GOVCS: 'private:off' },
    command: get,
    expect: { cause: 'vcs.govcs-disallowed' },
  },
  {
    name: 'git-config-broken',
    title: 'the .gitconfig has a line that git cannot read',
    files,
    home: { '.gitconfig': '[url "https://git.corp.example.com/"\n\tinsteadOf = x\n' },
    world: { modules: PUBLIC, repositories, answers },
    goEnv,
    command: get,
    expect: { cause: 'vcs.git-broken' },
  },
);
