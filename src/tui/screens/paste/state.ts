import type { Move } from '../../view/motion.ts';

/** What was pasted at once, or typed in one go. */
export interface Part {
  readonly kind: 'pasted' | 'typed';
  readonly text: string;
  readonly lines: number;
  readonly bytes: number;
}

/** What is known about the text so far. */
export interface Result {
  /** For the text with this number of changes; an older one is out of date. */
  readonly of: number;
  readonly standing: 'very-likely' | 'likely' | 'possible' | 'unlikely' | 'unknown' | 'past' | 'no-failure';
  readonly label: string;
  readonly code: string;
  readonly title: string;
  /** The first command of the remedy. */
  readonly command: string | null;
  /** What the text looks like: `go build, GitHub Actions`. */
  readonly looksLike: string;
  readonly notes: readonly string[];
  /** The text is the path of this file. */
  readonly file: string | null;
}

export interface State {
  readonly parts: readonly Part[];
  readonly bytes: number;
  /** Bytes that came after the limit. */
  readonly left: number;
  /** How often the text changed. */
  readonly changes: number;
  readonly result: Result | null;
  /** Esc was pressed with a text there: once more leaves. */
  readonly leaving: boolean;
}

export type Action =
  | { readonly type: 'paste'; readonly text: string }
  | { readonly type: 'letter'; readonly text: string }
  | { readonly type: 'erase' }
  | { readonly type: 'clear' }
  | { readonly type: 'leaving' }
  | { readonly type: 'result'; readonly result: Result };

/** More than this is not kept. */
export const mostBytes = 20 << 20;

export const initialState: State = { parts: [], bytes: 0, left: 0, changes: 0, result: null, leaving: false };

/** @returns the state after an action; the same object when nothing changed */
export function reduce(state: State, action: Action | Move): State {
  switch (action.type) {
    case 'paste':
      return added(state, 'pasted', action.text.replace(/\r\n?/g, '\n'));
    case 'letter':
      return added(state, 'typed', action.text);
    case 'erase':
      return erased(state);
    case 'clear':
      return state.parts.length === 0 && !state.leaving ? state : { ...initialState, changes: state.changes + 1 };
    case 'leaving':
      return { ...state, leaving: true };
    case 'result':
      return action.result.of === state.changes ? { ...state, result: action.result } : state;
    case 'move':
      return state;
  }
}

/** The whole text; what was pasted at once ends with a line end. */
export function textOf({ parts }: State): string {
  return parts
    .map(({ kind, text }, index) => (kind === 'pasted' && index < parts.length - 1 && !text.endsWith('\n') ? `${text}\n` : text))
    .join('');
}

function added(state: State, kind: Part['kind'], wanted: string): State {
  if (wanted === '') return state;
  const size = Buffer.byteLength(wanted);
  const room = mostBytes - state.bytes;
  const text = size <= room ? wanted : cutToBytes(wanted, room);
  const bytes = size <= room ? size : Buffer.byteLength(text);
  const left = state.left + size - bytes;
  const before = state.parts.at(-1);
  const joins = kind === 'typed' && before?.kind === 'typed';
  const part: Part = joins
    ? { kind, text: before.text + text, lines: before.lines + lineEnds(text), bytes: before.bytes + bytes }
    : { kind, text, lines: lineEnds(text.endsWith('\n') ? text.slice(0, -1) : text) + 1, bytes };
  const parts = bytes === 0 ? state.parts : [...(joins ? state.parts.slice(0, -1) : state.parts), part];
  return { ...state, parts, bytes: state.bytes + bytes, left, changes: state.changes + 1, leaving: false };
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** No half of a character stays. */
function cutToBytes(text: string, most: number): string {
  if (most <= 0) return '';
  const bytes = Buffer.from(text);
  let end = most;
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--;
  return bytes.toString('utf8', 0, end);
}

/** A letter that was typed goes alone, what was pasted at once as a whole. */
function erased(state: State): State {
  const last = state.parts.at(-1);
  if (!last) return state;
  const parts = state.parts.slice(0, -1);
  const changed = { ...state, changes: state.changes + 1, leaving: false };
  const letters = last.kind === 'typed' ? Array.from(last.text.slice(-2)) : [];
  const letter = letters.at(-1) ?? '';
  const text = last.text.slice(0, last.text.length - letter.length);
  if (last.kind === 'pasted' || text === '') return { ...changed, parts, bytes: state.bytes - last.bytes, left: 0 };
  const bytes = last.bytes - Buffer.byteLength(letter);
  const part = { ...last, text, bytes, lines: last.lines - (letter === '\n' ? 1 : 0) };
  return { ...changed, parts: [...parts, part], bytes: state.bytes - Buffer.byteLength(letter) };
}
