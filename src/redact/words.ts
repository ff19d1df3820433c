import { longRun, longRunLength } from './prefilter.ts';
import { rules } from './rules.ts';

// Words that stand on many harmless lines, and what such a line has too when a rule, or the line after it, has use for it:
// a user or an address that goes on in the next line; a value right behind the colon, which `--- PASS: TestX` has not.
export const weakWords: ReadonlyMap<string, RegExp> = new Map([
  ['://', /@|:\/\/[^\s/]*\s*$/],
  ['pass:', /pass:\S/i],
]);

const weakPatterns = new Map<string, RegExp>();
let words: RegExp | null = null;

/** Any word of any rule that is not weak, or a long run of base64. Flag `g`: the caller sets `lastIndex`. */
export function wordPattern(): RegExp {
  words ??= new RegExp(
    [
      ...new Set(rules.flatMap(({ near }) => near.filter((word) => word !== longRun && !weakWords.has(word)).map(escaped))),
      `(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{${longRunLength}}`,
    ].join('|'),
    'gi',
  );
  return words;
}

/** A weak word, in flags as `wordPattern`. */
export function weakPattern(word: string): RegExp {
  let pattern = weakPatterns.get(word);
  if (pattern === undefined) weakPatterns.set(word, (pattern = new RegExp(escaped(word), 'gi')));
  return pattern;
}

/** Whether any rule could find something in the line. One search by the engine: in a short run a loop over characters is slower. */
export function hasSecretWord(line: string): boolean {
  const pattern = wordPattern();
  pattern.lastIndex = 0;
  if (pattern.test(line)) return true;
  for (const [word, more] of weakWords) {
    const weak = weakPattern(word);
    weak.lastIndex = 0;
    if (weak.test(line) && more.test(line)) return true;
  }
  return false;
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
