import type { Model } from './model.ts';
import { type Action, commandAtCursor, type Motion, type State } from './state.ts';

/** What a key asks for beyond changing the state. */
export type Effect = 'copy' | 'copyReport' | 'docs' | 'nextMatch' | 'previousMatch' | 'suspend' | 'redraw' | 'leave';
export type Command = { readonly effect: Effect } | { readonly motion: Motion } | Action;

export interface Binding {
  /** Names as `keyName` gives them. */
  readonly keys: readonly string[];
  readonly command: Command;
  /** How the keys are written for the reader. */
  readonly shown: string;
  readonly help: string;
  /** The column of the help screen. */
  readonly group: 'move' | 'do';
  /** How the last row of the screen says it; without, it is only in the help. */
  readonly footer?: string;
  /** Where it works; everywhere by default. */
  readonly where?: 'report' | 'log';
  /** Whether it does anything now; what does not is not shown. */
  readonly works?: (state: State, model: Model) => boolean;
}

const motion = (name: Motion, keys: readonly string[], shown: string, help: string): Binding => ({
  keys,
  command: { motion: name },
  shown,
  help,
  group: 'move',
});

const hasCommand = (state: State, model: Model) => commandAtCursor(state, model) !== null;
const hasDocs = (state: State, model: Model) => (model.readings[state.reading]?.docs.length ?? 0) > 0;
const hasLines = (_: State, model: Model) => model.lines > 0;

/** Every key. The last row, the help screen and the manual are made from here. */
export const bindings: readonly Binding[] = [
  { ...motion('down', ['j', 'down'], 'j k  arrows', 'line'), footer: 'j/k move' },
  motion('up', ['k', 'up'], '', ''),
  motion('first', ['g', 'home'], 'g G  Home End', 'first, last'),
  motion('last', ['G', 'end'], '', ''),
  motion('halfDown', ['ctrl+d'], 'Ctrl+D Ctrl+U', 'half page'),
  motion('halfUp', ['ctrl+u'], '', ''),
  motion('pageDown', ['space', 'pagedown', 'f'], 'Space b  PgDn PgUp', 'page'),
  motion('pageUp', ['b', 'pageup'], '', ''),
  {
    keys: ['tab'],
    command: { type: 'pane', by: 1 },
    shown: 'Tab  Shift+Tab',
    help: 'next pane',
    group: 'move',
    footer: 'Tab pane',
    where: 'report',
  },
  { keys: ['shift+tab'], command: { type: 'pane', by: -1 }, shown: '', help: '', group: 'move', where: 'report' },
  ...Array.from({ length: 9 }, (_, index): Binding => {
    const first = index === 0;
    return {
      keys: [String(index + 1)],
      command: { type: 'choose', reading: index },
      shown: first ? '1-9  [ ]' : '',
      help: first ? 'choose a cause' : '',
      group: 'move',
      where: 'report',
    };
  }),
  {
    keys: ['left', 'h'],
    command: { type: 'scroll', by: -8 },
    shown: 'h l  left right',
    help: 'scroll the log',
    group: 'move',
    where: 'log',
  },
  { keys: ['right', 'l'], command: { type: 'scroll', by: 8 }, shown: '', help: '', group: 'move', where: 'log' },
  {
    keys: ['return'],
    command: { type: 'open' },
    shown: 'Enter',
    help: 'see it in the log',
    group: 'do',
    footer: 'Enter log',
    where: 'report',
    works: hasLines,
  },
  {
    keys: ['y', 'c'],
    command: { effect: 'copy' },
    shown: 'y c',
    help: 'copy the command',
    group: 'do',
    footer: 'y copy fix',
    works: hasCommand,
  },
  { keys: ['Y'], command: { effect: 'copyReport' }, shown: 'Y', help: 'copy report (Markdown)', group: 'do' },
  { keys: ['o'], command: { effect: 'docs' }, shown: 'o', help: 'docs in the browser', group: 'do', footer: 'o docs', works: hasDocs },
  { keys: ['/'], command: { type: 'search' }, shown: '/  n N', help: 'search the log', group: 'do', footer: '/ search', works: hasLines },
  {
    keys: ['n'],
    command: { effect: 'nextMatch' },
    shown: '',
    help: '',
    group: 'do',
    footer: 'n/N next',
    works: (state) => state.query !== '',
  },
  { keys: ['N'], command: { effect: 'previousMatch' }, shown: '', help: '', group: 'do' },
  { keys: ['w'], command: { type: 'wrap' }, shown: 'w', help: 'wrap long lines', group: 'do', footer: 'w wrap', where: 'log' },
  { keys: ['?'], command: { type: 'help' }, shown: '?', help: 'this help', group: 'do', footer: '? help' },
  { keys: ['escape'], command: { type: 'back' }, shown: 'Esc', help: 'back', group: 'do' },
  { keys: ['q'], command: { type: 'quit' }, shown: 'q', help: 'back, at the top quit', group: 'do', footer: 'q quit', where: 'report' },
  { keys: ['q'], command: { type: 'quit' }, shown: '', help: '', group: 'do', footer: 'q back', where: 'log' },
  { keys: ['ctrl+c'], command: { effect: 'leave' }, shown: 'Ctrl+C', help: 'quit now', group: 'do' },
  { keys: ['ctrl+z'], command: { effect: 'suspend' }, shown: 'Ctrl+Z', help: 'to the shell, fg returns', group: 'do' },
  { keys: ['ctrl+l'], command: { effect: 'redraw' }, shown: '', help: '', group: 'do' },
];

/** What a key means now, or null. */
export function commandFor(key: string, state: State): Command | null {
  // Brackets depend on what is chosen, which a table cannot say.
  if (!state.log && (key === '[' || key === ']')) return { type: 'choose', reading: state.reading + (key === ']' ? 1 : -1) };
  const where = state.log ? 'log' : 'report';
  return bindings.find(({ keys, where: only }) => keys.includes(key) && (only === undefined || only === where))?.command ?? null;
}
