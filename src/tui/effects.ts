import type { Dispatch } from 'react';
import type { Effect } from './keys.ts';
import type { LogSource } from './log-source.ts';
import type { Model } from './model.ts';
import { findLine } from './search.ts';
import { type Action, commandAtCursor, type State } from './state.ts';
import { words } from './words.ts';

/** What the screen does to the world outside itself. */
interface World {
  copy(text: string): Promise<string | null>;
  openDocs(url: string): Promise<boolean>;
  /** The whole report, made only when it is asked for. */
  reportText(): string;
}

export interface Scene {
  readonly model: Model;
  readonly log: LogSource;
  readonly world: World;
  readonly dispatch: Dispatch<Action>;
}

/** Does what a key asks for beyond the state, and says what became of it. */
export async function perform(effect: Effect, state: State, scene: Scene): Promise<void> {
  if (effect === 'copy') return copy(commandAtCursor(state, scene.model), scene);
  if (effect === 'copyReport') return copy(scene.world.reportText(), scene, words.copied.report);
  if (effect === 'docs') return docs(state, scene);
  if (effect === 'nextMatch') return searchFrom(state, 1, scene);
  if (effect === 'previousMatch') return searchFrom(state, -1, scene);
}

let searches = 0;

/** Searches from the line on screen; a newer search, or leaving, ends an older one. */
export async function searchFrom(state: State, by: 1 | -1, { model, log, dispatch }: Scene): Promise<void> {
  const { query } = state;
  if (query === '') return dispatch({ type: 'notice', text: words.search.empty });
  const mine = ++searches;
  dispatch({ type: 'notice', text: words.search.running(query) });
  const found = await findLine(log, query, state.log?.line ?? 0, by, () => mine !== searches);
  if (mine !== searches) return;
  if (!found) return dispatch({ type: 'notice', text: words.search.none(query) });
  const line = Math.min(found.line, model.lines);
  dispatch({ type: 'goto', line, ...(found.wrapped ? { notice: words.search.wrapped(query) } : {}) });
}

async function copy(text: string | null, { world, dispatch }: Scene, name?: string): Promise<void> {
  if (text === null) return dispatch({ type: 'notice', text: words.copied.nothing });
  const program = await world.copy(text);
  const what = name ?? text.split('\n')[0]!;
  const hint = !name && /<[a-z][\w -]*>/i.test(text) ? words.copied.fillIn : '';
  dispatch({ type: 'notice', text: `${program ? words.copied.by(program) : words.copied.asked}${hint}: ${what}` });
}

async function docs(state: State, { model, world, dispatch }: Scene): Promise<void> {
  const url = model.readings[state.reading]?.docs[0];
  if (!url) return dispatch({ type: 'notice', text: words.docs.none });
  const opened = await world.openDocs(url);
  dispatch({ type: 'notice', text: opened ? words.docs.opening(url) : words.docs.failed(url) });
}
