import type { Answer } from '../answer.ts';
import { appGoMod, corpLib, importing, PUBLIC } from '../modules.ts';
import { type Scenario, scenarios } from '../scenario.ts';

const { path: module, version } = corpLib;
const goEnv = { GOPRIVATE: 'corp.example.com,git.corp.example.com' };
const repositories = [{ host: 'git.corp.example.com', path: 'lib', commits: [{ files: corpLib.files, tag: version }] }];
const wrong = [{ title: 'no checksum database', script: 'go env -w GOSUMDB=off' }];

function tag(content: string): string {
  return `<meta name="go-import" content="${content}">\n`;
}

function page(name: string, title: string, cause: string, answer: Answer | string, more: Partial<Scenario> = {}): Scenario {
  const given = typeof answer === 'string' ? { status: 200, type: 'text/html', body: answer } : answer;
  return {
    name,
    title,
    files: { 'go.mod': appGoMod(corpLib), 'app.go': importing(module) },
    world: { modules: PUBLIC, repositories, answers: [{ host: 'corp.example.com', path: '?go-get=1', answer: given }] },
    goEnv,
    command: ['go', 'mod', 'tidy'],
    expect: { cause },
    wrong,
    ...more,
  };
}

/** The page of an import path, which says where the repository is. */
export const vanity = scenarios(
  page(
    'vanity-two-repositories',
    'the page names two repositories',
    'vcs.meta-tags',
    tag(`${module} git https://git.corp.example.com/lib`) + tag(`${module} git https://git.corp.example.com/other`),
  ),
  page(
    'vanity-unknown-vcs',
    'the page names a tool that go does not know',
    'vcs.meta-tags',
    tag(`${module} cvs https://git.corp.example.com/lib`),
  ),
  page(
    'vanity-no-scheme',
    'the page names a repository without a scheme',
    'vcs.meta-tags',
    tag(`${module} git git.corp.example.com/lib.git`),
  ),
  page(
    'vanity-scp-form',
    'the page names a repository in the form of scp',
    'vcs.meta-tags',
    tag(`${module} git git@git.corp.example.com:lib.git`),
  ),
  page(
    'vanity-bad-charset',
    'the page is in a character set that go does not read',
    'vcs.meta-tags',
    `<?xml version="1.0" encoding="latin-7"?>\n${tag(`${module} git https://git.corp.example.com/lib`)}`,
  ),
  page('vanity-not-found', 'there is no page', 'vcs.meta-tags', { status: 404, body: 'no such page\n' }),
  page('vanity-server-error', 'the page fails', 'goproxy.server-error', { status: 500, body: 'oops\n' }),
  page('vanity-login', 'the page wants a login', 'auth.git-credentials-missing', { status: 401, body: 'who are you\n' }),
  page('vanity-forbidden', 'the page is not for everybody', 'auth.git-credentials-missing', { status: 403, body: 'not for you\n' }),
  page('vanity-to-http', 'the page is moved to an address without TLS', 'vcs.insecure-protocol', {
    status: 302,
    headers: { location: 'http://corp.example.com/lib?go-get=1' },
  }),
  page(
    'vanity-hg-missing',
    'the page names a Mercurial repository, and hg is not installed',
    'vcs.git-missing',
    tag(`${module} hg https://hg.corp.example.com/lib`),
    { withoutGit: true },
  ),
  page(
    'vanity-svn-disallowed',
    'the page names a Subversion repository, and GOVCS allows git only',
    'vcs.govcs-disallowed',
    tag(`${module} svn https://svn.corp.example.com/lib`),
    { goEnv: { ...goEnv, GOVCS: 'private:git' } },
  ),
  page(
    'vanity-mod-server-empty',
    'the page names a module proxy that does not have it',
    'goproxy.not-found',
    tag(`${module} mod https://goproxy.corp.example.com`),
  ),
  page('vanity-reset', 'the server of the page closes the connection', 'network.connection-reset', { act: 'eof' }),
  page(
    'vanity-other-module-name',
    'the repository has a module of another name',
    'resolve.path-mismatch',
    tag(`${module} git https://git.corp.example.com/lib`),
    {
      world: {
        modules: PUBLIC,
        repositories: [
          { ...repositories[0]!, commits: [{ files: { ...corpLib.files, 'go.mod': 'module corp.example.com/renamed\n' }, tag: version }] },
        ],
        answers: [
          {
            host: 'corp.example.com',
            path: '?go-get=1',
            answer: { status: 200, type: 'text/html', body: tag(`${module} git https://git.corp.example.com/lib`) },
          },
        ],
      },
    },
  ),
);
