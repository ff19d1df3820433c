import { expect, test } from 'vitest';
import { reportOf } from '../skins/matrix/seen.ts';

const step = (name: string) => [`##[group]Run ${name}`, name, 'shell: /usr/bin/bash -e {0}', '##[endgroup]'];
const failed = '##[error]Process completed with exit code 1.';

function job(...lines: readonly string[]): string {
  return lines.map((line, index) => `2026-01-02T03:04:${String(10 + index)}.0000000Z ${line}\n`).join('');
}

function answers(log: string) {
  return reportOf(log).incidents.map(({ terminal, command, hypotheses }) => [hypotheses[0]?.cause, terminal, command?.text]);
}

const missing =
  'main.go:4:2: no required module provides package github.com/northwind/ledger; to add it:\n\tgo get github.com/northwind/ledger';

test('a step failed, and its last command says nothing: the one before it that does is the reason, whatever steps follow', () => {
  const session = ['dev@ci:~/app$ go build .', ...missing.split('\n'), 'dev@ci:~/app$ ls bin'];
  const log = job(...step('./session.sh'), ...session, failed, ...step('echo done'), 'done', 'Post job cleanup.');
  expect(answers(log)).toEqual([['resolve.missing-require', true, 'go build .']]);
});

test('what ran inside the step is the reason when the step itself says nothing', () => {
  const build = ['#7 [3/4] RUN go build .', ...missing.split('\n').map((line, index) => `#7 0.${index + 2} ${line}`)];
  const log = job(...step('./image.sh'), ...build, failed, 'Post job cleanup.');
  expect(answers(log)).toEqual([['resolve.missing-require', true, 'go build .']]);
});

test('near miss: a step that went well leaves nothing open', () => {
  const session = ['dev@ci:~/app$ go build .', ...missing.split('\n'), 'dev@ci:~/app$ true'];
  const log = job(...step('./session.sh'), ...session, ...step('make lint'), 'no such rule', failed, 'Post job cleanup.');
  expect(answers(log).filter(([, terminal]) => terminal)).not.toContainEqual(expect.arrayContaining(['resolve.missing-require']));
});

test('what gazelle says on its way failed nothing when Bazel built its targets', () => {
  const log = [
    '$ bazel run //:gazelle',
    'gazelle: finding module path for import northwind.test/ledger: go get: unrecognized import path "northwind.test/ledger": https fetch: Get "https://northwind.test/ledger?go-get=1": dial tcp: lookup northwind.test: no such host',
    'INFO: Analyzed target //:gazelle (14 packages loaded, 76 targets configured).',
    'INFO: Build completed successfully, 7 total actions',
  ];
  const report = reportOf(`${log.join('\n')}\n`);
  expect([report.verdict, report.incidents.map(({ terminal, recovered }) => [terminal, recovered])]).toEqual([
    'no-failure',
    [[false, true]],
  ]);
});

test('where only the end of a step says why it failed, that is the reason', () => {
  const lead = (log: string) => {
    const { verdict, incidents } = reportOf(log);
    return [verdict, incidents[0]?.hypotheses[0]?.title];
  };
  const tested = 'ok  \texample.com/orders\t1.2s';
  const limit = ['$ go test ./...', tested, 'ERROR: Job failed: execution took longer than 1h0m0s seconds'];
  expect(lead(`${['Running with gitlab-runner 17.5.3 (12030cf4)', ...limit].join('\n')}\n`)).toEqual([
    'not-module',
    'The job ran into its time limit',
  ]);
  const end = (words: string) => job(...step('go test ./...'), tested, `##[error]${words}`, 'Post job cleanup.');
  expect(lead(end('The operation was canceled.'))).toEqual(['not-module', 'The job was cancelled']);
  expect(lead(end('Process completed with exit code 1.'))).toEqual(['unknown', undefined]);
  // As the page of a Jenkins build shows it.
  expect(lead("20:41:51 Congratulations\n20:44:20 Build step 'Execute shell' marked build as failure\n")).toEqual(['unknown', undefined]);
  expect(lead('20:41:51 Congratulations\n20:44:20 no build step marked build as failure\n')).toEqual(['no-failure', undefined]);
  const copy = '#12 ERROR: failed to calculate checksum of ref northwind::lamp: "/src/bin/shop": not found';
  expect(lead(`#12 [stage-1 2/3] COPY --from=build /src/bin/shop /usr/bin/shop\n${copy}\n`)).toEqual([
    'not-module',
    'Docker or the container runtime failed',
  ]);
});
