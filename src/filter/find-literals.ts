import type { LiteralGrams } from '../model/catalog.ts';
import { chain, type LiteralIndex, multiplier, slotShift } from './literal-index.ts';

/** Texts are searched together up to this length, and hold four times as much memory meanwhile. */
const batchLength = 1 << 18;

const gramLength = 4;
// Letter case does not matter to the table: see `shift`.
const small = 0x20202020;
const lowestFirst = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

/**
 * Prepares a search: it says for each text which literals, by position, stand in it.
 * Many texts are searched as one, since in a short run a loop over characters is never compiled, and its steps are what costs:
 * numbers of four bytes, read at each of the four places where they may begin, need a third of the steps.
 */
export function findLiterals(literals: readonly string[], grams: LiteralGrams): (texts: readonly string[]) => number[][] {
  const index = indexOf(grams);
  return (texts) => {
    const found: number[][] = texts.map(() => []);
    for (let from = 0; from < texts.length; ) {
      let to = from;
      for (let length = 0; to < texts.length && length < batchLength; to++) length += texts[to]!.length;
      search(texts.slice(from, to), found.slice(from, to), literals, index);
      from = to;
    }
    for (const list of found) if (list.length > 1) list.sort((a, b) => a - b);
    return found;
  };
}

// Of each catalog once: it is large, and every log asks for it.
const indexes = new WeakMap<LiteralGrams, LiteralIndex>();

function indexOf(grams: LiteralGrams): LiteralIndex {
  let index = indexes.get(grams);
  if (index === undefined) indexes.set(grams, (index = chain(grams)));
  return index;
}

function search(texts: readonly string[], found: readonly number[][], literals: readonly string[], index: LiteralIndex): void {
  const { heads, next, ends } = index;
  const text = texts.join('\n');
  // The low byte of each character, which is what the table counts.
  const bytes = Buffer.from(text, 'latin1');
  const note = createNote(texts, found);
  for (let shift = 0; shift < gramLength; shift++) {
    const words = numbersFrom(bytes, shift);
    const { length } = words;
    for (let at = 0; at < length; at++) {
      // `slotOf`, written out.
      for (let owner = heads[Math.imul(words[at]! | small, multiplier) >>> slotShift]!; owner !== 0; owner = next[owner - 1]!) {
        const start = shift + gramLength * at + gramLength - 1 - ends[owner - 1]!;
        if (start >= 0 && text.startsWith(literals[owner - 1]!, start)) note(owner - 1, start, literals[owner - 1]!.length);
      }
    }
  }
}

/** Numbers of four bytes, the first byte lowest, from a place on. */
function numbersFrom(bytes: Buffer, from: number): Uint32Array {
  const count = Math.max(0, (bytes.length - from) >> 2);
  // A copy, since numbers are read from places that four divides.
  const copy = Buffer.from(new ArrayBuffer(count * gramLength));
  copy.set(bytes.subarray(from, from + copy.length));
  if (!lowestFirst) copy.swap32();
  return new Uint32Array(copy.buffer);
}

/** Notes a literal for the text in which it stands as a whole. Places come in order, and from the start again for each turn. */
function createNote(texts: readonly string[], found: readonly number[][]): (literal: number, start: number, length: number) => void {
  let position = 0;
  let from = 0;
  return (literal, start, length) => {
    while (start < from) from -= texts[--position]!.length + 1;
    while (start > from + texts[position]!.length) from += texts[position++]!.length + 1;
    const list = found[position]!;
    if (start + length <= from + texts[position]!.length && !list.includes(literal)) list.push(literal);
  };
}
