import type { Move } from '../view/motion.ts';
import type { Row } from '../view/row.ts';
import { plainRows } from './plain-rows.ts';
import type { Binding, Command, Look, Screen, ScreenName, Shell, Size } from './screen.ts';

/** A binding without the types of its screen: what the bottom row and the help need. */
export type ShownBinding = Pick<Binding<unknown, unknown, unknown>, 'keys' | 'says' | 'group'>;

/** An open screen: its state, and no types of its own to the outside. */
export interface Layer {
  readonly name: ScreenName;
  rows(size: Size, look: Look): readonly Row[];
  /** Sentences about what is new since the last call. */
  say(size: Size, look: Look): readonly string[];
  /** All bindings, for the help. */
  readonly bindings: readonly ShownBinding[];
  /** Those that do something now. */
  useful(): readonly ShownBinding[];
  /** @returns whether the key did something here */
  press(key: string, page: number): boolean;
  /** @returns whether the screen takes pasted text */
  paste(text: string): boolean;
  /** Ctrl+C. @returns whether all screens are left */
  interrupt(): boolean;
  /** Starts what runs while it is open. */
  begin(): void;
  /** @returns false when nothing inside is left to close */
  back(key: 'q' | 'escape'): boolean;
  /** `q` closes something inside, not the screen. */
  hasInside(): boolean;
  end(): void;
}

/** What the stack gives to a layer; it stands behind the `Shell` of the screen. */
export type Host = Omit<Shell<never, never>, 'state' | 'dispatch' | 'close'> & {
  changed(): void;
  close(layer: Layer): void;
  /** An error of a screen is an error of the program, wherever it arose. */
  failed(error: unknown): void;
};

/** Opens a screen. @param last told the state whenever it changes, for who wants to know how it ended */
export function openLayer<State, Action, Effect>(
  screen: Screen<State, Action, Effect>,
  host: Host,
  last: (state: State) => void = () => {},
): Layer {
  let state = screen.initial;
  let open = true;
  let said: State | null = null;
  let read: readonly string[] = [];
  let stop = () => {};
  const become = (next: State) => {
    if (next === state) return;
    state = next;
    last(state);
    host.changed();
  };
  const dispatch = (action: Action | Move) => void (open && become(screen.reduce(state, action)));
  const whenOpen =
    <Args extends unknown[]>(call: (...args: Args) => void) =>
    (...args: Args) =>
      void (open && call(...args));
  const shell: Shell<State, Action> = {
    state: () => state,
    dispatch,
    notice: whenOpen(host.notice),
    ask: whenOpen(host.ask),
    open: (screen) => void (open && host.open(screen)),
    close: () => host.close(layer),
    leave: whenOpen(host.leave),
    suspend: host.suspend,
    world: host.world,
  };
  const perform = async (effect: Effect) => {
    try {
      await screen.perform?.(effect, shell);
    } catch (error) {
      host.failed(error);
    }
  };
  const run = (command: Command<Action, Effect>, page: number) => {
    if ('motion' in command) dispatch({ type: 'move', motion: command.motion, page });
    else if ('action' in command) dispatch(command.action);
    else void perform(command.effect);
  };
  const bound = () => screen.bindings.filter(({ when }) => when?.(state) ?? true);
  const layer: Layer = {
    name: screen.name,
    rows: (size, look) => screen.rows(state, size, look),
    say(size, look) {
      if (screen.speak) {
        const news = state === said ? [] : screen.speak(state, said);
        said = state;
        return news;
      }
      const before = new Set(read);
      read = plainRows(screen.rows(state, size, look));
      return read.filter((line) => !before.has(line));
    },
    bindings: screen.bindings,
    useful: () => bound().filter(({ useful }) => useful?.(state) ?? true),
    press(key, page) {
      const letter = key === 'space' ? ' ' : key;
      const typed = Array.from(letter).length === 1 ? screen.typed?.(state, letter) : null;
      if (typed != null) {
        dispatch(typed);
        return true;
      }
      const binding = bound().find(({ keys }) => keys.includes(key));
      if (binding) run(binding.command, page);
      return binding !== undefined;
    },
    paste(text) {
      if (screen.pasted) dispatch(screen.pasted(text));
      return screen.pasted !== undefined;
    },
    interrupt: () => screen.interrupt?.(shell) ?? true,
    begin() {
      stop = screen.start?.(shell) ?? stop;
    },
    back(key) {
      const next = screen.back?.(state, key) ?? null;
      if (next !== null) become(next);
      return next !== null;
    },
    hasInside: () => screen.back?.(state, 'q') != null,
    end() {
      if (!open) return;
      open = false;
      stop();
    },
  };
  last(state);
  return layer;
}
