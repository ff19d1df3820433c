import type { Answer } from '../answer.ts';
import { goSum } from '../module-zip.ts';
import { appGoMod, corpLib, HEALTHY, importing, PUBLIC, strutil, WITHOUT_SUM } from '../modules.ts';
import { type Scenario, scenarios } from '../scenario.ts';

const download = ['go', 'mod', 'download'];
const module = strutil.path;
const host = 'proxy.golang.org';

function answered(name: string, title: string, cause: string, answer: Answer, path = strutil.path): Scenario {
  const world = { modules: PUBLIC, answers: [{ host, path, answer }] };
  return { name, title, files: HEALTHY, world, command: download, expect: { cause, module } };
}

function configured(name: string, title: string, cause: string, value: string, more: Partial<Scenario> = {}): Scenario {
  return {
    name,
    title,
    files: HEALTHY,
    world: { modules: PUBLIC },
    goEnv: { GOPROXY: value },
    command: download,
    expect: { cause },
    ...more,
  };
}

const fresh = {
  path: 'github.com/acme/fresh',
  version: 'v1.4.0',
  files: { 'go.mod': 'module github.com/acme/fresh\n', 'fresh.go': 'package fresh\n' },
};
const html = { status: 200, type: 'text/html', body: '<!doctype html><title>Sign in</title>\n' };

/** Module proxies that refuse, fail or talk nonsense, and wrong GOPROXY values. */
export const goproxy = scenarios(
  {
    name: 'proxy-not-found',
    asked: ['proxy.golang.org'],
    title: 'the only proxy does not have the module',
    files: { ...HEALTHY, 'go.mod': `module example.com/app\n\ngo 1.21\n\nrequire ${corpLib.path} ${corpLib.version}\n` },
    world: { modules: PUBLIC },
    goEnv: { GOPROXY: 'https://proxy.golang.org' },
    command: download,
    expect: { cause: 'goproxy.not-found', module: corpLib.path },
  },
  answered('proxy-forbidden', 'the proxy blocks the module', 'goproxy.forbidden', { status: 403, body: 'blocked by policy: quarantine\n' }),
  answered('proxy-unauthorized', 'the proxy wants credentials', 'goproxy.auth-required', {
    status: 401,
    body: 'authentication required\n',
  }),
  answered('proxy-rate-limited', 'the proxy answers 429', 'goproxy.rate-limited', { status: 429, body: 'slow down\n' }),
  answered('proxy-internal-error', 'the proxy answers 500', 'goproxy.server-error', { status: 500, body: 'oops\n' }),
  answered('proxy-bad-gateway', 'the proxy answers 502', 'goproxy.server-error', { status: 502, body: 'upstream is down\n' }),
  answered('proxy-unavailable', 'the proxy answers 503', 'goproxy.server-error', { status: 503 }),
  answered('proxy-html', 'a sign-in page answers instead of the proxy', 'network.captive-portal', html, '.info'),
  {
    ...answered('proxy-garbage-zip', 'the zip of the proxy is none', 'goproxy.bad-response', { spoil: 'garbage' }, '.zip'),
    expect: { cause: 'goproxy.bad-response' },
  },
  answered(
    'proxy-wrong-version',
    'the proxy tells another version',
    'goproxy.bad-response',
    { status: 200, body: '{"Version":"v9.9.9"}' },
    '.info',
  ),
  answered('proxy-redirect-loop', 'the proxy redirects to itself', 'goproxy.bad-response', {
    status: 302,
    headers: { location: 'https://proxy.golang.org/github.com/acme/strutil/@v/v1.0.0.zip' },
  }),
  answered('proxy-cut-zip', 'the connection ends in the middle of a zip', 'network.connection-reset', { spoil: 'cut' }, '.zip'),
  answered('proxy-eof', 'the proxy closes the connection without a word', 'network.connection-reset', { act: 'eof' }),
  configured('proxy-reset', 'the proxy resets the connection', 'network.connection-reset', '{goproxy}', {
    world: { modules: PUBLIC, answers: [{ path: strutil.path, answer: { act: 'reset' } }] },
  }),
  configured('goproxy-off', 'GOPROXY=off and an empty module cache', 'goproxy.off', 'off'),
  configured('goproxy-off-in-environment', 'GOPROXY=off in the environment', 'goproxy.off', 'off', { goEnv: {}, env: { GOPROXY: 'off' } }),
  configured('goproxy-invalid-scheme', 'GOPROXY without https://', 'goproxy.invalid-config', 'mirror,direct'),
  configured('goproxy-invalid-in-environment', 'GOPROXY in the environment without https://', 'goproxy.invalid-config', 'x', {
    goEnv: {},
    env: { GOPROXY: 'mirror,direct' },
    wrong: [{ title: 'go env -w, which the environment hides', script: 'go env -w GOPROXY=https://proxy.golang.org,direct' }],
  }),
  configured('goproxy-unknown-scheme', 'GOPROXY with a scheme that go does not speak', 'goproxy.invalid-config', 'htps://proxy.golang.org'),
  configured('goproxy-refused', 'nothing listens where GOPROXY points', 'network.connect-refused', 'http://127.0.0.1:1', {
    expect: { cause: 'network.connect-refused' },
    wrong: [{ title: 'no checksum database', script: 'go env -w GOSUMDB=off' }],
  }),
  configured('goproxy-no-such-host', 'GOPROXY names a host that does not exist', 'network.dns-no-such-host', 'http://goproxy.invalid', {
    needs: ['resolver'],
    expect: { cause: 'network.dns-no-such-host', host: 'goproxy.invalid' },
  }),
  {
    ...answered('proxy-gone', 'the proxy answers 410 and nobody else is asked', 'goproxy.not-found', { status: 410, body: 'gone\n' }),
    goEnv: { GOPROXY: 'https://proxy.golang.org' },
  },
  answered('proxy-legal', 'the proxy answers 451', 'goproxy.forbidden', { status: 451, body: 'not in this country\n' }),
  answered('proxy-teapot', 'the proxy answers a status that has no place in the protocol', 'goproxy.bad-response', { status: 418 }),
  answered('proxy-gateway-timeout', 'the proxy answers 504', 'goproxy.server-error', { status: 504, body: 'upstream is silent\n' }),
  answered('proxy-redirect-to-http', 'the proxy moves the file to an address without TLS', 'goproxy.bad-response', {
    status: 302,
    headers: { location: 'http://files.corp.example.com/strutil.zip' },
  }),
  answered('proxy-redirect-nowhere', 'the proxy redirects without saying where', 'goproxy.bad-response', { status: 302 }),
  {
    ...answered('proxy-html-mod', 'a page stands where the go.mod should be, and go.sum notices', 'checksum.go-sum-mismatch', html, '.mod'),
    wrong: [{ title: 'tidy', script: 'go mod tidy' }],
  },
  answered('proxy-cut-mod', 'the connection ends in the middle of a go.mod', 'network.connection-reset', { spoil: 'cut' }, '.mod'),
  {
    ...answered('proxy-empty-info', 'the .info of the proxy is empty', 'goproxy.bad-response', { status: 200, body: '' }, '.info'),
    command: ['go', 'list', '-m', `${module}@v1.0.0`],
    files: { 'go.mod': 'module example.com/app\n\ngo 1.21\n' },
  },
  {
    ...answered('proxy-no-versions', 'the proxy has no list and no latest version', 'goproxy.not-found', {
      status: 404,
      body: 'no such module\n',
    }),
    command: ['go', 'get', `${module}@latest`],
    goEnv: { GOPROXY: 'https://proxy.golang.org' },
  },
  {
    ...answered(
      'goproxy-comma-stops',
      'the first proxy is down, and a comma stands before the second',
      'network.connect-refused',
      { status: 200 },
      '/none/',
    ),
    goEnv: { GOPROXY: 'http://127.0.0.1:1,{goproxy}' },
    look: [['go', 'env', 'GOPROXY']],
    expect: { cause: 'network.connect-refused', module },
    wrong: [{ title: 'a third server behind another comma', script: 'go env -w GOPROXY="$(go env GOPROXY),direct"' }],
  },
  {
    ...answered('goproxy-login-rejected', 'the login of .netrc is not the one that the proxy wants', 'goproxy.auth-required', {
      status: 401,
      body: 'bad credentials\n',
    }),
    home: { '.netrc': 'machine proxy.golang.org login ci password expired\n' },
  },
  {
    name: 'proxy-negative-cache',
    asked: ['proxy.golang.org'],
    title: 'the proxy was asked before the tag was pushed and remembers that',
    files: { 'go.mod': appGoMod(fresh), 'go.sum': goSum(fresh), 'app.go': importing(fresh.path) },
    world: {
      modules: PUBLIC,
      repositories: [{ host: 'github.com', path: 'acme/fresh', commits: [{ files: fresh.files, tag: fresh.version }] }],
      answers: [
        {
          host,
          path: fresh.path,
          answer: { status: 404, body: `not found: ${fresh.path}@v1.4.0: invalid version: unknown revision v1.4.0\n` },
        },
      ],
    },
    goEnv: { GOPROXY: 'https://proxy.golang.org' },
    command: download,
    expect: { cause: 'goproxy.negative-cache', module: fresh.path },
    heals: ['direct-once'],
  },
  {
    name: 'sumdb-not-proxied-html',
    title: 'the company proxy passes the checksum database on as a page',
    files: WITHOUT_SUM,
    world: { modules: PUBLIC, answers: [{ path: '/sumdb/', answer: html }] },
    goEnv: { GOPROXY: '{goproxy}' },
    command: ['go', 'mod', 'tidy'],
    expect: { cause: 'network.captive-portal' },
  },
);
