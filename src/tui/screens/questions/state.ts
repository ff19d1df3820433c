import { type Move, moved } from '../../view/motion.ts';
import type { QuestionsView } from './view.ts';

export interface State {
  readonly view: QuestionsView;
  /** The choice that Enter takes. */
  readonly cursor: number;
}

export type Action = { readonly type: 'became'; readonly view: QuestionsView };

/** @returns the state after an action; the same object when nothing changed */
export function reduce(state: State, action: Action | Move): State {
  if (action.type === 'became') return { view: action.view, cursor: 0 };
  const last = (state.view.question?.choices.length ?? 0) - 1;
  if (last < 0) return state;
  const cursor = moved(state.cursor, action, 0, last);
  return cursor === state.cursor ? state : { ...state, cursor };
}
