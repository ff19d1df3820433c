import type { Skin } from './matrix/skin.ts';

export const skins: readonly Skin[] = [
  {
    name: 'terminal',
    dialects: ['shell'],
    loses: ['exitCode'],
    dress: ({ command, output }) => `dev@host:~/app$ ${command}\n${output}dev@host:~/app$ \n`,
  },
  {
    name: 'traced script',
    dialects: ['shell'],
    place: 'tool',
    wraps: './build.sh',
    loses: ['exitCode'],
    dress: ({ command, output }) => `+ cd app\n+ ${command}\n${output}`,
  },
];
