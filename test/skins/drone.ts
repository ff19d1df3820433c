import { eachLine, type Run, type Skin } from './matrix/skin.ts';

const lines = ({ command, output }: Run) => `+ ${command}\n${output}`;

export const skins: readonly Skin[] = [
  {
    name: 'woodpecker exec',
    dialects: ['drone', 'shell'],
    place: 'ci',
    dress: (run) =>
      `[clone:L0:0s] + git fetch --depth=1 origin\n${eachLine(lines(run), (text, index) => `[build:L${index}:${index >> 2}s] ${text}`)}uuid=01jgk3m9a2: exit code ${run.exitCode}\n`,
  },
  {
    name: 'drone exec before 1.0',
    dialects: ['drone', 'shell'],
    place: 'ci',
    dress: (run) =>
      `${eachLine(lines(run), (text, index) => `[build:L${index}:${index >> 2}s] ${text}`)}2026/01/02 03:04:05 drone_step_1 : exit code ${run.exitCode}\n`,
  },
  {
    name: 'drone exec',
    dialects: ['drone', 'shell'],
    place: 'ci',
    loses: ['exitCode'],
    dress: (run) => eachLine(lines(run), (text, index) => `[build:${index}] ${text}`),
  },
];
