import type { Book } from '../../../browse/book.ts';
import { type Entry, findEntry, fits } from '../../../browse/find.ts';
import type { Language } from '../../../i18n/texts.ts';
import type { Block } from '../../view/block.ts';
import { type Move, moved } from '../../view/motion.ts';
import { entryBlocks } from './entry-blocks.ts';

export type Kind = 'causes' | 'signals';

export interface RulesState {
  readonly book: Book;
  readonly language: Language;
  readonly kind: Kind;
  readonly filter: string;
  /** The rules that the filter leaves. */
  readonly entries: readonly Entry[];
  readonly chosen: number;
  readonly focus: 'list' | 'text';
  /** The piece of the text that the cursor stands on. */
  readonly cursor: number;
  /** What the chosen rule says. */
  readonly blocks: readonly Block[];
}

export type RulesAction =
  | { readonly type: 'pane' }
  | { readonly type: 'read' }
  | { readonly type: 'kind' }
  | { readonly type: 'filter'; readonly text: string };

/** @param name of the rule to begin with, in its text */
export function rulesState(book: Book, kind: Kind, name: string | null, language: Language): RulesState {
  const entry = name === null ? null : findEntry(book, name);
  const shown = entry === null ? kind : entry.kind === 'cause' ? 'causes' : 'signals';
  const entries = book[shown];
  const chosen = entry === null ? 0 : (entries as readonly Entry[]).indexOf(entry);
  return {
    book,
    language,
    kind: shown,
    filter: '',
    entries,
    chosen,
    focus: entry === null ? 'list' : 'text',
    cursor: 0,
    blocks: blocksOf(entries, chosen, language),
  };
}

export function reduceRules(state: RulesState, action: RulesAction | Move): RulesState {
  switch (action.type) {
    case 'move': {
      if (state.focus === 'list') return choose(state, moved(state.chosen, action, 0, Math.max(0, state.entries.length - 1)));
      const cursor = moved(state.cursor, action, 0, Math.max(0, state.blocks.length - 1));
      return cursor === state.cursor ? state : { ...state, cursor };
    }
    case 'pane':
      return { ...state, focus: state.focus === 'list' ? 'text' : 'list' };
    case 'read':
      return { ...state, focus: 'text' };
    case 'kind':
      return rulesState(state.book, state.kind === 'causes' ? 'signals' : 'causes', null, state.language);
    case 'filter':
      return filtered(state, action.text);
  }
}

/** Leaves the text, then the filter. */
export function backFromRules(state: RulesState, key: 'q' | 'escape'): RulesState | null {
  if (key === 'q') return null;
  if (state.focus === 'text') return { ...state, focus: 'list' };
  return state.filter === '' ? null : filtered(state, '');
}

/** What the cursor stands on in the text; null in the list. */
export function blockAt({ focus, blocks, cursor }: RulesState): Block | null {
  return focus === 'text' ? (blocks[cursor] ?? null) : null;
}

function filtered(state: RulesState, text: string): RulesState {
  const before = state.entries[state.chosen];
  const all: readonly Entry[] = state.book[state.kind];
  const entries = text.trim() === '' ? all : all.filter((entry) => fits(entry, text.trim()));
  const chosen = before ? Math.max(0, entries.indexOf(before)) : 0;
  return { ...state, filter: text, entries, chosen, focus: 'list', cursor: 0, blocks: blocksOf(entries, chosen, state.language) };
}

function choose(state: RulesState, chosen: number): RulesState {
  return chosen === state.chosen ? state : { ...state, chosen, cursor: 0, blocks: blocksOf(state.entries, chosen, state.language) };
}

function blocksOf(entries: readonly Entry[], chosen: number, language: Language): Block[] {
  const entry = entries[chosen];
  return entry ? entryBlocks(entry, language) : [];
}
