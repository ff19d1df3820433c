import type { Override } from '../answer.ts';
import { appGoMod, corpLib, importing, PUBLIC } from '../modules.ts';
import { type Scenario, scenarios } from '../scenario.ts';

function page(system: 'hg' | 'svn'): Override {
  const body = `<meta name="go-import" content="${corpLib.path} ${system} https://${system}.corp.example.com/lib">`;
  return { host: 'corp.example.com', path: '?go-get=1', answer: { status: 200, type: 'text/html', body } };
}

function scenario(system: 'hg' | 'svn', more: Pick<Scenario, 'name' | 'title' | 'expect'>, answer: Override['answer']): Scenario {
  return {
    needs: [system === 'hg' ? 'mercurial' : 'subversion'],
    files: { 'go.mod': appGoMod(corpLib), 'app.go': importing(corpLib.path) },
    home: { '.hgrc': '[web]\ncacerts = {ca}\n' },
    world: { modules: PUBLIC, answers: [page(system), { host: `${system}.corp.example.com`, path: '/lib', answer }] },
    goEnv: { GOPRIVATE: 'corp.example.com' },
    // Mercurial knows one variable for both schemes.
    env: { http_proxy: '{httpsproxy}' },
    command: ['go', 'mod', 'tidy'],
    ...more,
  };
}

const login = { status: 401, headers: { 'www-authenticate': 'Basic realm="lab"' } };

const wrongHost = scenario(
  'hg',
  {
    name: 'hg-wrong-host',
    title: 'the certificate of the Mercurial server is for another',
    expect: { cause: 'tls.hostname-mismatch', host: 'hg.corp.example.com' },
  },
  { status: 404 },
);

/** Mercurial and Subversion. */
export const otherSystems = scenarios(
  scenario(
    'hg',
    { name: 'hg-not-found', title: 'the Mercurial server has no such repository', expect: { cause: 'resolve.module-not-found' } },
    { status: 404 },
  ),
  scenario(
    'hg',
    { name: 'hg-login', title: 'the Mercurial server wants a login', expect: { cause: 'auth.git-credentials-missing' } },
    login,
  ),
  scenario(
    'hg',
    { name: 'hg-server-error', title: 'the Mercurial server answers 500', expect: { cause: 'goproxy.server-error' } },
    { status: 500 },
  ),
  {
    ...scenario(
      'hg',
      { name: 'hg-unknown-authority', title: 'Mercurial does not know who signed', expect: { cause: 'tls.unknown-authority' } },
      { status: 404 },
    ),
    home: {},
  },
  {
    ...wrongHost,
    world: { ...wrongHost.world, certificates: { 'hg.corp.example.com': 'wrong-host' } },
  },
  // modfetch/codehost, svn.go: what `svn` said is dropped, so that every trouble looks like a version that is not there.
  scenario(
    'svn',
    { name: 'svn-says-nothing', title: 'the Subversion server wants a login', expect: { cause: 'vcs.unknown-revision' } },
    login,
  ),
);
