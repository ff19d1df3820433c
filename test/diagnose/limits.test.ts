import { expect, test } from 'vitest';
import { explain } from '../lab/explain.ts';

const request = 'go: corp.example.com/team/lib@v1.2.3: Get "https://goproxy.corp.test/corp.example.com/team/lib/@v/v1.2.3.mod": ';
const says = async (log: string) =>
  (await explain(log)).incidents[0]?.hypotheses[0]?.evidence.map((row) => row.says).filter((words) => words !== null);

// Texts of net, net/http and cmd/go, and the limits that their sources set.
test.each([
  [
    'dial tcp: lookup goproxy.corp.test on 192.0.2.53:53: read udp 192.0.2.9:40112->192.0.2.53:53: i/o timeout',
    'the name server was silent',
  ],
  ['dial tcp 192.0.2.7:443: i/o timeout', 'go waits 30 s'],
  ['dial tcp 192.0.2.7:443: connect: connection timed out', "the system gave up before go's 30 s"],
  ['net/http: TLS handshake timeout', 'go waits 10 s'],
  ['context deadline exceeded (Client.Timeout exceeded while awaiting headers)', 'go waits 5 s, only with GOINSECURE'],
  ['net/http: timeout awaiting response headers', 'go sets no limit for that'],
])('S36: %s', async (text, expected) => {
  expect((await says(`$ go mod download\n${request}${text}\n`))?.join()).toContain(expected);
});

test('S36: an answer that was refused at once has no limit', async () => {
  expect(await says(`$ go mod download\n${request}dial tcp 192.0.2.7:443: connect: connection refused\n`)).toEqual([]);
});

test.each([
  ['Basic realm="packages"', 'a netrc line for this host'],
  ['Bearer realm="https://auth.corp.test/token"', 'GOAUTH (Go 1.24) can'],
  ['Negotiate', 'which go does not speak'],
])('S39: the challenge %s', async (challenge, expected) => {
  const refused =
    'go: corp.example.com/team/lib@v1.2.3: reading https://goproxy.corp.test/corp.example.com/team/lib/@v/v1.2.3.mod: 401 Unauthorized';
  const log = `$ curl -v https://goproxy.corp.test/\n< HTTP/2 401\n< www-authenticate: ${challenge}\n$ go mod download\n${refused}\n`;
  expect((await says(log))?.join()).toContain(expected);
});
