import type { Window } from '../../../report/waterfall/bar.ts';
import type { Waterfall, WaterfallRow } from '../../../report/waterfall/model.ts';
import { clamp, type Move, moved } from '../../view/motion.ts';

/** Ways to show when something happened; the first one at first. */
const timeModes = ['since', 'clock', 'delta', 'error'] as const;

export interface WaterfallState {
  readonly fall: Waterfall;
  /** Requests to hosts with this in their name; empty: all rows. */
  readonly filter: string;
  /** Indexes of the rows that the filter leaves. */
  readonly shown: readonly number[];
  /** Where the cursor stands in `shown`. */
  readonly cursor: number;
  /** The part of the scale that is shown; null: all of it. */
  readonly window: Window | null;
  /** Index of the marked row. */
  readonly mark: number | null;
  readonly time: (typeof timeModes)[number];
  /** The log at this line, in place of the bars. */
  readonly log: number | null;
  readonly lines: number;
}

export type WaterfallAction =
  | { readonly type: 'zoom'; readonly by: 'in' | 'out' | 'all' }
  | { readonly type: 'pan'; readonly by: 1 | -1 }
  | { readonly type: 'mark' }
  | { readonly type: 'goto'; readonly row: number | null }
  | { readonly type: 'time' }
  | { readonly type: 'filter'; readonly text: string }
  | { readonly type: 'log'; readonly line: number };

/** @param lines of the log */
export function waterfallState(fall: Waterfall, lines: number): WaterfallState {
  const shown = fall.rows.map((_, index) => index);
  return { fall, filter: '', shown, cursor: fall.firstError ?? 0, window: null, mark: null, time: 'since', log: null, lines };
}

export function reduceWaterfall(state: WaterfallState, action: WaterfallAction | Move): WaterfallState {
  const { fall, cursor, shown } = state;
  switch (action.type) {
    case 'move':
      if (state.log !== null) return { ...state, log: moved(state.log, action, 1, state.lines) };
      return stand(state, moved(cursor, action, 0, Math.max(0, shown.length - 1)));
    case 'zoom':
      return zoom(state, action.by);
    case 'pan':
      return pan(state, action.by);
    case 'mark': {
      const here = shown[cursor];
      return here === undefined ? state : { ...state, mark: state.mark === here ? null : here };
    }
    case 'goto': {
      if (action.row === null) return state;
      const all = shown.includes(action.row) ? state : filtered(state, '');
      return stand(all, all.shown.indexOf(action.row));
    }
    case 'time':
      return { ...state, time: timeModes[(timeModes.indexOf(state.time) + 1) % (fall.firstError === null ? 3 : 4)]! };
    case 'filter':
      return filtered(state, action.text);
    case 'log':
      return { ...state, log: clamp(action.line, 1, Math.max(1, state.lines)) };
  }
}

/** Leaves the log, then the filter, then the zoom. */
export function backFromWaterfall(state: WaterfallState, key: 'q' | 'escape'): WaterfallState | null {
  if (state.log !== null) return { ...state, log: null };
  if (key === 'q') return null;
  if (state.filter !== '') return filtered(state, '');
  return state.window === null ? null : { ...state, window: null };
}

/** What the cursor stands on. */
export function rowAt({ fall, shown, cursor }: WaterfallState): WaterfallRow | null {
  return fall.rows[shown[cursor] ?? -1] ?? null;
}

/** The part of the scale of the cursor's row that is shown. */
export function windowOf(state: WaterfallState): Window {
  const row = rowAt(state);
  return state.window ?? { from: 0, to: row ? state.fall.tracks[row.track]!.length : 0 };
}

/** What is shown of the scale follows the cursor, and ends with its track. */
function stand(state: WaterfallState, cursor: number): WaterfallState {
  if (cursor === state.cursor) return state;
  const before = rowAt(state);
  const next = { ...state, cursor };
  const row = rowAt(next);
  if (!state.window || !row) return next;
  if (row.track !== before?.track) return { ...next, window: null };
  const { from, to } = state.window;
  if (row.start === null || (row.start <= to && row.start + (row.ms ?? 0) >= from)) return next;
  return { ...next, window: within(row.start - (to - from) / 4, to - from, state, row.track) };
}

/** A scale finer than a millisecond over all columns says nothing. */
const SHORTEST = 10;

function zoom(state: WaterfallState, by: 'in' | 'out' | 'all'): WaterfallState {
  const row = rowAt(state);
  if (by === 'all' || !row) return state.window === null ? state : { ...state, window: null };
  const { length } = state.fall.tracks[row.track]!;
  const { from, to } = windowOf(state);
  const size = by === 'in' ? Math.max(SHORTEST, (to - from) / 2) : (to - from) * 2;
  if (size >= length) return state.window === null ? state : { ...state, window: null };
  const middle = row.start === null ? (from + to) / 2 : row.start + Math.min(row.ms ?? 0, size) / 2;
  return { ...state, window: within(middle - size / 2, size, state, row.track) };
}

function pan(state: WaterfallState, by: 1 | -1): WaterfallState {
  const row = rowAt(state);
  if (!state.window || !row) return state;
  const size = state.window.to - state.window.from;
  return { ...state, window: within(state.window.from + (by * size) / 4, size, state, row.track) };
}

function within(from: number, size: number, { fall }: WaterfallState, track: number): Window {
  const start = clamp(from, 0, Math.max(0, fall.tracks[track]!.length - size));
  return { from: start, to: start + size };
}

function filtered(state: WaterfallState, text: string): WaterfallState {
  const here = state.shown[state.cursor];
  const wanted = text.trim().toLowerCase();
  const shown = state.fall.rows.flatMap(({ host }, index) => (wanted === '' || host?.toLowerCase().includes(wanted) ? [index] : []));
  return { ...state, filter: text, shown, cursor: here === undefined ? 0 : Math.max(0, shown.indexOf(here)), window: null };
}
