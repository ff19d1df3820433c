import { type CommandEntry, commands } from '../commands.ts';
import type { Flag } from '../flag.ts';
import { flags } from '../flags.ts';
import { helpTopics } from '../help/topics.ts';
import { spoken } from '../told.ts';

/** What can stand on a command line: what all scripts are made of. */
export interface CompletionWords {
  readonly commands: readonly { readonly name: string; readonly help: string; readonly operands: readonly string[] }[];
  readonly flags: readonly CompletionFlag[];
}

export interface CompletionFlag {
  /** `--format`, `-o` */
  readonly spellings: readonly string[];
  readonly help: string;
  readonly takesValue: boolean;
  /** A closed list; empty: files, or any text. */
  readonly values: readonly string[];
  /** Commands that alone have it; empty: all. */
  readonly of: readonly string[];
}

/** Read from the tables of commands and flags, with the help in the language of this run. */
export function completionWords(): CompletionWords {
  return {
    commands: (commands as readonly CommandEntry[]).map(({ name, synopsis, help, operands = wordsOf(synopsis) }) => ({
      name,
      help: spoken(help),
      operands: name === 'help' ? helpTopics() : operands,
    })),
    flags: (flags as readonly Flag[]).map(({ name, short, type, values = [], of = [], help }) => ({
      spellings: [`--${name}`, ...(short ? [`-${short}`] : [])],
      help: spoken(help),
      takesValue: type === 'string',
      values,
      of,
    })),
  };
}

/** `bypass [list|add|end]` takes one of three words. */
function wordsOf(synopsis: string): string[] {
  return /(?<![\w|])[a-z]+(?:\|[a-z]+)+(?![\w|])/.exec(synopsis)?.[0].split('|') ?? [];
}

/** Flags that a command has. */
export function flagsOf(command: string, words: CompletionWords): readonly CompletionFlag[] {
  return words.flags.filter(({ of }) => of.length === 0 || of.includes(command));
}

/** Without a command only those that all have. */
export function commonFlags(words: CompletionWords): readonly CompletionFlag[] {
  return words.flags.filter(({ of }) => of.length === 0);
}

/** For a shell of the family of sh. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

export function spellingsOf(flags: readonly CompletionFlag[]): string[] {
  return flags.flatMap(({ spellings }) => spellings);
}
