import type { Binding } from '../../shell/screen.ts';
import { words } from '../../words.ts';
import type { Action, State } from './state.ts';

export type Effect = 'enter' | 'open' | 'leave' | 'clear' | 'erase' | 'tab';

const hasText = ({ parts }: State) => parts.length > 0;

/** The keys of the paste screen: letters are text. */
export const pasteBindings: readonly Binding<State, Action, Effect>[] = [
  { keys: ['ctrl+u'], command: { effect: 'clear' }, group: 'do', useful: hasText, says: () => words.keys.paste.clear },
  { keys: ['ctrl+o'], command: { effect: 'open' }, group: 'do', says: () => words.keys.paste.open },
  { keys: ['backspace'], command: { effect: 'erase' }, group: 'do', says: () => words.keys.paste.erase },
  { keys: ['return'], command: { effect: 'enter' }, group: 'do', useful: hasText, says: () => words.keys.paste.explain },
  { keys: ['tab'], command: { effect: 'tab' }, group: 'do' },
  // Letters are text here, so these two do not what they do on other screens.
  ...['q', '?'].map(
    (text): Binding<State, Action, Effect> => ({ keys: [text], command: { action: { type: 'letter', text } }, group: 'do' }),
  ),
  { keys: ['escape'], command: { effect: 'leave' }, group: 'do', says: () => words.keys.paste.leave },
];
