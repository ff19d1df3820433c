import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readHosts } from '../../src/evidence/hosts.ts';
import { durationText } from '../../src/model/duration.ts';
import { folderWith } from '../cli/modwhy.ts';
import { type CertificateKind, type Certificates, createCertificates } from '../lab/certificates.ts';
import { startConnectProxy, type Tunnel } from '../lab/connect-proxy.ts';
import { goProxyBody } from '../lab/goproxy-server.ts';
import { listen } from '../lab/listen.ts';
import { goSum, type LabModule } from '../lab/module-zip.ts';
import { type SocksConduct, startSocksProxy } from '../lab/socks-proxy.ts';
import { startPlainServer, startTlsServer } from '../lab/tls-server.ts';
import { hasGo } from '../session/go.ts';
import { modwhyAsync, reportOf } from './doctor-process.ts';
import { startNameServer } from './name-server.ts';

const modules: readonly LabModule[] = [{ path: 'example.com/lib', version: 'v1.0.0', files: {} }];
let certificates: Certificates;
beforeAll(() => {
  certificates = createCertificates();
});
afterAll(() => certificates.remove());

type Reply = { readonly status: number; readonly type?: string; readonly body?: string } | 'hang' | undefined;

interface Fault {
  readonly reply?: (host: string, url: string) => Reply;
  readonly tunnels?: Readonly<Record<string, Tunnel>>;
  readonly certificate?: CertificateKind;
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** A network in which every https host is the lab's, by way of its forward proxy. */
async function network({ reply = () => undefined, tunnels = {}, certificate = 'good', env = {}, files = {} }: Fault) {
  const asked: string[] = [];
  const handler: RequestListener = (request, response) => {
    const [host, url] = [request.headers.host ?? '', request.url ?? ''];
    asked.push(`${host}${url}${request.headers.authorization ? ' with a login' : ''}`);
    const other = reply(host, url);
    if (other === 'hang') return;
    if (other) return void response.writeHead(other.status, { 'content-type': other.type ?? 'text/plain' }).end(other.body ?? '');
    if (url.startsWith('/sumdb/') && host === 'proxy.golang.org') return void response.writeHead(200).end();
    if (host === 'sum.golang.org' && url === '/latest') return void response.writeHead(200).end('go.sum database tree\n1\nx\n');
    const body = goProxyBody(modules, url);
    response.writeHead(body ? 200 : 404, { 'content-type': body?.type ?? 'text/plain' }).end(body?.bytes);
  };
  const tls = await startTlsServer(certificates, { '*': certificate }, handler);
  const forward = await startConnectProxy(tunnels, { tls: tls.port });
  onTestFinished(async () => {
    await forward.close();
    await tls.close();
  });
  const folder = folderWith(files);
  const settings = {
    PATH: process.env.PATH!,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    SSL_CERT_FILE: certificates.ca,
    HTTPS_PROXY: `http://127.0.0.1:${forward.port}`,
    ...env,
  };
  return { asked, folder, settings, port: forward.port };
}

async function doctor(fault: Fault) {
  const { asked, folder, settings } = await network(fault);
  const began = performance.now();
  const ended = await modwhyAsync(
    ['doctor', 'example.com/lib', '--preflight', '--format', 'json', '-q', ...(fault.args ?? [])],
    settings,
    folder,
  );
  const report = reportOf(ended);
  const failed = report.steps.filter(({ outcome }) => outcome === 'failed').map(({ id, fact }) => `${id} ${fact}`);
  return { ...ended, report, failed, asked, ms: performance.now() - began, cause: report.answer?.cause ?? null };
}

describe('S2, S27: each fault leads to its branch', () => {
  test('all is well', async () => {
    const { code, report, asked, failed } = await doctor({});
    expect([code, report.verdict, report.answer, report.offline, failed]).toEqual([0, 'healthy', null, null, []]);
    expect(asked).toEqual(['proxy.golang.org/example.com/lib/@v/list', 'proxy.golang.org/sumdb/sum.golang.org/supported']);
    expect(report.steps.map(({ question, outcome }) => `${question} ${outcome}`)).toEqual([
      'settings ok',
      'forward ok',
      'reachable ok',
      'answers ok',
      'checksums ok',
      'cache ok',
    ]);
  });

  test('the name of the proxy does not exist', async () => {
    const { code, cause } = await doctor({ env: { HTTPS_PROXY: '', GOPROXY: 'https://goproxy.invalid' } });
    // RFC 6761: no resolver knows it; one without a network cannot say so.
    expect([code, cause?.replace(/dns-.*/, 'dns')]).toEqual([1, 'network.dns']);
  });

  test('it refuses the connection', async () => {
    const taken = await listen(createServer());
    await taken.close();
    const { failed, cause } = await doctor({ env: { GOPROXY: `http://127.0.0.1:${taken.port},direct`, HTTPS_PROXY: '' } });
    expect([failed[0], cause]).toEqual([`reach:127.0.0.1:${taken.port} doctor-connect-refused`, 'network.connect-refused']);
  });

  test.each<[string, Fault, string | null, string]>([
    ['a certificate of an unknown authority', { certificate: 'unknown-authority' }, 'tls.unknown-authority', 'reach:proxy.golang.org'],
    ['one that has expired', { certificate: 'expired' }, 'tls.certificate-expired', 'reach:proxy.golang.org'],
    ['one for other names', { certificate: 'wrong-host' }, 'tls.hostname-mismatch', 'reach:proxy.golang.org'],
    ['one with a common name only', { certificate: 'name-only' }, 'tls.hostname-mismatch', 'reach:proxy.golang.org'],
    ['the forward proxy wants a login', { tunnels: { '*': 'auth' } }, 'network.http-proxy-auth', 'reach:proxy.golang.org'],
    ['it refuses the server', { tunnels: { '*': 'forbidden' } }, 'network.http-proxy-denied', 'reach:proxy.golang.org'],
    [
      'the module proxy wants a login, and none is there',
      { reply: () => ({ status: 401 }) },
      'goproxy.auth-required',
      'ask:proxy.golang.org',
    ],
    ['it refuses the module', { reply: () => ({ status: 403 }) }, 'goproxy.forbidden', 'ask:proxy.golang.org'],
    [
      'it does not have the module, and go asks nobody after it',
      { reply: () => ({ status: 404 }), env: { GOPROXY: 'https://goproxy.cn,https://proxy.golang.org' } },
      'goproxy.not-found',
      'ask:proxy.golang.org',
    ],
    ['it has an error of its own', { reply: () => ({ status: 502 }) }, 'goproxy.server-error', 'ask:proxy.golang.org'],
    [
      'a captive portal answers with its page',
      { reply: () => ({ status: 200, type: 'text/html', body: '<!doctype html><title>Welcome</title>' }) },
      'network.captive-portal',
      'ask:proxy.golang.org',
    ],
    [
      'the checksum database is closed',
      { reply: (_, url) => (url.startsWith('/sumdb/') ? { status: 404 } : undefined), tunnels: { 'sum.golang.org': 'forbidden' } },
      'checksum.sumdb-unreachable',
      'checksums:sum.golang.org',
    ],
    ['GOPROXY=off', { env: { GOPROXY: 'off' } }, 'goproxy.off', 'settings'],
    ['a GOPROXY that go does not take', { env: { GOPROXY: 'ftp://example.com' } }, 'goproxy.invalid-config', 'settings'],
  ])('%s', async (_, fault, cause, step) => {
    const found = await doctor(fault);
    expect([found.code, found.report.verdict, found.cause, found.report.answer?.step]).toEqual([1, 'failed', cause, step]);
    expect(found.report.answer!.remedies.length + found.report.answer!.why.length).toBeGreaterThan(20);
  });

  test('a server that never answers costs no more than the budget', async () => {
    const { cause, ms, report } = await doctor({
      reply: () => 'hang',
      args: ['--budget', '4s'],
      env: { GOPROXY: 'https://proxy.golang.org' },
    });
    expect([cause, report.verdict]).toEqual(['network.stalled-no-timeout', 'failed']);
    expect(ms).toBeLessThan(7000);
  });

  test('a login in .netrc is not sent, and leaves it open', async () => {
    const { cause, report, asked, out } = await doctor({
      reply: () => ({ status: 401 }),
      files: { '.netrc': 'machine proxy.golang.org login ana password s3cr3t-of-ana\n' },
    });
    expect([cause, report.verdict]).toEqual([null, 'undecided']);
    expect(asked.filter((one) => one.endsWith('a login'))).toEqual([]);
    expect(report.steps.find(({ id }) => id === 'ask:proxy.golang.org')!.says).toContain('.netrc has a login for it');
    expect(out).not.toContain('s3cr3t');
  });

  test('one in the URL goes to that host, and is shown nowhere', async () => {
    const { asked, out, report } = await doctor({ env: { GOPROXY: 'https://ana:s3cr3t-of-ana@goproxy.corp.example.com' } });
    expect(report.verdict).toBe('healthy');
    expect(asked[0]).toBe('goproxy.corp.example.com/example.com/lib/@v/list with a login');
    expect(out).not.toContain('s3cr3t');
  });
});

test('what comes after a failure is asked as a way out, and said to be out of reach', async () => {
  const { report, cause } = await doctor({
    reply: (host) => (host === 'proxy.golang.org' ? { status: 500 } : undefined),
    env: { GOPROXY: 'https://proxy.golang.org,https://goproxy.cn' },
  });
  expect([report.verdict, cause]).toEqual(['failed', 'goproxy.server-error']);
  const second = report.steps.find(({ id }) => id === 'ask:goproxy.cn')!;
  expect([second.phase, second.outcome, second.does]).toEqual(['fallback', 'ok', expect.stringContaining('go does not get this far')]);
});

test('past | it goes on, as go does', async () => {
  const { report, asked } = await doctor({
    reply: (host, url) => (host === 'proxy.golang.org' && !url.startsWith('/sumdb/') ? { status: 500 } : undefined),
    env: { GOPROXY: 'https://proxy.golang.org|https://goproxy.cn' },
  });
  expect(report.verdict).toBe('healthy');
  expect(asked).toContain('goproxy.cn/example.com/lib/@v/list');
});

test('S28: addresses of the link and of a metadata service are never asked', async () => {
  const { report, asked } = await doctor({
    env: { GOPROXY: 'http://169.254.169.254|http://[::ffff:169.254.169.254]|http://metadata.google.internal' },
  });
  expect(asked).toEqual([]);
  expect(report.steps.filter(({ question }) => question === 'reachable').map(({ outcome }) => outcome)).toEqual([
    'left-out',
    'left-out',
    'left-out',
  ]);
});

test('a private module is asked at its own host only', async () => {
  const { asked, report } = await doctor({ env: { GOPRIVATE: 'example.com/*' } });
  expect(asked).toEqual(['example.com/lib?go-get=1']);
  expect(report.verdict).toBe('undecided');
});

test('--resume goes on where the budget ended', async () => {
  const { asked, folder, settings } = await network({});
  const args = ['doctor', 'example.com/lib', '--format', 'json', '-q', '--yes'];
  const first = reportOf(await modwhyAsync([...args, '--budget', '0s'], settings, folder));
  expect(first.verdict).toBe('unfinished');
  expect(asked).toEqual([]);
  const state = path.join(folder, '.local/state/modwhy/doctor.json');
  const { key } = JSON.parse(readFileSync(state, 'utf8')) as { key: string };
  const whole = reportOf(await modwhyAsync(args, settings, folder));
  expect(whole.verdict).toBe('healthy');
  // A finished walk leaves nothing to go on with; one that is kept is used, and nobody is asked again.
  expect(existsSync(state)).toBe(false);
  const count = asked.length;
  writeFileSync(state, JSON.stringify({ key, at: Date.now(), steps: whole.steps }));
  expect(reportOf(await modwhyAsync([...args, '--resume'], settings, folder)).verdict).toBe('healthy');
  expect(asked).toHaveLength(count);
});

test('a hostile environment starts nothing but the fixed list, under the rules', async () => {
  const { folder, settings } = await network({ env: { GOPROXY: 'direct' } });
  const bin = path.join(folder, 'bin');
  mkdirSync(path.join(folder, '.git'));
  mkdirSync(bin);
  const record = (name: string) =>
    `#!/bin/sh\nprintf '%s|' ${name} "$@" "GOFLAGS=$GOFLAGS" "GOTOOLCHAIN=$GOTOOLCHAIN" "$GIT_TERMINAL_PROMPT" "$GIT_ALLOW_PROTOCOL" "$GIT_CONFIG_GLOBAL" "GIT_DIR=$GIT_DIR" "$(ls -A | wc -l | tr -d ' ')" >> ${folder}/started\necho >> ${folder}/started\n`;
  for (const name of ['git', 'go', 'curl', 'sh-of-repository']) {
    writeFileSync(path.join(bin, name), record(name));
    chmodSync(path.join(bin, name), 0o755);
  }
  writeFileSync(path.join(folder, '.git/config'), '[core]\n\tfsmonitor = sh-of-repository\n\tsshCommand = sh-of-repository\n');
  writeFileSync(path.join(folder, 'go.mod'), 'module example.com/app\n\ngo 1.99\n\ntoolchain go1.99.1\n');
  const env = {
    ...settings,
    PATH: `bin:${bin}:/usr/bin:/bin`,
    GOFLAGS: '-toolexec=sh-of-repository',
    GIT_DIR: path.join(folder, '.git'),
    GIT_SSH_COMMAND: 'sh-of-repository',
  };
  const args = ['doctor', 'github.com/northwind/table', '--preflight', '--format', 'json', '-q'];
  await modwhyAsync([...args, '--download'], env, folder);
  const started = readFileSync(path.join(folder, 'started'), 'utf8').trim().split('\n');
  expect(started).toEqual([
    'git|--version|GOFLAGS=|GOTOOLCHAIN=local|0|https:ssh|/dev/null|GIT_DIR=|0|',
    'git|ls-remote|--|https://github.com/northwind/table|HEAD|GOFLAGS=|GOTOOLCHAIN=local|0|https:ssh|/dev/null|GIT_DIR=|0|',
    'go|mod|download|-modcacherw|GOFLAGS=|GOTOOLCHAIN=local|0|https:ssh||GIT_DIR=|1|',
    'go|mod|verify|GOFLAGS=|GOTOOLCHAIN=local|0|https:ssh||GIT_DIR=|1|',
  ]);
  // Without git in PATH nothing of it is started, and that is the answer.
  const without = reportOf(await modwhyAsync(args, { ...env, PATH: '/nonexistent' }, folder));
  expect(without.answer?.cause).toBe('vcs.git-missing');
});

test('S42: what doctor learned is evidence for a log', async () => {
  const plain = await startPlainServer((_, response) => void response.writeHead(403).end());
  onTestFinished(() => plain.close());
  const folder = folderWith({
    'build.log': `$ go mod download\ngo: example.com/lib@v1.0.0: reading http://127.0.0.1:${plain.port}/example.com/lib/@v/v1.0.0.info: 403 Forbidden\n`,
  });
  const env = { PATH: process.env.PATH!, HOME: folder, GOPROXY: `http://127.0.0.1:${plain.port}` };
  const { code, out, err } = await modwhyAsync(['doctor', 'example.com/lib', '--format', 'json', '-o', 'doctor.json'], env, folder);
  expect([code, out]).toEqual([0, '']);
  // Beside a report in a file, the way is shown on standard error.
  expect(err).toContain(`GET http://127.0.0.1:${plain.port}/example.com/lib/@v/list`);
  const explained = await modwhyAsync(['explain', 'build.log', '--with', 'doctor.json', '--format', 'json'], env, folder);
  const [first] = JSON.parse(explained.out).incidents[0].hypotheses;
  expect(first.cause).toBe('goproxy.forbidden');
  const seen = first.evidence.find((row: { signal: string }) => row.signal === 'doctor-status-403');
  expect([seen.source.input, seen.says]).toEqual(['doctor.json', `127.0.0.1:${plain.port} refuses it (403)`]);
});

describe('S2: the tree is shown as it was walked', () => {
  const shown = async (fault: Fault) => {
    const { folder, settings } = await network(fault);
    const { out } = await modwhyAsync(['doctor', 'example.com/lib', '--yes'], settings, folder);
    const from = out.indexOf('the way that go takes');
    return { out, way: out.slice(from, out.indexOf('\n\n', from)).replaceAll(/127\.0\.0\.1:\d+/g, 'FORWARD') };
  };

  test('to the end', async () => {
    const { way, out } = await shown({});
    expect(way).toMatchInlineSnapshot(`
      "the way that go takes   yes          what is configured?
                                 yes          is the forward proxy reachable? FORWARD
                                 yes          is it reachable? proxy.golang.org
                                 yes          does it answer for the module? proxy.golang.org
                                 yes          is the checksum database to be had? proxy.golang.org
                                 yes          can the module cache be written?"
    `);
    expect(out).toContain('No login is sent but one that stands in the URL');
  });

  test('and where it ends, with what go does not come to', async () => {
    expect((await shown({ certificate: 'expired' })).way).toMatchInlineSnapshot(`
      "the way that go takes   yes          what is configured?
                                 yes          is the forward proxy reachable? FORWARD
                                 no           is it reachable? proxy.golang.org  <- here it ends
                                 not reached  does it answer for the module?
                                 not reached  is the checksum database to be had?
                                 yes          can the module cache be written?"
    `);
  });
});

describe('S2: a SOCKS proxy', () => {
  const behind = async (conduct: SocksConduct, scheme = 'socks5', certificate: CertificateKind = 'good') => {
    const { folder, settings } = await network({});
    const handler: RequestListener = (request, response) => {
      const body = goProxyBody(modules, request.url ?? '');
      response.writeHead(request.url?.startsWith('/sumdb/') ? 200 : body ? 200 : 404).end(body?.bytes);
    };
    const tls = await startTlsServer(certificates, { '*': certificate }, handler);
    const socks = await startSocksProxy(conduct, tls.port);
    onTestFinished(async () => {
      await socks.close();
      await tls.close();
    });
    const env = { ...settings, HTTPS_PROXY: `${scheme}://127.0.0.1:${socks.port}` };
    const report = reportOf(await modwhyAsync(['doctor', 'example.com/lib', '--format', 'json', '-q', '--yes'], env, folder));
    const failed = report.steps.find(({ outcome }) => outcome === 'failed');
    return { verdict: report.verdict, failed: failed?.fact ?? null, cause: report.answer?.cause ?? null, steps: report.steps };
  };

  test.each(['socks5', 'socks5h'])('%s leads to the server', async (scheme) => {
    const { verdict, steps } = await behind('works', scheme);
    expect([verdict, steps.filter(({ outcome }) => outcome !== 'ok')]).toEqual(['healthy', []]);
  });

  test.each<[SocksConduct, string | null, string | null]>([
    ['wants-password', 'doctor-forward-auth', 'network.http-proxy-auth'],
    ['not-allowed', 'doctor-forward-denied', 'network.http-proxy-denied'],
    ['closes', 'doctor-connection-reset', 'network.connection-reset'],
    // What the proxy could not reach is nobody's fault that can be seen from here.
    ['host-unreachable', null, null],
  ])('one that %s', async (conduct, fact, cause) => {
    const found = await behind(conduct);
    expect([found.failed, found.cause]).toEqual([fact, cause]);
    if (fact === null) expect(found.steps.map(({ says }) => says).join()).toContain('SOCKS: host unreachable');
  });

  test('behind it the certificate is still checked', async () => {
    expect((await behind('works', 'socks5', 'expired')).cause).toBe('tls.certificate-expired');
  });
});

describe('S7: a second name server, over UDP', () => {
  test.each([
    ['says another address', '192.0.2.7', /the system says .+, the other one 192\.0\.2\.7/],
    ['says nothing', null, /the other one nothing \(/],
  ] as const)('that %s', async (_, address, says) => {
    const server = await startNameServer(address);
    onTestFinished(() => server.close());
    const { folder, settings } = await network({ env: { GOPROXY: 'http://localhost:9', HTTPS_PROXY: '' } });
    const args = ['doctor', 'example.com/lib', '--format', 'json', '-q', '--yes', '--second-resolver', `127.0.0.1:${server.port}`];
    const report = reportOf(await modwhyAsync(args, settings, folder));
    const step = report.steps.find(({ question }) => question === 'second-resolver')!;
    expect([step.outcome, step.says]).toEqual(['undecided', expect.stringMatching(says)]);
    expect(server.asked()).toContain('localhost');
  });

  test('one that is no address is refused', async () => {
    const { folder, settings } = await network({});
    const { code, err } = await modwhyAsync(['doctor', '--second-resolver', 'dns.corp.test'], settings, folder);
    expect([code, err]).toEqual([2, expect.stringContaining('needs the IP address of a name server')]);
  });
});

const ownName = hostname().toLowerCase();
const ownRow = existsSync('/etc/hosts')
  ? readHosts(readFileSync('/etc/hosts', 'utf8').split('\n'))?.rows.find(({ names }) => names.includes(ownName))
  : undefined;

test.skipIf(ownRow === undefined)('S15: a line of the hosts file is this machine, and its remedy is to take it out', async () => {
  const taken = await listen(createServer());
  await taken.close();
  const { report, cause } = await doctor({ env: { GOPROXY: `http://${ownName}:${taken.port}`, HTTPS_PROXY: '' } });
  expect(cause).toMatch(/^network\.connect-/);
  expect(report.steps.find(({ question }) => question === 'reachable')).toMatchObject({
    also: 'hosts-file-maps',
    says: expect.stringContaining(`line ${ownRow!.line} of /etc/hosts sends ${ownName} to ${ownRow!.address}`),
  });
  expect(report.answer!.remedies.map(({ id }) => id)).toEqual(['hosts-line']);
});

test('S2: a status is said once, and the time that is left in whole minutes', async () => {
  const { report } = await doctor({ reply: () => ({ status: 403 }) });
  expect(report.steps.find(({ question }) => question === 'answers')!.says).toBe('proxy.golang.org refuses it (403)');
  expect([299_950, 299_400, 119_600, 59_940, 60_000].map(durationText)).toEqual(['5 m', '4 m 59 s', '2 m', '59.9 s', '1 m']);
});

const noNamespace = spawnSync('unshare', ['-rn', 'true']).status === 0 ? '' : ' (skipped: no unshare)';
test.skipIf(noNamespace)(`S27: without any network the name server is not blamed${noNamespace}`, () => {
  const folder = folderWith({});
  const ended = spawnSync(
    'unshare',
    ['-rn', process.execPath, path.resolve('bin/modwhy.js'), 'doctor', '--preflight', '--format', 'json', '-q'],
    {
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder },
      encoding: 'utf8',
    },
  );
  const report = reportOf({ code: ended.status, out: ended.stdout, err: ended.stderr });
  expect([ended.status, report.answer?.cause, report.offline]).toEqual([
    1,
    'network.offline-sandbox',
    'this machine has no network but itself: no interface besides loopback has an address',
  ]);
});

test.each([
  ['Bearer realm="https://a.test/token"', 'host-challenge-bearer', 'goauth-command'],
  ['Negotiate', 'host-challenge-other', 'other-login'],
  ['Bearer realm="x", Basic realm="y"', undefined, 'netrc'],
  ['Basic realm="Bearer, Negotiate"', undefined, 'netrc'],
  ['', undefined, 'netrc'],
])('S39: the login that fits the challenge %s', async (challenge, also, remedy) => {
  const plain = await startPlainServer((_, response) => response.writeHead(401, challenge ? { 'www-authenticate': challenge } : {}).end());
  onTestFinished(() => plain.close());
  const { report, cause } = await doctor({ env: { GOPROXY: `http://127.0.0.1:${plain.port}`, HTTPS_PROXY: '' } });
  expect([cause, report.steps.find(({ question }) => question === 'answers')!.also, report.answer!.remedies[0]!.id]).toEqual([
    'goproxy.auth-required',
    also,
    remedy,
  ]);
});

test('S2: a 404 is no failure while another server is asked', async () => {
  const first = (host: string) => (host.startsWith('goproxy.cn') ? ({ status: 404 } as const) : undefined);
  const { report, cause } = await doctor({ reply: first, env: { GOPROXY: 'https://goproxy.cn,https://proxy.golang.org' } });
  expect([report.verdict, cause]).toEqual(['healthy', null]);
  expect(report.steps.filter(({ question }) => question === 'answers').map(({ outcome }) => outcome)).toEqual(['undecided', 'ok']);
});

describe('S5: --preflight before a build', () => {
  const files = { 'go.mod': 'module example.com/app\n\ngo 1.21\n\nrequire example.com/lib v1.0.0\n' };
  const preflight = async (goSum: string | null, more: Readonly<Record<string, string>> = {}, goMod = files['go.mod']) => {
    const { folder, settings } = await network({ files: { 'go.mod': goMod, ...(goSum !== null && { 'go.sum': goSum }) } });
    const plain = await startPlainServer((request, response) => {
      const body = goProxyBody(modules, request.url ?? '');
      response.writeHead(body ? 200 : 404).end(body?.bytes);
    });
    onTestFinished(() => plain.close());
    const env = { ...settings, HTTPS_PROXY: '', GOPROXY: `http://127.0.0.1:${plain.port}`, GOSUMDB: 'off', GOFLAGS: '', ...more };
    const ended = await modwhyAsync(['doctor', '--preflight', '--download', '--format', 'json', '-q'], env, folder);
    return {
      code: ended.code,
      step: reportOf(ended).steps.find(({ question }) => question === 'download')!,
      cause: reportOf(ended).answer?.cause,
      probes: reportOf(ended).answer?.probes.map(({ argv }) => argv.join(' ')),
    };
  };

  test.skipIf(!hasGo)('downloads and verifies in a cache of its own', async () => {
    const { code, step } = await preflight(goSum(modules[0]!));
    expect([code, step.outcome, step.does]).toEqual([0, 'ok', expect.stringMatching(/go mod download.*go mod verify/)]);
  });

  test.skipIf(!hasGo)('and fails when a hash does not fit', async () => {
    const { code, step, cause, probes } = await preflight(goSum({ ...modules[0]!, files: { 'other.go': 'package lib\n' } }));
    expect([code, step.outcome, cause]).toEqual([1, 'failed', 'checksum.go-sum-mismatch']);
    // The remedies speak of this command.
    expect(probes).toEqual(['go -C / mod download -json example.com/lib@v1.0.0']);
  });

  test.skipIf(!hasGo)('without a go.sum nothing is said to fit it', async () => {
    const { code, step } = await preflight(null);
    expect([code, step.says]).toEqual([0, 'all modules were downloaded; there is no go.sum that they could be compared with']);
  });

  test.skipIf(!hasGo)('a go that would switch to a newer release is not said to fail, and one that may not switch is', async () => {
    const newer = files['go.mod'].replace('go 1.21', 'go 1.999');
    const switching = await preflight(null, { GOTOOLCHAIN: 'auto' }, newer);
    expect([switching.step.outcome, switching.cause]).toEqual(['undecided', undefined]);
    expect(switching.step.says).toContain('by itself go switches to a newer release here (GOTOOLCHAIN=auto), which was not tried');
    const local = await preflight(null, { GOTOOLCHAIN: 'local' }, newer);
    expect([local.code, local.step.outcome, local.cause]).toEqual([1, 'failed', 'toolchain.go-too-old']);
  });
});
