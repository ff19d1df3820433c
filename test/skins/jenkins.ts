import { eachLine, type Run, type Skin } from './matrix/skin.ts';

const console = ({ command, output, exitCode }: Run) =>
  [
    'Started by user dev',
    '[Pipeline] node',
    'Running on agent-1 in /var/lib/jenkins/workspace/app',
    '[Pipeline] {',
    '[Pipeline] sh',
    `+ ${command}`,
    output.trimEnd(),
    '[Pipeline] }',
    '[Pipeline] // node',
    '[Pipeline] End of Pipeline',
    `ERROR: script returned exit code ${exitCode}`,
    'Finished: FAILURE',
    '',
  ].join('\n');

export const skins: readonly Skin[] = [
  { name: 'Jenkins', dialects: ['jenkins', 'shell'], place: 'ci', dress: console },
  {
    name: 'Jenkins with times',
    dialects: ['jenkins', 'shell'],
    place: 'ci',
    dress: (run) => eachLine(console(run), (text, index) => `[2026-01-02T03:04:05.${String(index).padStart(3, '0')}Z] ${text}`),
  },
  {
    name: 'Jenkins with times of day',
    dialects: ['jenkins', 'shell'],
    place: 'ci',
    dress: (run) => eachLine(console(run), (text, index) => `23:59:${String(10 + (index % 50)).padStart(2, '0')}  ${text}`),
  },
];
