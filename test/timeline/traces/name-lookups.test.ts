import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { renderText } from '../../../src/report/text.ts';
import { hasGo } from '../../session/go.ts';
import { explain } from './read-trace.ts';

/** What a real go prints about a name that no server knows (RFC 6761). */
function lookedUp(setting: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-names-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  writeFileSync(path.join(folder, 'go.mod'), 'module example.com/app\n\ngo 1.21\n\nrequire example.com/ash v1.0.0\n');
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GOENV: 'off',
    GOFLAGS: '-modcacherw',
    GOPROXY: 'https://goproxy.northwind.invalid',
    GOSUMDB: 'off',
    GOTELEMETRY: 'off',
    GOTOOLCHAIN: 'local',
    GODEBUG: `netdns=${setting}`,
  };
  return new Promise((done) =>
    execFile('go', ['mod', 'download'], { cwd: folder, env }, (_error, out, said) => done(`$ go mod download\n${out}${said}`)),
  );
}

// Binaries of go.dev have no resolver of the system: `cgo` changes nothing for them, and go says so.
test.skipIf(!hasGo).each([
  ['1', 'go', 0],
  ['go+1', 'go', 0],
  ['2', 'go', 1],
  ['go+2', 'go', 1],
])('S6: netdns=%s shows the choice, and names only at level 2', async (setting, is, lookups) => {
  const report = explain(await lookedUp(setting));
  expect(report.traces).toMatchObject({ kinds: ['GODEBUG=netdns'], resolver: { is, lookups: lookups === 0 ? 0 : expect.any(Number) } });
  if (lookups > 0) expect(report.traces!.resolver!.lookups).toBeGreaterThan(0);
  expect(renderText(report).includes('netdns=2 shows them')).toBe(lookups === 0);
});

test.skipIf(!hasGo)('S6: netdns=cgo alone prints nothing, and nothing is said about it', async () => {
  expect(explain(await lookedUp('cgo')).traces).toBeUndefined();
});

const failed = (error: string) =>
  `$ GODEBUG=netdns=1 go mod download\ngo package net: using the Go DNS resolver\ngo: example.com/ash@v1.0.0: Get "https://goproxy.corp.test/example.com/ash/@v/v1.0.0.mod": dial tcp: lookup goproxy.corp.test${error}\n`;

// net: what dnsclient_unix.go and lookup.go make of no answer, of an answer that says no, and of a server that fails.
test.each([
  [' on 192.0.2.53:53: no such host', 'network.dns-no-such-host'],
  [': no such host', 'network.dns-no-such-host'],
  [' on 192.0.2.53:53: server misbehaving', 'network.dns-server-failure'],
  [': Temporary failure in name resolution', 'network.dns-server-failure'],
  [' on 192.0.2.53:53: read udp 192.0.2.9:40112->192.0.2.53:53: i/o timeout', 'network.dns-timeout'],
])('S6: lookup%s', (error, cause) => {
  const [lead] = explain(failed(error)).incidents[0]!.hypotheses;
  expect(lead!.cause).toBe(cause);
});

// net/conf.go since Go 1.24, and before it net/conf_netcgo.go.
test.each([
  ['go package net: using the cgo DNS resolver', 'cgo'],
  ["go package net: GODEBUG setting forcing use of Go's resolver", 'go'],
  ['go package net: GODEBUG setting forcing use of the cgo resolver', 'cgo'],
  ['go package net: dynamic selection of DNS resolver', 'dynamic'],
  ["go package net: built with netgo build tag; using Go's DNS resolver", 'go'],
  ['go package net: ignoring GODEBUG=netdns=cgo as the binary was compiled without support for the cgo resolver', 'go'],
])('S6: %s', (line, is) => {
  expect(explain(`$ go mod download\n${line}\n`).traces!.resolver).toMatchObject({ is, lookups: 0, line: 2 });
});
