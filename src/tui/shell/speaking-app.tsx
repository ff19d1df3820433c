import { type Key, Static, Text, useApp, useInput, usePaste, useWindowSize } from 'ink';
import { useEffect, useReducer, useRef } from 'react';
import { wrapHard } from '../view/wrap-rows.ts';
import type { AppProps } from './app.tsx';
import { keyNames } from './key-name.ts';
import { createStack } from './stack.ts';

/** The same screens as sentences that are added below, for a screen reader: nothing is drawn twice, nothing moves. */
export function SpeakingApp<State, Action, Effect>({
  screen,
  look,
  world,
  stop,
  quietly = async (work) => work(),
  last,
}: AppProps<State, Action, Effect>) {
  const { exit, suspendTerminal } = useApp();
  const size = useWindowSize();
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const said = useRef<string[]>([]);
  const kept = useRef<ReturnType<typeof createStack> | null>(null);
  kept.current ??= createStack(
    screen,
    { changed: draw, exit, handOver: (work) => suspendTerminal(() => quietly(work)), stop, world },
    last,
  );
  const stack = kept.current;
  const news = stack.say({ columns: Math.max(size.columns, 80), rows: Math.max(size.rows, 24) }, look);
  // A word that is broken at the edge would be read as two.
  if (news.length > 0) said.current = [...said.current, ...news.flatMap((line) => wrapHard(line, size.columns - 1))];

  useInput((input: string, key: Key) => {
    for (const name of keyNames(input, key)) stack.press(name, size);
  });
  usePaste((text) => stack.paste(text));
  useEffect(() => {
    stack.begin();
    return () => stack.end();
  }, [stack]);

  return (
    <>
      <Static items={said.current}>{(line, index) => <Text key={index}>{line}</Text>}</Static>
      <Text>{stack.typing()}</Text>
    </>
  );
}
