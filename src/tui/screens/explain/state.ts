import type { Block } from '../../view/block.ts';
import { clamp, type Move, moved } from '../../view/motion.ts';
import type { Model } from './model.ts';
import { type TimeMode, timeModes } from './timeline-blocks.ts';

export const panes = ['causes', 'why', 'fix', 'timeline'] as const;
export type Pane = (typeof panes)[number];

export interface State {
  readonly model: Model;
  /** Index of the chosen cause. */
  readonly reading: number;
  readonly focus: Pane;
  /** The block that the cursor stands on, for each pane but the list of causes. */
  readonly cursor: Readonly<Record<'why' | 'fix' | 'timeline', number>>;
  readonly log: LogState | null;
  /** How the timeline shows when something happened. */
  readonly time: TimeMode;
  /** What was searched last. */
  readonly query: string;
}

/** The zoom into the log. */
interface LogState {
  readonly line: number;
  /** Columns scrolled to the right. */
  readonly shift: number;
  readonly wrap: boolean;
}

export type Action =
  | { readonly type: 'pane'; readonly by: 1 | -1 }
  | { readonly type: 'choose'; readonly reading: number }
  | { readonly type: 'next'; readonly by: 1 | -1 }
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'wrap' }
  | { readonly type: 'time' }
  /** The same report in other words. */
  | { readonly type: 'model'; readonly model: Model }
  | { readonly type: 'query'; readonly text: string }
  /** What the answers of the reader made of it. */
  | { readonly type: 'answered'; readonly model: Model }
  /** Zooms to a line. */
  | { readonly type: 'goto'; readonly line: number };

export function initialState(model: Model): State {
  return { model, reading: 0, focus: 'causes', cursor: { why: 0, fix: 0, timeline: 0 }, log: null, time: 'clock', query: '' };
}

/** @returns the state after an action; the same object when nothing changed */
export function reduce(state: State, action: Action | Move): State {
  const { model, log } = state;
  switch (action.type) {
    case 'move':
      return log ? withLog(state, moved(log.line, action, 1, model.lines)) : moveReport(state, action);
    case 'pane':
      return log ? state : focusOn(panes[(panes.indexOf(state.focus) + action.by + panes.length) % panes.length]!, state);
    case 'choose':
      return model.readings[action.reading] ? { ...choose(state, action.reading), focus: 'causes' } : state;
    case 'next':
      return reduce(state, { type: 'choose', reading: state.reading + action.by });
    case 'scroll':
      return log ? { ...state, log: { ...log, shift: Math.max(0, log.shift + action.by) } } : state;
    case 'wrap':
      return log ? { ...state, log: { ...log, wrap: !log.wrap, shift: 0 } } : state;
    case 'time':
      return { ...state, time: timeModes[(timeModes.indexOf(state.time) + 1) % timeModes.length]! };
    case 'model':
      return withModel(state, action.model);
    case 'answered':
      return { ...initialState(action.model), query: state.query };
    case 'query':
      return { ...state, query: action.text };
    case 'goto':
      return withLog(state, action.line);
  }
}

/** Closes the log, then goes back to the list of causes; from there `q` leaves, and from any pane. */
export function back(state: State, key: 'q' | 'escape'): State | null {
  if (state.log) return { ...state, log: null };
  return state.focus === 'causes' || key === 'q' ? null : { ...state, focus: 'causes' };
}

/** The log line that the cursor stands for, or null. */
export function lineAtCursor({ model, focus, reading: chosen, cursor }: State): number | null {
  const reading = model.readings[chosen];
  // Without any evidence the end of the log is where one would look.
  if (focus === 'causes') return reading?.why.find(({ line }) => line !== null)?.line ?? (model.lines || null);
  return blockAtCursor({ model, focus, reading: chosen, cursor })?.line ?? null;
}

/** The piece that the cursor stands on, in a pane of such. */
export function blockAtCursor({ model, focus, reading, cursor }: Pick<State, 'model' | 'focus' | 'reading' | 'cursor'>): Block | null {
  if (focus === 'causes') return null;
  if (focus === 'timeline') return model.timeline[cursor.timeline] ?? null;
  return model.readings[reading]?.[focus][cursor[focus]] ?? null;
}

/** The command to copy: the one under the cursor, else the first one of the fix. */
export function commandAtCursor({ model, focus, reading, cursor }: State): string | null {
  const fix = model.readings[reading]?.fix ?? [];
  const here = focus === 'fix' ? fix[cursor.fix]?.command : null;
  return here ?? fix.find(({ command }) => command !== null)?.command ?? null;
}

/** The event of the timeline where the chosen cause first shows. */
export function nearestEvent(state: State): number {
  const line = lineAtCursor({ ...state, focus: 'causes' }) ?? 1;
  return Math.max(
    0,
    state.model.timeline.findLastIndex((event) => (event.line ?? 0) <= line),
  );
}

function withModel(state: State, model: Model): State {
  const reading = Math.min(state.reading, model.readings.length - 1);
  const { why, fix } = model.readings[reading]!;
  const last = (blocks: readonly unknown[], cursor: number) => clamp(cursor, 0, Math.max(0, blocks.length - 1));
  const cursor = {
    why: last(why, state.cursor.why),
    fix: last(fix, state.cursor.fix),
    timeline: last(model.timeline, state.cursor.timeline),
  };
  return { ...state, model, reading, cursor };
}

function focusOn(focus: Pane, state: State): State {
  const cursor = focus === 'timeline' ? { ...state.cursor, timeline: nearestEvent(state) } : state.cursor;
  return { ...state, focus, cursor };
}

function withLog(state: State, wanted: number): State {
  if (state.model.lines === 0) return state;
  const line = clamp(wanted, 1, state.model.lines);
  if (state.log?.line === line) return state;
  return { ...state, log: { ...(state.log ?? { shift: 0, wrap: false }), line } };
}

function choose(state: State, reading: number): State {
  return reading === state.reading ? state : { ...state, reading, cursor: { ...state.cursor, why: 0, fix: 0 } };
}

function moveReport(state: State, move: Move): State {
  const { focus } = state;
  const last = blockCount(focus, state) - 1;
  if (last < 0) return state;
  const from = focus === 'causes' ? state.reading : state.cursor[focus];
  const to = moved(from, move, 0, last);
  if (to === from) return state;
  return focus === 'causes' ? choose(state, to) : { ...state, cursor: { ...state.cursor, [focus]: to } };
}

function blockCount(pane: Pane, { model, reading }: State): number {
  if (pane === 'causes') return model.readings.length;
  return pane === 'timeline' ? model.timeline.length : (model.readings[reading]?.[pane].length ?? 0);
}
