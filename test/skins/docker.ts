import type { Skin } from './matrix/skin.ts';

export const skins: readonly Skin[] = [
  {
    name: 'docker build before BuildKit',
    dialects: ['docker'],
    place: 'tool',
    wraps: 'docker build .',
    dress: ({ command, output, exitCode }) =>
      [
        'Sending build context to Docker daemon  4.096kB',
        'Step 1/4 : FROM golang:1.24',
        ' ---> 2f1c0a9b7e11',
        'Step 2/4 : COPY . .',
        ' ---> 2f1c0a9b7e12',
        `Step 3/4 : RUN ${command}`,
        ' ---> Running in 2f1c0a9b7e13',
        output.trimEnd(),
        `The command '/bin/sh -c ${command}' returned a non-zero code: ${exitCode}`,
        '',
      ].join('\n'),
  },
];
