import { moveBindings } from '../../shell/move-keys.ts';
import type { Binding } from '../../shell/screen.ts';
import { words } from '../../words.ts';
import { rowAt, type WaterfallAction, type WaterfallState } from './state.ts';

export type WaterfallEffect = 'open' | 'filter' | 'jump' | 'error';
type Key = Binding<WaterfallState, WaterfallAction, WaterfallEffect>;

const atBars = ({ log }: WaterfallState) => log === null;
const zooming = (by: 'in' | 'out' | 'all') => ({ action: { type: 'zoom', by } }) as const;

/** The keys of the waterfall. */
export const waterfallBindings: readonly Key[] = [
  ...moveBindings,
  {
    keys: ['return'],
    command: { effect: 'open' },
    group: 'do',
    when: atBars,
    useful: (state) => rowAt(state)?.line != null,
    says: () => words.keys.waterfall.open,
  },
  { keys: ['+', '='], command: zooming('in'), group: 'move', when: atBars, says: () => words.keys.waterfall.zoom },
  { keys: ['-'], command: zooming('out'), group: 'move', when: atBars },
  { keys: ['0'], command: zooming('all'), group: 'move', when: atBars },
  {
    keys: ['left', 'h'],
    command: { action: { type: 'pan', by: -1 } },
    group: 'move',
    when: atBars,
    useful: ({ window }) => window !== null,
    says: () => words.keys.waterfall.pan,
  },
  { keys: ['right', 'l'], command: { action: { type: 'pan', by: 1 } }, group: 'move', when: atBars },
  { keys: ['m'], command: { action: { type: 'mark' } }, group: 'do', when: atBars, says: () => words.keys.waterfall.mark },
  { keys: ["'"], command: { effect: 'jump' }, group: 'do', when: atBars, says: () => words.keys.waterfall.jump },
  {
    keys: ['e'],
    command: { effect: 'error' },
    group: 'do',
    when: atBars,
    useful: ({ fall }) => fall.firstError !== null,
    says: () => words.keys.waterfall.error,
  },
  { keys: ['t'], command: { action: { type: 'time' } }, group: 'do', when: atBars, says: () => words.keys.waterfall.time },
  {
    keys: ['/'],
    command: { effect: 'filter' },
    group: 'do',
    when: atBars,
    useful: ({ fall }) => fall.rows.some(({ host }) => host !== null),
    says: () => words.keys.waterfall.filter,
  },
];
