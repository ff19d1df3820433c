import { type CommandEntry, commands } from './commands.ts';
import { exitCodes } from './exit.ts';
import { type Flag, flagHelp, flagSynopsis } from './flag.ts';
import { flags } from './flags.ts';
import { helpTopic } from './help/topics.ts';
import { spoken } from './told.ts';
import { version } from './version.ts';

// When the words of this page changed last: a page without a date is a fault to mandoc.
const DATED = '2026-11-22';

/** The manual page, in the macros of man(7), in the language of this run. */
export function manPage(): string {
  const all = flags as readonly Flag[];
  const common = all.filter(({ of }) => of === undefined);
  return `${[
    `.TH MODWHY 1 ${DATED} "modwhy ${plain(version)}"`,
    '.nh',
    '.ad l',
    heading('NAME'),
    text(spoken('modwhy - explains why a Go module build failed, from its log')),
    heading('SYNOPSIS'),
    '.B modwhy',
    text(spoken('COMMAND [FLAGS] [OPERANDS]')),
    heading('COMMANDS'),
    ...(commands as readonly CommandEntry[]).flatMap((command) => [
      '.TP',
      `.B modwhy ${plain(command.synopsis)}`,
      filled(spoken(command.help)),
      ...all.filter(({ of }) => of?.includes(command.name)).flatMap((flag) => inner(flag, command.name)),
    ]),
    heading('FLAGS'),
    ...common.flatMap((flag) => entry(flag)),
    heading('FORMATS'),
    ...asPrinted('formats'),
    heading('ENVIRONMENT'),
    ...asPrinted('environment'),
    heading('EXIT STATUS'),
    ...exitCodes.flatMap(({ code, meaning }) => ['.TP', `.B ${plain(String(code))}`, filled(spoken(meaning))]),
    heading('EXAMPLES'),
    '.nf',
    ...['modwhy explain build.log', 'go build ./... 2>&1 | modwhy', 'modwhy run -- go test ./...', 'modwhy help run'].map(text),
    '.fi',
  ].join('\n')}\n`;
}

function heading(english: string): string {
  const words = text(spoken(english));
  return `.SH ${words.includes(' ') ? `"${words}"` : words}`;
}

function entry(flag: Flag, help: string = flag.help): string[] {
  return ['.TP', `.B ${plain(flagSynopsis(flag).trim())}`, filled(spoken(help))];
}

/** Below its command. */
function inner(flag: Flag, command: string): string[] {
  return ['.RS', ...entry(flag, flagHelp(flag, command)), '.RE'];
}

/** A table of `modwhy help`, whose columns stay. */
function asPrinted(topic: string): string[] {
  return ['.nf', ...helpTopic(topic).trimEnd().split('\n').map(text), '.fi'];
}

/** Words of a line that roff does not take for its own. */
function plain(words: string): string {
  return words.replaceAll('\\', '\\(rs').replaceAll('-', '\\-').replaceAll('"', '\\(dq');
}

/** Text that is filled: its lines are short, as roff wants them. */
function filled(words: string): string {
  return (words.match(/\S.{0,60}\S*(?= |$)|\S+/g) ?? []).map((line) => text(line)).join('\n');
}

/** A line of text; Chinese has no blanks at which a line could be broken, so the places are named. */
function text(words: string): string {
  const line = plain(words).replace(/(?<=[\u3001-\u9fff\uff01-\uff5e])(?=[\u4e00-\u9fff])/g, '\\:');
  return /^[.']/.test(line) ? `\\&${line}` : line;
}
