import { eachLine, type Skin } from './matrix/skin.ts';

export const skins: readonly Skin[] = [
  {
    name: 'BuildKit, plain progress',
    dialects: ['buildkit'],
    place: 'tool',
    wraps: 'docker build .',
    dress: ({ command, output, exitCode }) =>
      [
        '#0 building with "default" instance using docker driver',
        '#5 [build 3/6] COPY go.mod go.sum ./',
        '#5 DONE 0.1s',
        `#6 [build 4/6] RUN ${command}`,
        eachLine(output, (text, index) => `#6 ${(0.3 + index / 10).toFixed(3)} ${text}`).trimEnd(),
        `#6 ERROR: process "/bin/sh -c ${command}" did not complete successfully: exit code: ${exitCode}`,
        '------',
        ` > [build 4/6] RUN ${command}:`,
        eachLine(output, (text, index) => `${(0.3 + index / 10).toFixed(3)} ${text}`).trimEnd(),
        '------',
        'Dockerfile:12',
        '--------------------',
        '  11 |     COPY go.mod go.sum ./',
        `  12 | >>> RUN ${command}`,
        '--------------------',
        `ERROR: failed to solve: process "/bin/sh -c ${command}" did not complete successfully: exit code: ${exitCode}`,
        '',
      ].join('\n'),
  },
];
