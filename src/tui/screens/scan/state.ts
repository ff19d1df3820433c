import { type Move, moved } from '../../view/motion.ts';
import type { ScanFile, ScanGroup, ScanModel } from './model.ts';

const scanPanes = ['groups', 'files', 'problems'] as const;
export type ScanPane = (typeof scanPanes)[number];
const orders = ['count', 'code', 'first'] as const;
type Order = (typeof orders)[number];

export interface ScanState {
  readonly model: ScanModel;
  readonly focus: ScanPane;
  readonly order: Order;
  readonly filter: string;
  /** What the cursor stands on, by name: the list changes while it is read. */
  readonly group: string | null;
  readonly file: number;
  readonly problem: number;
}

export type ScanAction =
  | { readonly type: 'model'; readonly model: ScanModel }
  | { readonly type: 'pane'; readonly by: 1 | -1 }
  | { readonly type: 'focus'; readonly pane: ScanPane }
  | { readonly type: 'order' }
  | { readonly type: 'filter'; readonly text: string };

export function scanState(model: ScanModel): ScanState {
  return { model, focus: 'groups', order: 'count', filter: '', group: null, file: 0, problem: 0 };
}

export function reduceScan(state: ScanState, action: ScanAction | Move): ScanState {
  switch (action.type) {
    case 'model':
      return { ...state, model: action.model };
    case 'pane':
      return { ...state, focus: scanPanes[(scanPanes.indexOf(state.focus) + action.by + scanPanes.length) % scanPanes.length]! };
    case 'focus':
      return { ...state, focus: action.pane };
    case 'order':
      return { ...state, order: orders[(orders.indexOf(state.order) + 1) % orders.length]! };
    case 'filter':
      return { ...state, filter: action.text, file: 0 };
    case 'move':
      return move(state, action);
  }
}

/** Leaves a pane, then the filter. */
export function backFromScan(state: ScanState, key: 'q' | 'escape'): ScanState | null {
  if (key === 'q') return null;
  if (state.focus !== 'groups') return { ...state, focus: 'groups' };
  return state.filter === '' ? null : { ...state, filter: '' };
}

/** The groups as they are listed: sorted, filtered, those without a cause last. */
export function shownGroups({ model, order, filter }: ScanState): readonly ScanGroup[] {
  const wanted = filter.toLowerCase();
  const fits = ({ code, title }: ScanGroup) => `${code} ${title}`.toLowerCase().includes(wanted);
  const rank = { cause: 0, unexplained: 1, 'no-failure': 2 } as const;
  const by: Readonly<Record<Order, (one: ScanGroup, other: ScanGroup) => number>> = {
    count: (one, other) => other.count - one.count,
    code: (one, other) => compare(one.code, other.code),
    first: (one, other) => compare(one.firstSeen, other.firstSeen),
  };
  return model.groups
    .filter(fits)
    .sort((one, other) => rank[one.kind] - rank[other.kind] || by[order](one, other) || compare(one.code, other.code));
}

export function chosenGroup(state: ScanState): number {
  return Math.max(
    0,
    shownGroups(state).findIndex((group) => keyOf(group) === state.group),
  );
}

export function chosenFile(state: ScanState): ScanFile | null {
  return shownGroups(state)[chosenGroup(state)]?.files[state.file] ?? null;
}

function move(state: ScanState, action: Move): ScanState {
  const groups = shownGroups(state);
  const chosen = chosenGroup(state);
  const to = (from: number, length: number) => moved(from, action, 0, Math.max(0, length - 1));
  if (state.focus === 'files') return { ...state, file: to(state.file, groups[chosen]?.files.length ?? 0) };
  if (state.focus === 'problems') return { ...state, problem: to(state.problem, state.model.problems.length) };
  const next = groups[to(chosen, groups.length)];
  return next ? { ...state, group: keyOf(next), file: 0 } : state;
}

/** What nothing explains has no code. */
function keyOf({ kind, code, title }: ScanGroup): string {
  return code === '' ? `${kind} ${title}` : `${kind} ${code}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
