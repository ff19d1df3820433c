import type { Glyphs } from '../view/glyphs.ts';
import type { Motion, Move } from '../view/motion.ts';
import type { Row } from '../view/row.ts';
import type { World } from '../world/world.ts';

/** Every screen; each has its section in the key table (`src/tui/key-table.ts`). */
export type ScreenName = 'explain' | 'live' | 'paste' | 'questions' | 'scan' | 'rules' | 'waterfall' | 'help';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** How things are drawn, chosen once for the whole run. */
export interface Look {
  readonly glyphs: Glyphs;
}

/**
 * What a key does: an action for the reducer, a motion (becomes the action `move` with the page's rows), or an effect,
 * which goes to `perform`.
 */
export type Command<Action, Effect> = { readonly action: Action } | { readonly motion: Motion } | { readonly effect: Effect };

export interface KeyWords {
  /** How the keys are written for the reader. */
  readonly shown: string;
  /** Empty when it is not in the help. */
  readonly help: string;
  /** How the last row of the screen says it; without, it is only in the help. */
  readonly footer?: string;
}

/** A key with its words. Dispatch, the last row of the screen, `?`, `modwhy help keys` and the docs are all made from these. */
export interface Binding<State, Action, Effect> {
  /** Names as `keyNames` gives them: `j`, `ctrl+d`, `shift+tab`, `return`. */
  readonly keys: readonly string[];
  readonly command: Command<Action, Effect>;
  /** Its words, from `src/tui/words.ts`; without, another binding of the table speaks for these keys. */
  readonly says?: () => KeyWords;
  /** The column of the help screen. */
  readonly group: 'move' | 'do';
  /** The key is bound only then; always by default. */
  when?(state: State): boolean;
  /** The last row shows it only then, since otherwise it would do nothing. */
  useful?(state: State): boolean;
}

/** A line that the reader types at the bottom: a search, a file name. Esc ends it without an answer. */
export interface Prompt {
  /** Stands before the text: `/`, `save as `. */
  readonly label: string;
  readonly text?: string;
  /** After every letter, for lists that narrow while one types. */
  changed?(text: string): void;
  submit(text: string): void | Promise<void>;
  cancelled?(): void;
}

/** What a screen can ask of the shell around it. It works as long as the screen is open; after that it does nothing. */
export interface Shell<State, Action> {
  /** The state after everything that was dispatched so far. */
  state(): State;
  /** Changes the state and draws; also from timers, readers of files and child processes. */
  dispatch(action: Action): void;
  /** One line at the bottom, until the next key; null takes it away. */
  notice(text: string | null): void;
  ask(prompt: Prompt): void;
  /** Puts a screen on top; `q` and Esc come back to this one, whose state is as it was. */
  open<S, A, E>(screen: Screen<S, A, E>): void;
  /** Takes this screen away; the last one ends the program's screen. */
  close(): void;
  /** Ends all screens. */
  leave(): void;
  /** Gives the terminal to another program until `work` is done, then draws anew. */
  suspend(work: () => void | Promise<void>): Promise<void>;
  readonly world: World;
}

/**
 * One screen as a pure module. The shell owns the terminal: keys, size, theme, suspending, the row at the bottom (keys,
 * notices, prompts), the message for a terminal that is too small, and the way back.
 */
export interface Screen<State, Action, Effect = never> {
  readonly name: ScreenName;
  readonly initial: State;
  readonly bindings: readonly Binding<State, Action, Effect>[];
  /** The state after an action; the same object when nothing changed. Nothing else happens here. */
  reduce(state: State, action: Action | Move): State;
  /** Exactly `size.rows` rows of `size.columns` columns: all of the terminal but the last row, which is the shell's. */
  rows(state: State, size: Size, look: Look): readonly Row[];
  /**
   * The state as sentences, for people who listen: all of it when nothing was said before, later only what changed.
   * Without this the rows that changed are read.
   */
  speak?(state: State, before: State | null): readonly string[];
  /** What `q` or Esc closes inside the screen; null when the screen itself is what is closed. Default: null. */
  back?(state: State, key: 'q' | 'escape'): State | null;
  /** What Ctrl+C does as long as this is the first screen, under others too. @returns whether the program's screen is left. Default: true */
  interrupt?(shell: Shell<State, Action>): boolean;
  /** What goes beyond the state: the clipboard, files, other screens. */
  perform?(effect: Effect, shell: Shell<State, Action>): void | Promise<void>;
  /** Begins what runs while the screen is open (timers, a followed file); what it returns ends that. */
  start?(shell: Shell<State, Action>): () => void;
  /** Text that was pasted, as it came. Without this a paste does nothing. */
  pasted?(text: string): Action;
  /** Letters go here instead of to the bindings while this gives an action; keys with names (`return`, `ctrl+d`) never do. */
  typed?(state: State, letter: string): Action | null;
}
