import { isNameLike, isPlainWord, type TokenTable, tokenTable } from './tokens.ts';

/** What stands in a merged template where its members differ. */
export const ANY = '<any>';

/** Templates that say the same of different names. */
export interface Merged {
  readonly template: string;
  /** Positions in the list that was given. */
  readonly members: readonly number[];
}

interface Group {
  readonly members: number[];
  readonly holes: readonly number[];
}

// So many different plain words in one place are names; fewer may be what the messages are about.
const PLAIN_VALUES = 4;
// Where messages may differ is looked for among so many of the rarest words of a message.
const CANDIDATES = 4;
const MOST_HOLES = 3;
// Each subset of the candidates with at most three of them, as bits.
const subsets = Array.from({ length: 2 ** CANDIDATES - 1 }, (_, index) => index + 1).filter((bits) => bitCount(bits) <= MOST_HOLES);

/**
 * Merges templates of as many words that differ in up to three of them: those that are names by their looks, or that have four values or more.
 * The largest groups first; the order of the list does not matter. Time grows as the number of words.
 * @param templates each one once
 */
export function mergeTemplates(templates: readonly string[]): Merged[] {
  const table = tokenTable(templates);
  const keys = keysOf(table);
  const shared = repeated(keys);
  const groups = new Map<number, Group>();
  for (const [index, row] of table.rows.entries()) {
    let candidates: readonly number[] | null = null;
    for (const [at, bits] of subsets.entries()) {
      const key = keys[index * subsets.length + at]!;
      if (!shared.has(key)) continue;
      const group = groups.get(key);
      candidates ??= candidatesOf(row, table);
      if (!group) groups.set(key, { members: [index], holes: holesOf(candidates, bits) });
      else if (fits(row, group, table)) group.members.push(index);
    }
  }
  return assigned(ranked(groups, templates, table), templates, table);
}

/** For each template and each subset of its candidates a number that those share which differ there alone; each other one is a number of its own. */
function keysOf(table: TokenTable): Float64Array {
  const keys = new Float64Array(table.rows.length * subsets.length);
  for (const [index, row] of table.rows.entries()) {
    const candidates = candidatesOf(row, table);
    const whole = hashOf(row);
    for (const [at, bits] of subsets.entries()) {
      // Negative: no key.
      let key = -1 - (index * subsets.length + at);
      if (bits < 1 << candidates.length) {
        key = whole;
        // A hole counts as another word; the sum does not depend on the order in which holes are made.
        for (const hole of holesOf(candidates, bits)) key = (key - mixed(row[hole]!, hole) + mixed(-2, hole) + 2 * RANGE) % RANGE;
      }
      keys[index * subsets.length + at] = key;
    }
  }
  return keys;
}

/** Most keys stand alone, and a group for each would take most of the time. */
function repeated(keys: Float64Array): ReadonlySet<number> {
  const sorted = keys.slice().sort();
  const found = new Set<number>();
  for (let at = 1; at < sorted.length; at++) if (sorted[at] === sorted[at - 1]) found.add(sorted[at]!);
  return found;
}

function holesOf(candidates: readonly number[], bits: number): number[] {
  return candidates.filter((_, at) => bits & (1 << at));
}

function candidatesOf(row: Int32Array, { telling, frequency }: TokenTable): number[] {
  return [...row.keys()]
    .filter((at) => !telling[row[at]!])
    .sort((one, other) => frequency[row[one]!]! - frequency[row[other]!]! || one - other)
    .slice(0, CANDIDATES)
    .sort((one, other) => one - other);
}

/** The same words but for the holes: two keys may be equal by chance. */
function fits(row: Int32Array, { members, holes }: Group, { rows }: TokenTable): boolean {
  const first = rows[members[0]!]!;
  return first.length === row.length && first.every((word, at) => word === row[at] || holes.includes(at));
}

function ranked(groups: ReadonlyMap<number, Group>, templates: readonly string[], table: TokenTable): Group[] {
  const smallest = new Map<Group, string>();
  const nameOf = (group: Group) => {
    const known = smallest.get(group);
    if (known !== undefined) return known;
    const name = group.members.reduce(
      (least, member) => (templates[member]! < least ? templates[member]! : least),
      templates[group.members[0]!]!,
    );
    smallest.set(group, name);
    return name;
  };
  return [...groups.values()]
    .filter((group) => holds(group.members, group.holes, table))
    .sort(
      (one, other) =>
        other.members.length - one.members.length ||
        one.holes.length - other.holes.length ||
        compare(nameOf(one), nameOf(other)) ||
        compare(one.holes.join(), other.holes.join()),
    );
}

/** Whether what differs are names, and enough words are the same. */
function holds(members: readonly number[], holes: readonly number[], { rows, words }: TokenTable): boolean {
  if (members.length < 2) return false;
  const first = rows[members[0]!]!;
  let same = 0;
  for (const [at, word] of first.entries()) if (!holes.includes(at) && isPlainWord(words[word]!)) same++;
  if (same < 2 || same < holes.length + 1) return false;
  return holes.every((at) => {
    const values = new Set(members.map((member) => rows[member]![at]!));
    if (values.size < 2) return false;
    return values.size >= PLAIN_VALUES || [...values].every((value) => isNameLike(words[value]!));
  });
}

function assigned(groups: readonly Group[], templates: readonly string[], table: TokenTable): Merged[] {
  const taken = new Uint8Array(templates.length);
  const merged: Merged[] = [];
  for (const { members, holes } of groups) {
    const free = members.filter((member) => taken[member] === 0);
    if (free.length < members.length && !holds(free, holes, table)) continue;
    for (const member of free) taken[member] = 1;
    const row = table.rows[free[0]!]!;
    merged.push({ template: [...row].map((word, at) => (holes.includes(at) ? ANY : table.words[word]!)).join(' '), members: free });
  }
  for (const [index, template] of templates.entries()) if (taken[index] === 0) merged.push({ template, members: [index] });
  return merged;
}

const RANGE = 2 ** 51;

function hashOf(row: Int32Array): number {
  let sum = mixed(-3, row.length);
  for (let at = 0; at < row.length; at++) sum = (sum + mixed(row[at]!, at)) % RANGE;
  return sum;
}

/** A number below 2^51 that depends on every bit of a word and its place. */
function mixed(word: number, at: number): number {
  let low = Math.imul(word ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(at + 1, 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d);
  low ^= low >>> 13;
  let high = Math.imul(low ^ at, 0x297a2d39) ^ word;
  high = Math.imul(high ^ (high >>> 16), 0x7feb352d);
  high ^= high >>> 15;
  return (low >>> 0) * 0x80000 + (high & 0x7ffff);
}

function bitCount(bits: number): number {
  return bits.toString(2).replaceAll('0', '').length;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
