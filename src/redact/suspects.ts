import { isCalm } from './line-scanner.ts';
import { weakPattern, weakWords, wordPattern } from './words.ts';

// Enough for the engine's search to pay, and little enough to hold twice.
const batchLength = 1 << 18;

// What else `isCalm` stops at: a scheme at the end of a line; what a terminal does not show.
const otherSign = /https?:\/?[^\S\n]*$|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2060\ufeff]/gm;

export interface CalmLines {
  /** Whether the line at a position is calm for sure. */
  isCalm(position: number): boolean;
  /** The first position from here on whose line may not be calm; the number of lines when there is none. */
  nextSuspect(from: number): number;
}

/**
 * The lines that `isCalm` might not pass, by one search over many lines: in a short run the engine's own search is quicker than a loop over
 * their characters.
 */
export function calmLines(lines: readonly string[]): CalmLines {
  const anyWord = wordPattern();
  const suspect = new Uint8Array(lines.length);
  for (let from = 0; from < lines.length; ) {
    let to = from;
    for (let length = 0; to < lines.length && length < batchLength; to++) length += lines[to]!.length;
    const batch = lines.slice(from, to);
    const text = batch.join('\n');
    for (const position of linesWith(anyWord, text, batch)) suspect[from + position] = 1;
    for (const position of linesWith(otherSign, text, batch)) suspect[from + position] = 1;
    for (const [word, more] of weakWords)
      for (const position of linesWith(weakPattern(word), text, batch)) if (more.test(batch[position]!)) suspect[from + position] = 1;
    from = to;
  }
  return {
    isCalm: (position) => suspect[position] === 0 || isCalm(lines[position]!),
    nextSuspect(from) {
      const position = suspect.indexOf(1, from);
      return position < 0 ? lines.length : position;
    },
  };
}

/** Positions of the lines that have a match; `pattern` has flag `g`, and no match goes over a line end. */
function linesWith(pattern: RegExp, text: string, lines: readonly string[]): number[] {
  const found: number[] = [];
  let position = 0;
  let end = lines[0]!.length;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    while (end < match.index) end += 1 + lines[++position]!.length;
    found.push(position);
    // One match a line is enough.
    pattern.lastIndex = end;
  }
  return found;
}
