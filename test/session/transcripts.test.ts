import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

/** What the transcript adds to the first reading of the log. */
function facts(log: string, transcript: string | null) {
  const session = createSession(pack, { name: 'ci.log', version: '0' });
  if (transcript !== null) session.addEvidence('tried.txt', transcript);
  session.push(Buffer.from(log));
  const report = session.report();
  const [lead] = report.incidents[0]!.hypotheses;
  return {
    cause: lead!.cause,
    seen: lead!.evidence.flatMap(({ signal, source, line, says }) =>
      signal.startsWith('host-') ? [`${source.input}:${line} ${signal}: ${says}`] : [],
    ),
  };
}

const failure = (reason: string) =>
  `$ go mod download\ngo: example.com/ash@v1.0.0: reading https://goproxy.corp.test/example.com/ash/@v/v1.0.0.mod: ${reason}\n`;
const asked = (reason: string) =>
  `$ go mod download\ngo: example.com/ash@v1.0.0: Get "https://goproxy.corp.test/example.com/ash/@v/v1.0.0.mod": ${reason}\n`;
const curl = (rest: string) =>
  `*   Trying 192.0.2.10:443...\n* Connected to goproxy.corp.test (192.0.2.10) port 443 (#0)\n> GET /x HTTP/1.1\n> Host: goproxy.corp.test\n${rest}`;

test('S39: the login that fits is named', () => {
  expect(facts(failure('401 Unauthorized'), curl('< HTTP/1.1 401 Unauthorized\n< www-authenticate: Bearer realm="x"\n'))).toEqual({
    cause: 'goproxy.auth-required',
    seen: [
      'tried.txt:5 host-answers: it answers 401 here, too',
      'tried.txt:6 host-challenge-bearer: it wants a bearer token: netrc cannot give one, GOAUTH with a command can (Go 1.24)',
    ],
  });
});

test('S8: cut before the server spoke: an interruption, nobody is named', () => {
  const reset = asked('read tcp 10.0.0.5:51000->192.0.2.10:443: read: connection reset by peer');
  expect(facts(reset, `${curl('')}* TLSv1.3 (OUT), TLS handshake, Client hello (1):\n* Recv failure: Connection reset by peer\n`)).toEqual({
    cause: 'network.connection-reset',
    seen: [
      'tried.txt:6 host-reset-early: the connection broke off before the server had said anything in TLS: that looks like interception, and does not show by whom',
    ],
  });
});

test('S7: two name servers disagree', () => {
  const dig = (server: string, status: string, answer = '') =>
    `; <<>> DiG 9.18.49 <<>> goproxy.corp.test\n;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 1\n;goproxy.corp.test.\tIN\tA\n${answer};; SERVER: ${server}#53(${server})\n`;
  const log = asked('dial tcp: lookup goproxy.corp.test on 192.0.2.53:53: no such host');
  expect(facts(log, dig('192.0.2.53', 'NXDOMAIN'))).toMatchObject({
    cause: 'network.dns-no-such-host',
    seen: [expect.stringContaining('host-no-such-name')],
  });
  expect(
    facts(log, dig('192.0.2.53', 'NXDOMAIN') + dig('192.0.2.54', 'NOERROR', 'goproxy.corp.test.\t60\tIN\tA\t192.0.2.10\n')).seen,
  ).toEqual([
    'tried.txt:2 host-name-disputed: 192.0.2.53 does not know this name, and 192.0.2.54 does: they may answer for different networks',
  ]);
});

test('S38: a rule that drops packets to the address of the message', () => {
  const log = asked('dial tcp 192.0.2.10:443: i/o timeout');
  const rules = '-P OUTPUT ACCEPT\n-A OUTPUT -d 192.0.2.10/32 -p tcp -m tcp --dport 443 -j DROP\n';
  expect(facts(log, rules)).toEqual({
    cause: 'network.connect-timeout',
    seen: ['tried.txt:2 host-rule-drops: this rule drops such packets without a word'],
  });
  expect(facts(log, rules.replace('192.0.2.10', '192.0.2.11')).seen).toEqual([]);
});

test('S10: another host, and a ping that nobody answers, say nothing', () => {
  const log = failure('403 Forbidden');
  const other = curl('< HTTP/1.1 403 Forbidden\n')
    .replaceAll('goproxy.corp.test', 'other.corp.test')
    .replaceAll('192.0.2.10', '192.0.2.77');
  expect(facts(log, other)).toEqual(facts(log, null));
  expect(
    facts(log, 'PING goproxy.corp.test (192.0.2.10) 56(84) bytes of data.\n2 packets transmitted, 0 received, 100% packet loss, time 1ms\n')
      .seen,
  ).toEqual([]);
  expect(facts(log, curl('< HTTP/1.1 403 Forbidden\n')).seen).toEqual(['tried.txt:5 host-answers: it answers 403 here, too']);
  // Another status than go got is no support for what go was told.
  expect(facts(log, curl('< HTTP/1.1 200 OK\n')).seen).toEqual([]);
});

test('pasted into the log it counts the same, with the lines of the log', () => {
  const log = `${failure('401 Unauthorized')}$ curl -sI https://goproxy.corp.test/\nHTTP/1.1 401 Unauthorized\nwww-authenticate: Basic realm="Corp Go"\n`;
  expect(facts(log, null).seen).toEqual([
    'ci.log:4 host-answers: it answers 401 here, too',
    'ci.log:5 host-challenge-basic: it wants a user name and a password or token: a line of netrc gives go that',
  ]);
});
