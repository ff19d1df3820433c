import { eachLine, type Run, type Skin } from './matrix/skin.ts';

const stamp = (text: string, index: number) =>
  `2026-01-02T03:04:${String(5 + Math.floor(index / 10)).padStart(2, '0')}.${index % 10}234567Z ${text}`;

// What a job's log says around a `run:` step. actions/runner, src/Runner.Worker/Handlers/ScriptHandler.cs.
const job = ({ command, output, exitCode }: Run) =>
  [
    "Current runner version: '2.329.0'",
    '##[group]Run actions/checkout@v4',
    'with:',
    '  fetch-depth: 1',
    '##[endgroup]',
    'Syncing repository: northwind/app',
    '[command]/usr/bin/git version',
    'git version 2.51.0',
    `##[group]Run ${command}`,
    `\x1b[36;1m${command}\x1b[0m`,
    'shell: /usr/bin/bash -e {0}',
    'env:',
    '  GOTOOLCHAIN: local',
    '##[endgroup]',
    ...output.replace(/\n$/, '').split('\n'),
    `##[error]Process completed with exit code ${exitCode}.`,
    'Post job cleanup.',
    '[command]/usr/bin/git version',
    'git version 2.51.0',
    'Cleaning up orphan processes',
    '',
  ].join('\n');

export const skins: readonly Skin[] = [
  {
    // One file of a log archive: `build/3_Run go build.txt`.
    name: 'GitHub Actions, log archive of a step',
    dialects: ['github-actions'],
    dress: (run) => {
      const lines = job(run).split('\n');
      const step = lines.slice(lines.indexOf(`##[group]Run ${run.command}`), lines.indexOf('Post job cleanup.'));
      return `\ufeff${eachLine(step.join('\n'), stamp)}`;
    },
  },
  { name: 'GitHub Actions', dialects: ['github-actions'], place: 'ci', dress: (run) => eachLine(job(run), stamp) },
  {
    name: 'GitHub Actions, with the times of another tool before it',
    dialects: ['github-actions'],
    dress: (run) => eachLine(job(run), (text, index) => `2026-01-02T03:04:59.000000001Z ${stamp(text, index)}`),
  },
  {
    name: 'gh run view --log',
    dialects: ['gh-run-view', 'github-actions'],
    place: 'ci',
    dress: (run) => eachLine(job(run), (text, index) => `build\tUNKNOWN STEP\t${stamp(text, index)}`),
  },
];
