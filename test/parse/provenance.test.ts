import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jobOfName, readProvenance } from '../../src/parse/provenance.ts';

const commit = '4f2c8a91be03d7755a6e01c9d2f4b8e7a1c3d5f6';

test('S32: a job of GitHub Actions names its job, runner, commit and run', () => {
  const at = (second: number) => `2026-11-03T07:15:${String(second).padStart(2, '0')}.1234567Z `;
  const head = [
    `${at(1)}Current runner version: '2.329.0'`,
    `${at(1)}##[group]Runner Image Provisioner`,
    `${at(1)}Runner name: 'linux-large-7'`,
    `${at(1)}Machine name: 'runner-host-3'`,
    `${at(2)}Complete job name: unit tests (1.26)`,
    `${at(3)}[command]/usr/bin/git log -1 --format=%H`,
    `${at(3)}${commit}`,
    `${at(9)}see https://github.com/northwind/shop/actions/runs/18833920114/job/53`,
  ].join('\n');
  expect(readProvenance(head)).toEqual({
    at: Date.UTC(2026, 10, 3, 7, 15, 1, 123),
    job: 'unit tests (1.26)',
    repository: null,
    commit,
    runner: 'linux-large-7',
    ids: ['run:18833920114'],
  });
});

test('S32: jobs of one name in two repositories are two', () => {
  const jobIn = (repository: string) =>
    readProvenance(
      [
        "2026-11-03T07:15:01.1234567Z Current runner version: '2.329.0'",
        '2026-11-03T07:15:02.1234567Z Complete job name: build',
        `2026-11-03T07:15:03.1234567Z Syncing repository: ${repository}`,
        '2026-11-03T07:15:09.1234567Z Syncing repository: northwind/shared-actions',
      ].join('\n'),
    ).job;
  expect([jobIn('northwind/shop'), jobIn('northwind/web')]).toEqual(['northwind/shop: build', 'northwind/web: build']);
});

test.each([
  ['a', '[command]/usr/bin/git init /home/runner/work/shop/shop', 'shop'],
  ['a container', 'fatal: detected dubious ownership in repository at /__w/shop/shop', 'shop'],
  ['a runner of their own', 'working directory is /opt/actions-runner/_work/shop/shop/cmd', 'shop'],
  ['Windows', 'cd D:\\a\\shop\\shop', 'shop'],
  ['variables', 'GITHUB_REPOSITORY=northwind/shop', 'northwind/shop'],
])('S32: the repository of a job of GitHub without a checkout, by %s', (_, line, repository) => {
  const head = ["Current runner version: '2.329.0'", 'Complete job name: build', line, ''].join('\n');
  expect(readProvenance(head)).toMatchObject({ repository, job: `${repository}: build` });
});

test.each(['/home/runner/work/_temp/5c1d', '/home/runner/work/shop/shopping', '/home/runner/work/shop/web', 'cd /srv/shop/shop'])(
  'S32: %s names no repository',
  (line) => {
    expect(readProvenance(`Current runner version: '2.329.0'\nComplete job name: build\n${line}\n`)).toMatchObject({
      repository: null,
      job: 'build',
    });
  },
);

test.each([
  ['Initialized empty Git repository in /builds/northwind/team/shop/.git/', 'northwind/team/shop'],
  ['Reinitialized existing Git repository in /home/gitlab-runner/builds/t3_xAbC9d/0/northwind/shop/.git/', 'northwind/shop'],
  ['Reinitialized existing Git repository in C:/GitLab-Runner/builds/t3_xAbC9d/11/northwind/shop/.git/', 'northwind/shop'],
  ['Fetching changes...', null],
])('S32: the project of a job of GitLab: %s', (line, repository) => {
  expect(readProvenance(`Running with gitlab-runner 18.4.0 (139a0ac0)\n${line}\n`)).toMatchObject({ repository, job: null });
});

test('S32: a job that GitLab or Azure Pipelines names goes with its project, in any letters', () => {
  const head = Buffer.from('Running with gitlab-runner 18.4.0 (139a0ac0)\nCI_PROJECT_PATH=northwind/shop\nCI_JOB_NAME=单元测试\n').toString(
    'latin1',
  );
  expect(readProvenance(head).job).toBe('northwind/shop: 单元测试');
  expect(readProvenance('##[section]Starting: Build\nSyncing repository: shop (Git)\n').repository).toBe('shop');
});

test('S32: a job of GitLab names its runner, project and commit', () => {
  const head = [
    'Running with gitlab-runner 18.4.0 (139a0ac0)',
    '  on build-farm-2 t3_xAbC9d, system ID: s_0a1b2c3d4e5f',
    'Preparing the "docker" executor',
    'Running on runner-t3xabc9d-project-481-concurrent-0 via build-farm-2...',
    `Checking out ${commit.slice(0, 8)} as detached HEAD (ref is main)...`,
    'CI_PIPELINE_ID=90112',
  ].join('\n');
  expect(readProvenance(head)).toEqual({
    at: null,
    job: null,
    repository: null,
    commit: commit.slice(0, 8),
    runner: 'build-farm-2',
    ids: ['project:481', 'pipeline:90112'],
  });
});

test.each([
  [
    'a pipeline',
    '[Pipeline] node\nRunning on agent-4 in /home/jenkins/agent/workspace/team/shop-build\n[Pipeline] {\n',
    'agent-4',
    'team/shop-build',
  ],
  [
    'a freestyle job',
    'Started by user Ada\nBuilding remotely on linux-9 (docker) in workspace /var/lib/jenkins/workspace/nightly\n',
    'linux-9',
    'nightly',
  ],
])('S32: %s of Jenkins names its agent and workspace', (_, start, runner, job) => {
  const head = `${start}Checking out Revision ${commit} (refs/remotes/origin/main)\n`;
  expect(readProvenance(head)).toMatchObject({ runner, job, commit });
});

test('S32: a job of Azure Pipelines names its agent', () => {
  const head = "##[section]Starting: Initialize job\nAgent name: 'pool-5'\nAgent machine name: 'vm-12'\n";
  expect(readProvenance(head)).toMatchObject({ runner: 'pool-5', job: null });
});

test('S32: what looks like one of them and is none is no provenance', () => {
  const head = [
    'go: module example.com/lib: published 2019-01-01T00:00:00Z, which is long ago',
    'GITHUB_SHA=unset',
    'Machine name: unknown',
    'HEAD is now at release-1.2',
    'traceparent: 00-xyz',
  ].join('\n');
  expect(readProvenance(head)).toEqual({ at: null, job: null, repository: null, commit: null, runner: null, ids: [] });
});

test('S32: git, variables and trace ids are read in logs of any system', () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  const head = `2026-11-03 07:15:01 UTC start\nHEAD is now at 1a2b3c4 Add a table\nGITHUB_RUN_ID=77\ntraceparent: 00-${trace}-00f067aa0ba902b7-01\n`;
  expect(readProvenance(head)).toEqual({
    at: Date.UTC(2026, 10, 3, 7, 15, 1),
    job: null,
    repository: null,
    commit: '1a2b3c4',
    runner: null,
    ids: ['run:77', `trace:${trace}`],
  });
});

test('S32: any bytes are read in little time', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3000 }), (text) => {
      const { ids } = readProvenance(`Running with gitlab-runner ${text}\n${text}`);
      expect(ids.length).toBeLessThanOrEqual(16);
    }),
  );
  const begun = performance.now();
  for (const word of ['Running with gitlab-runner ', '##[group]', 'Started by ', ' in ', '2026-', 'traceparent: '])
    readProvenance(word.repeat(2000));
  expect(performance.now() - begun).toBeLessThan(2000);
});

test.each([
  ['logs/2026-11-02/job-70113.log.gz', 'logs/job'],
  ['/srv/ci/unit/20261103T071501Z-8842.log', 'srv/ci/unit'],
  ['/srv/ci/unit/4f2c8a91be03.log', 'srv/ci/unit'],
  ['/srv/ci/unit/0b9d3c52-2f7e-4b51-9f0e-7f3f0e6d1a11/build.txt', 'srv/ci/unit/build'],
  ['/ci/run-17.zip!/build (linux)', 'ci/run-zip!/build (linux)'],
  ['C:\\logs\\lint-9.log', 'C:/logs/lint'],
  ['/1/2/3.log', null],
])('S32: runs of one job have one name: %s', (name, job) => expect(jobOfName(name)).toBe(job));
