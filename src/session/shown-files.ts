import { beginsFile, mayShow, mostLines, mostStarts } from '../evidence/pasted.ts';
import type { Line } from '../model/line.ts';

/** Follows the lines that are read: whether those after them may belong to a file that somebody shows, of which none may be missing. */
export interface ShownFiles {
  read(line: Line): void;
  /** The next line belongs to it. */
  goesOn(): boolean;
}

// Behind the last line that counts there is one that ends the file, or says that it is too long.
const wholeFile = mostLines + 2;
// getent prints an address on each line, and dig an answer.
const manyAnswers = 50;
const showsSettings = /\bgo env\b/;

export function createShownFiles(): ShownFiles {
  let before: Line | undefined;
  let left = 0;
  let starts = 0;
  let begins = 0;
  const open = (count: number) => (left = Math.max(left, count));
  return {
    read(line) {
      const { kind, text } = line;
      left--;
      if (kind === 'command') {
        const command = line.command ?? text;
        // The head of a step shows all commands before the first one runs.
        if (!line.script) left = 0;
        if (showsSettings.test(command)) open(wholeFile);
        else if (starts < mostStarts && mayShow(command)) {
          starts++;
          open(wholeFile);
        }
      } else if (kind === 'exit') left = 0;
      else if (kind === 'output' && begins < mostStarts && beginsFile(line, before)) {
        begins++;
        open(wholeFile);
      }
      if (text.includes('getent') || text.includes(' SECTION:')) open(manyAnswers);
      before = line;
    },
    goesOn: () => left > 0,
  };
}
