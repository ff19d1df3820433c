import { helpScreen } from '../screens/help/screen.ts';
import type { Row } from '../view/row.ts';
import { row } from '../view/row.ts';
import { wrapHard } from '../view/wrap-rows.ts';
import { words } from '../words.ts';
import type { World } from '../world/world.ts';
import { bottomRow } from './bottom-row.ts';
import { type Host, type Layer, openLayer } from './layer.ts';
import { type TypedPrompt, typeKey, typeText } from './prompt.ts';
import type { Look, Prompt, Screen, Size } from './screen.ts';
import { type ShellCommand, shellBindings, withShellKeys } from './shell-keys.ts';

/** What only the owner of the terminal can do. */
export interface Terminal {
  /** Draw again; many calls may end in one drawing. */
  changed(): void;
  /** Ends the drawing; with an error the program fails with it. */
  exit(error?: unknown): void;
  /** Hands the terminal over until `work` is done, then draws everything anew. */
  handOver(work: () => void | Promise<void>): Promise<void>;
  /** Stops the process until the shell brings it back; null where that does not exist. */
  readonly stop: (() => void) | null;
  readonly world: World;
}

export interface Stack {
  /** Starts what the first screen runs, once the terminal is there. */
  begin(): void;
  /** The whole screen: exactly `rows` rows of exactly `columns` columns. */
  rows(size: Size, look: Look): readonly Row[];
  /** Sentences about what is new since the last call. */
  say(size: Size, look: Look): readonly string[];
  /** The prompt with what was typed, or nothing. */
  typing(): string;
  press(key: string, size: Size): void;
  paste(text: string): void;
  /** Ends whatever the screens have running. */
  end(): void;
}

const LEAST: Size = { columns: 40, rows: 10 };

/**
 * Open screens, the last on top, and what they share: prompt, notice, help, the way back. Knows nothing of React or Ink.
 * @param last told the state of the first screen whenever it changes
 */
export function createStack<State, Action, Effect>(
  first: Screen<State, Action, Effect>,
  terminal: Terminal,
  last?: (state: State) => void,
): Stack {
  const layers: Layer[] = [];
  let notice: string | null = null;
  let prompt: TypedPrompt | null = null;
  const heard = new Set<Layer>();
  let lastHeard: Layer | null = null;
  let lastAsked: Prompt | null = null;
  let lastNotice: string | null = null;
  const top = () => layers.at(-1)!;
  const host: Host = {
    changed: terminal.changed,
    failed: terminal.exit,
    notice(text) {
      notice = text;
      terminal.changed();
    },
    ask(question) {
      prompt = { question, text: question.text ?? '' };
      terminal.changed();
    },
    open(screen) {
      layers.push(openLayer(screen, host));
      top().begin();
      terminal.changed();
    },
    close(layer) {
      const at = layers.indexOf(layer);
      if (at === -1) return;
      for (const gone of layers.splice(at)) gone.end();
      prompt = null;
      if (layers.length === 0) terminal.exit();
      else terminal.changed();
    },
    leave: () => terminal.exit(),
    suspend: (work) => terminal.handOver(work),
    world: terminal.world,
  };

  const commands: Readonly<Record<ShellCommand, () => void>> = {
    help: () => (top().name === 'help' ? host.close(top()) : host.open(helpScreen(top().bindings, top().name))),
    escape() {
      if (top().back('escape')) return;
      if (layers.length > 1) host.close(top());
      else host.notice(words.atTop);
    },
    quit: () => void (top().back('q') || host.close(top())),
    leave() {
      if (layers[0]!.interrupt()) terminal.exit();
    },
    suspend: () => void (terminal.stop && terminal.handOver(terminal.stop)),
    // Handing the terminal over for a moment draws everything anew.
    redraw: () => void terminal.handOver(() => {}),
  };

  const type = (next: ReturnType<typeof typeKey>) => {
    const { question, text } = prompt!;
    prompt = typeof next === 'string' ? null : next;
    terminal.changed();
    if (next === 'cancelled') question.cancelled?.();
    else if (next === 'submitted') void answer(question, text);
    else if (next.text !== text) question.changed?.(next.text);
  };

  const answer = async (question: Prompt, text: string) => {
    try {
      await question.submit(text);
    } catch (error) {
      terminal.exit(error);
    }
  };

  layers.push(openLayer(first, host, last));
  return {
    begin: () => top().begin(),
    rows(size, look) {
      if (size.columns < LEAST.columns || size.rows < LEAST.rows) return tooSmall(size);
      if (layers.length === 0) return [];
      const keys = withShellKeys(top().useful(), layers.length > 1 || top().hasInside());
      return [...top().rows({ ...size, rows: size.rows - 1 }, look), bottomRow({ prompt, notice, keys }, size.columns, look.glyphs)];
    },
    say(size, look) {
      if (layers.length === 0) return [];
      const back = heard.has(top()) && top() !== lastHeard ? [words.help.screens[top().name]] : [];
      const first = heard.size === 0 ? [words.speak.keys] : [];
      const news = top().say(size, look);
      const asked = prompt && prompt.question !== lastAsked ? [prompt.question.label] : [];
      const told = notice !== null && notice !== lastNotice ? [notice] : [];
      heard.add(top());
      [lastHeard, lastAsked, lastNotice] = [top(), prompt?.question ?? null, notice];
      return [...back, ...news, ...first, ...told, ...asked];
    },
    typing: () => (prompt ? `${prompt.question.label}${prompt.text}` : ''),
    press(key, size) {
      if (layers.length === 0) return;
      if (key === 'ctrl+c') return commands.leave();
      if (prompt) return type(typeKey(prompt, key));
      if (notice !== null) {
        notice = null;
        terminal.changed();
      }
      if (top().press(key, pageRows(size))) return;
      const own = shellBindings.find(({ keys }) => keys.includes(key));
      if (own) commands[own.command]();
    },
    paste(text) {
      if (layers.length === 0) return;
      if (prompt) type(typeText(prompt, text));
      else if (!top().paste(text)) host.notice(words.noPaste);
    },
    end() {
      for (const layer of layers.splice(0)) layer.end();
    },
  };
}

function tooSmall({ columns, rows }: Size): Row[] {
  return wrapHard(words.tooSmall(columns, rows), columns)
    .map((line) => row(line))
    .slice(0, rows);
}

/** Rows that a page key moves by. */
function pageRows({ rows }: Size): number {
  return Math.max(1, rows - 3);
}
