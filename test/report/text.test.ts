import { expect, test } from 'vitest';
import { renderText } from '../../src/report/text.ts';
import { evidence, hypothesis, incident, remedy, report, run, testFailure, unknownFailure, wrongPath } from './sample.ts';

const twoReadings = report({ incidents: [incident({ hypotheses: [hypothesis(), wrongPath()] })] });

test('a module failure, 100 columns', () => {
  expect(renderText(twoReadings)).toMatchInlineSnapshot(`
    "build.log: a Go module failure

    1. very likely: the private module corp.example.com/team/lib was sent to the public checksum database   GM0401
       Go asks sum.golang.org about every module that GOPRIVATE does not cover. That server cannot see
       corp.example.com, so it answers 410.

       for      2  reading https://sum.golang.org/lookup/corp.example.com/team/lib@v1.2.3: 410 Gone
       for      3  server response: not found: … unrecognized import path
       not this    connect refused (line 3): the checksum database was refused, not this machine, which
                   got an answer on line 2
       where    this machine: its settings send a private module to a public server, which cannot see it

       do       go env GOPRIVATE                                           see what is there
                go env -w 'GOPRIVATE=<existing>,corp.example.com/*'        changes the go env file
                If GOPRIVATE is set in the environment (CI variable), change it there: go env -w has no
                effect then.
                price: modules below corp.example.com are no longer checked against the public database
       check    go mod download corp.example.com/team/lib@v1.2.3
       may follow   git asking for a password: go fetches these modules itself now
       do not   GOSUMDB=off: no module is checked then, public ones included

       to be sure   go env GOPRIVATE GONOSUMDB GONOPROXY
                    covers corp.example.com -> look at 2; does not -> this is it

    2. unlikely: the module path or version is wrong   GM0701
       for      3  not found
       against   2  a private host is the usual case

    docs  https://go.dev/ref/mod#private-modules
    "
  `);
});

test('a module failure, 80 columns: prose wraps, log lines and commands stay whole', () => {
  expect(renderText(twoReadings, { width: 80 })).toMatchInlineSnapshot(`
    "build.log: a Go module failure

    1. very likely: the private module corp.example.com/team/lib was sent to the public checksum database   GM0401
       Go asks sum.golang.org about every module that GOPRIVATE does not cover. That
       server cannot see corp.example.com, so it answers 410.

       for      2  reading https://sum.golang.org/lookup/corp.example.com/team/lib@v1.2.3: 410 Gone
       for      3  server response: not found: … unrecognized import path
       not this    connect refused (line 3): the checksum database was refused, not
                   this machine, which got an answer on line 2
       where    this machine: its settings send a private module to a public server,
                which cannot see it

       do       go env GOPRIVATE        see what is there
                go env -w 'GOPRIVATE=<existing>,corp.example.com/*'
                  changes the go env file
                If GOPRIVATE is set in the environment (CI variable), change it
                there: go env -w has no effect then.
                price: modules below corp.example.com are no longer checked against
                the public database
       check    go mod download corp.example.com/team/lib@v1.2.3
       may follow   git asking for a password: go fetches these modules itself now
       do not   GOSUMDB=off: no module is checked then, public ones included

       to be sure   go env GOPRIVATE GONOSUMDB GONOPROXY
                    covers corp.example.com -> look at 2; does not -> this is it

    2. unlikely: the module path or version is wrong   GM0701
       for      3  not found
       against   2  a private host is the usual case

    docs  https://go.dev/ref/mod#private-modules
    "
  `);
});

test('not a module failure, with earlier trouble that a retry cured', () => {
  expect(renderText(testFailure())).toMatchInlineSnapshot(`
    "build.log: not a Go module failure

    1. very likely: a test failed   not-module.test-failure
       Modules were downloaded and packages were built; TestStore in example.com/app/store failed.

       for      6  --- FAIL: TestStore (0.02s)
       for      7  store_test.go:31: dial tcp 127.0.0.1:5432: connect: connection refused
       not this    a module network problem: line 7 was printed by the test
       where    this machine: no module server had a part in it

       do       start the database that the test needs, or skip the test where there is none

    earlier, recovered   TLS handshake timeout to proxy.golang.org (line 3), tried again on line 5
    "
  `);
});

test('a failure that the log does not explain', () => {
  expect(renderText(unknownFailure())).toMatchInlineSnapshot(`
    "docker.log: it failed, and this log does not say why

       make deps (line 1) ended with exit code 2, and no line says why.

       seen     3  go: downloading github.com/acme/widgets v0.9.4
                     the last module that go asked for
       seen     4  [output clipped, log limit 1MiB reached]
       missing     the lines that give the reason

       next     see all of it:  BUILDKIT_STEP_LOG_MAX_SIZE=-1 docker build --progress=plain --no-cache .
                only that module:  go mod download -x github.com/acme/widgets@v0.9.4
                take the complete, raw log of the failed step, not a summary or its last lines
    "
  `);
});

test('no failure, and no log at all', () => {
  const { input } = report();
  const calm = report({ verdict: 'no-failure', incidents: [], input: { ...input, name: '-', lines: 48211 } });
  expect(renderText(calm)).toMatchInlineSnapshot(`
    "stdin: no failure is visible

       48,211 lines were read. If the build did fail, this log may be cut or filtered: try the raw log.
    "
  `);
  expect(renderText({ ...calm, input: { ...input, lines: 0, bytes: 0 } })).toMatchInlineSnapshot(`
    "build.log: no failure is visible

       The input is empty: go prints nothing when a build succeeds. If it failed, its output did not
       reach modwhy; 2>&1 passes on both streams of a command.
    "
  `);
});

test('several problems, bad advice, hidden secrets, a cut input', () => {
  const { input } = report();
  const missing = hypothesis({
    cause: 'checksum.missing-entry',
    code: 'GM0602',
    title: 'go.sum has no entry for rsc.io/quote',
    why: 'go build does not change go.sum by itself.',
    label: 'likely',
    evidence: [412, 413, 414, 415, 1416].map((line) =>
      evidence(line, `a.go:${line}:2: missing go.sum entry for module providing package rsc.io/quote`),
    ),
    contrast: [],
    remedies: [
      remedy({ steps: [run(['go', 'mod', 'tidy'], 'go mod tidy', ['go.mod', 'go.sum'])], price: null, sideEffects: [], verify: [] }),
      remedy({
        title: 'Only this module',
        steps: [run(['go', 'get', 'rsc.io/quote'], 'go get rsc.io/quote', ['go.mod', 'go.sum'])],
        undo: [run(['git', 'checkout'], 'git checkout -- go.mod go.sum')],
        price: 'a newer version may be chosen',
        risk: 'unsafe',
        sideEffects: [],
        verify: [run(['go', 'mod', 'verify'], 'go mod verify')],
      }),
    ],
    probes: [],
    docs: [],
  });
  const several = report({
    input: {
      ...input,
      complete: false,
      cut: [
        { limit: 'gzip-truncated', seen: 812, kept: 812 },
        { limit: 'timeline', seen: 2001, kept: 2000 },
      ],
    },
    incidents: [
      incident({ hypotheses: [hypothesis({ discouraged: [], probes: [] }), { ...missing, rank: 2 }] }),
      incident({ id: 'i2', command: null, hypotheses: [missing] }),
    ],
    advice: [{ line: 77, text: 'GOSUMDB=off', verdict: 'unsafe', because: 'no module is checked then', instead: 'GOPRIVATE' }],
    redactions: 2,
  });
  expect(renderText(several)).toMatchInlineSnapshot(`
    "build.log: a Go module failure

       problem 1 of 2: go mod download (line 1) ended with exit code 1

    1. very likely: the private module corp.example.com/team/lib was sent to the public checksum database   GM0401
       Go asks sum.golang.org about every module that GOPRIVATE does not cover. That server cannot see
       corp.example.com, so it answers 410.

       for      2  reading https://sum.golang.org/lookup/corp.example.com/team/lib@v1.2.3: 410 Gone
       for      3  server response: not found: … unrecognized import path
       not this    connect refused (line 3): the checksum database was refused, not this machine, which
                   got an answer on line 2
       where    this machine: its settings send a private module to a public server, which cannot see it

       do       go env GOPRIVATE                                           see what is there
                go env -w 'GOPRIVATE=<existing>,corp.example.com/*'        changes the go env file
                If GOPRIVATE is set in the environment (CI variable), change it there: go env -w has no
                effect then.
                price: modules below corp.example.com are no longer checked against the public database
       check    go mod download corp.example.com/team/lib@v1.2.3
       may follow   git asking for a password: go fetches these modules itself now

    2. likely: go.sum has no entry for rsc.io/quote   GM0602
       for      412  a.go:412:2: missing go.sum entry for module providing package rsc.io/quote
       for      413  a.go:413:2: missing go.sum entry for module providing package rsc.io/quote
                     3 more lines like this
       do       go mod tidy        changes go.mod, go.sum

       problem 2 of 2

    1. likely: go.sum has no entry for rsc.io/quote   GM0602
       go build does not change go.sum by itself.

       for      412  a.go:412:2: missing go.sum entry for module providing package rsc.io/quote
       for      413  a.go:413:2: missing go.sum entry for module providing package rsc.io/quote
       for      414  a.go:414:2: missing go.sum entry for module providing package rsc.io/quote
       for      415  a.go:415:2: missing go.sum entry for module providing package rsc.io/quote
                     1 more line like this
       where    this machine: its settings send a private module to a public server, which cannot see it

       do       go mod tidy        changes go.mod, go.sum
       or       Only this module:
                go get rsc.io/quote        changes go.mod, go.sum
                unsafe: a newer version may be chosen
       undo     git checkout -- go.mod go.sum
       check    go mod verify
       do not   GOSUMDB=off: no module is checked then, public ones included

       advice   GOSUMDB=off (line 77) is unsafe: no module is checked then; instead: GOPRIVATE

    docs  https://go.dev/ref/mod#private-modules

       note     the compressed file ended early: the first 812 bytes are explained
       note     2 secrets are hidden
    "
  `);
});

test('colours stand beside words and change nothing else', () => {
  const coloured = renderText(twoReadings, { color: true });
  expect(coloured).toContain('\u001b[');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(renderText(twoReadings));
});

test('ascii prints nothing else', () => {
  const texts = [twoReadings, testFailure(), unknownFailure()].map((sample) => renderText(sample, { ascii: true }));
  for (const text of texts) expect(text).toMatch(/^[\n\x20-\x7e]*$/);
});

test('verbose shows every reading and every line', () => {
  const many = [2, 3, 4, 5, 6].map((rank) => ({ ...wrongPath(), rank }));
  const sample = report({ incidents: [incident({ hypotheses: [hypothesis(), ...many] })] });
  expect(renderText(sample)).toContain('3 less likely readings left out');
  expect(renderText(sample, { verbose: true })).toContain('\n6. unlikely:');
});
