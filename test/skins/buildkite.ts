import { eachLine, type Run, type Skin } from './matrix/skin.ts';

const words = ({ command, output, exitCode }: Run, prompt: string, red: (text: string) => string) =>
  [
    '~~~ Running agent environment hook',
    `${prompt} /etc/buildkite-agent/hooks/environment`,
    '~~~ Preparing working directory',
    `${prompt} cd /var/lib/buildkite-agent/builds/host-1/northwind/app`,
    `${prompt} git clean -ffxdq`,
    `${prompt} git fetch -v --prune -- origin main`,
    'From github.com:northwind/app',
    '~~~ Running commands',
    `${prompt} ${command}`,
    output.trimEnd(),
    '^^^ +++',
    red(`🚨 Error: The command exited with status ${exitCode}`),
    '^^^ +++',
    `user command error: exit status ${exitCode}`,
    '~~~ Running global pre-exit hook',
    `${prompt} /etc/buildkite-agent/hooks/pre-exit`,
    'removing the containers of this job',
    '',
  ].join('\n');
const coloured = (run: Run) => words(run, '\x1b[90m$\x1b[0m', (text) => `\x1b[31m${text}\x1b[0m`);

export const skins: readonly Skin[] = [
  {
    name: 'Buildkite, raw log',
    dialects: ['buildkite'],
    place: 'ci',
    dress: (run) => eachLine(coloured(run), (text, index) => `\x1b_bk;t=${1767323045000 + index * 40}\x07${text}\r`),
  },
  { name: 'Buildkite, without colours and times', dialects: ['buildkite'], place: 'ci', dress: (run) => words(run, '$', (text) => text) },
  {
    name: 'Buildkite, times whose escapes are lost',
    dialects: ['buildkite'],
    place: 'ci',
    dress: (run) =>
      eachLine(
        words(run, '$', (text) => text),
        (text, index) => `_bk;t=${1767323045000 + index * 40}${text}`,
      ),
  },
];
