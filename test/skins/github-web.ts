import { eachLine, type Run, type Skin } from './matrix/skin.ts';

const step = ({ command, output, exitCode }: Run, indent: string) =>
  [
    `Run ${command}`,
    `${indent}${command}`,
    `${indent}shell: /usr/bin/bash -e {0}`,
    `${indent}env:`,
    `${indent}${indent}GOTOOLCHAIN: local`,
    output.trimEnd(),
    `Error: Process completed with exit code ${exitCode}.`,
    '',
  ].join('\n');

export const skins: readonly Skin[] = [
  { name: 'GitHub web page', dialects: ['github-web'], dress: (run) => step(run, '  ') },
  {
    name: 'GitHub web page, folded head',
    dialects: ['github-web'],
    dress: ({ command, output, exitCode }) => `Run ${command}\n${output}Error: Process completed with exit code ${exitCode}.\n`,
  },
  {
    name: 'GitHub web page, numbers glued',
    dialects: ['github-web'],
    dress: (run) => eachLine(step(run, '  '), (text, index) => `${index + 1}${text}`),
  },
  {
    name: 'GitHub web page, numbers alone',
    dialects: ['github-web'],
    dress: (run) => eachLine(step(run, '  '), (text, index) => `${index + 1}\n${text}`),
  },
];
