import { eachLine, type Run, type Skin } from './matrix/skin.ts';

const stamp = (text: string, index: number) => `2026-01-02T03:04:05.${String(index).padStart(3, '0')}4567Z ${text}`;
const task = (name: string) => [
  '==============================================================================',
  `Task         : ${name}`,
  'Description  : Run it',
  'Version      : 2.250.1',
  'Author       : Microsoft Corporation',
  'Help         : https://docs.microsoft.com/azure/devops/pipelines/tasks',
  '==============================================================================',
];

const script = ({ command, output, exitCode }: Run) =>
  [
    '##[section]Starting: Install Go',
    ...task('Go tool installer'),
    'Found tool in cache: go 1.26.8 x64',
    '##[section]Finishing: Install Go',
    '##[section]Starting: Build',
    ...task('Command line'),
    'Generating script.',
    'Script contents:',
    command,
    '========================== Starting Command Output ===========================',
    '[command]/usr/bin/bash --noprofile --norc /home/vsts/work/_temp/0a1b2c3d.sh',
    output.trimEnd(),
    `##[error]Bash exited with code '${exitCode}'.`,
    '##[section]Finishing: Build',
    '##[section]Starting: Post-job: Checkout northwind/app@main to s',
    'Cleaning any cached credential from repository: northwind/app (Git)',
    '##[section]Finishing: Post-job: Checkout northwind/app@main to s',
    '',
  ].join('\n');

export const skins: readonly Skin[] = [
  { name: 'Azure Pipelines, script', dialects: ['azure-pipelines'], place: 'ci', dress: (run) => eachLine(script(run), stamp) },
  { name: 'Azure Pipelines, script without times', dialects: ['azure-pipelines'], place: 'ci', dress: script },
  {
    name: 'Azure Pipelines, Go task',
    dialects: ['azure-pipelines'],
    dress: ({ command, output, exitCode }) =>
      eachLine(
        [
          '##[section]Starting: GoTool',
          ...task('Go'),
          `[command]${command}`,
          output.trimEnd(),
          `##[error]Error: The process '/opt/hostedtoolcache/go/1.26.8/x64/bin/go' failed with exit code ${exitCode}`,
          '##[section]Finishing: GoTool',
          '',
        ].join('\n'),
        stamp,
      ),
  },
];
