import { Box, type Key, Text, useApp, useInput, useWindowSize } from 'ink';
import { useEffect, useReducer, useRef } from 'react';
import { perform, type Scene, searchFrom } from './effects.ts';
import { keyNames } from './key-name.ts';
import { type Command, commandFor } from './keys.ts';
import type { Row } from './row.ts';
import { pageRows, type Shown, screenRows } from './screen.ts';
import { type Action, createReducer, initialState, type State } from './state.ts';
import type { Theme } from './theme.ts';

export interface AppProps extends Shown {
  readonly theme: Theme;
  readonly world: Scene['world'];
  /** Stops the process until the shell brings it back; null where that does not exist. */
  readonly suspend: (() => void) | null;
}

/** Joins the parts: keys become actions, the state becomes rows, rows become text. */
export function App({ model, log, glyphs, theme, world, suspend }: AppProps) {
  const { exit, suspendTerminal } = useApp();
  const size = useWindowSize();
  const reducer = useRef(createReducer(model)).current;
  const [state, update] = useReducer(reducer, initialState);
  // Several keys can come before the next drawing; each has to see what the one before it did.
  const latest = useRef(state);
  const dispatch = (action: Action) => {
    latest.current = reducer(latest.current, action);
    update(action);
  };
  const scene: Scene = { model, log, world, dispatch };

  const run = (command: Command) => {
    if ('motion' in command) return dispatch({ type: 'move', motion: command.motion, page: pageRows(size) });
    if (!('effect' in command)) return dispatch(command);
    if (command.effect === 'leave') return exit();
    if (command.effect === 'suspend') return void (suspend && suspendTerminal(suspend));
    // Handing the terminal over for a moment draws everything anew.
    if (command.effect === 'redraw') return void suspendTerminal(() => {});
    void perform(command.effect, latest.current, scene);
  };

  useInput((input: string, key: Key) => {
    for (const name of keyNames(input, key)) {
      const now = latest.current;
      if (now.done) return;
      if (now.log && now.log.typing !== null) typeKey(name, now, dispatch, exit, () => void searchFrom(latest.current, 1, scene));
      else {
        const command = commandFor(name, now);
        if (command) run(command);
      }
    }
  });

  useEffect(() => {
    if (state.done) exit();
  }, [state.done, exit]);

  return (
    <Box width={size.columns} height={size.rows} flexDirection="column" overflow="hidden">
      {screenRows({ model, log, glyphs }, state, size).map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its place
        <RowText key={index} row={row} theme={theme} />
      ))}
    </Box>
  );
}

function RowText({ row, theme }: { readonly row: Row; readonly theme: Theme }) {
  return (
    <Text wrap="truncate">
      {row.map(({ text, tone }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a piece of a row is its place
        <Text key={index} {...theme[tone]}>
          {text}
        </Text>
      ))}
    </Text>
  );
}

function typeKey(name: string, state: State, dispatch: (action: Action) => void, leave: () => void, search: () => void): void {
  const text = name === 'space' ? ' ' : name;
  if (name === 'ctrl+c') leave();
  else if (name === 'escape') dispatch({ type: 'back' });
  else if (name === 'backspace') dispatch({ type: 'erase' });
  else if (name === 'return') {
    dispatch({ type: 'submit' });
    // An empty search repeats the one before; without one it is a way back.
    if (state.log?.typing || state.query) search();
  } else if (Array.from(text).length === 1) dispatch({ type: 'type', text });
}
