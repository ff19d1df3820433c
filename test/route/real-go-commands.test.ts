import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planRoute } from '../../src/route/plan.ts';
import { routeOf } from '../../src/route/route.ts';
import { effectiveSettings } from '../../src/route/settings.ts';
import { toolchainModule } from '../../src/route/sumdb.ts';
import { walk } from '../../src/route/walk.ts';
import { removeTree } from '../lab/remove-tree.ts';
import { startTlsServer } from '../lab/tls-server.ts';
import { createToolbox, missingPrograms } from '../lab/toolbox.ts';
import { runProgram, startForwardProxy } from './recorder.ts';

const missing = missingPrograms();
const wanted = 'v0.0.1-go1.99.1.linux-amd64';
const goproxy = fc
  .array(fc.tuple(fc.constantFrom('https://a.proxy.test', 'https://b.proxy.test', 'direct', 'off'), fc.constantFrom(',', '|')), {
    minLength: 1,
    maxLength: 3,
  })
  .map((list) => list.map(([entry, separator], index) => (index === list.length - 1 ? entry : entry + separator)).join(''));
const cases = fc.record(
  {
    GOPROXY: goproxy,
    GONOPROXY: fc.constantFrom('golang.org', '*', 'example.com'),
    GOFLAGS: fc.constantFrom('-mod=vendor', '-mod=mod', '-modcacherw'),
    GOTOOLCHAIN: fc.constantFrom('go1.99.1', 'go1.99.1+auto', 'local', 'go1.99.1+path'),
  },
  { requiredKeys: ['GOPROXY', 'GOTOOLCHAIN'] },
);

describe.skipIf(missing || process.platform !== 'linux' || process.arch !== 'x64')('commands of a real go', () => {
  test('a toolchain is asked for at the servers of the route, whatever GOFLAGS says', { timeout: 120_000 }, async () => {
    await withLab(async (go) => {
      const differences: unknown[] = [];
      let asked = 0;
      for (const environment of fc.sample(cases, { numRuns: 40, seed: 4 })) {
        const { values } = effectiveSettings({ environment });
        // `+path` looks for a program first, and downloads nothing.
        const wants = environment.GOTOOLCHAIN !== 'local' && !environment.GOTOOLCHAIN.endsWith('+path');
        const route = routeOf(toolchainModule, wanted, values);
        const hosts = walk(route, values, () => 'not-found').asked.map(({ host }) => host);
        const expected = wants ? [...new Set(hosts)] : [];
        const seen = await go(['version'], environment);
        asked += seen.length;
        if (JSON.stringify(seen) !== JSON.stringify(expected)) differences.push({ environment, seen, expected });
      }
      expect(differences).toEqual([]);
      expect(asked).toBeGreaterThan(15);
    });
  });

  test('with -mod=vendor build commands ask nobody, and commands that do not know the flag ask all the same', {
    timeout: 60_000,
  }, async () => {
    await withLab(async (go) => {
      const environment = { GOPROXY: 'https://a.proxy.test', GOFLAGS: '-mod=vendor', GOTOOLCHAIN: 'local' };
      const { values } = effectiveSettings({ environment });
      expect(planRoute('github.com/northwind/lib', 'v1.0.0', values, { minor: Infinity, machines: [], rewrites: [] })).toMatchObject({
        error: 'module lookup disabled by -mod=vendor',
        stops: [],
      });
      for (const command of [
        ['build', './...'],
        ['vet', './...'],
        ['test', './...'],
        ['list', '-deps', './...'],
        ['run', '.'],
      ])
        expect([command, await go(command, environment)]).toEqual([command, []]);
      for (const command of [
        ['mod', 'download'],
        ['mod', 'tidy'],
        ['get', 'github.com/northwind/lib@v1.0.0'],
      ])
        expect([command, await go(command, environment)]).toEqual([command, ['a.proxy.test']]);
    });
  });
});

type Go = (args: readonly string[], environment: Readonly<Record<string, string>>) => Promise<string[]>;

/** Every server answers 404. @param use gets a function that runs go with nothing in the cache and gives the hosts that it connected to, each once */
async function withLab(use: (go: Go) => Promise<void>): Promise<void> {
  const toolbox = createToolbox();
  const tls = await startTlsServer(toolbox.certificates, {}, (_, response) => void response.writeHead(404).end());
  let seen = new Set<string>();
  const forward = await startForwardProxy(
    tls.port,
    () => new Set(),
    (host) => seen.add(host),
    (_, response) => void response.writeHead(404).end(),
  );
  let count = 0;
  try {
    await use(async (args, environment) => {
      seen = new Set();
      const home = path.join(toolbox.folder, `commands${count++}`);
      mkdirSync(path.join(home, '.config/go/telemetry'), { recursive: true });
      writeFileSync(path.join(home, '.config/go/telemetry/mode'), 'off');
      writeFileSync(path.join(home, 'go.mod'), 'module example.com/app\n\ngo 1.21\n\nrequire github.com/northwind/lib v1.0.0\n');
      writeFileSync(path.join(home, 'main.go'), 'package main\n\nimport _ "github.com/northwind/lib"\n\nfunc main() {}\n');
      await runProgram('go', args, home, {
        PATH: toolbox.path,
        HOME: home,
        GOROOT: toolbox.goroot,
        GOCACHE: toolbox.gocache,
        HTTPS_PROXY: `http://127.0.0.1:${forward.port}`,
        SSL_CERT_FILE: toolbox.certificates.ca,
        ...environment,
      });
      removeTree(home);
      return [...seen];
    });
  } finally {
    await Promise.all([tls.close(), forward.close()]);
    toolbox.remove();
  }
}
