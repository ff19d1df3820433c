import { wordsOf } from './prefilter.ts';
import { rules } from './rules.ts';
import { createWordSearch, longRun, type WordSearch } from './word-search.ts';

// Words that stand on many harmless lines, and what such a line has too when a rule, or the line after it, has use for it:
// a user or an address that goes on in the next line; a value right behind the colon, which `--- PASS: TestX` has not.
const weakWords: ReadonlyMap<string, RegExp> = new Map([
  ['://', /@|:\/\/[^\s/]*\s*$/],
  ['pass:', /pass:\S/i],
]);

let search: WordSearch | null = null;

/** The search for all words of all rules, made when the first line comes: a start that prints help needs none of it. */
export function ruleWords(): WordSearch {
  search ??= createWordSearch(wordsOf(rules));
  return search;
}

/** Whether any rule could find something in the line, or in the line after it. */
export function hasSecretWord(line: string): boolean {
  return ruleWords().some(line, counts);
}

function counts(word: string, line: string): boolean {
  return weakWords.get(word)?.test(line) ?? true;
}

let words: readonly string[] | null = null;

/** The words of all rules, each once, for a search over bytes. */
export function secretWords(): readonly string[] {
  words ??= [...new Set(wordsOf(rules))].filter((word) => word !== longRun);
  return words;
}
