import { Box, Text } from 'ink';
import type { Row } from '../view/row.ts';
import type { Theme } from '../view/theme.ts';
import type { World } from '../world/world.ts';
import type { Look, Screen } from './screen.ts';
import { useStack } from './use-stack.ts';

export interface AppProps<State, Action, Effect> {
  readonly screen: Screen<State, Action, Effect>;
  readonly look: Look;
  readonly theme: Theme;
  readonly world: World;
  /** Stops the process until the shell brings it back; null where that does not exist. */
  readonly stop: (() => void) | null;
  /** Runs work during which nothing reads the terminal's keys. */
  readonly quietly?: (work: () => void | Promise<void>) => Promise<void>;
  /** Told the state of the screen whenever it changes. */
  readonly last?: (state: State) => void;
}

/** Joins the parts: keys go to the stack of screens, its rows become text. */
export function App<State, Action, Effect>({ look, theme, ...parts }: AppProps<State, Action, Effect>) {
  const { stack, size } = useStack(parts);
  return (
    <Box width={size.columns} height={size.rows} flexDirection="column" overflow="hidden">
      {stack.rows(size, look).map((row, index) => (
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
