import { moveBindings } from '../../shell/move-keys.ts';
import type { Binding } from '../../shell/screen.ts';
import { words } from '../../words.ts';
import type { Action, State } from './state.ts';

/** A number chooses at once: its position among the choices. */
export type Effect = 'choose' | 'back' | 'copy' | { readonly choice: number } | 'notKnown';
type Key = Binding<State, Action, Effect>;

const asks = ({ view }: State) => view.question !== null;
const canGoBack = ({ view }: State) => view.answered.length > 0;

/** The keys of the questions. */
export const questionBindings: readonly Key[] = [
  ...moveBindings.filter(({ keys }) => !keys.includes('b')),
  ...Array.from(
    { length: 9 },
    (_, index): Key => ({
      keys: [String(index + 1)],
      command: { effect: { choice: index } },
      group: 'do',
      useful: asks,
      ...(index === 0 && { says: () => words.keys.questions.choose }),
    }),
  ),
  { keys: ['0'], command: { effect: 'notKnown' }, group: 'do', useful: asks, says: () => words.keys.questions.notKnown },
  { keys: ['return'], command: { effect: 'choose' }, group: 'do', useful: asks, says: () => words.keys.questions.take },
  { keys: ['b', 'u', 'backspace'], command: { effect: 'back' }, group: 'do', useful: canGoBack, says: () => words.keys.questions.back },
  { keys: ['y', 'c'], command: { effect: 'copy' }, group: 'do', useful: asks, says: () => words.keys.questions.copy },
];
