import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { goProxyBody } from '../lab/goproxy-server.ts';
import { listen } from '../lab/listen.ts';
import { appGoMod, importing, strutil } from '../lab/modules.ts';
import { hasGo } from '../session/go.ts';
import { folderWith } from './modwhy.ts';

// Real go, the built program, and a module proxy whose first answers are errors.

const program = path.resolve('bin/modwhy.js');

/** A module proxy that answers so many requests with this status before it works. */
async function proxy(failures: number, status = 502): Promise<string> {
  let left = failures;
  const server = await listen(
    createServer((request, response) => {
      const body = left-- > 0 ? null : goProxyBody([strutil], request.url ?? '');
      response.writeHead(body ? 200 : left >= 0 ? status : 404, { 'content-type': body?.type ?? 'text/plain' });
      response.end(body?.bytes ?? 'upstream is down\n');
    }),
  );
  onTestFinished(() => server.close());
  return `http://127.0.0.1:${server.port}`;
}

interface Call {
  readonly goproxy: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stop?: NodeJS.Signals;
}

/** Runs without stopping this process, which serves the proxy. */
function run(
  flags: readonly string[],
  command: readonly string[],
  { goproxy, env, stop }: Call,
): Promise<{ code: number | null; out: string; err: string }> {
  const cwd = folderWith({ 'go.mod': appGoMod(strutil), 'app.go': importing(strutil.path) });
  const settings = {
    GOPROXY: goproxy,
    GONOSUMDB: '*',
    GOSUMDB: 'off',
    GOFLAGS: '-mod=mod -modcacherw',
    GOMODCACHE: path.join(cwd, 'cache'),
    GOTELEMETRY: 'off',
  };
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, 'run', ...flags, '--', ...command], {
      cwd,
      detached: true,
      env: { PATH: process.env.PATH, HOME: path.join(cwd, 'home'), GOCACHE: path.join(cwd, 'build'), ...settings, ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => void (out += chunk));
    child.stderr.on('data', (chunk) => {
      err += chunk;
      if (stop && String(chunk).includes('trying again')) child.kill(stop);
    });
    child.on('close', (code) => done({ code, out, err: err.replaceAll(goproxy, 'PROXY').replace(/in \d+(?:\.\d+)? s\n/g, 'in N s\n') }));
  });
}

const download = ['go', 'mod', 'download'];
const failed = `go: ${strutil.path}@v1.0.0: reading PROXY/${strutil.path}/@v/v1.0.0.mod: 502 Bad Gateway\n\tserver response: upstream is down\n`;
const title = '127.0.0.1 has an error of its own (502) (GM0306)';

describe.skipIf(!hasGo)('S23: modwhy run --retry-if-transient', { timeout: 60_000 }, () => {
  test('a proxy that answers 502 twice, and then works', async () => {
    expect(await run(['--retry-if-transient', '3'], download, { goproxy: await proxy(2) })).toEqual({
      code: 0,
      out: '',
      err:
        `${failed}modwhy: attempt 1 of 4 failed: ${title}; trying again in N s\n` +
        `${failed}modwhy: attempt 2 of 4 failed: ${title}; trying again in N s\n` +
        `modwhy: attempt 3 succeeded; before that: attempt 1: ${title}; attempt 2: ${title}\n`,
    });
  });

  test('one that never works: the answer names the attempts before', async () => {
    const { code, err } = await run(['--retry-if-transient', '1'], ['env', 'A=b', ...download], { goproxy: await proxy(99) });
    expect(code).toBe(1);
    expect(
      err.startsWith(
        `${failed}modwhy: attempt 1 of 2 failed: ${title}; trying again in N s\n${failed}\nenv A=b go mod download: a Go module failure\n`,
      ),
    ).toBe(true);
    expect(err).toContain(`\n   earlier   attempt 1: ${title}\n`);
  });

  test('in JSON, too; with -q nothing else', async () => {
    const { code, err } = await run(['-q', '--retry-if-transient', '1', '--format', 'json'], download, { goproxy: await proxy(99) });
    const report = JSON.parse(err.slice(err.indexOf('{')));
    expect(code).toBe(1);
    expect(err.startsWith(`${failed}${failed}{`)).toBe(true);
    expect(report.attempts).toMatchObject([{ exitCode: 1, cause: 'goproxy.server-error', code: 'GM0306' }]);
  });

  test('no attempt begins after the budget', async () => {
    const { code, err } = await run(['--retry-if-transient', '5', '--retry-budget', '1s'], download, { goproxy: await proxy(99) });
    expect(code).toBe(1);
    expect(err.startsWith(`${failed}modwhy: not tried again: that would be later than the retry budget of 1 s allows\n`)).toBe(true);
  });

  test('a cause that does not pass is not tried again', async () => {
    const { code, err } = await run(['--retry-if-transient', '3'], download, { goproxy: await proxy(99, 403) });
    expect(code).toBe(1);
    expect(err).toContain('\nmodwhy: not tried again: another attempt does not help against this, or must not be made\n');
    expect(err).not.toContain('trying again');
  });

  test('another command is not, unless all are', async () => {
    const script = ['sh', '-c', 'go mod download'];
    const refused = await run(['--retry-if-transient', '1'], script, { goproxy: await proxy(1) });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('\nmodwhy: not tried again: only go build, test, mod, get, list and install are (--retry-any: all)\n');
    expect((await run(['--retry-if-transient', '1', '--retry-any'], script, { goproxy: await proxy(1) })).code).toBe(0);
  });

  test('the policy of a config file counts, and that of the project', async () => {
    const cwd = folderWith({ 'never.yaml': 'retry-if-transient: 3\npolicy:\n  - { trigger: "goproxy.*", action: never }\n' });
    const env = { MODWHY_CONFIG: path.join(cwd, 'never.yaml') };
    const { code, err } = await run([], download, { goproxy: await proxy(1), env });
    expect(code).toBe(1);
    expect(err).toContain('\nmodwhy: not tried again: another attempt');
  });

  test('a signal ends the wait, with the answer', async () => {
    const { code, err } = await run(['--retry-if-transient', '3'], download, { goproxy: await proxy(99), stop: 'SIGTERM' });
    expect(code).toBe(143);
    expect(err).toContain(': a Go module failure\n');
    expect(err.match(/trying again/g)).toHaveLength(1);
  });

  test('inside another one, the inner one retries and the outer one answers', async () => {
    const inner = [process.execPath, program, 'run', '--retry-if-transient', '1', '--', ...download];
    const healed = await run([], inner, { goproxy: await proxy(1) });
    expect(healed).toMatchObject({ code: 0, out: '' });
    const { code, err } = await run([], inner, { goproxy: await proxy(99) });
    expect(code).toBe(1);
    expect(err.match(/: a Go module failure\n/g)).toHaveLength(1);
  });
});
