import type { LiteralGrams } from '../model/catalog.ts';

const bits = 16;
/** How `slotOf` mixes a gram. */
export const multiplier = 0x9e3779b1;
export const slotShift = 32 - bits;
const gramLength = 4;

/**
 * Many literals as one table: each stands in it with one of its four-character grams, so that one look-up per character
 * finds every place where a literal may stand. Letter case does not matter to the table, only to the comparison that follows.
 */
export interface LiteralIndex {
  /** For the hash of a gram, one more than the position of a literal that has it; 0 for none. */
  readonly heads: Uint16Array;
  /** For each literal, the next one with the same hash, as in `heads`. */
  readonly next: Uint16Array;
  /** Where in each literal its gram ends. */
  readonly ends: readonly number[];
}

/** The next state of the four characters that a scan holds; only the low byte of a character counts. */
export function shift(gram: number, code: number): number {
  return (gram >>> 8) | ((code | 0x20) << 24);
}

export function slotOf(gram: number): number {
  return Math.imul(gram, multiplier) >>> slotShift;
}

/** An index by the gram that logs have least often. @param literals of at least four characters */
export function indexLiterals(literals: readonly string[]): LiteralIndex {
  const ends = literals.map(rarestGram);
  return chain({ slots: literals.map((text, literal) => slotOf(gramAt(text, ends[literal]!))), ends });
}

function gramAt(text: string, end: number): number {
  let gram = 0;
  for (let at = end - gramLength + 1; at <= end; at++) gram = shift(gram, text.charCodeAt(at));
  return gram;
}

/** The index of grams that were chosen before. */
export function chain({ slots, ends }: LiteralGrams): LiteralIndex {
  const heads = new Uint16Array(1 << bits);
  const next = new Uint16Array(slots.length);
  for (let literal = 0; literal < slots.length; literal++) {
    const slot = slots[literal]!;
    next[literal] = heads[slot]!;
    heads[slot] = literal + 1;
  }
  return { heads, next, ends };
}

/** Position of the last character of the gram that logs have least often. */
function rarestGram(text: string): number {
  let sum = 0;
  let least = Infinity;
  let best = gramLength - 1;
  for (let at = 0; at < text.length; at++) {
    sum += commonness(text.charCodeAt(at));
    if (at >= gramLength) sum -= commonness(text.charCodeAt(at - gramLength));
    if (at < gramLength - 1 || sum >= least) continue;
    least = sum;
    best = at;
  }
  return best;
}

// Measured roughly on job logs: digits, spaces, slashes and the frequent letters make grams that stand on every line.
const frequent = ' etaoinsrl0123456789./-:';
const weights = new Uint8Array(128).fill(2);
for (const char of frequent) weights[char.charCodeAt(0)] = 4;
for (const char of 'bkvwxyzjq"\'`?[]()=') weights[char.charCodeAt(0)] = 1;

function commonness(code: number): number {
  const folded = code >= 0x41 && code <= 0x5a ? code + 32 : code;
  return folded < 128 ? weights[folded]! : 1;
}

/**
 * For a pack: for each literal the gram that logs have seldom and that few other literals have, since what costs is to look at literals
 * that do not stand there.
 */
export function spreadGrams(literals: readonly string[]): LiteralGrams {
  const slots: number[] = [];
  const ends: number[] = [];
  const owners = new Uint16Array(1 << bits);
  // Short ones have the least choice.
  for (const literal of [...literals.keys()].sort((a, b) => literals[a]!.length - literals[b]!.length)) {
    const text = literals[literal]!;
    const costAt = (end: number) => owners[slotOf(gramAt(text, end))]! + gramCommonness(text, end) / 4;
    let best = gramLength - 1;
    for (let end = gramLength; end < text.length; end++) if (costAt(end) < costAt(best)) best = end;
    ends[literal] = best;
    slots[literal] = slotOf(gramAt(text, best));
    owners[slots[literal]]!++;
  }
  return { slots, ends };
}

function gramCommonness(text: string, end: number): number {
  let sum = 0;
  for (let at = end - gramLength + 1; at <= end; at++) sum += commonness(text.charCodeAt(at));
  return sum;
}

/** For a pack: where the middle gram of each literal stands, so that a run has only to fill the table. */
export function middleGrams(literals: readonly string[]): LiteralGrams {
  const ends = literals.map((text) => (text.length + gramLength - 1) >> 1);
  return { slots: literals.map((text, literal) => slotOf(gramAt(text, ends[literal]!))), ends };
}
