import { type Key, useApp, useInput, usePaste, useWindowSize } from 'ink';
import { useEffect, useReducer, useRef } from 'react';
import type { AppProps } from './app.tsx';
import { keyNames } from './key-name.ts';
import type { Size } from './screen.ts';
import { createStack, type Stack } from './stack.ts';

type StackProps<State, Action, Effect> = Pick<AppProps<State, Action, Effect>, 'screen' | 'world' | 'stop' | 'quietly' | 'last'>;

/** The stack of screens in a component: keys and pasted texts go to it, and what changes there draws the component again. */
export function useStack<State, Action, Effect>({
  screen,
  world,
  stop,
  quietly = async (work) => work(),
  last,
}: StackProps<State, Action, Effect>): { readonly stack: Stack; readonly size: Size } {
  const { exit, suspendTerminal } = useApp();
  const size = useWindowSize();
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const kept = useRef<Stack | null>(null);
  kept.current ??= createStack(
    screen,
    { changed: draw, exit, handOver: (work) => suspendTerminal(() => quietly(work)), stop, world },
    last,
  );
  const stack = kept.current;

  useInput((input: string, key: Key) => {
    for (const name of keyNames(input, key)) stack.press(name, size);
  });
  // Also where nothing takes it: a pasted text is no row of keys.
  usePaste((text) => stack.paste(text));
  useEffect(() => {
    stack.begin();
    return () => stack.end();
  }, [stack]);
  return { stack, size };
}
