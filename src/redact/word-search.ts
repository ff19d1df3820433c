/** Stands among words for a long run of base64 characters. */
export const longRun = '(long run)';

const longRunLength = 60;

// 32 classes of characters: letters without their case, digits, and the signs that words begin with. Three in a row make an index of 15 bits.
const classBits = 0x1f;
// Set for characters of base64.
const runBit = 0x20;
const kinds = new Uint8Array(128);
let filled = false;

function fillTables(): void {
  filled = true;
  // `a` is 0x61, and `A` is 0x41.
  for (let letter = 1; letter <= 26; letter++) kinds[0x60 + letter] = kinds[0x40 + letter] = letter | runBit;
  for (let digit = 0x30; digit <= 0x39; digit++) kinds[digit] = 27 | runBit;
  kinds[0x2d] = 28; // -
  kinds[0x5f] = 29; // _
  kinds[0x3a] = 30; // :
  kinds[0x2f] = 31 | runBit; // /
  kinds[0x2b] = runBit; // +
}

/** Looks for many words in one pass over the characters of a line. */
export interface WordSearch {
  /**
   * Tells which of the words stand in a line, in any case of their letters, at least once each.
   * @param stop says that it has seen enough
   * @returns whether it was stopped
   */
  some(line: string, stop: (word: string, line: string) => boolean): boolean;
}

/** @param words in small letters, of three characters at least, or `longRun` */
export function createWordSearch(words: Iterable<string>): WordSearch {
  // Plain loops and few objects: this is made in every run that reads a line with anything in it.
  if (!filled) fillTables();
  const starts = new Map<number, string[]>();
  const mayStart = new Uint8Array(1 << 15);
  for (const word of words) {
    if (word === longRun) continue;
    if (word.length < 3) throw new Error(`the word "${word}" is too short to be looked for`);
    let index = 0;
    for (let at = 0; at < 3; at++) index = (index << 5) | (kinds[word.charCodeAt(at)]! & classBits);
    if (mayStart[index] === 0) starts.set(index, [word]);
    else if (!starts.get(index)!.includes(word)) starts.get(index)!.push(word);
    mayStart[index] = 1;
  }
  const standsAt = (word: string, line: string, start: number) => line.slice(start, start + word.length).toLowerCase() === word;
  const stopsAt = (index: number, line: string, start: number, stop: (word: string, line: string) => boolean): boolean => {
    for (const word of starts.get(index)!) if (standsAt(word, line, start) && stop(word, line)) return true;
    return false;
  };
  return {
    some(line, stop) {
      let index = 0;
      let run = 0;
      for (let at = 0; at < line.length; at++) {
        const code = line.charCodeAt(at);
        if (code > 127) {
          index = (index << 5) & 0x7fff;
          run = 0;
          continue;
        }
        const kind = kinds[code]!;
        index = ((index << 5) | (kind & classBits)) & 0x7fff;
        run = kind & runBit ? run + 1 : 0;
        if (run === longRunLength && stop(longRun, line)) return true;
        if (mayStart[index] && at >= 2 && stopsAt(index, line, at - 2, stop)) return true;
      }
      return false;
    },
  };
}
