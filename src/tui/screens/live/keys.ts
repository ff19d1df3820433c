import { moveBindings } from '../../shell/move-keys.ts';
import type { Binding } from '../../shell/screen.ts';
import { words } from '../../words.ts';
import { type Action, chosenFinding, type State } from './state.ts';

/** What a key asks for beyond changing the state. */
export type Effect = 'explain' | 'copy' | 'copyReport' | 'docs';
type Key = Binding<State, Action, Effect>;

const paused = ({ files, file }: State) => files[file]!.paused !== null;
const found = ({ findings }: State) => findings.length > 0;

/** The keys of logs that grow. */
export const liveBindings: readonly Key[] = [
  ...moveBindings,
  {
    keys: ['tab'],
    command: { action: { type: 'file', by: 1 } },
    group: 'move',
    useful: ({ files }) => files.length > 1,
    says: () => words.keys.live.file,
  },
  { keys: ['shift+tab'], command: { action: { type: 'file', by: -1 } }, group: 'move' },
  { keys: ['f'], command: { action: { type: 'follow' } }, group: 'do', useful: paused, says: () => words.keys.live.follow },
  {
    keys: ['p'],
    command: { action: { type: 'pause' } },
    group: 'do',
    useful: (state) => !paused(state) && !state.ended,
    says: () => words.keys.live.pause,
  },
  {
    keys: ['n', ']'],
    command: { action: { type: 'finding', by: 1 } },
    group: 'do',
    useful: found,
    says: () => words.keys.live.next,
  },
  { keys: ['N', '['], command: { action: { type: 'finding', by: -1 } }, group: 'do' },
  { keys: ['return'], command: { effect: 'explain' }, group: 'do', useful: found, says: () => words.keys.live.explain },
  {
    keys: ['y', 'c'],
    command: { effect: 'copy' },
    group: 'do',
    useful: (state) => commandOf(state) !== null,
    says: () => words.keys.live.copy,
  },
  { keys: ['Y'], command: { effect: 'copyReport' }, group: 'do', says: () => words.keys.live.copyReport },
  {
    keys: ['o'],
    command: { effect: 'docs' },
    group: 'do',
    useful: (state) => (chosenFinding(state)?.reading.docs.length ?? 0) > 0,
    says: () => words.keys.live.docs,
  },
  { keys: ['w'], command: { action: { type: 'wrap' } }, group: 'do', says: () => words.keys.live.wrap },
];

/** The first command of the fix that is shown. */
export function commandOf(state: State): string | null {
  return chosenFinding(state)?.reading.fix.find(({ command }) => command !== null)?.command ?? null;
}
