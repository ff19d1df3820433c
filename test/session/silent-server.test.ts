import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { listen } from '../lab/listen.ts';
import { explain } from '../timeline/traces/read-trace.ts';
import { hasGo } from './go.ts';

/** What a real go prints against a server that takes connections and never says a word, until it gets a signal after that time. */
async function stopped(args: readonly string[], scheme: 'http' | 'https', signal: NodeJS.Signals, afterMs: number): Promise<string> {
  const server = createServer((socket) => socket.on('error', () => {}));
  const { port, close } = await listen(server);
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-silent-'));
  writeFileSync(path.join(folder, 'go.mod'), 'module example.com/app\n\ngo 1.21\n\nrequire example.com/ash v1.0.0\n');
  const go = spawn('go', args, {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GOENV: 'off',
      GOFLAGS: '-modcacherw',
      GOPROXY: `${scheme}://127.0.0.1:${port}`,
      GOSUMDB: 'off',
      GOTELEMETRY: 'off',
      GOTOOLCHAIN: 'local',
    },
  });
  onTestFinished(async () => {
    go.kill('SIGKILL');
    await close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  let said = '';
  for (const stream of [go.stdout, go.stderr]) stream.on('data', (bytes) => (said += bytes));
  const stop = setTimeout(() => go.kill(signal), afterMs);
  await new Promise((done) => go.on('close', done));
  clearTimeout(stop);
  return `$ go ${args.join(' ')}\n${said}`;
}

const lead = (log: string) => explain(log).incidents[0]!.hypotheses[0]!;

test.skipIf(!hasGo)('S36: a server that says nothing in TLS: go gives up after 10 s', { timeout: 40_000 }, async () => {
  const { cause, evidence } = lead(await stopped(['mod', 'download'], 'https', 'SIGKILL', 30_000));
  expect(cause).toBe('network.connect-timeout');
  expect(evidence[0]).toMatchObject({ signal: 'tls-handshake-timeout', says: 'connected, then the TLS handshake: go waits 10 s' });
});

test.skipIf(!hasGo)(
  'S36: without TLS it waits until somebody ends it: its stack says so, and so does -x',
  { timeout: 40_000 },
  async () => {
    const quit = lead(await stopped(['mod', 'download'], 'http', 'SIGQUIT', 3000));
    expect(quit).toMatchObject({
      cause: 'network.stalled-no-timeout',
      title: 'The go command was waiting for a server when it was stopped',
    });
    const traced = await stopped(['mod', 'download', '-x'], 'http', 'SIGTERM', 3000);
    expect(lead(`${traced}exit status 124\n`).cause).toBe('network.stalled-no-timeout');
    expect(lead(`${traced}exit status 1\n`)).not.toMatchObject({ cause: 'network.stalled-no-timeout' });
  },
);

test('S36: the stack of another program is none of go', () => {
  const stack =
    'goroutine 1 [select]:\nnet/http.(*persistConn).roundTrip(0xc0000d8000, 0xc0000b4000)\nmain.main()\n\t/src/main.go:9 +0x2c\n';
  expect(lead(`$ go run .\nSIGQUIT: quit\nPC=0x4930a1 m=0 sigcode=0\n\n${stack}`).cause).toBe('not-module.runtime-error');
});
