import type { Skin } from './matrix/skin.ts';

export const skins: readonly Skin[] = [
  {
    name: 'make',
    dialects: ['make'],
    place: 'tool',
    wraps: 'make build',
    exits: 2,
    dress: ({ command, output, exitCode }) => `${command}\n${output}make: *** [Makefile:4: build] Error ${exitCode}\n`,
  },
];
