import { indexLiterals, shift, slotOf } from './literal-index.ts';

/** What stands in a line: nothing, a word only, or a literal. */
type Held = 0 | 1 | 2;
export const holdsWord = 1;
export const holdsLiteral = 2;

export interface LiteralSearch {
  /** @param enough what ends the search */
  find(bytes: Uint8Array, from: number, to: number, enough: Held): Held;
}

const folded = new Uint8Array(256);
for (let code = 0; code < 256; code++) folded[code] = code >= 0x41 && code <= 0x5a ? code + 32 : code;

/**
 * Finds literals in bytes, one byte after the other.
 * @param literals of at least four bytes, compared exactly @param words written in small letters, which stand for any
 */
export function createLiteralSearch(literals: readonly string[], words: readonly string[]): LiteralSearch {
  const texts = [...literals, ...words].map((word) => Buffer.from(word));
  const { heads, next, ends } = indexLiterals(texts.map((text) => text.toString('latin1')));

  const heldAt = (bytes: Uint8Array, from: number, to: number, at: number, head: number): Held => {
    let held: Held = 0;
    for (let owner = head; owner !== 0; owner = next[owner - 1]!) {
      const text = texts[owner - 1]!;
      const start = at - ends[owner - 1]!;
      if (start < from || start + text.length > to) continue;
      let same = 0;
      if (owner <= literals.length) {
        while (same < text.length && bytes[start + same] === text[same]) same++;
        if (same === text.length) return holdsLiteral;
      } else {
        while (same < text.length && folded[bytes[start + same]!] === text[same]) same++;
        if (same === text.length) held = holdsWord;
      }
    }
    return held;
  };

  return {
    find(bytes, from, to, enough) {
      let held: Held = 0;
      let gram = 0;
      for (let at = from; at < to; at++) {
        gram = shift(gram, bytes[at]!);
        const head = heads[slotOf(gram)]!;
        if (head === 0) continue;
        const here = heldAt(bytes, from, to, at, head);
        if (here > held) held = here;
        if (held >= enough) return held;
      }
      return held;
    },
  };
}
