import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Server } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openReading } from '../../src/scan/open-reading.ts';
import { scanUrl } from '../../src/scan/url.ts';
import { failing, folderWith, modwhy } from '../cli/modwhy.ts';
import { makeZip } from '../ingest/make-archive.ts';
import { type Certificates, createCertificates } from '../lab/certificates.ts';
import { startConnectProxy } from '../lab/connect-proxy.ts';
import { type Listening, listen } from '../lab/listen.ts';

const cause = 'auth.private-module-via-public-proxy';
let certificates: Certificates;
beforeAll(() => {
  certificates = createCertificates();
});
afterAll(() => certificates.remove());

async function listening(server: Server): Promise<Listening> {
  const { port, close } = await listen(server);
  onTestFinished(close);
  return { port, close };
}

const signIn = '<!doctype html><html><head><title>Sign in</title></head><body><form><input name="p" type="password"></form></body></html>';
const page = '<!doctype html><html><head><title>login-service #7</title></head><body><div id="app"></div></body></html>';
/** What a server has, by path. */
const answers: Readonly<Record<string, (response: ServerResponse, request: IncomingMessage) => void>> = {
  '/a.log': (response) => response.end(failing),
  '/a.log.gz': (response) => response.end(gzipSync(failing)),
  '/a.zip': (response) => response.end(makeZip([{ name: 'a.log', data: Buffer.from('calm\n') }])),
  '/encoded.log': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(failing)),
  '/encoded.log.gz': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(gzipSync(failing))),
  '/brotli.log': (response) => response.writeHead(200, { 'content-encoding': 'br' }).end('x'),
  '/moved.log': (response) => response.writeHead(302, { location: '/a.log' }).end(),
  '/away.log': (response) => response.writeHead(301, { location: 'http://logs.example.com/a.log' }).end(),
  '/circle.log': (response) => response.writeHead(302, { location: '/circle.log' }).end(),
  '/sso.log': (response) => response.writeHead(302, { location: '/sign-in' }).end(),
  '/sign-in': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(signIn),
  '/app': (response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page),
  '/console': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(`<html><pre>\n${failing}</pre></html>`),
  '/forbidden': (response) => response.writeHead(403).end('no'),
  '/broken': (response) => response.writeHead(500).end('no'),
  '/cut.log': (response) => {
    response.writeHead(200, { 'content-length': 1_000_000 });
    response.write(failing, () => setTimeout(() => response.destroy(), 50));
  },
  '/cut-calm.log': (response) => {
    response.writeHead(200, { 'content-length': 1_000_000 });
    response.write('all is well\n', () => setTimeout(() => response.destroy(), 50));
  },
  '/empty.log': (response) => response.end(),
};
const serve: RequestListener = (request, response) => {
  const answer = answers[request.url!.split('?')[0]!];
  if (answer) answer(response, request);
  else response.writeHead(404).end('not here');
};

/** Runs the built program beside the servers of this thread. */
async function runAside(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, ['bin/modwhy.js', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...env },
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  await once(child, 'close');
  return { out, err };
}

interface Summary {
  readonly causes: readonly { readonly cause: string; readonly logs: number }[];
  readonly problems: readonly { readonly code: string; readonly message: string; readonly name: string }[];
  readonly totals: Readonly<Record<string, number>>;
}

async function scan(urls: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Summary & { readonly text: string }> {
  const { out } = await runAside(['scan', '--format', 'json', '--jobs', '1', ...urls], { MODWHY_STORE: 'none', ...env });
  return { ...(JSON.parse(out) as Summary), text: out };
}

test.each([
  ['http://logs.example.com/a.log', 'E_USAGE only https URLs are read'],
  ['https://169.254.169.254/latest/meta-data', 'E_USAGE this address is one of the link'],
  ['https://metadata.google.internal/computeMetadata', 'E_USAGE this address is one of the link'],
  ['https://[fe80::1]/x.log', 'E_USAGE this address is one of the link'],
  ['https://[::ffff:169.254.169.254]/x.log', 'E_USAGE this address is one of the link'],
  ['https://127.0.0.1:9/x.log', 'E_READ the server could not be asked: ECONNREFUSED'],
])('S32: %s has its row', (url, says) => {
  const { code, out } = modwhy(['scan', '--format', 'json', '--store', 'none', url]);
  const { problems, totals } = JSON.parse(out) as Summary;
  expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([expect.stringContaining(says)]);
  expect([code, totals.unreadable]).toEqual([2, 1]);
});

test('S32: what a server of this machine sends is read, whatever it is packed in', async () => {
  const { port } = await listening(createServer(serve));
  const names = ['a.log', 'a.log.gz', 'a.zip', 'encoded.log', 'encoded.log.gz', 'moved.log', 'console', 'empty.log'];
  const { causes, problems, totals } = await scan(names.map((name) => `http://127.0.0.1:${port}/${name}`));
  expect({ problems, totals, causes }).toMatchObject({
    problems: [],
    totals: {
      logs: 8,
      bytes: expect.toSatisfy((bytes: number) => bytes > 2 * failing.length),
      moduleFailures: 6,
      noFailure: 2,
      unreadable: 0,
    },
    causes: [{ cause, logs: 6 }],
  });
});

test('S32: a log of a server is looked at by what reads a URL', async () => {
  const { port } = await listening(createServer(serve));
  const url = `127.0.0.1:${port}/a.log`;
  const lastOf = async (name: string) =>
    (await runAside(['scan', '--format', 'text', name], { MODWHY_STORE: 'none' })).out.trim().split('\n').at(-1);
  expect(await lastOf(`http://${url}`)).toBe(`  curl -fsSL http://${url} | modwhy`);
  expect(await lastOf(`http://nora:hunter2-Zq9x@${url}`)).not.toContain('curl');
});

test.each([
  ['nothing.log', 'E_NOT_FOUND the server answered 404: it has no such log; check the URL'],
  ['forbidden', 'E_READ the server answered 403: it wants a login; download the log with your tool for it, and name the file'],
  ['broken', 'E_READ the server answered 500; try again later, or download the log yourself'],
  ['away.log', 'E_USAGE only https URLs are read'],
  ['circle.log', 'E_READ the server sends from one URL to the next, more than 5 times'],
  ['sso.log', 'E_READ the server sent a page to sign in, and no log'],
  ['app', 'E_READ the server sent a web page in which no failure stands'],
  ['brotli.log', 'E_READ the server sends it packed as br'],
  ['cut-calm.log', 'E_READ the server stopped in the middle'],
])('S32: %s of a server says why it was not read', async (name, says) => {
  const { port } = await listening(createServer(serve));
  const { problems, totals } = await scan([`http://127.0.0.1:${port}/${name}`]);
  expect(problems.map(({ code, message }) => `${code} ${message}`)).toEqual([expect.stringContaining(says)]);
  expect(totals).toMatchObject({ noFailure: 0, moduleFailures: 0, unreadable: 1 });
});

test('S32: of a log that is cut off in the middle counts what came', async () => {
  const { port } = await listening(createServer(serve));
  const { problems, causes } = await scan([`http://127.0.0.1:${port}/cut.log`]);
  expect(causes).toMatchObject([{ cause, logs: 1 }]);
  expect(problems).toMatchObject([{ code: 'E_READ', message: expect.stringContaining('the server stopped in the middle') }]);
});

test('S32: a server that is silent, slow or endless is given up', async () => {
  const reading = await openReading({ version: '0', language: 'en', reports: false, hashes: false });
  const limits = { bytes: 200_000, quiet: 300, whole: 1500 };
  const drip = (response: ServerResponse) => {
    const timer = setInterval(() => response.write('.\n'), 100);
    response.on('close', () => clearInterval(timer));
  };
  const { port } = await listening(
    createServer((request, response) => {
      if (request.url === '/drip') drip(response);
      else if (request.url === '/endless') {
        const pour = () => {
          while (response.write('x\n'.repeat(5000)));
        };
        response.on('drain', pour);
        pour();
      } else if (request.url === '/stops') response.write('begin\n');
    }),
  );
  const says: string[] = [];
  for (const name of ['silent', 'stops', 'drip', 'endless']) {
    const url = `http://127.0.0.1:${port}/${name}`;
    const { problem } = await scanUrl({ kind: 'url', name: url, path: url, size: 0, modified: null, named: true }, 0, reading, limits);
    says.push(`${name}: ${problem!.code} ${problem!.message.split(';')[0]}`);
  }
  expect(says).toEqual([
    'silent: E_READ the server was silent for 0.3 seconds',
    'stops: E_READ the server was silent for 0.3 seconds',
    'drip: E_READ it took longer than 0.025 minutes',
    'endless: E_READ the server sends more than 1 GiB',
  ]);
});

test('S32: an authority that nobody trusts is named as such, and one of SSL_CERT_FILE is trusted', async () => {
  const good = await listening(createTlsServer(certificates.of.good, serve));
  const strange = await listening(createTlsServer(certificates.of['unknown-authority'], serve));
  const unknown = await scan([`https://0.0.0.0:${strange.port}/a.log`], { SSL_CERT_FILE: certificates.ca });
  expect(unknown.problems).toMatchObject([
    {
      code: 'E_READ',
      message: expect.stringMatching(/^the certificate of 0\.0\.0\.0:\d+ comes from an authority that this machine does not/),
    },
  ]);
  const trusted = await scan([`https://0.0.0.0:${good.port}/a.log`], { SSL_CERT_FILE: certificates.ca });
  expect(trusted).toMatchObject({ problems: [], causes: [{ cause, logs: 1 }] });
});

test('S32: a proxy is asked as the environment says', async () => {
  const server = await listening(createTlsServer(certificates.of.good, serve));
  const proxy = await startConnectProxy({ 'corp.example.com': 'auth', 'git.corp.example.com': 'forbidden' }, { tls: server.port });
  onTestFinished(proxy.close);
  const forward = `http://127.0.0.1:${proxy.port}`;
  const trust = { SSL_CERT_FILE: certificates.ca };
  const ask = async (url: string, env: Readonly<Record<string, string>>) => {
    const { problems, causes } = await scan([url], { ...trust, ...env });
    return problems[0] ? `${problems[0].code} ${problems[0].message.replaceAll(/:\d{4,5}\b/g, '')}` : causes.map((one) => one.cause).join();
  };
  // No name server knows github.com by this port: whoever reads it went through the proxy.
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY'])
    expect(await ask('https://github.com/a.log', { [name]: forward })).toBe(cause);
  expect(await ask('https://corp.example.com/a.log', { HTTPS_PROXY: forward })).toMatch(
    /^E_READ the proxy 127\.0\.0\.1 wants a login \(.*407/,
  );
  expect(await ask('https://git.corp.example.com/a.log', { HTTPS_PROXY: forward })).toMatch(
    /^E_READ the server git\.corp\.example\.com could not be asked through the proxy of HTTPS_PROXY: .*403/,
  );
  expect(await ask('https://github.com/a.log', { HTTPS_PROXY: 'http://127.0.0.1:9' })).toMatch(
    /^E_READ the proxy 127\.0\.0\.1:9 of HTTPS_PROXY could not be asked: ECONNREFUSED/,
  );
  const here = `https://0.0.0.0:${server.port}/a.log`;
  expect(await ask(here, { HTTPS_PROXY: 'http://127.0.0.1:9', NO_PROXY: '0.0.0.0/8' })).toBe(cause);
  expect(await ask(here, { HTTPS_PROXY: 'http://127.0.0.1:9', no_proxy: 'example.com' })).toMatch(/^E_READ the proxy/);
});

test('S32: a login in a URL goes to its host alone, and is neither shown nor kept', async () => {
  const seen: (string | undefined)[] = [];
  const other = await listening(
    createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.end(failing);
    }),
  );
  const { port } = await listening(
    createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: `http://127.0.0.1:${other.port}/b.log` }).end();
    }),
  );
  const folder = folderWith({});
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = path.join(folder, 'history.db');
  const login = 'nora:hunter2-Zq9x';
  const urls = [
    `http://${login}@127.0.0.1:${port}/a.log`,
    `http://${login}@127.0.0.1:${port}/gone?private_token=glpat-Zx8kQ2mN4vB7tR5yWd3f`,
  ];
  const { text } = await scan(urls, { MODWHY_STORE: store });
  const basic = `Basic ${Buffer.from(login).toString('base64')}`;
  expect(seen).toEqual([basic, undefined, basic, undefined]);
  const refused = await runAside(['scan', '--format', 'text', `https://${login}@127.0.0.1:9/a.log`], { MODWHY_STORE: store });
  const shown = `${text}${refused.out}${refused.err}${['', '-wal'].map((end) => readOrNothing(store + end)).join('')}`;
  expect(shown).not.toContain('hunter2');
  expect(shown).not.toContain('glpat-Zx8k');
  expect(shown).toContain('127.0.0.1');
});

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
