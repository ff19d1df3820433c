import { describe, expect, test } from 'vitest';
import { compileRules } from '../../../src/catalog/compile.ts';
import { createPack } from '../../../src/catalog/pack-file.ts';
import { readRules } from '../../../src/catalog/read.ts';
import { middleGrams } from '../../../src/filter/literal-index.ts';
import { reportSchema } from '../../../src/model/report.ts';
import { renderText } from '../../../src/report/text.ts';
import { createSession } from '../../../src/session/session.ts';
import type { LabModule } from '../../lab/module-zip.ts';
import { hasGo } from '../../session/go.ts';
import { type Conduct, goWithTimes, type Served, startLoggingProxy } from './logging-proxy.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

const modules: LabModule[] = Array.from({ length: 24 }, (_, index) => ({
  path: `example.com/tree${index}`,
  version: 'v1.0.0',
  files: { 'a.go': `package tree${index}\n` },
}));
const goMod = `module example.com/wood\n\ngo 1.21\n\nrequire (\n${modules.map(({ path }) => `\t${path} v1.0.0\n`).join('')})\n`;

const squid = ({ end, ms, url, status }: Served) =>
  `${(end.getTime() / 1000).toFixed(3)} ${String(ms).padStart(6)} 10.0.0.7 TCP_MISS/${status} 512 GET http://goproxy.corp.test${url} - HIER_DIRECT/10.0.0.9 text/plain`;
const artifactory = ({ end, ms, url, status, index }: Served) =>
  `${end.toISOString()}|${(0xabcdef0000000000n + BigInt(index)).toString(16)}|10.0.0.7|builder|GET|/api/go/go-virtual${url}|${status}|-1|512|${ms}|Go-http-client/1.1`;
const athens = ({ end, url, status, index }: Served) =>
  JSON.stringify({
    'http-method': 'GET',
    'http-path': url,
    'http-status': status,
    level: 'info',
    msg: 'incoming request',
    'request-id': `7f0c${String(index).padStart(4, '0')}-0000-4000-8000-000000000000`,
    time: end.toISOString().replace(/\.\d+/, ''),
  });
const nginx = ({ end, url, status, ms }: Served) => {
  const [, day, month, year, time] = /^\w+, (\d\d) (\w+) (\d+) ([\d:]+) GMT$/.exec(end.toUTCString())!;
  return `10.0.0.7 - - [${day}/${month}/${year}:${time} +0000] "GET ${url} HTTP/1.1" ${status} 512 "-" "Go-http-client/1.1" rt=${(ms / 1000).toFixed(3)}`;
};

/** An entry of a HAR, as mitmproxy writes it; `rows` is what the proxy has logged with it. */
const entry = ({ start, ms, url, status }: Served, agent: string | null = 'GoCommand/1 (+https://go.dev/cmd/go)') =>
  JSON.stringify({
    startedDateTime: start.toISOString(),
    time: ms,
    request: {
      method: 'GET',
      url: `https://goproxy.corp.test${url}?token=s3cret`,
      headers: agent === null ? [] : [{ name: 'user-agent', value: agent }],
    },
    response: { status, content: { mimeType: 'text/plain' } },
  });
const har = (rows: string) => `{"log": {"version": "1.2", "entries": [\n${rows.trim().split(/\n+/).join(',\n')}\n]}}\n`;

/** Delays that no two runs of a list share, up to a limit; the same in every run. */
const delays =
  (most: number): Conduct =>
  (_, index) => ({ delay: ((index * 7919) % 97) * (most / 97) });

function explain(log: string, accessLog: string) {
  const session = createSession(pack, { name: 'ci.log', version: '0' });
  session.addEvidence('access.log', accessLog);
  session.push(Buffer.from(log));
  return reportSchema.parse(session.report());
}

describe.runIf(hasGo)('S12: a real go and the access log of its proxy', { timeout: 60_000 }, () => {
  test.each([
    ['squid', 2 * 3_600_000, squid, 50],
    ['artifactory', -2 * 3_600_000, artifactory, 50],
    // These write whole seconds.
    ['athens', 4_321_000, athens, 1000],
    ['nginx', -3_000, nginx, 1000],
  ] as const)('%s, %d ms ahead: all requests are joined, and the offset is found', async (_, ahead, write, exact) => {
    const proxy = await startLoggingProxy(modules, ahead, delays(150), write);
    const log = await goWithTimes(['mod', 'download', '-x'], { 'go.mod': goMod }, proxy.url);
    const sides = explain(log, proxy.log()).sides![0]!;
    expect(sides.requests).toBeGreaterThanOrEqual(48);
    expect(sides.joined / sides.requests).toBeGreaterThanOrEqual(0.99);
    expect(Math.abs(sides.clock!.aheadMs - ahead)).toBeLessThan(exact);
    expect(sides.clock!.uncertaintyMs).toBeLessThan(exact + 500);
    expect(sides.first).toBeNull();
  });

  test('the same requests of another client, twenty minutes before and after, lead nobody astray', async () => {
    const proxy = await startLoggingProxy(modules, 7_000_000, delays(150), squid);
    const log = await goWithTimes(['mod', 'download', '-x'], { 'go.mod': goMod }, proxy.url);
    const own = proxy.log();
    const shift = (seconds: number) =>
      own.replaceAll(/^(\d+)\.\d+/gm, (_, second: string) => `${Number(second) + seconds}.${Number(second) % 7}00`);
    const sides = explain(log, shift(-1200) + own + shift(1200)).sides![0]!;
    const lines = own.split('\n').length - 1;
    expect(Math.abs(sides.clock!.aheadMs - 7_000_000)).toBeLessThan(50);
    expect(sides.joined).toBe(sides.requests);
    expect(sides.rows.filter(({ fileLine }) => fileLine! <= lines || fileLine! > 2 * lines)).toEqual([]);
  });

  test('the proxy could not reach the server behind it', async () => {
    const conduct: Conduct = (url, index) => ({ delay: 5 + (index % 7) * 10, ...(url.includes('tree7/@v/v1.0.0.zip') && { status: 502 }) });
    const proxy = await startLoggingProxy(modules, 3_600_000, conduct, artifactory);
    const log = await goWithTimes(['mod', 'download', '-x'], { 'go.mod': goMod }, proxy.url);
    const report = explain(log, proxy.log());
    expect(report.sides![0]!.first).toMatchObject({
      is: 'upstream',
      row: { key: 'example.com/tree7/@v/v1.0.0.zip', clientStatus: 502, proxyStatus: 502, requestId: expect.stringMatching(/^abcdef0/) },
    });
    const [lead] = report.incidents[0]!.hypotheses;
    expect(lead).toMatchObject({ cause: 'goproxy.server-error' });
    expect(lead!.evidence.map(({ signal }) => signal)).toContain('proxy-log-upstream');
    expect(renderText(report)).toMatch(/both sides {2,}access\.log has \d+ of the \d+ requests to 127\.0\.0\.1/);
  });

  test('something on the way answered in place of the proxy', async () => {
    const conduct: Conduct = (url, index) => ({ delay: 5 + (index % 7) * 10, ...(url.includes('tree7/@v/v1.0.0.zip') && { status: 403 }) });
    const proxy = await startLoggingProxy(modules, 60_000, conduct, (served) => artifactory({ ...served, status: 200 }));
    const log = await goWithTimes(['mod', 'download', '-x'], { 'go.mod': goMod }, proxy.url);
    expect(explain(log, proxy.log()).sides![0]!.first).toMatchObject({ is: 'changed', row: { clientStatus: 403, proxyStatus: 200 } });
  });

  test('a request that never reached the proxy', async () => {
    const conduct: Conduct = (url, index) => ({ delay: 5 + (index % 7) * 10, ...(url.includes('tree7/@v/v1.0.0.zip') && { status: 503 }) });
    const proxy = await startLoggingProxy(modules, 60_000, conduct, (served) => (served.status === 503 ? '' : squid(served)));
    const log = await goWithTimes(['mod', 'download', '-x'], { 'go.mod': goMod }, proxy.url);
    expect(explain(log, proxy.log()).sides![0]!.first).toMatchObject({ is: 'not-reached', row: { clientStatus: 503, fileLine: null } });
  });
});

describe.runIf(hasGo)('S11: a real go and what a recorder between it and the proxy has kept as HAR', { timeout: 60_000 }, () => {
  const failing: Conduct = (url, index) => ({ delay: 5 + (index % 7) * 10, ...(url.includes('tree7/@v/v1.0.0.zip') && { status: 503 }) });
  const run = async (ahead: number, write: (served: Served) => string, conduct: Conduct = failing) => {
    const proxy = await startLoggingProxy(modules, ahead, conduct, write);
    const log = await goWithTimes(['mod', 'download', '-x'], { 'go.mod': goMod }, proxy.url);
    return explain(log, har(proxy.log()));
  };

  test('its requests are joined like those of a proxy, with the clocks and the first failure', async () => {
    const report = await run(3_600_000, (served) => entry(served));
    const [sides] = report.sides!;
    expect(sides!.joined).toBe(sides!.requests);
    expect(Math.abs(sides!.clock!.aheadMs - 3_600_000)).toBeLessThan(50);
    expect(sides!.first).toMatchObject({
      is: 'proxy',
      row: { key: 'example.com/tree7/@v/v1.0.0.zip', clientStatus: 503, proxyStatus: 503 },
    });
    expect(renderText(report)).toMatch(/the server\s+answered\s+so,\s+as\s+the\s+recording\s+shows/);
    expect(JSON.stringify(report)).not.toContain('s3cret');
  });

  test('it has no answer of the server', async () => {
    const report = await run(0, (served) => entry(served.status === 503 ? { ...served, status: 0 } : served));
    expect(report.sides![0]!.first).toMatchObject({ is: 'upstream', row: { clientStatus: 503, proxyStatus: null } });
  });

  test('it does not have the request', async () => {
    const report = await run(0, (served) => (served.status === 503 ? '' : entry(served)));
    expect(report.sides![0]!.first).toMatchObject({ is: 'not-reached', row: { fileLine: null } });
  });

  test('what a browser has asked is not joined; without a word about the program only what agrees in time', async () => {
    expect((await run(0, (served) => entry(served, 'Mozilla/5.0'))).sides).toBeUndefined();
    expect((await run(0, (served) => entry(served, null))).sides).toHaveLength(1);
    const timeless = await run(0, (served) => entry(served, null).replace(/"startedDateTime":"[^"]+"/, '"startedDateTime":"?"'));
    expect(timeless.sides).toBeUndefined();
  });
});
