import { expect, test } from 'vitest';
import { failures } from './failures.ts';
import { reportOf } from './seen.ts';
import { eachLine } from './skin.ts';

// What runs after the failure, or may fail, is not what made the job fail, however loudly it complains.

const said = (name: string) => failures.find((failure) => failure.name === name)!.output.trimEnd();
const failure = said('git-credentials-missing');
const other = said('proxy-not-found');
const clear = '\r\x1b[0K';
const at = '[Container] 2026/01/02 03:04:05.123456';
const prefixed = (prefix: string, text: string) => eachLine(text, (line) => `${prefix}${line}`).trimEnd();

const jobs: Readonly<Record<string, readonly string[]>> = {
  'GitLab after_script': [
    `section_start:1767323045:step_script${clear}\x1b[36;1mExecuting "step_script" stage of the job script\x1b[0;m`,
    '\x1b[32;1m$ go mod tidy\x1b[0;m',
    failure,
    `section_end:1767323060:step_script${clear}section_start:1767323060:after_script${clear}\x1b[36;1mRunning after_script\x1b[0;m`,
    '\x1b[32;1m$ go mod download\x1b[0;m',
    other,
    `section_end:1767323061:after_script${clear}\x1b[31;1mERROR: Job failed: exit code 1`,
  ],
  'Travis after_failure': [
    `travis_time:start:0a1b2c3d${clear}$ go mod tidy`,
    failure,
    `travis_time:end:0a1b2c3d:start=1,finish=2,duration=1,event=script${clear}The command "go mod tidy" exited with 1.`,
    `travis_fold:start:after_failure${clear}travis_time:start:0a1b2c3e${clear}$ go mod download`,
    other,
    `travis_time:end:0a1b2c3e:start=1,finish=2,duration=1,event=after_failure${clear}travis_fold:end:after_failure${clear}`,
    'Done. Your build exited with 1.',
  ],
  'Buildkite pre-exit hook': [
    '~~~ Running commands',
    '\x1b[90m$\x1b[0m go mod tidy',
    failure,
    '🚨 Error: The command exited with status 1',
    'user command error: exit status 1',
    '~~~ Running global pre-exit hook',
    '\x1b[90m$\x1b[0m /hooks/pre-exit',
    other,
  ],
  'CodeBuild POST_BUILD': [
    `${at} Entering phase BUILD`,
    `${at} Running command go mod tidy`,
    failure,
    `${at} Command did not exit successfully go mod tidy exit status 1`,
    `${at} Phase complete: BUILD State: FAILED`,
    `${at} Entering phase POST_BUILD`,
    `${at} Running command go mod download || true`,
    other,
    `${at} Phase complete: POST_BUILD State: SUCCEEDED`,
  ],
  'act, a step that may fail': [
    '[ci/build] ⭐ Run Main go mod download',
    prefixed('[ci/build]   | ', other),
    '[ci/build] Failed but continue next step',
    '[ci/build]   ❌  Failure - Main go mod download [0.3s]',
    '[ci/build] ⭐ Run Main go mod tidy',
    prefixed('[ci/build]   | ', failure),
    '[ci/build]   ❌  Failure - Main go mod tidy [0.3s]',
    "[ci/build] exitcode '1': failure",
    '[ci/build] 🏁  Job failed',
  ],
  'act, clean-up of an action': [
    '[ci/build] ⭐ Run Main go mod tidy',
    prefixed('[ci/build]   | ', failure),
    '[ci/build]   ❌  Failure - Main go mod tidy [0.3s]',
    "[ci/build] exitcode '1': failure",
    '[ci/build] ⭐ Run Post actions/cache@v4',
    prefixed('[ci/build]   | ', other),
    '[ci/build]   ✅  Success - Post actions/cache@v4 [0.3s]',
    '[ci/build] 🏁  Job failed',
  ],
  'Jenkins post actions': [
    '[Pipeline] sh',
    '+ go mod tidy',
    failure,
    '[Pipeline] stage',
    '[Pipeline] { (Declarative: Post Actions)',
    '[Pipeline] sh',
    '+ go mod download',
    other,
    '[Pipeline] }',
    '[Pipeline] // stage',
    '[Pipeline] End of Pipeline',
    'ERROR: script returned exit code 1',
    'Finished: FAILURE',
  ],
  'GitHub clean-up': [
    '##[group]Run go mod tidy',
    '##[endgroup]',
    failure,
    '##[error]Process completed with exit code 1.',
    'Post job cleanup.',
    other,
  ],
  'Azure post-job task': [
    '##[section]Starting: Build',
    'Script contents:',
    'go mod tidy',
    '========================== Starting Command Output ===========================',
    failure,
    "##[error]Bash exited with code '1'.",
    '##[section]Finishing: Build',
    '##[section]Starting: Post-job: Cache',
    '[command]go mod download',
    other,
    '##[section]Finishing: Post-job: Cache',
  ],
  'TeamCity, a step that runs always': [
    '[14:02:10]W: Step 1/2: Build (Command Line)',
    prefixed('[14:02:10]W:\t [Step 1/2] ', failure),
    '[14:02:10]W:\t [Step 1/2] Process exited with code 1',
    '[14:02:10]W: Step 2/2: Clean (Command Line)',
    prefixed('[14:02:10]W:\t [Step 2/2] ', other),
    '[14:02:10]W:\t [Step 2/2] Process exited with code 0',
  ],
  'Cloud Build, a step beside it': [
    prefixed('Step #0 - "a": ', other),
    prefixed('Step #1 - "b": ', failure),
    'ERROR: build step 1 "golang" failed: step exited with non-zero status: 1',
  ],
  'CircleCI, a step that runs always': [
    '#!/bin/bash -eo pipefail',
    'go mod tidy',
    failure,
    'Exited with code exit status 1',
    'CircleCI received exit code 1',
    '#!/bin/bash -eo pipefail',
    'go mod download || true',
    other,
    'CircleCI received exit code 0',
  ],
  'Bitbucket, words of the system': [
    '+ umask 000',
    '+ go mod tidy',
    failure,
    'Searching for test report files in directories named [test-reports] down to a depth of 4',
    'Finished scanning for test reports. Found 0 test report files.',
  ],
};

// Words that look like the head of the next step: what stands above them has not succeeded.
const advised = [
  ['+ go mod tidy', failure, 'Run make generate'],
  ['$ go mod tidy', failure, 'Run go mod vendor', 'make: *** [Makefile:3: deps] Error 1'],
  ['$ ./build.sh', failure, '#!/bin/sh -e', 'go mod tidy'],
  ['$ ./build.sh', failure, '+ echo done', '[main.go:1] + x', '--- done', '+++ done'],
];

test.each(advised)('%s: advice and printed scripts are no next step', (...lines) => {
  const { incidents } = reportOf(lines.join('\n'));
  expect(incidents.map(({ hypotheses, terminal }) => [hypotheses[0]?.cause, terminal])).toEqual([['auth.git-credentials-missing', true]]);
});

const succeeded: Readonly<Record<string, readonly string[]>> = {
  'GitLab after_script': [
    `section_start:1767323045:step_script${clear}\x1b[36;1mExecuting "step_script" stage of the job script\x1b[0;m`,
    '\x1b[32;1m$ go vet ./...\x1b[0;m',
    `section_end:1767323060:step_script${clear}section_start:1767323060:after_script${clear}\x1b[36;1mRunning after_script\x1b[0;m`,
    '\x1b[32;1m$ go mod download\x1b[0;m',
    other,
    `section_end:1767323061:after_script${clear}\x1b[32;1mJob succeeded\x1b[0m`,
  ],
  'Travis after_success': [
    `travis_time:start:0a1b2c3d${clear}$ go vet ./...`,
    `travis_time:end:0a1b2c3d:start=1,finish=2,duration=1,event=script${clear}The command "go vet ./..." exited with 0.`,
    `travis_fold:start:after_success.1${clear}travis_time:start:0a1b2c3e${clear}$ go mod download`,
    other,
    `travis_time:end:0a1b2c3e:start=1,finish=2,duration=1,event=after_success${clear}travis_fold:end:after_success.1${clear}`,
    'Done. Your build exited with 0.',
  ],
  'CodeBuild, a command whose failure is swallowed': [
    `${at} Entering phase BUILD`,
    `${at} Running command go mod download || true`,
    other,
    `${at} Phase complete: BUILD State: SUCCEEDED`,
    `${at} Entering phase POST_BUILD`,
    `${at} Phase complete: POST_BUILD State: SUCCEEDED`,
  ],
  'act, the last step may fail': [
    '[ci/build] ⭐ Run Main go mod download',
    prefixed('[ci/build]   | ', other),
    '[ci/build] Failed but continue next step',
    '[ci/build]   ❌  Failure - Main go mod download [0.3s]',
    '[ci/build] 🏁  Job succeeded',
  ],
  'Azure, a task that says nothing of a failure': [
    '##[section]Starting: Build',
    'Script contents:',
    'go mod download || true',
    '========================== Starting Command Output ===========================',
    other,
    '##[section]Finishing: Build',
  ],
};

test.each(Object.entries(succeeded))('a job that has succeeded: %s', (_, lines) => {
  const { verdict, incidents } = reportOf(lines.join('\n'));
  expect({ verdict, causes: incidents.map(({ hypotheses, terminal }) => [hypotheses[0]!.cause, terminal]) }).toEqual({
    verdict: 'no-failure',
    causes: [['goproxy.not-found', false]],
  });
});

test.each(Object.entries(jobs))('%s', (_, lines) => {
  const { verdict, incidents } = reportOf(lines.join('\n'));
  const leading = incidents.filter(({ terminal }) => terminal).map(({ hypotheses }) => hypotheses[0]!.cause);
  expect({ verdict, leading }).toEqual({ verdict: 'module-failure', leading: ['auth.git-credentials-missing'] });
});

test('a log that was cut inside an action, which says only by its error that it has failed', () => {
  const { verdict, incidents } = reportOf(
    [
      'Running [/home/runner/golangci-lint-2.9.0-linux-amd64/golangci-lint run] in [/home/runner/work/app/app] ...',
      '##[error]cmd/server/main.go:12:14: Error return value of `os.Remove` is not checked (errcheck)',
      '\tos.Remove(name)',
      '##[error]issues found',
      '##[endgroup]',
      'Post job cleanup.',
    ].join('\n'),
  );
  expect({ verdict, leading: incidents.map(({ hypotheses, terminal }) => [hypotheses[0]!.cause, terminal]) }).toEqual({
    verdict: 'not-module',
    leading: [['not-module.lint', true]],
  });
});
