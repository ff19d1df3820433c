import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileRules } from '../../src/catalog/compile.ts';
import { createPack } from '../../src/catalog/pack-file.ts';
import { readRules } from '../../src/catalog/read.ts';
import { middleGrams } from '../../src/filter/literal-index.ts';
import type { Report } from '../../src/model/report.ts';
import { renderText } from '../../src/report/text.ts';
import { createSession } from '../../src/session/session.ts';

const pack = createPack(compileRules(readRules('rules'), 'test'), middleGrams);

function read(bytes: string | Uint8Array, piece = Number.POSITIVE_INFINITY): Report {
  const session = createSession(pack, { name: 'ci.log', version: '0' });
  const all = Buffer.from(bytes as Uint8Array);
  for (let at = 0; at < all.length; at += piece) session.push(all.subarray(at, Math.min(all.length, at + piece)));
  return session.report();
}

/** `front:1`, `end:7`: the rows of cuts that nobody announced. */
function cutsOf({ input }: Report): string {
  return input.cut
    .filter(({ limit }) => limit === 'front' || limit === 'end')
    .map(({ limit, line }) => `${limit}:${line}`)
    .join(' ');
}

const refused =
  'go: example.com/a@v1.0.0: Get "https://proxy.golang.org/example.com/a/@v/v1.0.0.mod": dial tcp 192.0.2.7:443: connect: connection refused';
const dns =
  'go: example.com/a@v1.0.0: Get "https://mirror.corp.test/example.com/a/@v/v1.0.0.mod": dial tcp: lookup mirror.corp.test: no such host';

test.for([
  // a name or an address without its beginning
  ['ithub.com/northwind/widgets@v0.9.4: reading https://proxy.golang.org/x/@v/v0.9.4.mod: 404 Not Found\n', 'front:1'],
  ['b/widgets/@v/v0.9.4.mod": dial tcp 192.0.2.7:443: i/o timeout\n', 'front:1'],
  // words of a message without their beginning
  ['nection refused\ngo: next\n', 'front:1'],
  [': downloading example.com/a v1.0.0\nok  \texample.com/b\t0.1s\n', ''],
  ['wnloading example.com/a v1.0.0\n', ''],
  // rows below a head that is gone
  ['\tgo.sum:     h1:aaaa=\n\nSECURITY ERROR\n', 'front:1'],
  ['\tgo mod download example.com/a\n$ ls\n', 'front:1'],
  ['\tmodule declares its path as: example.com/b\n\t        but was required as: example.com/a\n', 'front:1'],
  ['The bits may have been replaced on the origin server, or an attacker may\n', 'front:1'],
  // half a colour, in a log that has colours
  ['36;1mgo build ./...\x1b[0m\n\x1b[36;1mgo test ./...\x1b[0m\n', 'front:1'],
  ['0m\n\x1b[31mFAIL\x1b[0m\n', 'front:1'],
  // half a time
  ['9:41:07.0000007Z go version\n2026-11-18T09:41:07.1000007Z go: a\n2026-11-18T09:41:07.2000007Z b\n', 'front:1'],
  ['Z go version\n2026-11-18T09:41:07.1000007Z go: a\n2026-11-18T09:41:07.2000007Z b\n', 'front:1'],
  ['41:07.000Z] + go version\n[2026-11-18T09:41:07.100Z] go: a\n[2026-11-18T09:41:07.200Z] b\n', 'front:1'],
])('%j begins in the middle', ([log, cuts]) => {
  expect(cutsOf(read(log!))).toBe(cuts);
});

test.for([
  `${refused}\n`,
  refused,
  'golang.org/x/net@v0.1.0: reading https://proxy.golang.org/golang.org/x/net/@v/v0.1.0.mod: 404 Not Found',
  'connection refused\n',
  'known revision v1 of the book\n',
  'able to read tree, all is well\n',
  '"example": value\n',
  '  go get is what we typed\n$ go version\n',
  '\tindented by a person\nnot this one\n',
  // colours that lost their escape all through, which is another thing
  '[36;1mgo build ./...[0m\n[36;1mgo test ./...[0m\n',
  '1m rows\nplain\n',
  // a title over a log with times
  'the log of job 7:\n2026-11-18T09:41:07.1000007Z go: a\n2026-11-18T09:41:07.2000007Z b\n',
  ' title\n2026-11-18T09:41:07.1000007Z go: a\n2026-11-18T09:41:07.2000007Z b\n',
  // nothing behind it, and whole all the same
  'go: downloading example.com/a v1.0.0',
  'go: finding module for package example.com/a',
  'go: example.com/a@v1.0.0: missing go.sum entry for go.mod file; to add it:',
  'make: *** [Makefile:3: deps] Error 1',
  'go: exit status 1',
  'ERROR: process "/bin/sh -c go mod tidy" did not complete successfully: exit code: 1',
  'go: example.com/a@v1.0.0 requires go >= 1.24.0 (running go 1.21.13)',
  'go: example.com/a@v1: invalid version: unknown revision v1',
  'the lost connection',
  'they said "no',
  'terminal prompts are disable',
  '$ ',
  'a prompt of fish\x1b[m\x1b[?2004l\x1b]0;exit\x07',
])('%j is whole', (log) => {
  expect(cutsOf(read(log))).toBe('');
});

test.for([
  'go: example.com/a@v1.0.0:',
  'go: example.com/a@v1.0.0: Get "https://pro',
  'go: example.com/a@v1.0.0: reading https://proxy.golang.org/exam',
  'go: example.com/a@v1.0.0: Get "https://proxy.golang.org/a": dial tcp 192.0.2',
  'go: example.com/a@v1.0.0: Get "https://proxy.golang.org/a": dial tcp 192.0.2.7:443: connect: connection refu',
  'go: example.com/a@v1.0.0: missing go.su',
  'go: downloading example.com/a',
  'go: errors parsing go.mod:\ngo.mod:6: malformed module path "<<<<',
  'fatal: could not read Userna',
  // the chain goes on below, whatever ends the line
  'go: example.com/a@v1.0.0 requires\n',
  'go: errors parsing go.mod:\n',
  'ok  \texample.com/a\t0.2s\n\x1b[3',
  'ok  \texample.com/a\t0.2s\n\x1b',
])('%j stops in the middle', (log) => {
  expect(cutsOf(read(log))).toBe(`end:${log.trimEnd().split('\n').length}`);
  expect(read(log).input.complete).toBe(false);
});

test('a character of several bytes that is only partly there', () => {
  const word = Buffer.from('verpasst: Prüfung');
  const split = word.indexOf('ü') + 1;
  expect(cutsOf(read(word.subarray(0, split)))).toBe('end:1');
  expect(cutsOf(read(word.subarray(split)))).toBe('front:1');
  expect(cutsOf(read(word))).toBe('');
});

const unsummed = 'go: example.com/a@v1.0.0: missing go.sum entry for go.mod file; to add it:\n\tgo mod download example.com/a';
const github = [
  "Current runner version: '2.330.0'",
  '##[group]Run go mod download',
  'shell: /usr/bin/bash -e {0}',
  '##[endgroup]',
  unsummed,
];
const gitlab = ['Running with gitlab-runner 18.5.0 (bda84871)', '\x1b[32;1m$ go mod download\x1b[0;m', unsummed];
const jenkins = ['Started by user ines', '[Pipeline] sh', '+ go mod download', unsummed];
const buildkit = [
  '#0 building with "default" instance using docker driver',
  '#7 [3/4] RUN go mod download',
  `#7 0.311 go: example.com/a@v1.0.0: missing go.sum entry for go.mod file; to add it:`,
];

test.for([
  [github, '##[error]Process completed with exit code 1.', 'Cleaning up orphan processes'],
  [gitlab, 'ERROR: Job failed: exit code 1', 'Job succeeded'],
  [jenkins, 'ERROR: script returned exit code 1', 'Finished: FAILURE'],
  [buildkit, '#7 ERROR: process "/bin/sh -c go mod download" did not complete successfully: exit code: 1', '#7 DONE 0.4s'],
] as const)('a job that was seen to start, and not to end: $0.0', ([lines, exit, end]) => {
  const log = (...more: string[]) => read([...lines, ...more, ''].join('\n'));
  const sure = ({ incidents }: Report) => incidents[0]?.hypotheses[0]?.label;
  expect(cutsOf(log())).toBe(`end:${lines.join('\n').split('\n').length}`);
  expect(sure(log())).toBe('likely');
  expect(cutsOf(log(exit))).toBe('');
  expect(sure(log(exit))).toBe('very-likely');
  expect(cutsOf(log(end))).toBe('');
  // Of a part that somebody copied, nobody knows where it stops.
  expect(cutsOf(read(lines.slice(1).join('\n')))).toBe('');
});

test('an answer that rests on the broken first message is at most likely; one that stands elsewhere too is not touched', () => {
  const sure = (log: string) => read(log).incidents[0]!.hypotheses[0]!.label;
  const whole = `go: github.com/northwind/widgets${unsummed.slice('go: example.com/a'.length)}\n`;
  const broken = whole.slice('go: g'.length);
  expect(sure(whole)).toBe('very-likely');
  expect(cutsOf(read(broken))).toBe('front:1');
  expect(sure(broken)).toBe('likely');
  expect(sure(`${broken}${whole}`)).toBe('very-likely');
});

test('no name is taken from a word that is only partly there', () => {
  const log = 'go: github.com/northwind/widgets@v0.9.4: reading https://proxy.golang.org/github.com/northwind/wid';
  const subject = ({ incidents }: Report) => incidents.map(({ subject }) => subject);
  expect(JSON.stringify(subject(read(`${log}`)))).not.toContain('wid"');
  const missing = 'go: example.com/a@v1.0.0: no required module provides package github.com/northwind/wid';
  expect(JSON.stringify(read(`\x1b[31m${missing}\x1b[`).incidents)).not.toMatch(/go get github\.com\/northwind\/wid\b/);
  expect(JSON.stringify(read(missing).incidents)).toMatch(/go get github\.com\/northwind\/wid\b/);
});

test('a last word that may be whole is still read', () => {
  const job = (message: string) =>
    read(['Running with gitlab-runner 18.5.0 (bda84871)', '\x1b[32;1m$ go mod download\x1b[0;m', message].join('\n'));
  expect(cutsOf(job(refused))).toBe('end:3');
  expect(job(refused).incidents[0]!.hypotheses[0]!.cause).toBe('network.connect-refused');
});

test('the half of a time is taken off, so that the message is read', () => {
  const log = `1:07.0000007Z ${refused}\n2026-11-18T09:41:07.1000007Z a\n2026-11-18T09:41:07.2000007Z b\n`;
  expect(read(log).incidents[0]!.hypotheses[0]).toMatchObject({ cause: 'network.connect-refused', label: 'likely' });
});

test('the words of a report about a log that was cut at both ends', () => {
  const log = `36;1mgo mod download\x1b[0m\n\x1b[0mgo: downloading example.com/a v1.0.0\n${dns}\ngo: example.com/b@v1.0.0: Get "https://mirr`;
  expect(
    renderText(read(log))
      .split('\n')
      .filter((line) => /^(?:note|ci\.log)|missing|: the log/.test(line)),
  ).toMatchInlineSnapshot(`
    [
      "ci.log: a Go module failure",
      "            nothing has to be looked up: the package's folder is missing.",
      "   note     the log begins in the middle of a message (line 1): what stood before it is missing",
      "   note     the log stops before its end (line 4): what came after it is missing",
    ]
  `);
});

const root = path.join(import.meta.dirname, '../../samples');
const samples = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.log'))
  .sort()
  .map((name) => ({ name, bytes: readFileSync(path.join(root, name)) }));

test.for(samples)('$name is not called cut', ({ bytes }) => {
  expect(cutsOf(read(bytes))).toBe('');
});

const sureCauses = ({ incidents }: Report) =>
  incidents.flatMap(({ verdict, hypotheses: [top] }) => (verdict === 'module-failure' && top?.label === 'very-likely' ? [top.cause] : []));

test('a log that is cut at any byte makes nothing very likely that the whole log does not, or says that it is cut', () => {
  const short = samples
    .filter(({ bytes }) => bytes.length < 12_000)
    .map(({ bytes }) => ({ bytes, whole: new Set(sureCauses(read(bytes))) }));
  const edge = fc.constantFrom('front' as const, 'end' as const);
  fc.assert(
    fc.property(fc.constantFrom(...short), fc.double({ min: 0, max: 1, noNaN: true }), edge, ({ bytes, whole }, share, side) => {
      const at = Math.floor(share * bytes.length);
      const report = read(side === 'front' ? bytes.subarray(at) : bytes.subarray(0, at));
      const said = report.input.cut.some(({ limit }) => limit === side);
      expect(said || sureCauses(report).every((cause) => whole.has(cause))).toBe(true);
    }),
    { numRuns: 400, seed: 20261121 },
  );
});

test('any pieces give the same report', () => {
  const log = Buffer.from(`1:07.0000007Z ${dns}\n2026-11-18T09:41:07.1000007Z ü\n2026-11-18T09:41:07.2000007Z go: downloading exa`);
  for (const piece of [1, 7, 64]) expect(read(log, piece)).toEqual(read(log));
});

test('a large job log that the filter reads is judged by the same words', () => {
  const noise = Array.from({ length: 40_000 }, (_, index) => `compiling part ${index} of the thing`);
  const head = github.slice(0, -1);
  expect(cutsOf(read([...head, ...noise, ''].join('\n')))).toMatch(/^end:\d+$/);
  expect(cutsOf(read([...head, ...noise, 'Cleaning up orphan processes', ''].join('\n')))).toBe('');
  expect(cutsOf(read([...noise, dns.slice(0, 60)].join('\n')))).toMatch(/^end:40001$/);
});
