import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { routeOf } from '../../src/route/route.ts';
import { effectiveSettings } from '../../src/route/settings.ts';
import { type Answer, type Asked, walk } from '../../src/route/walk.ts';
import { send } from '../lab/answer.ts';
import { startConnectProxy } from '../lab/connect-proxy.ts';
import { createRepositories, type Repository, serveGit } from '../lab/git-server.ts';
import { goProxyBody } from '../lab/goproxy-server.ts';
import type { LabModule } from '../lab/module-zip.ts';
import { removeTree } from '../lab/remove-tree.ts';
import { createSumdb } from '../lab/sumdb-server.ts';
import { startPlainServer, startTlsServer } from '../lab/tls-server.ts';
import { createToolbox, missingPrograms, type Toolbox } from '../lab/toolbox.ts';

// `MODWHY_ROUTE_RUNS=10000 vitest run --project unit test/route` compares as many settings, MODWHY_ROUTE_SEED others.
const runs = Number(process.env.MODWHY_ROUTE_RUNS ?? 300);
const seed = Number(process.env.MODWHY_ROUTE_SEED ?? 1);
const proxies = ['a.proxy.test', 'b.proxy.test', 'c.proxy.test', 'proxy.golang.org'];
const mirror = 'mirror.sum.test';
const paths = ['github.com/acme/greet', 'corp.example.com/team/lib', 'git.example.org/tools/x.git'];
const modules: LabModule[] = paths.map((one) => ({ path: one, version: 'v1.0.0', files: { 'a.go': 'package a\n' } }));
const named = 'git.corp.example.com';
const repositories: Repository[] = [
  { host: 'github.com', path: 'acme/greet' },
  { host: named, path: 'team/lib' },
  { host: 'git.example.org', path: 'tools/x' },
].map((place, index) => ({
  ...place,
  commits: [{ files: { 'go.mod': `module ${paths[index]}\n`, 'a.go': 'package a\n' }, tag: 'v1.0.0' }],
}));

/** What the servers answer in one run. */
interface Plan {
  readonly proxy: Readonly<Record<string, number>>;
  readonly support: Readonly<Record<string, number>>;
  readonly page: number;
  readonly repository: boolean;
}

interface Case {
  readonly module: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly file: Readonly<Record<string, string>>;
  readonly plan: Plan;
}

const status = fc.constantFrom(200, 200, 200, 404, 404, 410, 403, 500);
const patterns = fc
  .array(
    fc.constantFrom(
      'github.com',
      'github.com/acme',
      '*.example.com',
      'corp.example.com',
      'corp.example.com/*',
      'git.example.org/*/x.git',
      '*',
      'c[',
      'acme',
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) => list.join(','));
const goproxy = fc
  .array(
    fc.tuple(
      fc.oneof(
        { weight: 40, arbitrary: fc.constantFrom(...proxies.map((host) => `https://${host}`), 'a.proxy.test/', ' https://b.proxy.test ') },
        { weight: 12, arbitrary: fc.constantFrom('direct', 'direct', 'off', '') },
        { weight: 1, arbitrary: fc.constant('nonsense') },
      ),
      fc.constantFrom(',', ',', '|'),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((entries) => entries.map(([entry, separator], index) => (index === entries.length - 1 ? entry : entry + separator)).join(''));

function settingsFor(key: string) {
  return fc.record(
    {
      GOPROXY: fc.oneof({ weight: 6, arbitrary: goproxy }, { weight: 1, arbitrary: fc.constant('https://a.proxy.test,direct') }),
      GOPRIVATE: patterns,
      GONOPROXY: patterns,
      GONOSUMDB: patterns,
      GOSUMDB: fc.constantFrom(key, `${key} https://${mirror}`, 'off', 'nonsense'),
      GOVCS: fc.constantFrom(
        '*:off',
        'public:git',
        'private:off',
        'corp.example.com:git,*:hg',
        'github.com:git|hg',
        'git',
        'public:git,public:off',
      ),
    },
    { requiredKeys: [] },
  );
}

function cases(key: string) {
  return fc.record({
    module: fc.constantFrom(...paths),
    environment: settingsFor(key).chain((own) => fc.constantFrom(own, own, { ...own, GOENV: 'off' })),
    file: settingsFor(key),
    plan: fc.record({
      proxy: fc.record(Object.fromEntries(proxies.map((host) => [host, status]))),
      support: fc.record(Object.fromEntries(proxies.map((host) => [host, fc.constantFrom(200, 404, 404, 500)]))),
      page: fc.constantFrom(200, 200, 404, 500),
      repository: fc.boolean(),
    }),
  });
}

const missing = missingPrograms();

describe.skipIf(missing)(`the route and a real go${missing ? ` (skipped: ${missing})` : ''}`, () => {
  test(`ask the same servers in the same order, for ${runs} settings`, { timeout: 500 * runs + 60_000 }, async () => {
    const toolbox = createToolbox();
    const servers = await startServers(toolbox);
    try {
      const differences: unknown[] = [];
      let asked = 0;
      for (const one of fc.sample(cases(toolbox.keys.verifierKey), { numRuns: runs, seed })) {
        const seen = await servers.download(one);
        const expected = predict(one, toolbox.keys.verifierKey);
        asked += seen.length;
        if (JSON.stringify(seen) !== JSON.stringify(expected)) differences.push({ ...one, seen, expected });
      }
      expect(differences).toEqual([]);
      // Settings that ask nobody would show nothing.
      expect(asked).toBeGreaterThan(runs / 2);
    } finally {
      await servers.close();
      toolbox.remove();
    }
  });
});

function predict({ module, environment, file, plan }: Case, key: string): string[] {
  const { values } = effectiveSettings({ environment, file, installation: { GOSUMDB: key } });
  const route = routeOf(module, 'v1.0.0', values);
  const byStatus = (code: number): Answer => (code === 200 ? 'found' : code === 404 || code === 410 ? 'not-found' : 'error');
  const answerOf = ({ host, purpose }: Asked): Answer => {
    if (purpose === 'module') return byStatus(plan.proxy[host!]!);
    if (purpose === 'sumdb-support') return byStatus(plan.support[host!]!);
    if (purpose === 'discovery') return byStatus(plan.page);
    // A repository that is not there is seen as such, since its page is not there either.
    return purpose === 'repository' && !plan.repository ? 'not-found' : 'found';
  };
  const names = walk(route, values, answerOf).asked.map(({ host, purpose }) =>
    purpose === 'sumdb-support' ? `${host} sumdb` : (host ?? named),
  );
  return [...new Set(names)];
}

async function startServers(toolbox: Toolbox) {
  const folder = path.join(toolbox.folder, 'route');
  mkdirSync(path.join(folder, 'repositories'), { recursive: true });
  createRepositories(path.join(folder, 'repositories'), repositories);
  const sumdb = createSumdb(toolbox.keys, modules);
  let seen = new Set<string>();
  let plan: Plan = { proxy: {}, support: {}, page: 200, repository: true };
  const handler = (request: IncomingMessage, response: ServerResponse) => {
    const host = request.headers.host ?? '';
    const url = request.url ?? '/';
    const passed = url.startsWith('/sumdb/');
    seen.add(passed ? `${host} sumdb` : host);
    const reply = (code: number, right: ReturnType<typeof goProxyBody>) =>
      send(code === 200 ? undefined : { status: code }, right, request, response);
    if (passed) return reply(plan.support[host]!, sumdb.body(url.replace(/^\/sumdb\/[^/]+/, '')));
    if (proxies.includes(host)) return reply(plan.proxy[host]!, goProxyBody(modules, url));
    if (host === 'sum.golang.org' || host === mirror) return reply(200, sumdb.body(url));
    if (url.includes('go-get=1')) return reply(plan.page, page());
    if (serveGit(path.join(folder, 'repositories'), plan.repository ? repositories : [], host, request, response)) return;
    return reply(404, null);
  };
  const tls = await startTlsServer(toolbox.certificates, {}, handler);
  const plain = await startPlainServer(handler);
  const forward = await startConnectProxy({}, { tls: tls.port, plain: plain.port });
  let count = 0;
  return {
    /** Downloads a module with nothing in the cache. @returns the servers that were asked, each once */
    async download(one: Case): Promise<string[]> {
      plan = one.plan;
      seen = new Set();
      const home = path.join(folder, `home${count++}`);
      mkdirSync(path.join(home, '.config/go/telemetry'), { recursive: true });
      writeFileSync(path.join(home, '.config/go/telemetry/mode'), 'off');
      writeFileSync(
        path.join(home, '.config/go/env'),
        Object.entries(one.file)
          .map(([name, value]) => `${name}=${value}\n`)
          .join(''),
      );
      writeFileSync(path.join(home, 'go.mod'), 'module example.com/app\n\ngo 1.21\n');
      const output = await run('go', ['mod', 'download', `${one.module}@v1.0.0`], home, {
        PATH: toolbox.path,
        HOME: home,
        GOROOT: toolbox.goroot,
        GOCACHE: toolbox.gocache,
        GIT_CONFIG_NOSYSTEM: '1',
        HTTPS_PROXY: `http://127.0.0.1:${forward.port}`,
        SSL_CERT_FILE: toolbox.certificates.ca,
        GIT_SSL_CAINFO: toolbox.certificates.ca,
        GIT_TERMINAL_PROMPT: '0',
        ...one.environment,
      });
      removeTree(home);
      if (process.env.DEBUG_ROUTE) console.error(JSON.stringify([one.module, one.environment, one.file, one.plan]), [...seen], output);
      return [...seen];
    },
    close: () => Promise.all([tls.close(), plain.close(), forward.close()]),
  };
}

function page() {
  const text = `<html><head><meta name="go-import" content="corp.example.com/team/lib git https://${named}/team/lib"></head></html>`;
  return { type: 'text/html', bytes: Buffer.from(text) };
}

function run(program: string, args: readonly string[], cwd: string, env: Record<string, string>): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
    const chunks: Buffer[] = [];
    child.stderr!.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', failed);
    child.on('close', () => done(Buffer.concat(chunks).toString()));
  });
}
