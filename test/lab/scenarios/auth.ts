import type { Repository } from '../git-server.ts';
import { appGoMod, corpLib, importing, PUBLIC } from '../modules.ts';
import { scenarios } from '../scenario.ts';

const { path: module, version } = corpLib;
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
    name: 'git-forbidden',
    title: 'the git server answers 403',
    files,
    world: { modules: PUBLIC, repositories: [{ ...repository, access: 'forbidden' }], answers: [page] },
    goEnv: { GOPRIVATE: 'corp.example.com,git.corp.example.com' },
    command: get,
    expect: { cause: 'auth.git-credentials-rejected', host: 'git.corp.example.com' },
  },
);
