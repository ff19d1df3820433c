import { eachLine, type Run, type Skin } from './matrix/skin.ts';

const second = (index: number) => String(index % 60).padStart(2, '0');
const shell = ({ command, output }: Run) => `+ ${command}\n${output}`;

export const skins: readonly Skin[] = [
  {
    name: 'containerd, long lines in pieces',
    dialects: ['cri'],
    loses: ['exitCode'],
    dress: (run) =>
      eachLine(shell(run), (text, index) => {
        const time = `2026-01-02T03:04:${second(index)}.123456789+01:00 stderr`;
        return text.length < 60 ? `${time} F ${text}` : `${time} P ${text.slice(0, 50)}\n${time} F ${text.slice(50)}`;
      }),
  },
  {
    name: 'Docker, json-file',
    dialects: ['docker-json'],
    loses: ['exitCode'],
    dress: (run) =>
      eachLine(shell(run), (text, index) => {
        const entry = (log: string) => JSON.stringify({ log, stream: 'stderr', time: `2026-01-02T03:04:${second(index)}.123456789Z` });
        return text.length < 60 ? entry(`${text}\n`) : `${entry(text.slice(0, 50))}\n${entry(`${text.slice(50)}\r\n`)}`;
      }),
  },
  {
    name: 'kubectl logs --prefix --timestamps',
    dialects: ['kubectl-logs'],
    loses: ['exitCode'],
    dress: (run) => eachLine(shell(run), (text, index) => `[pod/build-7f9c/app] 2026-01-02T03:04:${second(index)}.123456789Z ${text}`),
  },
  {
    name: 'tkn pipelinerun logs',
    dialects: ['tekton'],
    loses: ['exitCode'],
    dress: (run) =>
      `[fetch : clone] + git checkout main\n\n${eachLine(shell(run), (text) => `[build : go-build] ${text}`)}\n` +
      `failed to get logs for task build : container step-go-build has failed  : [{"key":"StartedAt","value":"2026-01-02T03:04:05Z","type":3}]\n`,
  },
  {
    name: 'tkn taskrun logs',
    dialects: ['tekton'],
    loses: ['exitCode'],
    dress: (run) =>
      `${eachLine(`2026/01/02 03:04:05 Entrypoint initialization\n`, (text) => `[prepare] ${text}`)}\n` +
      `${eachLine(shell(run), (text) => `[go-build] ${text}`)}\ncontainer step-go-build has failed  : [{"key":"StartedAt","value":"x","type":3}]\n`,
  },
  {
    name: 'docker compose up',
    dialects: ['docker-compose'],
    place: 'tool',
    wraps: 'docker compose up --abort-on-container-exit',
    dress: (run) =>
      [
        ' Network app_default  Created',
        ' Container app-db-1  Created',
        'Attaching to db-1, web-1',
        ...eachLine(
          shell(run),
          (text, index) => `\x1b[36mweb-1  | \x1b[0m${text}${index === 1 ? '\n\x1b[33mdb-1   | \x1b[0mready to accept connections' : ''}`,
        )
          .trimEnd()
          .split('\n'),
        `\x1b[Kweb-1 exited with code ${run.exitCode}`,
        'Aborting on container exit...',
        ' Container app-db-1  Stopped',
        '',
      ].join('\n'),
  },
  {
    name: 'docker compose logs of a container with a name of its own',
    dialects: ['docker-compose'],
    loses: ['exitCode'],
    place: 'tool',
    wraps: 'docker compose up',
    dress: (run) => `Attaching to builder\n${eachLine(shell(run), (text) => `builder  | ${text}`)}`,
  },
];
