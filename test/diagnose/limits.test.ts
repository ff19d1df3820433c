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

// As curl below git, and OpenSSH, say it; git has no limit of its own but that for slow answers.
test.each([
  [
    "fatal: unable to access 'https://git.corp.test/lib/': Failed to connect to git.corp.test port 443 after 130214 ms: Couldn't connect to server",
    'git sets no limit',
  ],
  [
    "fatal: unable to access 'https://git.corp.test/lib/': Failed to connect to git.corp.test port 443: Connection timed out",
    'git sets no limit',
  ],
  ['ssh: connect to host git.corp.test port 22: Connection timed out', 'git sets no limit'],
  ['error: RPC failed; curl 28 Operation too slow. Less than 1000 bytes/sec transferred the last 30 seconds', 'http.lowSpeedLimit'],
])('S36: git: %s', async (text, expected) => {
  const log = `$ go mod download\ngo: git.corp.test/lib@v1.0.0: git fetch -f --depth 1 origin refs/tags/v1.0.0 in /home/ada/go/pkg/mod/cache/vcs/9c0f: exit status 128:\n\t${text}\n`;
  expect((await says(log))?.join()).toContain(expected);
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

test.each([
  ['NTLM', 'which go does not speak: a local helper can'],
  ['Basic realm="squid"', 'the address in HTTPS_PROXY can hold them'],
])('S39: the challenge of the HTTP proxy: %s', async (challenge, expected) => {
  const refused =
    'go: corp.example.com/team/lib@v1.2.3: Get "https://goproxy.corp.test/corp.example.com/team/lib/@v/v1.2.3.mod": Proxy Authentication Required';
  const log = `$ curl -v https://goproxy.corp.test/\n< HTTP/1.1 407 Proxy Authentication Required\n< Proxy-Authenticate: ${challenge}\n$ go mod download\n${refused}\n`;
  expect((await says(log))?.join()).toContain(expected);
});

test('S8, S36: a TLS handshake that takes too long is not called a server that cannot be reached', async () => {
  const { incidents } = await explain(`$ go mod download\n${request}net/http: TLS handshake timeout\n`);
  const [first] = incidents[0]!.hypotheses;
  expect([first?.cause, first?.title]).toEqual(['network.connect-timeout', 'goproxy.corp.test did not finish the TLS handshake in time']);
  const [dial] = (await explain(`$ go mod download\n${request}dial tcp 192.0.2.7:443: i/o timeout\n`)).incidents[0]!.hypotheses;
  expect([dial?.cause, dial?.title]).toEqual(['network.connect-timeout', 'No answer from goproxy.corp.test']);
});

// A real go 1.26 printed the first where its GOPROXY answered everything with a page of 35 bytes: sumdb/client.go reads a tile that is not kept from there.
test('S10: a tile of a wrong length may come from the server, a head that is no note only from the file', async () => {
  const verifying = (words: string) =>
    explain(
      `$ go mod download\ngo: rsc.io/quote@v1.5.2: verifying go.mod: rsc.io/quote@v1.5.2/go.mod: initializing sumdb.Client: ${words}\n`,
    );
  const read = async (words: string) => {
    const { domain, hypotheses } = (await verifying(words)).incidents[0]!;
    return [hypotheses[0]!.cause, hypotheses[0]!.remedies[0]!.id, domain?.is];
  };
  expect(await read('checking tree#69959272: TileReader returned bad result slice (tile/8/3/000.p/4 len=35, want 128)')).toEqual([
    'checksum.sumdb-cache-corrupt',
    'ask-the-server',
    'unknown',
  ]);
  expect(await read('reading tree note: malformed note')).toEqual(['checksum.sumdb-cache-corrupt', 'remove-state', 'this-machine']);
});
