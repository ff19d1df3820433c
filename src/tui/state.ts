import type { Model } from './model.ts';
import { words } from './words.ts';

export const panes = ['causes', 'why', 'fix', 'timeline'] as const;
export type Pane = (typeof panes)[number];

export interface State {
  /** Index of the chosen cause. */
  readonly reading: number;
  readonly focus: Pane;
  /** The block that the cursor stands on, for each pane but the list of causes. */
  readonly cursor: Readonly<Record<'why' | 'fix' | 'timeline', number>>;
  readonly log: LogState | null;
  readonly help: boolean;
  readonly query: string;
  /** What happened last, shown until the next key. */
  readonly notice: string | null;
  readonly done: boolean;
}

/** The zoom into the log. */
interface LogState {
  readonly line: number;
  /** Columns scrolled to the right. */
  readonly shift: number;
  readonly wrap: boolean;
  /** What is being typed after `/`; null when nothing is. */
  readonly typing: string | null;
}

export type Motion = 'down' | 'up' | 'first' | 'last' | 'pageDown' | 'pageUp' | 'halfDown' | 'halfUp';

export type Action =
  /** `page` is how many rows are visible. */
  | { readonly type: 'move'; readonly motion: Motion; readonly page: number }
  | { readonly type: 'pane'; readonly by: 1 | -1 }
  | { readonly type: 'choose'; readonly reading: number }
  | { readonly type: 'open' }
  | { readonly type: 'back' }
  | { readonly type: 'quit' }
  | { readonly type: 'help' }
  | { readonly type: 'scroll'; readonly by: number }
  | { readonly type: 'wrap' }
  | { readonly type: 'search' }
  | { readonly type: 'type'; readonly text: string }
  | { readonly type: 'erase' }
  | { readonly type: 'submit' }
  | { readonly type: 'goto'; readonly line: number; readonly notice?: string }
  | { readonly type: 'notice'; readonly text: string };

export const initialState: State = {
  reading: 0,
  focus: 'causes',
  cursor: { why: 0, fix: 0, timeline: 0 },
  log: null,
  help: false,
  query: '',
  notice: null,
  done: false,
};

const MOST_TYPED = 200;

/** @returns the state after an action; the same object when nothing changed */
export function createReducer(model: Model): (state: State, action: Action) => State {
  return (before, action) => {
    const state = before.notice === null ? before : { ...before, notice: null };
    switch (action.type) {
      case 'move':
        return state.help ? state : state.log ? moveLog(state, action, model) : moveReport(state, action, model);
      case 'pane':
        return state.log || state.help
          ? state
          : focusOn(panes[(panes.indexOf(state.focus) + action.by + panes.length) % panes.length]!, state, model);
      case 'choose':
        return model.readings[action.reading] ? { ...choose(state, action.reading), focus: 'causes' } : state;
      case 'open':
        return open(state, model);
      case 'back':
        return back(state);
      case 'quit':
        return state.help || state.log ? back(state) : { ...state, done: true };
      case 'help':
        return { ...state, help: !state.help };
      case 'scroll':
        return state.log ? { ...state, log: { ...state.log, shift: Math.max(0, state.log.shift + action.by) } } : state;
      case 'wrap':
        return state.log ? { ...state, log: { ...state.log, wrap: !state.log.wrap, shift: 0 } } : state;
      case 'goto':
        return { ...withLog(state, action.line, model), notice: action.notice ?? null };
      case 'notice':
        return { ...state, notice: action.text };
      default:
        return search(state, action, model);
    }
  };
}

/** The log line that the cursor stands for, or null. */
export function lineAtCursor(state: State, model: Model): number | null {
  const reading = model.readings[state.reading];
  // Without any evidence the end of the log is where one would look.
  if (state.focus === 'causes') return reading?.why.find(({ line }) => line !== null)?.line ?? (model.lines || null);
  if (state.focus === 'timeline') return model.timeline[state.cursor.timeline]?.line ?? null;
  return reading?.[state.focus][state.cursor[state.focus]]?.line ?? null;
}

/** The command to copy: the one under the cursor, else the first one of the fix. */
export function commandAtCursor(state: State, model: Model): string | null {
  const fix = model.readings[state.reading]?.fix ?? [];
  const here = state.focus === 'fix' ? fix[state.cursor.fix]?.command : null;
  return here ?? fix.find(({ command }) => command !== null)?.command ?? null;
}

/** The event of the timeline where the chosen cause first shows. */
export function nearestEvent(state: State, model: Model): number {
  const line = lineAtCursor({ ...state, focus: 'causes' }, model) ?? 1;
  return Math.max(
    0,
    model.timeline.findLastIndex((event) => (event.line ?? 0) <= line),
  );
}

function focusOn(focus: Pane, state: State, model: Model): State {
  const cursor = focus === 'timeline' ? { ...state.cursor, timeline: nearestEvent(state, model) } : state.cursor;
  return { ...state, focus, cursor };
}

function search(state: State, action: Action, model: Model): State {
  if (action.type === 'search') {
    const zoomed = state.log ? state : withLog(state, lineAtCursor(state, model) ?? 1, model);
    return zoomed.log ? { ...zoomed, help: false, log: { ...zoomed.log, typing: '' } } : zoomed;
  }
  const typing = state.log?.typing;
  if (!state.log || typing == null) return state;
  if (action.type === 'type') return { ...state, log: { ...state.log, typing: (typing + action.text).slice(0, MOST_TYPED) } };
  if (action.type === 'erase')
    return { ...state, log: { ...state.log, typing: typing === '' ? null : Array.from(typing).slice(0, -1).join('') } };
  if (action.type === 'submit') return { ...state, query: typing || state.query, log: { ...state.log, typing: null } };
  return state;
}

function open(state: State, model: Model): State {
  if (state.help || state.log) return state;
  const line = lineAtCursor(state, model);
  return line === null ? { ...state, notice: words.noLine } : withLog(state, line, model);
}

function back(state: State): State {
  if (state.help) return { ...state, help: false };
  if (state.log && state.log.typing !== null) return { ...state, log: { ...state.log, typing: null } };
  if (state.log) return { ...state, log: null };
  return state.focus === 'causes' ? { ...state, done: true } : { ...state, focus: 'causes' };
}

function withLog(state: State, line: number, model: Model): State {
  if (model.lines === 0) return state;
  const before = state.log ?? { shift: 0, wrap: false, typing: null };
  return { ...state, help: false, log: { ...before, line: clamp(line, 1, model.lines) } };
}

function choose(state: State, reading: number): State {
  return reading === state.reading ? state : { ...state, reading, cursor: { ...state.cursor, why: 0, fix: 0 } };
}

function moveLog(state: State, { motion, page }: { motion: Motion; page: number }, model: Model): State {
  const log = state.log!;
  const line = clamp(moved(log.line, motion, page, 1, model.lines), 1, model.lines);
  return line === log.line ? state : { ...state, log: { ...log, line } };
}

function moveReport(state: State, { motion, page }: { motion: Motion; page: number }, model: Model): State {
  const { focus } = state;
  const last = blockCount(focus, state, model) - 1;
  if (last < 0) return state;
  const from = focus === 'causes' ? state.reading : state.cursor[focus];
  const to = clamp(moved(from, motion, page, 0, last), 0, last);
  if (to === from) return state;
  return focus === 'causes' ? choose(state, to) : { ...state, cursor: { ...state.cursor, [focus]: to } };
}

function blockCount(pane: Pane, state: State, model: Model): number {
  if (pane === 'causes') return model.readings.length;
  return pane === 'timeline' ? model.timeline.length : (model.readings[state.reading]?.[pane].length ?? 0);
}

function moved(from: number, motion: Motion, page: number, first: number, last: number): number {
  const whole = Math.max(1, page - 1);
  const half = Math.max(1, Math.floor(page / 2));
  const steps: Readonly<Record<Motion, number>> = {
    down: from + 1,
    up: from - 1,
    first,
    last,
    pageDown: from + whole,
    pageUp: from - whole,
    halfDown: from + half,
    halfUp: from - half,
  };
  return steps[motion];
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
