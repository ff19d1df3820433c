import type { Screen, Shell } from '../../shell/screen.ts';
import { words } from '../../words.ts';
import { type Effect, pasteBindings } from './keys.ts';
import { type PasteLook, pasteRows } from './rows.ts';
import { type Action, initialState, type Result, reduce, type State, textOf } from './state.ts';

type AnyScreen = Parameters<Shell<State, Action>['open']>[0];

/** What was made of a text. */
export interface Explained {
  readonly result: Omit<Result, 'of'>;
  /** The screen with all of it. */
  screen(): AnyScreen;
}

/** What the screen needs of the rest of the program. */
export interface PasteWorld extends Omit<PasteLook, 'glyphs'> {
  /** Explains a text. @param left bytes that were not kept @param stale says that nobody waits for it any more: then null */
  explain(text: string, left: number, stale: () => boolean): Promise<Explained | null>;
  /** The screen of a file that is read as a log. @throws ModwhyError when it cannot be read */
  open(path: string): Promise<AnyScreen>;
}

/** The text is explained when nothing was added for so long. */
const pause = 150;
/** Keys that follow each other faster than anyone types came from a paste that the terminal does not mark: their line ends are text. */
const burst = 25;

/** A text that is pasted and typed, with its explanation while it grows. */
export function pasteScreen(world: PasteWorld): Screen<State, Action, Effect> {
  let shell: Shell<State, Action> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let lastKey = Number.NEGATIVE_INFINITY;
  let made: { readonly of: number; readonly explained: Explained } | null = null;
  let begun = 0;

  const explain = async (): Promise<Explained | null> => {
    clearTimeout(timer);
    if (!shell) return null;
    const state = shell.state();
    const of = state.changes;
    if (made?.of === of) return made.explained;
    const mine = ++begun;
    const explained = await world.explain(textOf(state), state.left, () => mine !== begun);
    if (!explained || mine !== begun) return null;
    made = { of, explained };
    shell.dispatch({ type: 'result', result: { ...explained.result, of } });
    return explained;
  };
  const later = () => {
    clearTimeout(timer);
    // One that is under way is out of date.
    begun++;
    timer = setTimeout(() => {
      if (shell && shell.state().parts.length > 0) void explain().catch((error: unknown) => shell?.notice(String(error)));
    }, pause);
  };

  const enter = async (shell: Shell<State, Action>) => {
    if (performance.now() - lastKey < burst) {
      shell.dispatch({ type: 'letter', text: '\n' });
      lastKey = performance.now();
      return later();
    }
    if (shell.state().parts.length === 0) return shell.notice(words.paste.nothing);
    if (shell.state().result?.of !== shell.state().changes) shell.notice(words.paste.reading);
    const explained = await explain();
    if (!explained) return;
    shell.notice(null);
    if (explained.result.file !== null) return open(explained.result.file, shell);
    shell.open(explained.screen());
  };
  const open = async (path: string, shell: Shell<State, Action>) => {
    try {
      shell.open(await world.open(path));
    } catch (error) {
      shell.notice((error as Error).message);
    }
  };

  return {
    name: 'paste',
    initial: initialState,
    bindings: pasteBindings,
    reduce,
    rows: (state, size, { glyphs }) => pasteRows(state, size, { ...world, glyphs }),
    start(opened) {
      shell = opened;
      return () => clearTimeout(timer);
    },
    pasted(text) {
      later();
      return { type: 'paste', text };
    },
    typed(_, letter) {
      lastKey = performance.now();
      later();
      return { type: 'letter', text: letter };
    },
    async perform(effect, shell) {
      if (effect === 'enter') return enter(shell);
      if (effect === 'open') {
        const file = shell.state().result?.file;
        return shell.ask({ label: words.paste.openLabel, ...(file != null && { text: file }), submit: (path) => open(path, shell) });
      }
      if (effect !== 'leave') {
        shell.dispatch(effect === 'tab' ? { type: 'letter', text: '\t' } : { type: effect });
        return later();
      }
      if (shell.state().parts.length === 0 || shell.state().leaving) return shell.close();
      shell.dispatch({ type: 'leaving' });
      shell.notice(words.paste.leaving);
    },
  };
}
