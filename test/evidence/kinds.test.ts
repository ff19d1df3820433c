import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evidenceKinds } from '../../src/evidence/kinds.ts';
import { parseEvidence } from '../../src/evidence/read.ts';
import { smallest } from './smallest.ts';

test.each(evidenceKinds.map(({ kind }) => kind))(
  '%s is known by its content, with the line ends of Windows too, and cut anywhere it is read or refused',
  (kind) => {
    const text = smallest[kind]!;
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
    const file = parseEvidence('x', smallest[kind]!);
    const shown = Array.from({ length: 30 }, (_, index) => file.textOf(index + 1)).join('\n');
    expect(JSON.stringify(file) + shown).not.toMatch(/hunter|s3cret|tok3n/);
    expect(shown).toMatch(/corp\.test|403/);
  }
});

test('what is read of each', () => {
  expect(parseEvidence('x', smallest.netrc!)).toMatchObject({ machines: [{ machine: 'git.corp.test', line: 1 }], fallback: { line: 3 } });
  expect(parseEvidence('x', smallest['go.work']!)).toMatchObject({
    go: { version: '1.22', line: 1 },
    uses: [
      { folder: 'elm', line: 4 },
      { folder: 'oak', line: 5 },
    ],
  });
  expect(parseEvidence('x', smallest.Dockerfile!)).toMatchObject({
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
  expect(parseEvidence('x', smallest['CI file']!)).toMatchObject({
    system: 'GitHub Actions',
    settings: [{ name: 'GOFLAGS', everywhere: true, line: 3 }],
    goVersions: [{ version: '1.2', cut: true, line: 10 }],
    ownCaches: [{ line: 8 }],
  });
  expect(parseEvidence('x', smallest.HAR!)).toMatchObject({
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
  const lines = Object.values(smallest).flatMap((text) => text.split('\n'));
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
