import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { goProxyBody } from '../../lab/goproxy-server.ts';
import type { LabModule } from '../../lab/module-zip.ts';

/** What an access log writes of one request, by the clock of the proxy. */
export interface Served {
  readonly start: Date;
  readonly end: Date;
  readonly url: string;
  readonly status: number;
  readonly ms: number;
  readonly index: number;
}

export interface LoggingProxy {
  readonly url: string;
  readonly log: () => string;
}

/** How a proxy behaves towards the request with this position and path: how long it takes, and which status it gives in place of the right one. */
export type Conduct = (url: string, index: number) => { readonly delay: number; readonly status?: number; readonly cut?: boolean };

/** A module proxy on loopback that writes an access log with a clock of its own. */
export async function startLoggingProxy(
  modules: readonly LabModule[],
  ahead: number,
  conduct: Conduct,
  write: (served: Served) => string,
): Promise<LoggingProxy> {
  const rows: string[] = [];
  let count = 0;
  const server = createServer((request, response) => {
    const url = request.url!;
    const index = count++;
    const start = Date.now() + ahead;
    const { delay, status, cut } = conduct(url, index);
    setTimeout(() => {
      const body = goProxyBody(modules, url);
      const code = status ?? (body ? 200 : 404);
      const bytes = code === 200 && body ? body.bytes : Buffer.from('not found\n');
      response.writeHead(code, { 'content-type': body?.type ?? 'text/plain', 'content-length': bytes.length });
      const end = Date.now() + ahead;
      rows.push(write({ start: new Date(start), end: new Date(end), url, status: code, ms: end - start, index }));
      if (cut) {
        response.write(bytes.subarray(0, 1));
        setTimeout(() => response.destroy(), 20);
      } else response.end(bytes);
    }, delay);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, log: () => `${rows.join('\n')}\n` };
}

/** What go prints, each line with the time at which it came, as CI systems write it. */
export async function goWithTimes(args: readonly string[], files: Readonly<Record<string, string>>, goproxy: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-sides-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GOPATH: path.join(folder, 'gopath'),
    GOFLAGS: '-mod=mod -modcacherw',
    GOCACHE: path.join(folder, 'cache'),
    GOENV: 'off',
    GOSUMDB: 'off',
    GOTOOLCHAIN: 'local',
    GOTELEMETRY: 'off',
    GOPROXY: goproxy,
  };
  const child = spawn('go', args, { cwd: folder, env });
  let log = `${new Date().toISOString()} $ go ${args.join(' ')}\n`;
  let rest = '';
  const take = (chunk: Buffer) => {
    const now = new Date().toISOString();
    const parts = (rest + chunk.toString()).split('\n');
    rest = parts.pop()!;
    for (const part of parts) log += `${now} ${part}\n`;
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  if (rest !== '') log += `${new Date().toISOString()} ${rest}\n`;
  return code === 0 ? log : `${log}${new Date().toISOString()} ##[error]Process completed with exit code ${code}.\n`;
}
