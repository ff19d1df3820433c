import { displayWidth, padToWidth } from '../../report/width.ts';
import { wrap } from '../../report/wrap.ts';
import { type Flag, flagHelp, flagSynopsis } from '../flag.ts';
import { flags } from '../flags.ts';
import { spoken } from '../told.ts';

/** What `modwhy help TOPIC` prints for each topic of a file. */
export type HelpTopics = Readonly<Record<string, () => string[]>>;

const WIDTH = 80;
// A longer name has its line for itself: what is said of it would be too narrow to read.
const WIDEST = 48;

/** Names with what is said of each, in two columns. */
export function columns(pairs: readonly (readonly [string, string])[]): string[] {
  const widths = pairs.map(([left]) => displayWidth(left)).filter((width) => width <= WIDEST);
  const width = Math.max(0, ...widths);
  return pairs.flatMap(([left, right]) => {
    const lines = wrap(spoken(right), WIDTH - width - 4);
    const alone = displayWidth(left) > width;
    const rows = (alone ? ['', ...lines] : lines).map((line, index) => `  ${padToWidth(index === 0 ? left : '', width)}  ${line}`);
    return rows.map((row) => row.trimEnd());
  });
}

/** A paragraph, whose lines are broken anew in each language. */
export function prose(...lines: readonly string[]): string[] {
  return wrap(spoken(lines.join(' ')), WIDTH);
}

/** The flags for which `chosen` holds, with what each does everywhere. */
export function flagRows(chosen: (flag: Flag) => boolean): string[] {
  return columns((flags as readonly Flag[]).filter(chosen).map((flag) => [flagSynopsis(flag), flag.help] as const));
}

/** The flags that a command has besides those of all, with what each does there. */
export function flagRowsOf(command: string): string[] {
  return columns(
    (flags as readonly Flag[])
      .filter(({ of }) => of?.includes(command) ?? false)
      .map((flag) => [flagSynopsis(flag), flagHelp(flag, command)] as const),
  );
}
