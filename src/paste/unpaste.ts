import { chat } from './chat.ts';
import { indented } from './indented.ts';
import { jsonString } from './json-string.ts';
import { knownSentence } from './known-sentence.ts';
import { lineNumbers } from './line-numbers.ts';
import { markup } from './markup.ts';
import { oneLine } from './one-line.ts';
import { bulletedLines, commentedLines, quotedLines, secondsLines } from './prefixes.ts';
import type { PasteForm, RawLine } from './raw-line.ts';
import { shownEscapes } from './shown-escapes.ts';
import { webText } from './web-text.ts';
import { wrapped } from './wrapped.ts';

// In the order in which they are undone. Quotes may stand in quotes, so those before lines are looked for twice.
const characters: readonly PasteForm[] = [webText, shownEscapes, jsonString];
const beforeLines: readonly PasteForm[] = [quotedLines, lineNumbers, secondsLines, chat, commentedLines, bulletedLines];
const around: readonly PasteForm[] = [markup, indented, wrapped, knownSentence, oneLine];
const forms: readonly PasteForm[] = [...characters, ...beforeLines, ...beforeLines, ...around];

/** What a log was before people copied, quoted or sent it. Every line keeps the number of the line that it, or its start, stood in. */
export interface Unpasted {
  readonly lines: readonly RawLine[];
  /** Names of the forms that were undone. */
  readonly forms: readonly string[];
}

/** Looks at a whole text: most forms can be told from chance only by what all lines have in common. */
export function unpaste(lines: readonly RawLine[]): Unpasted {
  let current = lines;
  const undone = new Set<string>();
  for (const form of forms) {
    const result = form.undo(current);
    if (result === null) continue;
    current = result;
    undone.add(form.name);
  }
  return { lines: current, forms: [...undone] };
}
