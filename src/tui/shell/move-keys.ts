import type { Motion } from '../view/motion.ts';
import { words } from '../words.ts';
import type { Binding, KeyWords } from './screen.ts';

const motion = (name: Motion, keys: readonly string[], says?: () => KeyWords): Binding<unknown, never, never> => ({
  keys,
  command: { motion: name },
  group: 'move',
  ...(says && { says }),
});

/** The keys that move, the same on every screen that has something to move in. */
export const moveBindings: readonly Binding<unknown, never, never>[] = [
  motion('down', ['j', 'down'], () => words.keys.move.line),
  motion('up', ['k', 'up']),
  motion('first', ['g', 'home'], () => words.keys.move.ends),
  motion('last', ['G', 'end']),
  motion('halfDown', ['ctrl+d'], () => words.keys.move.half),
  motion('halfUp', ['ctrl+u']),
  motion('pageDown', ['space', 'pagedown'], () => words.keys.move.page),
  motion('pageUp', ['b', 'pageup']),
];
