import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../../lab/listen.ts';
import { hasGo } from '../../session/go.ts';
import { explain } from './read-trace.ts';

/** What a real go prints against a server that waits so long with each answer, and never gives one about `silent`. */
async function traced(
  modules: Readonly<Record<string, number>>,
  env: Readonly<Record<string, string>> = {},
  limit?: number,
): Promise<string> {
  const server = createServer((request, response) => {
    const name = Object.keys(modules).find((one) => request.url!.startsWith(`/${one}/`));
    const wait = name === undefined ? 0 : modules[name]!;
    if (wait < Number.POSITIVE_INFINITY)
      setTimeout(() => {
        if (request.url!.endsWith('.mod')) response.end(`module ${name}\n`);
        else response.writeHead(500).end();
      }, wait);
  });
  const { port, close } = await listen(server);
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-trace-'));
  onTestFinished(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  const required = Object.keys(modules).map((name) => `require ${name} v1.0.0\n`);
  writeFileSync(path.join(folder, 'go.mod'), `module example.com/app\n\ngo 1.21\n\n${required.join('')}`);
  return new Promise((done) => {
    execFile(
      'go',
      ['mod', 'download', '-x'],
      {
        cwd: folder,
        ...(limit !== undefined && { timeout: limit }),
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          GOPATH: path.join(folder, 'gopath'),
          GOENV: 'off',
          GOFLAGS: '-modcacherw',
          GOPROXY: `http://127.0.0.1:${port}`,
          GOSUMDB: 'off',
          GOTELEMETRY: 'off',
          GOTOOLCHAIN: 'local',
          ...env,
        },
      },
      (error, out, said) => done(`$ go mod download -x\n${out}${said}${error?.killed ? 'Terminated\n' : ''}`),
    );
  });
}

test.skipIf(!hasGo)('S19: durations of requests are those that the server took', async () => {
  const { spans, traces } = explain(await traced({ 'example.com/fast': 50, 'example.com/slow': 900 }));
  const of = (module: string) => spans!.find((span) => span.module === module && span.what === 'mod')!;
  expect(of('example.com/fast').ms).toBeGreaterThanOrEqual(50);
  expect(of('example.com/slow').ms).toBeGreaterThanOrEqual(900);
  expect(of('example.com/slow').ms! - of('example.com/fast').ms!).toBeGreaterThan(400);
  expect(traces).toMatchObject({ kinds: ['go -x'], seen: { open: 0 }, stall: null });
  expect(traces!.time[0]!.ms).toBeLessThanOrEqual(traces!.servers[0]!.ms);
});

test.skipIf(!hasGo)('S21: a go command that waits, by the samples of its scheduler', async () => {
  const { traces } = explain(await traced({ 'example.com/slow': 1500 }, { GODEBUG: 'schedtrace=100' }));
  expect(traces).toMatchObject({ kinds: ['GODEBUG=schedtrace', 'go -x'], verdict: { is: 'waiting' } });
});

test.skipIf(!hasGo)('S19: the request of a go command that was stopped while it waited', async () => {
  const report = explain(await traced({ 'example.com/silent': Number.POSITIVE_INFINITY }, {}, 3000));
  expect(report.spans).toMatchObject([{ what: 'mod', module: 'example.com/silent', outcome: 'open' }]);
  expect(report.incidents[0]?.hypotheses[0]).toMatchObject({ cause: 'network.stalled-no-timeout' });
});
