import { words } from '../words.ts';
import type { ShownBinding } from './layer.ts';

export type ShellCommand = 'help' | 'escape' | 'quit' | 'leave' | 'suspend' | 'redraw';

/** Keys that mean the same on every screen; a screen that binds one of them itself is asked first. */
export const shellBindings: readonly (ShownBinding & { readonly command: ShellCommand })[] = [
  { keys: ['?'], command: 'help', group: 'do', says: () => words.keys.shell.help },
  { keys: ['escape'], command: 'escape', group: 'do', says: () => words.keys.shell.back },
  { keys: ['q'], command: 'quit', group: 'do', says: () => words.keys.shell.quit },
  { keys: ['ctrl+c'], command: 'leave', group: 'do', says: () => words.keys.shell.leave },
  { keys: ['ctrl+z'], command: 'suspend', group: 'do', says: () => words.keys.shell.suspend },
  { keys: ['ctrl+l'], command: 'redraw', group: 'do', says: () => words.keys.shell.redraw },
];

/** A screen's bindings, then those of the shell that it does not bind itself. @param back `q` leads back instead of out */
export function withShellKeys(own: readonly ShownBinding[], back = false): ShownBinding[] {
  const taken = new Set(own.flatMap(({ keys }) => keys));
  const shared = shellBindings.filter(({ keys }) => !keys.every((key) => taken.has(key)));
  return [
    ...own,
    ...shared.map((binding) => (back && binding.command === 'quit' ? { ...binding, says: () => words.keys.shell.close } : binding)),
  ];
}
