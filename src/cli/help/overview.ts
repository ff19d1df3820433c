import { type CommandEntry, commands } from '../commands.ts';
import { spoken } from '../told.ts';
import { columns, flagRows } from './rows.ts';

/** The help of 24 lines and 80 columns. */
export function helpText(): string {
  const lines = [
    spoken('modwhy - explains why a Go module build failed, from its log'),
    spoken('Usage'),
    ...columns((commands as readonly CommandEntry[]).filter(({ silent, more }) => !silent && !more).map(commandRow)),
    '',
    spoken('Flags'),
    ...flagRows(({ of }) => of === undefined),
  ];
  return `${lines.join('\n')}\n`;
}

/** A command as lists of commands show it. */
export function commandRow({ synopsis, help }: CommandEntry): readonly [string, string] {
  return [`modwhy ${synopsis}`, help];
}
