import { moveBindings } from '../../shell/move-keys.ts';
import type { Binding } from '../../shell/screen.ts';
import { words } from '../../words.ts';
import { blockAt, type RulesAction, type RulesState } from './state.ts';

export type RulesEffect = 'open' | 'filter' | 'docs' | 'copy';

/** The keys of the rules and causes. */
export const rulesBindings: readonly Binding<RulesState, RulesAction, RulesEffect>[] = [
  ...moveBindings,
  { keys: ['tab', 'shift+tab'], command: { action: { type: 'pane' } }, group: 'move', says: () => words.keys.move.pane },
  {
    keys: ['return'],
    command: { effect: 'open' },
    group: 'do',
    useful: (state) => state.focus === 'list' || blockAt(state)?.to !== undefined,
    says: () => words.keys.rules.open,
  },
  { keys: ['/'], command: { effect: 'filter' }, group: 'do', says: () => words.keys.rules.filter },
  { keys: ['c'], command: { action: { type: 'kind' } }, group: 'do', says: () => words.keys.rules.kind },
  { keys: ['o'], command: { effect: 'docs' }, group: 'do', useful: (state) => docsOf(state) !== null, says: () => words.keys.rules.docs },
  { keys: ['y'], command: { effect: 'copy' }, group: 'do', says: () => words.keys.rules.copy },
];

/** The page about the chosen rule. */
export function docsOf({ entries, chosen }: RulesState): string | null {
  const entry = entries[chosen];
  return entry?.kind === 'cause' ? (entry.docs[0] ?? null) : null;
}
