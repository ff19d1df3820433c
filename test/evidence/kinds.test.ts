import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceKinds } from '../../src/evidence/kinds.ts';
import { parseEvidence } from '../../src/evidence/read.ts';

const har = (entry: object) =>
  JSON.stringify({ log: { version: '1.2', entries: [{ startedDateTime: '2026-01-02T03:04:05.000Z', time: 12, ...entry }] } }, null, 2);
const request = { method: 'GET', url: 'https://ana:tok3n@proxy.example.com/x/@v/v1.0.0.info?key=s3cret' };

/** One file of each kind, as small as it may be. */
const files: Readonly<Record<string, string>> = {
  HAR: har({ request, response: { status: 403, content: { mimeType: 'text/plain' } } }),
  'go env': "GO111MODULE=''\nGOFLAGS=''\n",
  'go modules': 'example.com/elm example.com/ash@v1.0.0\nexample.com/ash@v1.0.0 example.com/oak@v1.1.0\n',
  'go version': 'bin/elm: go1.22.1\n\tpath\texample.com/elm\n\tdep\texample.com/ash\tv1.0.0\th1:AAAA=\n',
  'go.sum': 'example.com/ash v1.0.0 h1:AA=\n',
  'modules.txt': '# example.com/ash v1.0.0\n## explicit\nexample.com/ash\n',
  'go.mod': 'module example.com/elm\n\ngo 1.22\n',
  'go.work': 'go 1.22\n\nuse (\n\t./elm // the service\n\t"oak"\n)\n',
  netrc:
    'machine git.corp.test login ana password hunter2secret\nmachine half.corp.test login ana\ndefault login x password hunter3secret\n',
  'git config':
    '[url "ssh://git@git.corp.test/"]\n\tinsteadOf = https://git.corp.test/\n[http]\n\tsslVerify = false\n\textraHeader = Authorization: s3cret\n',
  Dockerfile:
    '# build\nFROM golang:1.22-alpine AS build\nENV GOFLAGS=-mod=vendor\nCOPY go.mod \\\n  # both\n  go.sum ./\nRUN <<END\ngo build ./...\nEND\n',
  'CI file':
    'on: push\nenv:\n  GOFLAGS: -mod=vendor\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/setup-go@v5\n        with:\n          go-version: 1.20\n',
  'resolv.conf': '# made by hand\nsearch corp.test\nnameserver 192.0.2.53\n',
  'proxy log':
    '192.0.2.7 - - [02/Jan/2026:03:04:05 +0000] "GET /example.com/elm/@v/v1.0.0.info HTTP/1.1" 404 12 "-" "Go-http-client/1.1"\n192.0.2.7 - - [02/Jan/2026:03:04:06 +0000] "GET /example.com/elm/@v/list HTTP/1.1" 200 12 "-" "Go-http-client/1.1"\n',
  transcript:
    '* Connected to proxy.golang.org (192.0.2.9) port 443\n> GET /example.com/elm/@v/list HTTP/1.1\n< HTTP/1.1 403 Forbidden\n<\n',
  hosts: '127.0.0.1 localhost\n::1 localhost\n192.0.2.7 proxy.golang.org # old\n',
};

test.each(evidenceKinds.map(({ kind }) => kind))(
  '%s is known by its content, with the line ends of Windows too, and cut anywhere it is read or refused',
  (kind) => {
    const text = files[kind]!;
    expect(parseEvidence('any', text).kind).toBe(kind);
    expect(parseEvidence('any', `\ufeff${text.replaceAll('\n', '\r\n')}`).kind).toBe(kind);
    for (let end = 0; end < text.length; end++) orRefused(text.slice(0, end));
  },
);

test.each([
  ['an access log without modules', '192.0.2.7 - - [02/Jan/2026] "GET / HTTP/1.1" 200\n'],
  ['a compose file', 'services:\n  web:\n    image: golang:1.22\n'],
  ['an ini file of another program', '[mysqld]\nport = 1\n'],
  ['a sentence', 'machine learning is hard\nto explain\nto people\n'],
  ['a script', 'export GOFLAGS=-mod=vendor\ngo build ./...\n'],
  ['JSON of another kind', '{"log": {"entries": {}}}'],
  ['a go command', 'use go 1.22 for this\n'],
])('%s is none of them', (_, text) => {
  expect(() => parseEvidence('x', text)).toThrow(/^this is not go\.mod/);
});

test("S18: Gradle's record of its cache is said to be Gradle's", () => {
  expect(() => parseEvidence('x', "Build cache key for task ':app:compileJava' is 0123456789abcdef0123456789abcdef\n")).toThrow(
    /^this is Gradle's/,
  );
});

test('no password, token or query is kept: not in what is shown, nor in what was read', () => {
  for (const kind of ['netrc', 'git config', 'HAR']) {
    const file = parseEvidence('x', files[kind]!);
    const shown = Array.from({ length: 30 }, (_, index) => file.textOf(index + 1)).join('\n');
    expect(JSON.stringify(file) + shown).not.toMatch(/hunter|s3cret|tok3n/);
    expect(shown).toMatch(/corp\.test|403/);
  }
});

test('what is read of each', () => {
  expect(parseEvidence('x', files.netrc!)).toMatchObject({ machines: [{ machine: 'git.corp.test', line: 1 }], fallback: { line: 3 } });
  expect(parseEvidence('x', files['go.work']!)).toMatchObject({
    go: { version: '1.22', line: 1 },
    uses: [
      { folder: 'elm', line: 4 },
      { folder: 'oak', line: 5 },
    ],
  });
  expect(parseEvidence('x', files.Dockerfile!)).toMatchObject({
    settings: [{ name: 'GOFLAGS', value: '-mod=vendor', line: 3 }],
    stages: [
      {
        image: 'golang:1.22-alpine',
        line: 2,
        steps: [
          { does: 'COPY', line: 4 },
          { does: 'RUN', line: 7 },
        ],
      },
    ],
  });
  expect(parseEvidence('x', files['CI file']!)).toMatchObject({
    system: 'GitHub Actions',
    settings: [{ name: 'GOFLAGS', everywhere: true, line: 3 }],
    goVersions: [{ version: '1.2', cut: true, line: 10 }],
    ownCaches: [{ line: 8 }],
  });
  expect(parseEvidence('x', files.HAR!)).toMatchObject({
    requests: [{ url: 'https://proxy.example.com/x/@v/v1.0.0.info', status: 403, line: 10 }],
  });
});

test.each([
  ['GitLab CI', 'variables:\n  GOPROXY: off\ntest:\n  image: golang:1.21\n  script:\n    - go test ./...\n  allow_failure: true\n'],
  [
    'Azure Pipelines',
    "pool:\n  vmImage: ubuntu-latest\nvariables:\n  - name: GOPROXY\n    value: off\nsteps:\n  - task: GoTool@0\n    inputs:\n      version: '1.21'\n  - script: go test ./...\n    continueOnError: true\n",
  ],
  [
    'CircleCI',
    'version: 2.1\njobs:\n  test:\n    docker:\n      - image: cimg/go:1.21\n        environment:\n          GOPROXY: off\n    steps:\n      - run: go test ./... || true\n',
  ],
  [
    'Jenkins',
    "pipeline {\n  environment {\n    GOPROXY = 'off'\n  }\n  stages {\n    stage('go') {\n      steps {\n        catchError {\n          sh 'go test ./...'\n        }\n      }\n    }\n  }\n}\n",
  ],
])('%s: a variable, a version, and a step that may fail', (system, text) => {
  expect(parseEvidence('x', text)).toMatchObject({
    system,
    settings: [{ name: 'GOPROXY', value: 'off', everywhere: system !== 'CircleCI' }],
    goVersions: system === 'Jenkins' ? [] : [{ version: '1.21' }],
    tolerant: [{}],
  });
});

test('mixed, reordered and hostile texts are read or refused, fast', () => {
  const lines = Object.values(files).flatMap((text) => text.split('\n'));
  const piece = fc.oneof(fc.constantFrom(...lines), fc.string({ unit: 'binary', maxLength: 30 }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => orRefused(pieces.join('\n'))),
    { numRuns: 300 },
  );
  const start = performance.now();
  for (const start of [
    'FROM a\nENV A="',
    'FROM a\nRUN <<E',
    '[url "',
    'machine ',
    '1.1.1.1 ',
    'x: go1.',
    'nameserver ',
    'on:\njobs:\n  a:\n    runs-on: x\n    key: ',
    '{"log":',
  ])
    for (const unit of ['a ', '\\', '"', ' ', "'\\''", '\n  - key: a']) orRefused(start.padEnd(200_000, unit));
  expect(performance.now() - start).toBeLessThan(8000);
});

function orRefused(text: string): void {
  try {
    const file = parseEvidence('x', text);
    expect(file.offsetOf(1)).toBe(0);
  } catch (error) {
    expect(error).toMatchObject({ code: 'E_EVIDENCE' });
  }
}
