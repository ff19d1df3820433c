import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import { reportSchema } from '../../src/model/report.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

/** What leads, how sure it is, the rows that are of files or facts, the first remedy, and what is said of the files. */
function answer(log: string, files: Readonly<Record<string, string>> = {}) {
  const session = createSession(pack, { name: 'a.log', version: '0' });
  for (const [name, text] of Object.entries(files)) session.addEvidence(name, text);
  session.push(Buffer.from(log));
  const report = reportSchema.parse(session.report());
  const lead = report.incidents[0]!.hypotheses[0]!;
  const seen = lead.evidence.filter(({ signal, says }) => says !== null && !signal.startsWith('env-'));
  return {
    cause: lead.cause,
    confidence: lead.confidence,
    seen: seen.map((row) => `${row.for ? '+' : '-'} ${row.source.input}:${row.line} ${row.signal}`),
    remedy: lead.remedies[0]?.id,
    beside: (report.beside ?? []).map(({ input, line, says }) => `${input}:${line} ${says}`),
  };
}

const refused = `$ go mod download
go: example.com/lib@v1.2.3: Get "https://proxy.golang.org/example.com/lib/@v/v1.2.3.mod": dial tcp 127.0.0.1:443: connect: connection refused
`;
const login = `$ go mod download
go: git.corp.test/lib@v1.2.3: invalid version: git ls-remote -q origin in /root/go/pkg/mod/cache/vcs/0a: exit status 128:
	fatal: could not read Username for 'https://git.corp.test': terminal prompts disabled
`;
const key = `$ go mod download
go: git.corp.test/lib@v1.2.3: invalid version: git ls-remote -q https://git.corp.test/lib in /root/go/pkg/mod/cache/vcs/0a: exit status 128:
	git@git.corp.test: Permission denied (publickey).
	fatal: Could not read from remote repository.
`;
const vendor = `$ go build ./...
go: inconsistent vendoring in /src:
	github.com/northwind/lib@v1.2.0: is explicitly required in go.mod, but not marked as explicit in vendor/modules.txt

	To ignore the vendor directory, use -mod=readonly or -mod=mod.
	To sync the vendor directory, run:
		go mod vendor
`;
const older = '$ go build ./...\ngo: go.mod requires go >= 1.23.1 (running go 1.20.5; GOTOOLCHAIN=local)\n';
const changed = `$ go mod verify
github.com/northwind/lib v1.0.0: dir has been modified (/root/go/pkg/mod/github.com/northwind/lib@v1.0.0)
`;
const workspace = `$ go build ./...
go: current directory is contained in a module that is not one of the workspace modules listed in go.work. You can add the module to the workspace using:
	go work use elm
`;
const sum =
  '$ go mod download\ngo: github.com/northwind/lib@v1.0.0: missing go.sum entry; to add it:\n\tgo mod download github.com/northwind/lib\n';
const names =
  '$ go mod download\ngo: example.com/lib@v1.2.3: Get "https://proxy.golang.org/example.com/lib/@v/v1.2.3.mod": dial tcp: lookup proxy.golang.org on 192.0.2.53:53: server misbehaving\n';
const denied = `$ go mod download
go: example.com/lib@v1.2.3: reading https://goproxy.corp.test/example.com/lib/@v/v1.2.3.mod: 403 Forbidden
`;
const step = (key: string) =>
  `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/cache@v4\n        with:\n          path: ~/go/pkg/mod\n          key: ${key}\n`;
const archive = (url: string, status: number, mimeType = 'text/plain', text = '') =>
  JSON.stringify({ log: { entries: [{ request: { method: 'GET', url }, response: { status, content: { mimeType, text } } }] } });
const file = 'https://goproxy.corp.test/example.com/lib/@v/v1.2.3.mod';

/** Each with a near miss: the same file but for what matters. */
const cases: readonly (readonly [
  name: string,
  log: string,
  hit: Readonly<Record<string, string>>,
  near: Readonly<Record<string, string>>,
  seen: string,
  remedy?: string,
])[] = [
  [
    'S15: hosts sends the proxy to this machine',
    refused,
    { hosts: '127.0.0.1 localhost proxy.golang.org\n' },
    { hosts: '127.0.0.1 localhost goproxy.test\n' },
    '+ hosts:1 hosts-file-maps',
    'hosts-line',
  ],
  [
    'netrc has another machine',
    login,
    { netrc: 'machine github.com login a password b\n' },
    { netrc: 'default login a password b\n' },
    '+ netrc:1 netrc-file-lacks-host',
  ],
  [
    'git goes over ssh',
    key,
    { gitconfig: '[url "git@git.corp.test:"]\n\tinsteadOf = https://git.corp.test/\n' },
    { gitconfig: '[url "https://mirror.test/"]\n\tinsteadOf = https://git.corp.test/\n' },
    '+ gitconfig:2 git-config-to-ssh',
  ],
  [
    'the image lacks the vendor folder',
    vendor,
    { Dockerfile: 'FROM golang:1.22\nENV GOFLAGS=-mod=vendor\nCOPY go.mod *.go ./\nRUN go build ./...\n' },
    { Dockerfile: 'FROM golang:1.22\nENV GOFLAGS=-mod=vendor\nCOPY . .\nRUN go build ./...\n' },
    '+ Dockerfile:2 docker-file-no-vendor',
    'copy-vendor',
  ],
  [
    'the image lacks go.sum',
    sum,
    { Dockerfile: 'FROM golang:1.22\nCOPY go.mod ./\nRUN go mod download\n' },
    { Dockerfile: 'FROM golang:1.22\nCOPY go.* ./\nRUN go mod download\n' },
    '+ Dockerfile:3 docker-file-no-sum',
    'copy-sum',
  ],
  [
    'the RUN has no secret',
    login,
    { Dockerfile: 'FROM golang:1.22\nCOPY . .\nRUN go mod download\n' },
    { Dockerfile: 'FROM golang:1.22\nCOPY . .\nRUN --mount=type=secret,id=netrc go mod download\n' },
    '+ Dockerfile:3 docker-file-no-secret',
  ],
  [
    'the image has an older Go',
    older,
    { Dockerfile: 'FROM golang:1.20\nRUN go build\n' },
    { Dockerfile: 'FROM golang:1.23\nRUN go build\n' },
    '+ Dockerfile:1 file-go-older',
  ],
  [
    'the key of the cache never changes',
    changed,
    { 'ci.yml': step(`go-\${{ runner.os }}`) },
    { 'ci.yml': step(`go-\${{ hashFiles('go.sum') }}`) },
    '+ ci.yml:9 ci-file-cache-fixed',
    'new-key',
  ],
  [
    'go.work does not use the folder',
    workspace,
    { 'go.work': 'go 1.22\n\nuse ./oak\n' },
    { 'go.work': 'go 1.22\n\nuse ./elm\n' },
    '+ go.work:3 work-file-lacks',
  ],
  [
    'the server that was asked',
    names,
    { 'resolv.conf': 'nameserver 192.0.2.53\n' },
    { 'resolv.conf': 'nameserver 192.0.2.54\n' },
    '+ resolv.conf:1 resolv-file-asked',
  ],
  [
    'S11: the same request was refused there',
    denied,
    { har: archive(file, 403) },
    { har: archive(`${file}x`, 403) },
    '+ har:1 har-forbidden',
  ],
];

for (const [name, log, hit, near, seen, remedy] of cases)
  test(name, () => {
    const [plain, with_, without] = [answer(log), answer(log, hit), answer(log, near)];
    expect(with_.seen).toContain(seen);
    expect(with_.cause).toBe(plain.cause);
    expect(with_.confidence).toBeGreaterThanOrEqual(plain.confidence);
    expect(without.seen).not.toContain(seen);
    if (remedy !== undefined) expect([with_.remedy, without.remedy === remedy]).toEqual([remedy, false]);
  });

test('netrc has a login for the host: then the login was not missing, or the build read another file', () => {
  const found = answer(login, { netrc: 'machine git.corp.test login a password b\n' });
  expect(found.confidence).toBeLessThan(answer(login).confidence);
});

test('a version without quotes: they help only where the version that was meant is new enough', () => {
  const log = (wanted: string) => `$ go build ./...\ngo: go.mod requires go >= ${wanted} (running go 1.2; GOTOOLCHAIN=local)\n`;
  const yaml = step('x').replace('key: x', 'key: x\n      - uses: actions/setup-go@v5\n        with:\n          go-version: 1.20');
  expect(answer(log('1.20'), { 'ci.yml': yaml })).toMatchObject({ seen: ['+ ci.yml:12 ci-file-go-number'], remedy: 'quote-version' });
  expect(answer(log('1.23.1'), { 'ci.yml': yaml })).toMatchObject({ seen: ['+ ci.yml:12 file-go-older'], remedy: 'newer-go' });
});

test('go.mod and vendor/modules.txt name two versions', () => {
  const mod = 'module example.com/elm\n\ngo 1.22\n\nrequire github.com/northwind/lib v1.2.0\n';
  const row = (version: string) => `# github.com/northwind/lib ${version}\n## explicit\ngithub.com/northwind/lib\n`;
  expect(answer(vendor, { 'go.mod': mod, 'modules.txt': row('v1.1.0') }).seen).toContain('+ modules.txt:1 vendor-file-differs');
  expect(answer(vendor, { 'go.mod': mod, 'modules.txt': row('v1.2.0') }).seen).not.toContain('+ modules.txt:1 vendor-file-differs');
});

test('a variable of a Dockerfile covers the module as one of go env does; that of another stage says nothing', () => {
  const log = `$ go mod download
go: corp.example.com/lib@v1.2.3: verifying go.mod: corp.example.com/lib@v1.2.3/go.mod: reading https://sum.golang.org/lookup/corp.example.com/lib@v1.2.3: 404 Not Found
\tserver response: not found: corp.example.com/lib@v1.2.3: unrecognized import path "corp.example.com/lib"
`;
  const set = 'ENV GOPRIVATE=corp.example.com\n';
  const plain = answer(log).confidence;
  expect(answer(log, { Dockerfile: `FROM golang:1.22\n${set}RUN go mod download\n` }).confidence).toBeLessThan(plain);
  expect(answer(log, { Dockerfile: `FROM golang:1.22\nRUN go mod download\nFROM scratch\n${set}` }).confidence).toBe(plain);
});

test('what contradicts the log is said', () => {
  const env = "GO111MODULE=''\nGOMODCACHE='/home/ana/go/pkg/mod'\nGOVERSION='go1.21.3'\n";
  expect(answer(older, { env }).beside).toEqual([
    'env:3 this is Go 1.21.3, and the log is of Go 1.20.5: it may be of another machine, or go switched its toolchain',
  ]);
  expect(answer(changed, { env }).beside).toEqual([
    'env:2 the log has modules in /root/go/pkg/mod: these settings are of another machine or user',
  ]);
  expect(answer(changed, { env: env.replace('/home/ana', '/root') }).beside).toEqual([]);
  expect(answer(names, { 'resolv.conf': 'nameserver 192.0.2.54\n' }).beside).toEqual([
    'resolv.conf:1 the log asks the name server 192.0.2.53: this file is of another machine or container',
  ]);
  const moved = refused.replace('127.0.0.1', '192.0.2.9');
  expect(answer(moved, { hosts: '127.0.0.1 proxy.golang.org\n' })).toMatchObject({
    seen: [],
    beside: ['hosts:1 the log connects to 192.0.2.9 for proxy.golang.org: this file is of another machine or container'],
  });
});

test('S11: a request of a HAR can be sent again, without what it was signed with', () => {
  const { beside } = answer(denied, { har: archive(`${file}?token=s3cret`.replace('//', '//ana:s3cret@'), 403) });
  expect(beside).toEqual([`har:1 to ask again: curl -sS -o /dev/null -D - -m 30 '${file}'`]);
});

test('pasted below its command or behind an empty line it counts, with the lines of the log', () => {
  const dockerfile = 'FROM golang:1.22\nCOPY go.mod ./\nRUN go mod download\n';
  expect(answer(`$ cat Dockerfile\n${dockerfile}${sum}`).seen).toEqual(['+ a.log:4 docker-file-no-sum']);
  expect(answer(`It fails:\n\n\`\`\`\n${dockerfile}\`\`\`\n\n${sum}`).seen).toEqual(['+ a.log:6 docker-file-no-sum']);
  expect(answer(`$ cat Dockerfile\n${dockerfile.replace('go.mod', 'go.mod go.sum')}${sum}`).seen).toEqual([]);
});

test('many first lines of files cost little', () => {
  const start = performance.now();
  answer(`${'module a\nerror: no\n\nFROM x\nerror: no\n\n$ cat go.mod\nmodule b\nno\n'.repeat(6000)}${refused}`);
  expect(performance.now() - start).toBeLessThan(8000);
});
