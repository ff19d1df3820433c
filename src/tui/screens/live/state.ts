import type { Language } from '../../../i18n/texts.ts';
import type { Look } from '../../../session/growing/growing-log.ts';
import { clamp, type Move, moved } from '../../view/motion.ts';
import type { ShownWindow } from './feed.ts';
import { type Finding, withLook } from './findings.ts';

export interface State {
  readonly title: string;
  readonly files: readonly FileState[];
  /** The log that is shown. */
  readonly file: number;
  readonly findings: readonly Finding[];
  /** Id of the chosen finding: one that comes later moves nothing. */
  readonly chosen: string | null;
  readonly wrap: boolean;
  readonly ascii: boolean;
  readonly language: Language;
  /** Nothing more will come. */
  readonly ended: boolean;
  /** The reader left with Ctrl+C before that. */
  readonly interrupted: boolean;
}

export interface FileState {
  readonly name: string;
  readonly window: ShownWindow;
  /** What was there when the reader paused; null while following. */
  readonly paused: ShownWindow | null;
  /** Rows between the end of what is shown and the end of what is there. */
  readonly skip: number;
  /** Lines a second. */
  readonly rate: number;
  /** Bytes that are there and were not read yet. */
  readonly behind: number;
  readonly trouble: string | null;
}

export type Action =
  | {
      readonly type: 'grew';
      readonly windows: readonly ShownWindow[];
      readonly rates: readonly number[];
      readonly behind: readonly number[];
    }
  | { readonly type: 'looks'; readonly file: number; readonly looks: readonly Look[] }
  | { readonly type: 'failed'; readonly file: number; readonly message: string }
  | { readonly type: 'ended' }
  | { readonly type: 'interrupted' }
  | { readonly type: 'follow' }
  | { readonly type: 'pause' }
  | { readonly type: 'wrap' }
  | { readonly type: 'file'; readonly by: 1 | -1 }
  | { readonly type: 'finding'; readonly by: 1 | -1 };

export function initialState(
  title: string,
  names: readonly string[],
  windows: readonly ShownWindow[],
  { ascii, language }: Pick<State, 'ascii' | 'language'>,
): State {
  const files = names.map(
    (name, index): FileState => ({ name, window: windows[index]!, paused: null, skip: 0, rate: 0, behind: 0, trouble: null }),
  );
  return { title, files, file: 0, findings: [], chosen: null, wrap: false, ascii, language, ended: false, interrupted: false };
}

export function chosenFinding({ findings, chosen }: State): Finding | null {
  return findings.find(({ id }) => id === chosen) ?? findings[0] ?? null;
}

/** The lines that came since the reader paused. */
export function since({ window, paused }: FileState): number {
  return paused ? window.total - paused.total : 0;
}

export function reduce(state: State, action: Action | Move): State {
  switch (action.type) {
    case 'grew':
      return {
        ...state,
        files: state.files.map((file, index) =>
          grown({ ...file, rate: action.rates[index]!, behind: action.behind[index]! }, action.windows[index]!),
        ),
      };
    case 'looks':
      return withLooks(state, action.file, action.looks);
    case 'failed':
      return ofFile(state, action.file, (file) => ({ ...file, trouble: action.message }));
    case 'ended':
      return { ...state, ended: true, files: state.files.map((file) => ({ ...file, rate: 0 })) };
    case 'interrupted':
      return state.ended ? state : { ...state, interrupted: true };
    case 'follow':
      return ofFile(state, state.file, (file) => (file.paused ? { ...file, paused: null, skip: 0 } : file));
    case 'pause':
      return ofFile(state, state.file, (file) => (file.paused ? { ...file, paused: null, skip: 0 } : { ...file, paused: file.window }));
    case 'wrap':
      return { ...state, wrap: !state.wrap };
    case 'file':
      return { ...state, file: (state.file + action.by + state.files.length) % state.files.length };
    case 'finding':
      return next(state, action.by);
    case 'move':
      return ofFile(state, state.file, (file) => scrolled(file, action));
  }
}

function grown(file: FileState, window: ShownWindow): FileState {
  const trouble = window.total > file.window.total ? null : file.trouble;
  return { ...file, window, trouble };
}

function withLooks(state: State, file: number, looks: readonly Look[]): State {
  const findings = looks.reduce((all, look) => withLook(all, file, look, state), state.findings);
  // What the reader looks at stays; the first one that comes is looked at.
  const chosen = findings.some(({ id }) => id === state.chosen) ? state.chosen : (findings[0]?.id ?? null);
  return { ...state, findings, chosen };
}

function next(state: State, by: 1 | -1): State {
  const at = state.findings.findIndex(({ id }) => id === chosenFinding(state)?.id);
  const finding = state.findings[clamp(at + by, 0, state.findings.length - 1)];
  if (!finding) return state;
  return ofFile({ ...state, chosen: finding.id, file: finding.file }, finding.file, (file) => atLine(file, finding));
}

/** The log stops at the first line of a finding, with one more below it; a line that is no longer held changes nothing. */
function atLine(file: FileState, { build, line }: Finding): FileState {
  if (line === null) return file;
  // It may be newer than what was there when the reader paused.
  for (const shown of [file.paused, file.window]) {
    const after = shown?.after(build, line) ?? null;
    if (after !== null) return { ...file, paused: shown, skip: Math.max(0, after - 1) };
  }
  return file;
}

/** Looking back pauses, so that what is read stays where it is; the end of what is there follows again. */
function scrolled(file: FileState, move: Move): FileState {
  const shown = file.paused ?? file.window;
  const most = Math.max(0, shown.held() - 1);
  // Places count from the end.
  const skip = most - moved(most - file.skip, move, 0, most);
  if (move.motion === 'last') return { ...file, paused: null, skip: 0 };
  if (skip === file.skip) return file;
  return { ...file, paused: shown, skip };
}

function ofFile(state: State, index: number, change: (file: FileState) => FileState): State {
  const file = state.files[index]!;
  const changed = change(file);
  return changed === file ? state : { ...state, files: state.files.with(index, changed) };
}
