import { moveBindings } from '../../shell/move-keys.ts';
import type { Binding } from '../../shell/screen.ts';
import { words } from '../../words.ts';
import { type Action, commandAtCursor, type State } from './state.ts';

/** What a key asks for beyond changing the state. */
export type Effect =
  | 'open'
  | 'copy'
  | 'copyReport'
  | 'docs'
  | 'search'
  | 'nextMatch'
  | 'previousMatch'
  | 'edit'
  | 'save'
  | 'shell'
  | 'ask'
  | 'waterfall';
type Key = Binding<State, Action, Effect>;

const inLog = ({ log }: State) => log !== null;
const inReport = ({ log }: State) => log === null;
const hasLines = ({ model }: State) => model.lines > 0;

/** The keys of the explained log. */
export const explainBindings: readonly Key[] = [
  ...moveBindings,
  // A pager's key for a page.
  { keys: ['f'], command: { motion: 'pageDown' }, group: 'move' },
  { keys: ['tab'], command: { action: { type: 'pane', by: 1 } }, group: 'move', when: inReport, says: () => words.keys.move.pane },
  { keys: ['shift+tab'], command: { action: { type: 'pane', by: -1 } }, group: 'move', when: inReport },
  ...Array.from(
    { length: 9 },
    (_, index): Key => ({
      keys: [String(index + 1)],
      command: { action: { type: 'choose', reading: index } },
      group: 'move',
      when: inReport,
      ...(index === 0 && { says: () => words.keys.explain.choose }),
    }),
  ),
  { keys: ['['], command: { action: { type: 'next', by: -1 } }, group: 'move', when: inReport },
  { keys: [']'], command: { action: { type: 'next', by: 1 } }, group: 'move', when: inReport },
  {
    keys: ['left', 'h'],
    command: { action: { type: 'scroll', by: -8 } },
    group: 'move',
    when: inLog,
    says: () => words.keys.explain.scroll,
  },
  { keys: ['right', 'l'], command: { action: { type: 'scroll', by: 8 } }, group: 'move', when: inLog },
  {
    keys: ['return'],
    command: { effect: 'open' },
    group: 'do',
    when: inReport,
    useful: hasLines,
    says: () => words.keys.explain.open,
  },
  {
    keys: ['a'],
    command: { effect: 'ask' },
    group: 'do',
    when: inReport,
    useful: ({ model }) => model.questions > 0,
    says: () => words.keys.explain.ask,
  },
  {
    keys: ['y', 'c'],
    command: { effect: 'copy' },
    group: 'do',
    useful: (state) => commandAtCursor(state) !== null,
    says: () => words.keys.explain.copy,
  },
  { keys: ['Y'], command: { effect: 'copyReport' }, group: 'do', says: () => words.keys.explain.copyReport },
  {
    keys: ['o'],
    command: { effect: 'docs' },
    group: 'do',
    useful: ({ model, reading }) => (model.readings[reading]?.docs.length ?? 0) > 0,
    says: () => words.keys.explain.docs,
  },
  { keys: ['/'], command: { effect: 'search' }, group: 'do', useful: hasLines, says: () => words.keys.explain.search },
  {
    keys: ['n'],
    command: { effect: 'nextMatch' },
    group: 'do',
    useful: ({ query }) => query !== '',
    says: () => words.keys.explain.next,
  },
  { keys: ['N'], command: { effect: 'previousMatch' }, group: 'do' },
  {
    keys: ['t'],
    command: { action: { type: 'time' } },
    group: 'do',
    when: inReport,
    useful: ({ focus }) => focus === 'timeline',
    says: () => words.keys.explain.time,
  },
  {
    keys: ['T'],
    command: { effect: 'waterfall' },
    group: 'do',
    when: inReport,
    says: () => words.keys.explain.waterfall,
    useful: () => false,
  },
  { keys: ['w'], command: { action: { type: 'wrap' } }, group: 'do', when: inLog, says: () => words.keys.explain.wrap },
  { keys: ['e'], command: { effect: 'edit' }, group: 'do', useful: inLog, says: () => words.keys.explain.edit },
  { keys: ['s'], command: { effect: 'save' }, group: 'do', says: () => words.keys.explain.save },
  {
    keys: ['$'],
    command: { effect: 'shell' },
    group: 'do',
    says: () => words.keys.explain.shell,
  },
];
