import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseGitConfig } from '../../src/route/git-config.ts';
import { gitHost, rewriteRules, rewriteUrl } from '../../src/route/insteadof.ts';
import { netrcMachines } from '../../src/route/netrc.ts';
import { planRoute } from '../../src/route/plan.ts';
import { routeOf } from '../../src/route/route.ts';
import { effectiveSettings } from '../../src/route/settings.ts';
import { type Answer, type Asked, walk } from '../../src/route/walk.ts';
import { send } from '../lab/answer.ts';
import { createRepositories, type Repository, serveGit } from '../lab/git-server.ts';
import { goProxyBody } from '../lab/goproxy-server.ts';
import type { LabModule } from '../lab/module-zip.ts';
import { removeTree } from '../lab/remove-tree.ts';
import { startTlsServer } from '../lab/tls-server.ts';
import { createToolbox, missingPrograms, type Toolbox } from '../lab/toolbox.ts';
import { runProgram, startForwardProxy } from './recorder.ts';

// What stands around the settings: netrc, GOAUTH, git's rules, NO_PROXY, GOINSECURE. The settings themselves are in real-go.test.ts.
// `MODWHY_ROUTE_GOROOT=$(GOTOOLCHAIN=go1.22.12 go env GOROOT)` compares with that Go.
const otherRoot = process.env.MODWHY_ROUTE_GOROOT;
const minor = otherRoot ? Number(/^go1\.(\d+)/.exec(readFileSync(path.join(otherRoot, 'VERSION'), 'utf8'))![1]) : Infinity;
const runs = Number(process.env.MODWHY_ROUTE_RUNS ?? 200);
const paths = ['github.com/acme/greet', 'corp.example.com/team/lib', 'git.example.org/tools/x.git'];
const modules: LabModule[] = paths.map((one) => ({ path: one, version: 'v1.0.0', files: { 'a.go': 'package a\n' } }));
const proxies = ['a.proxy.test', 'b.proxy.test'];
const pageHost = 'corp.example.com';
const named = 'https://git.corp.example.com/team/lib';
const repositories: Repository[] = ['github.com', 'git.corp.example.com', 'git.example.org', 'example.com'].flatMap((host) =>
  ['acme/greet', 'team/lib', 'tools/x'].map((place, index) => ({
    host,
    path: place,
    commits: [{ files: { 'go.mod': `module ${paths[index]}\n`, 'a.go': 'package a\n' }, tag: 'v1.0.0' }],
  })),
);

interface Case {
  readonly module: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly netrc: string;
  readonly gitconfig: string;
  /** Of the repository that the command runs in. */
  readonly projectConfig: string;
  /** Whether the page's host can be reached by https. */
  readonly https: boolean;
  readonly status: Readonly<Record<string, number>>;
}

const login = (machine: string) => `login u-${machine} password secret`;
const machine = fc.constantFrom(
  ...proxies,
  pageHost,
  'a.proxy.test/github.com',
  'a.proxy.test/github.com/acme/greet/@v',
  'b.proxy.test:443',
  'proxy.test',
);
const netrc = fc
  .array(
    fc.oneof(
      machine.map((name) => `machine ${name} ${login(name)}`),
      machine.map((name) => `machine ${name}\n  login u-${name}\n\tpassword secret`),
      machine.map((name) => `machine ${name} password secret login u-${name}`),
      machine.map((name) => `machine ${name} login u-${name}`),
      machine.map((name) => `machine ${name} account x ${login(name)}`),
      machine.map((name) => `macdef init\nmachine ${name} ${login(name)}\n`),
      machine.map((name) => `# machine ${name} ${login(name)}`),
      fc.constantFrom('default login d password secret', 'default', 'machine', 'login x default'),
    ),
    { maxLength: 4 },
  )
  .map((parts) => `${parts.join('\n')}\n`);
const rule = fc
  .tuple(
    fc.constantFrom(
      'https://example.com/',
      'https://git.corp.example.com/',
      'ssh://git@github.com/',
      'https://example.com/acme/',
      'https://user@example.com/',
    ),
    fc.constantFrom(
      'https://github.com/',
      'https://github.com/acme/',
      'https://git.',
      'https://git.example.org/',
      'https://',
      named,
      'gh:',
    ),
    fc.constantFrom('insteadOf', 'insteadof', 'pushInsteadOf', 'InsteadOf'),
    fc.boolean(),
  )
  .map(([base, prefix, name, quoted]) => `[url "${base}"]\n\t${name} = ${quoted ? `"${prefix}" # rule` : `${prefix} ; rule`}\n`);
const gitconfig = fc.array(rule, { maxLength: 3 }).map((rules) => rules.join(''));
const status = fc.constantFrom(200, 404, 404, 401, 500);

const cases = fc.record({
  module: fc.constantFrom(...paths),
  environment: fc.record(
    {
      GOPROXY: fc.constantFrom(
        'https://a.proxy.test,https://b.proxy.test,direct',
        'https://a.proxy.test|https://b.proxy.test|direct',
        'https://someone:pw@a.proxy.test,direct',
        'direct',
      ),
      GOAUTH: fc.constantFrom('netrc', 'off', 'netrc;off', 'git relative', 'netrc;;', 'netrc; netrc'),
      NO_PROXY: fc.constantFrom(
        'a.proxy.test',
        '.proxy.test',
        'b.proxy.test:443',
        'a.proxy.test:80',
        '*.proxy.test',
        'proxy.tes',
        'b.proxy.test , a.b',
      ),
      GOINSECURE: fc.constantFrom('corp.example.com', 'corp.example.com/team', '*.example.com', '*.com/*/lib', 'example.com'),
    },
    { requiredKeys: ['GOPROXY'] },
  ),
  netrc,
  gitconfig,
  projectConfig: fc.oneof(fc.constant(''), gitconfig),
  https: fc.boolean(),
  status: fc.record(Object.fromEntries(proxies.map((host) => [host, status]))),
});

const missing = missingPrograms();

describe.skipIf(missing)(`what stands around the settings, and a real go${missing ? ` (skipped: ${missing})` : ''}`, () => {
  test(`credentials go to the same servers, and git asks the same hosts, for ${runs} cases`, { timeout: 600 * runs + 60_000 }, async () => {
    const toolbox = createToolbox();
    const servers = await startServers(toolbox);
    try {
      const differences: unknown[] = [];
      const all: string[] = [];
      for (const one of fc.sample(cases, { numRuns: runs, seed: 1 })) {
        const { seen, output } = await servers.download(one);
        const expected = predict(one);
        all.push(...seen);
        if (JSON.stringify(seen.filter(counts(one))) !== JSON.stringify(expected.filter(counts(one))))
          differences.push({ ...one, seen, expected, output });
      }
      expect(differences).toEqual([]);
      // Each kind of thing happened.
      const kinds = [
        'u-a.proxy.test',
        'someone',
        'example.com',
        'git.corp.example.com',
        ...(minor >= 14 ? ['http://corp.example.com'] : []),
      ];
      for (const word of kinds)
        expect(
          all.some((text) => text.includes(word)),
          word,
        ).toBe(true);
    } finally {
      await servers.close();
      toolbox.remove();
    }
  });
});

/** Before 1.25, when git had failed at the rewritten URL, go itself asked whether the repository's own URL is there. */
function counts({ module, gitconfig: config }: Case): (text: string) => boolean {
  const url = module.startsWith('corp.') ? named : `https://${module.replace(/\.git$/, '')}`;
  const rewritten = rewriteUrl(url, rewriteRules(parseGitConfig(config), '')) !== null;
  return (text) => minor >= 25 || !rewritten || text !== gitHost(url);
}

function predict({ module, environment, netrc: machines, gitconfig: config, https, status: answers }: Case): string[] {
  const { values } = effectiveSettings({
    environment: { ...environment, GOSUMDB: 'off', HTTPS_PROXY: 'http://proxy', HTTP_PROXY: 'http://proxy' },
  });
  const rewrites = rewriteRules(parseGitConfig(config), '~/.gitconfig');
  const route = routeOf(module, 'v1.0.0', values, minor);
  const plan = planRoute(module, 'v1.0.0', values, { minor, machines: netrcMachines(machines), rewrites });
  const planned = (host: string | null) => plan.stops.find((stop) => stop.host === host)!;
  const users = (host: string | null) => {
    const [first] = planned(host).credentials;
    return first === undefined ? '' : ` ${first.kind === 'url' ? 'someone' : `u-${first.name}`}`;
  };
  const repositoryHost = (host: string | null) => {
    if (host === null) return gitHost(rewriteUrl(named, rewrites)?.url ?? named);
    const { rewritten, host: own } = planned(host).repository!;
    return rewritten ? (rewritten.url.startsWith('ssh:') ? null : rewritten.host) : own;
  };
  const seen = new Set<string>();
  // A mistake in GOAUTH ends go at its first request of its own.
  let over = false;
  const answerOf = ({ host, purpose }: Asked): Answer => {
    if (over) return 'no-answer';
    if (purpose === 'repository') {
      const asked = repositoryHost(host);
      const ssh = host === null && rewriteUrl(named, rewrites)?.url.startsWith('ssh:');
      if (asked === null || ssh) return 'not-found';
      seen.add(asked);
      return 'found';
    }
    const stop = planned(host);
    if (stop.error !== null) {
      over = true;
      return 'no-answer';
    }
    if (purpose === 'discovery-by-http') {
      seen.add(`http://${host}`);
      return 'found';
    }
    // Past the forward proxy these names lead nowhere.
    if (stop.via!.proxy === null) return 'no-answer';
    if (purpose === 'discovery') {
      if (!https) return 'no-answer';
      seen.add(`${host}${users(host)}`);
      return 'found';
    }
    seen.add(`${host}${users(host)}`);
    const code = answers[host!]!;
    return code === 200 ? 'found' : code === 404 ? 'not-found' : 'error';
  };
  walk(route, values, answerOf);
  return [...seen];
}

async function startServers(toolbox: Toolbox) {
  const folder = path.join(toolbox.folder, 'around');
  mkdirSync(path.join(folder, 'repositories'), { recursive: true });
  createRepositories(path.join(folder, 'repositories'), repositories);
  let seen = new Set<string>();
  let current: Case | null = null;
  const userOf = ({ headers: { authorization } }: IncomingMessage) => {
    const [, encoded] = /^Basic (.*)$/.exec(authorization ?? '') ?? [];
    return encoded === undefined ? '' : ` ${Buffer.from(encoded, 'base64').toString().split(':')[0]}`;
  };
  const handler = (request: IncomingMessage, response: ServerResponse) => {
    const host = request.headers.host ?? '';
    const url = request.url ?? '/';
    if (proxies.includes(host)) {
      seen.add(`${host}${userOf(request)}`);
      const code = current!.status[host]!;
      return send(code === 200 ? undefined : { status: code }, goProxyBody(modules, url), request, response);
    }
    if (url.includes('go-get=1')) {
      seen.add(`${host}${userOf(request)}`);
      return send(undefined, page(), request, response);
    }
    seen.add(host);
    if (!serveGit(path.join(folder, 'repositories'), repositories, host, request, response)) send({ status: 404 }, null, request, response);
  };
  const tls = await startTlsServer(toolbox.certificates, {}, handler);
  const broken = () => new Set(current?.https ? [] : [pageHost]);
  const forward = await startForwardProxy(
    tls.port,
    broken,
    () => {},
    (request, response) => {
      seen.add(`http://${new URL(request.url ?? '/', 'http://none').host}`);
      send(undefined, page(), request, response);
    },
  );
  let count = 0;
  return {
    /** Downloads a module with nothing in the cache. @returns the servers that were asked, each once, with the user that was sent to them */
    async download(one: Case): Promise<{ seen: string[]; output: string }> {
      current = one;
      seen = new Set();
      const home = path.join(folder, `home${count++}`);
      mkdirSync(path.join(home, '.config/go/telemetry'), { recursive: true });
      mkdirSync(path.join(home, '.git'), { recursive: true });
      writeFileSync(path.join(home, '.config/go/telemetry/mode'), 'off');
      writeFileSync(path.join(home, '.git/config'), `[core]\n\trepositoryformatversion = 0\n${one.projectConfig}`);
      // Half of them by another name.
      const other = count % 2 === 0;
      writeFileSync(path.join(home, other ? 'other' : '.netrc'), one.netrc);
      writeFileSync(path.join(home, '.gitconfig'), one.gitconfig);
      writeFileSync(path.join(home, 'go.mod'), 'module example.com/app\n\ngo 1.21\n');
      const proxy = `http://127.0.0.1:${forward.port}`;
      const output = await runProgram(
        otherRoot ? path.join(otherRoot, 'bin/go') : 'go',
        ['mod', 'download', `${one.module}@v1.0.0`],
        home,
        {
          PATH: toolbox.path,
          HOME: home,
          GOROOT: otherRoot ?? toolbox.goroot,
          GOCACHE: toolbox.gocache,
          GIT_CONFIG_NOSYSTEM: '1',
          HTTPS_PROXY: proxy,
          HTTP_PROXY: proxy,
          GOSUMDB: 'off',
          SSL_CERT_FILE: toolbox.certificates.ca,
          GIT_SSL_CAINFO: toolbox.certificates.ca,
          GIT_TERMINAL_PROMPT: '0',
          ...(other ? { NETRC: path.join(home, 'other') } : {}),
          ...one.environment,
        },
      );
      removeTree(home);
      return { seen: [...seen], output };
    },
    close: () => Promise.all([tls.close(), forward.close()]),
  };
}

function page() {
  const text = `<html><head><meta name="go-import" content="corp.example.com/team/lib git ${named}"></head></html>`;
  return { type: 'text/html', bytes: Buffer.from(text) };
}
