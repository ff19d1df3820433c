/** Which characters stand side by side in some texts: what has another pair in it stands in none of them. */
export interface CharacterPairs {
  add(text: string): void;
  /** False only where no text has these characters one after the other. */
  mayHold(characters: string): boolean;
}

// Two characters of ASCII have a place of their own; others share theirs.
const bits = 7;
const mask = (1 << bits) - 1;

/** One pass over each text, after which most words are ruled out for all of them by a look at their first characters. */
export function createCharacterPairs(): CharacterPairs {
  // A bit for each pair: a byte for each would be sixteen kilobytes more for every log.
  const seen = new Uint32Array(1 << (2 * bits - 5));
  return {
    add(text) {
      let last = text.charCodeAt(0) & mask;
      for (let at = 1; at < text.length; at++) {
        const next = text.charCodeAt(at) & mask;
        seen[(last << (bits - 5)) | (next >> 5)]! |= 1 << (next & 31);
        last = next;
      }
    },
    mayHold(characters) {
      for (let at = 1; at < characters.length; at++) {
        const last = characters.charCodeAt(at - 1) & mask;
        const next = characters.charCodeAt(at) & mask;
        if ((seen[(last << (bits - 5)) | (next >> 5)]! & (1 << (next & 31))) === 0) return false;
      }
      return true;
    },
  };
}
