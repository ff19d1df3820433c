import type { RedactionRule } from './rule.ts';

/** Stands among a rule's words for a long run of base64 characters. */
export const longRun = '(long run)';

export const longRunLength = 60;

// 32 classes of characters: letters without their case, digits, and the signs that words begin with. Three in a row make an index of 15 bits.
const classes = new Uint8Array(128);
// Characters of base64.
const inRun = new Uint8Array(128);

function fillTables(): void {
  const fill = (chars: string, classOf: (index: number) => number, run: 0 | 1) => {
    for (let at = 0; at < chars.length; at++) {
      classes[chars.charCodeAt(at)] = classOf(at);
      inRun[chars.charCodeAt(at)] = run;
    }
  };
  fill('abcdefghijklmnopqrstuvwxyz', (index) => index + 1, 1);
  fill('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (index) => index + 1, 1);
  fill('0123456789', () => 27, 1);
  fill('-_:', (index) => index + 28, 0);
  fill('/', () => 31, 1);
  fill('+', () => 0, 1);
}

/** One pass over the characters of a line; most lines end there. */
export interface Prefilter {
  /** The rules for a line, in their order; null when it has no word of theirs. */
  rulesFor(line: string): readonly RedactionRule[] | null;
}

/** Says which rules a line need be shown to, from the words that their matches must have. */
export function createPrefilter(rules: readonly RedactionRule[]): Prefilter {
  fillTables();
  const words = [...new Set(rules.flatMap(({ near }) => near))].filter((word) => word !== longRun);
  const owners = new Map<string, number[]>();
  for (const [index, { near }] of rules.entries()) for (const word of near) listAt(owners, word).push(index);
  const starts = new Map<number, string[]>();
  const mayStart = new Uint8Array(1 << 15);
  for (const word of words) {
    if (word.length < 3) throw new Error(`the word "${word}" is too short to be looked for`);
    const index = [0, 1, 2].reduce((sum, at) => (sum << 5) | classes[word.charCodeAt(at)]!, 0);
    listAt(starts, index).push(word);
    mayStart[index] = 1;
  }

  const standsAt = (word: string, line: string, start: number) => line.slice(start, start + word.length).toLowerCase() === word;
  return {
    rulesFor(line) {
      let index = 0;
      let run = 0;
      let found: Set<number> | null = null;
      const add = (word: string) => {
        found ??= new Set();
        for (const owner of owners.get(word) ?? []) found.add(owner);
      };
      for (let at = 0; at < line.length; at++) {
        const code = line.charCodeAt(at);
        if (code > 127) {
          index = (index << 5) & 0x7fff;
          run = 0;
          continue;
        }
        index = ((index << 5) | classes[code]!) & 0x7fff;
        run = inRun[code] ? run + 1 : 0;
        if (run === longRunLength) add(longRun);
        if (!mayStart[index] || at < 2) continue;
        for (const word of starts.get(index)!) if (standsAt(word, line, at - 2)) add(word);
      }
      if (found === null) return null;
      const wanted = [...(found as Set<number>)].sort((a, b) => a - b).map((owner) => rules[owner]!);
      return wanted.filter(({ shape }) => shape?.test(line) ?? true);
    },
  };
}

function listAt<Key, Item>(lists: Map<Key, Item[]>, key: Key): Item[] {
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = []));
  return list;
}
