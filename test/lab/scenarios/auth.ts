import type { Repository } from '../git-server.ts';
import { appGoMod, corpLib, importing, PUBLIC } from '../modules.ts';
import { scenarios } from '../scenario.ts';

const { path: module, version } = corpLib;
// A public module whose page and repository are not on github.com.
const golangLab = { path: 'golang.org/x/lab', version: 'v0.1.0', files: { 'lab.go': 'package lab\n' } };
const get = ['go', 'mod', 'tidy'];
const files = { 'go.mod': appGoMod(corpLib), 'app.go': importing(module) };
const repository: Repository = { host: 'git.corp.example.com', path: 'lib', commits: [{ files: corpLib.files, tag: version }] };
const page = {
  host: 'corp.example.com',
  path: '/lib?go-get=1',
  answer: {
    status: 200,
    type: 'text/html',
    body: '<meta name="go-import" content="corp.example.com/lib git https://git.corp.example.com/lib.git">\n',
  },
};
const gone = {
  host: 'sum.golang.org',
  path: '/lookup/',
  answer: { status: 404, body: 'not found: corp.example.com/lib@v1.2.3: unrecognized import path "corp.example.com/lib"\n' },
};

/** Private modules, and git servers that want to know who asks. */
export const auth = scenarios(
  {
    name: 'private-via-public-sumdb',
    asked: ['proxy.golang.org', 'corp.example.com', 'git.corp.example.com', 'sum.golang.org'],
    title: 'a private module is looked up in the public checksum database',
    files,
    world: { modules: PUBLIC, repositories: [repository], answers: [page, gone] },
    look: [['go', 'env', 'GOPRIVATE', 'GONOPROXY', 'GONOSUMDB']],
    command: get,
    expect: { cause: 'auth.private-module-via-public-proxy', module },
    wrong: [{ title: 'clean the module cache', script: 'go clean -modcache' }],
  },
  {
    name: 'private-via-public-proxy',
    asked: ['proxy.golang.org'],
    title: 'a private module is asked from the public proxy',
    files,
    world: {
      modules: PUBLIC,
      repositories: [repository],
      answers: [
        page,
        {
          host: 'proxy.golang.org',
          path: '/corp.example.com/',
          answer: {
            status: 404,
            body: "not found: corp.example.com/lib@v1.2.3: invalid version: git ls-remote -q origin in /tmp/gopath/pkg/mod/cache/vcs/4e28c1f: exit status 128:\n\tfatal: could not read Username for 'https://git.corp.example.com': terminal prompts disabled\n",
          },
        },
      ],
    },
    goEnv: { GOPROXY: 'https://proxy.golang.org' },
    look: [['go', 'env']],
    command: get,
    expect: { cause: 'auth.private-module-via-public-proxy', module },
    heals: ['goprivate'],
    wrong: [{ title: 'another proxy list', script: 'go env -w GONOSUMDB=corp.example.com/lib' }],
  },
  {
    name: 'private-existing-list',
    title: 'a private module is asked from the public proxy, and GOPRIVATE covers others',
    files,
    world: {
      modules: PUBLIC,
      repositories: [repository],
      answers: [
        page,
        {
          host: 'proxy.golang.org',
          path: '/corp.example.com/',
          answer: {
            status: 404,
            body: "not found: corp.example.com/lib@v1.2.3: invalid version: git ls-remote -q origin in /tmp/gopath/pkg/mod/cache/vcs/4e28c1f: exit status 128:\n\tfatal: could not read Username for 'https://git.corp.example.com': terminal prompts disabled\n",
          },
        },
      ],
    },
    goEnv: { GOPROXY: 'https://proxy.golang.org', GOPRIVATE: 'other.example.com/*' },
    look: [['go', 'env']],
    command: get,
    expect: { cause: 'auth.private-module-via-public-proxy', module },
    heals: ['goprivate'],
  },
  {
    name: 'git-credentials-missing',
    asked: ['corp.example.com', 'git.corp.example.com'],
    title: 'the git server wants a password and git has none',
    files,
    world: { modules: PUBLIC, repositories: [{ ...repository, access: 'ci:secret' }], answers: [page] },
    goEnv: { GOPRIVATE: 'corp.example.com,git.corp.example.com' },
    command: get,
    expect: { cause: 'auth.git-credentials-missing', host: 'git.corp.example.com' },
    wrong: [{ title: 'no checksum database', script: 'go env -w GOSUMDB=off GOFLAGS=-mod=mod' }],
  },
  {
    name: 'git-credentials-rejected',
    title: 'the git server refuses the password that git has stored',
    files,
    home: {
      '.gitconfig': '[credential]\n\thelper = store\n',
      '.git-credentials': 'https://ci:expired@git.corp.example.com\n',
    },
    world: { modules: PUBLIC, repositories: [{ ...repository, access: 'ci:secret' }], answers: [page] },
    goEnv: { GOPRIVATE: 'corp.example.com,git.corp.example.com' },
    command: get,
    expect: { cause: 'auth.git-credentials-rejected', host: 'git.corp.example.com' },
  },
  {
    name: 'goauth-two-words',
    title: 'GOAUTH has off and another word',
    files,
    world: { modules: PUBLIC, repositories: [repository], answers: [page] },
    goEnv: { GOPRIVATE: 'corp.example.com,git.corp.example.com', GOAUTH: 'off;netrc' },
    command: get,
    expect: { cause: 'auth.goauth-misconfigured' },
    heals: ['default'],
    wrong: [{ title: 'no checksum database', script: 'go env -w GOSUMDB=off' }],
  },
  {
    name: 'goauth-in-environment',
    title: 'GOAUTH in the environment names a git folder that is not absolute',
    files,
    world: { modules: PUBLIC, repositories: [repository], answers: [page] },
    goEnv: { GOPRIVATE: 'corp.example.com,git.corp.example.com' },
    env: { GOAUTH: 'git checkouts' },
    command: get,
    expect: { cause: 'auth.goauth-misconfigured' },
    heals: ['unset'],
    wrong: [{ title: 'go env -u, which the environment hides', script: 'go env -u GOAUTH' }],
  },
  {
    name: 'goauth-helper-missing',
    asked: ['corp.example.com'],
    title: 'GOAUTH names a helper that is not there',
    files,
    world: {
      modules: PUBLIC,
      repositories: [repository],
      answers: [{ ...page, answer: { status: 401, body: 'who are you\n' } }],
    },
    goEnv: { GOPRIVATE: 'corp.example.com,git.corp.example.com', GOAUTH: 'corp-login-helper' },
    command: ['go', 'mod', 'download', '-x', `${module}@${version}`],
    expect: { cause: 'auth.goauth-misconfigured' },
  },
  {
    name: 'goprivate-everything',
    asked: ['golang.org', 'go.googlesource.com'],
    title: 'GOPRIVATE covers every module, and the git server of this one is not to be had',
    files: { 'go.mod': appGoMod(golangLab), 'app.go': importing(golangLab.path) },
    world: {
      modules: [golangLab],
      answers: [
        {
          host: 'golang.org',
          path: '?go-get=1',
          answer: {
            status: 200,
            type: 'text/html',
            body: '<meta name="go-import" content="golang.org/x/lab git https://go.googlesource.com/lab">\n',
          },
        },
      ],
    },
    goEnv: { GOPRIVATE: '*' },
    look: [['sh', '-c', 'echo GOPRIVATE=$(go env GOPRIVATE)']],
    command: get,
    expect: { cause: 'auth.goprivate-too-broad' },
    wrong: [{ title: 'no checksum database', script: 'go env -w GOSUMDB=off' }],
  },
  {
    name: 'git-repository-missing',
    title: 'the git server says that there is no such repository',
    files,
    world: { modules: PUBLIC, repositories: [{ ...repository, access: 'missing' }], answers: [page] },
    goEnv: { GOPRIVATE: 'corp.example.com,git.corp.example.com' },
    command: get,
    expect: { cause: 'resolve.module-not-found', module },
  },
  {
    name: 'netrc-for-other-host',
    title: 'the login in .netrc is for another host',
    files,
    home: { '.netrc': 'machine other.example.com login ci password secret\n' },
    world: { modules: PUBLIC, repositories: [{ ...repository, access: 'ci:secret' }], answers: [page] },
    goEnv: { GOPRIVATE: 'corp.example.com,git.corp.example.com' },
    command: get,
    expect: { cause: 'auth.git-credentials-missing', host: 'git.corp.example.com' },
    wrong: [{ title: 'only the address of the path', script: 'go env -w GONOSUMDB=corp.example.com' }],
  },
  {
    name: 'git-forbidden',
    asked: ['corp.example.com', 'git.corp.example.com'],
    title: 'the git server answers 403',
    files,
    world: { modules: PUBLIC, repositories: [{ ...repository, access: 'forbidden' }], answers: [page] },
    goEnv: { GOPRIVATE: 'corp.example.com,git.corp.example.com' },
    command: get,
    expect: { cause: 'auth.git-credentials-rejected', host: 'git.corp.example.com' },
  },
);
