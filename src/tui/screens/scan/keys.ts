import { moveBindings } from '../../shell/move-keys.ts';
import type { Binding } from '../../shell/screen.ts';
import { words } from '../../words.ts';
import { chosenFile, type ScanAction, type ScanState } from './state.ts';

export type ScanEffect = 'open' | 'filter' | 'stop' | 'save';

/** The keys of many logs. */
export const scanBindings: readonly Binding<ScanState, ScanAction, ScanEffect>[] = [
  ...moveBindings,
  { keys: ['tab'], command: { action: { type: 'pane', by: 1 } }, group: 'move', says: () => words.keys.move.pane },
  { keys: ['shift+tab'], command: { action: { type: 'pane', by: -1 } }, group: 'move' },
  {
    keys: ['return'],
    command: { effect: 'open' },
    group: 'do',
    useful: (state) => chosenFile(state) !== null,
    says: () => words.keys.scan.open,
  },
  { keys: ['S'], command: { action: { type: 'order' } }, group: 'do', says: () => words.keys.scan.order },
  { keys: ['/'], command: { effect: 'filter' }, group: 'do', says: () => words.keys.scan.filter },
  {
    keys: ['x'],
    command: { effect: 'stop' },
    group: 'do',
    useful: ({ model }) => model.phase === 'reading',
    says: () => words.keys.scan.stop,
  },
  { keys: ['s'], command: { effect: 'save' }, group: 'do', says: () => words.keys.scan.save },
];
