import type { Override } from '../answer.ts';
import { appGoMod, corpLib, importing, PUBLIC } from '../modules.ts';
import { scenarios } from '../scenario.ts';

const { path: module, version } = corpLib;
const get = ['go', 'mod', 'tidy'];
const files = { 'go.mod': appGoMod(corpLib), 'app.go': importing(module) };
const repositories = [{ host: 'git.corp.example.com', path: 'lib', commits: [{ files: corpLib.files, tag: version }] }];
const goEnv = { GOPRIVATE: 'corp.example.com,git.corp.example.com' };

function page(body: string): Override[] {
  return [{ host: 'corp.example.com', path: '?go-get=1', answer: { status: 200, type: 'text/html', body } }];
}
const answers = page('<meta name="go-import" content="corp.example.com/lib git https://git.corp.example.com/lib.git">');

/** Go and git, and the pages that say where a repository is. */
export const vcs = scenarios(
  {
    name: 'git-missing',
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
    name: 'unknown-revision',
    title: 'a version that the repository does not have',
    files: { ...files, 'go.mod': appGoMod({ ...corpLib, version: 'v1.9.9' }) },
    world: { modules: PUBLIC, repositories, answers },
    goEnv,
    command: get,
    expect: { cause: 'vcs.unknown-revision', module, version: 'v1.9.9' },
  },
  {
    name: 'vanity-page-without-tag',
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
