/** Words of messages that are known, each with more than one word in it. */
export interface KnownWords {
  /** How many characters of the text's start are the rest of a word that began before it, in known words that go on behind it; 0: none. */
  restAtStart(text: string): number;
  /** Known words begin at the end of the text, and stop in the middle of a word. */
  stopAtEnd(text: string): boolean;
}

const shortest = 6;
const compared = 4;
const several = /[A-Za-z0-9]{2}[^ :]{0,60}[ :].{0,60}[A-Za-z]{2}/;
const letter = /[A-Za-z]/;
const wordPart = /[A-Za-z0-9]/;
// What makes another word of the same one: `unknown` and `known`, `disabled` and `disable`.
const prefixes = /(?:^|[^A-Za-z0-9])(?:un|in|im|re|dis|mis|non|pre|sub|over|out|up|under|with|auto|co|de|a)$/i;
const suffixes = /^(?:s|es|d|ed|ing|ly|er|ers|al|ion|ions|ment|able|ness|or|y|t)(?![A-Za-z0-9])/i;
const longestTail = 120;

// What cmd/go prints on its way; no signal looks for it. cmd/go/internal/modfetch/fetch.go, modload/query.go, modget, test.
const progress = [
  'go: downloading ',
  'go: extracting ',
  'go: finding module for package ',
  'go: upgraded ',
  'Process completed with exit code ',
];

// Servers that most module paths begin with.
const hosts = [
  'github.com',
  'gitlab.com',
  'bitbucket.org',
  'golang.org',
  'gopkg.in',
  'google.golang.org',
  'proxy.golang.org',
  'sum.golang.org',
];

// Of each catalog once: it is long, and every log is asked.
const joinedOf = new WeakMap<readonly string[], string>();

function joinedWords(literals: readonly string[]): string {
  let joined = joinedOf.get(literals);
  if (joined === undefined) joinedOf.set(literals, (joined = `\n${progress.concat(literals).join('\n')}\n`));
  return joined;
}

/** @param literals words that stand in messages; those of one word only say too little and count for nothing */
export function knownWords(literals: readonly string[]): KnownWords {
  /**
   * The words with these characters in them. Most are ruled out by a few characters, and a search through all of them at once is quicker than a loop.
   * @param insideWord only where they stand behind another character of a word
   */
  const sharing = (characters: string, insideWord: boolean): string[] => {
    if (characters.length < compared || characters.includes('\n')) return [];
    const joined = joinedWords(literals);
    const found: string[] = [];
    for (let at = joined.indexOf(characters); at >= 0; ) {
      let next = at + 1;
      if (!insideWord || isWordPart(joined.charCodeAt(at - 1))) {
        next = joined.indexOf('\n', at);
        const words = joined.slice(joined.lastIndexOf('\n', at) + 1, next);
        if (several.test(words)) found.push(words);
      }
      at = joined.indexOf(characters, next);
    }
    return found;
  };
  return {
    restAtStart(text) {
      const host = hosts.find((name) => restOf(name, text, 3) > 0 && !hosts.some((other) => text.startsWith(`${other}/`)));
      if (host !== undefined) return restOf(host, text, 3);
      // The rest of a word begins with a part of it.
      if (!isWordPart(text.charCodeAt(0))) return 0;
      for (const words of sharing(text.slice(0, compared), true)) {
        const rest = restOf(words, text, shortest);
        if (rest > 0) return rest;
      }
      return 0;
    },
    stopAtEnd(text) {
      const tail = text.slice(-longestTail);
      return sharing(tail.slice(-compared), false).some((words) => !tail.includes(words) && stopsIn(words, tail));
    },
  };
}

/** The same as `wordPart`, of a character's code; not of NaN. */
function isWordPart(code: number): boolean {
  const lower = code | 0x20;
  return (code >= 0x30 && code <= 0x39) || (lower >= 0x61 && lower <= 0x7a);
}

/** Length of the broken word where the text starts with the words from the middle of their first word, and with what follows it. */
function restOf(words: string, text: string, least: number): number {
  const end = words.search(/[^A-Za-z0-9]/);
  for (let from = 1; from < end && words.length - from >= least; from++) {
    const rest = words.slice(from);
    if (text.startsWith(rest.includes(' ') || rest.includes(':') ? rest : `${rest}/`) && !prefixes.test(words.slice(0, from)))
      return end - from;
  }
  return 0;
}

function stopsIn(words: string, tail: string): boolean {
  for (let length = Math.min(words.length - 1, tail.length); length >= shortest; length--) {
    if (!letter.test(words[length]!) || !letter.test(words[length - 1]!)) continue;
    const start = words.slice(0, length);
    if (!/[A-Za-z0-9]{2}[^A-Za-z0-9]/.test(start) || !tail.endsWith(start)) continue;
    const before = tail[tail.length - length - 1] ?? ' ';
    if (wordPart.test(before) && wordPart.test(words[0]!)) continue;
    return !suffixes.test(words.slice(length));
  }
  return false;
}
