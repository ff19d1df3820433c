import { Static, Text } from 'ink';
import { useRef } from 'react';
import { wrapHard } from '../view/wrap-rows.ts';
import type { AppProps } from './app.tsx';
import { useStack } from './use-stack.ts';

/** The same screens as sentences that are added below, for a screen reader: nothing is drawn twice, nothing moves. */
export function SpeakingApp<State, Action, Effect>({ look, ...parts }: AppProps<State, Action, Effect>) {
  const { stack, size } = useStack(parts);
  const said = useRef<string[]>([]);
  const news = stack.say({ columns: Math.max(size.columns, 80), rows: Math.max(size.rows, 24) }, look);
  // A word that is broken at the edge would be read as two.
  if (news.length > 0) said.current = [...said.current, ...news.flatMap((line) => wrapHard(line, size.columns - 1))];

  return (
    <>
      <Static items={said.current}>{(line, index) => <Text key={index}>{line}</Text>}</Static>
      <Text>{stack.typing()}</Text>
    </>
  );
}
