import type { KeptOutput } from '../../proc/kept-output.ts';
import { posixCommand } from '../../remedy/quote.ts';

const longestEcho = 2000;
const longestName = 200;

/** The command as a person would type it; for a headline, shortened. */
export function commandName(argv: readonly string[]): string {
  const text = oneLine(argv);
  return text.length > longestName ? `${text.slice(0, longestName)}...` : text;
}

/** What a terminal would show of the command: the echo, what it printed, and how it ended. The shell dialect reads all of it. */
export function* transcript(argv: readonly string[], kept: KeptOutput, exitCode: number): Generator<Uint8Array> {
  yield echoOf(argv);
  yield* kept.lines();
  yield Buffer.from(`$ echo $?\n${exitCode}\n`);
}

/** The line in which a shell would show the command. */
export function echoOf(argv: readonly string[]): Buffer {
  return Buffer.from(`$ ${oneLine(argv.map(withoutMessage)).slice(0, longestEcho)}\n`);
}

/** A word with an error message in it is no error that happened: the echo leaves such words out. */
function withoutMessage(word: string): string {
  return /: |[\r\n]/.test(word) ? '...' : word;
}

function oneLine(argv: readonly string[]): string {
  return posixCommand(argv).replace(/[\r\n]+/g, ' ');
}
