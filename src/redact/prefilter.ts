import type { RedactionRule } from './rule.ts';
import { createWordSearch } from './word-search.ts';

/** One pass over the characters of a line; most lines end there. */
export interface Prefilter {
  /** The rules for a line, in their order; null when it has no word of theirs. */
  rulesFor(line: string): readonly RedactionRule[] | null;
}

/**
 * Says which rules a line need be shown to, from the words that their matches must have.
 * @param search for all words of the rules
 */
export function createPrefilter(rules: readonly RedactionRule[], search = createWordSearch(wordsOf(rules))): Prefilter {
  const owners = new Map<string, number[]>();
  for (let position = 0; position < rules.length; position++) {
    for (const word of rules[position]!.near) {
      const list = owners.get(word);
      if (list) list.push(position);
      else owners.set(word, [position]);
    }
  }
  return {
    rulesFor(line) {
      let found: Set<number> | null = null;
      search.some(line, (word) => {
        found ??= new Set();
        for (const owner of owners.get(word)!) found.add(owner);
        return false;
      });
      if (found === null) return null;
      const wanted = [...(found as Set<number>)].sort((a, b) => a - b).map((owner) => rules[owner]!);
      return wanted.filter(({ shape }) => shape?.test(line) ?? true);
    },
  };
}

/** The words of all rules, some of them more than once. */
export function wordsOf(rules: readonly RedactionRule[]): string[] {
  return rules.flatMap(({ near }) => near);
}
