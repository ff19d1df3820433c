import { hole } from './template.ts';
import type { Translations } from './translations.ts';

const han = '\\p{Script=Han}';
const fullWidth = '，。；：！？、（）《》';
// What a reader sees as one Latin word: a hole, a command in backticks, something to fill in.
const tokens = /\{[a-z_][^{}]*\}|`[^`]*`|<[^<>]*>/g;

const shapes: readonly (readonly [words: RegExp, problem: string])[] = [
  [new RegExp(`${han}[,;:!?]|${han}\\.(?!\\w)|[\\w}][,;!?] ?${han}|[.:] ${han}`, 'u'), 'half-width punctuation in a sentence'],
  [new RegExp(`${han} ?\\(|\\([^()]*${han}[^()]*\\)|\\) ?${han}`, 'u'), 'half-width brackets in a sentence'],
  [new RegExp(`${han}(?:[A-Za-z0-9_$~@-]|[./*+][A-Za-z0-9_])|[A-Za-z0-9_%*+]${han}`, 'u'), 'no space between Chinese and Latin'],
  [new RegExp(`${han} +${han}| [${fullWidth}]|[${fullWidth}] `, 'u'), 'a space that does not belong there'],
  [new RegExp(`"[^"]*${han}[^"]*"`, 'u'), 'straight quotes around Chinese'],
];

// Names, commands and numbers that a translation must not lose.
const exact =
  /`[^`]+`|https?:\/\/[^\s,;:)]+[^\s,;:).]|\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b|\bGO[A-Z]{2,}\b|\b\d+(?:\.\d+)+\b|(?<![\w-])--?[a-z][a-z-]*\b/g;

/**
 * What is wrong with a Chinese text, in words: other holes than the English one, a lost name, punctuation, spaces, terms.
 * @param key where it stands; `what` of a discouraged command may be the command alone
 */
export function lintChinese(english: string, chinese: string, glossary: Translations['glossary'], key = ''): string[] {
  const problems = [...holeProblems(english, chinese)];
  const sentence = chinese.replace(tokens, 'x');
  for (const [words, problem] of shapes) {
    const found = words.exec(sentence);
    if (found) problems.push(`${problem}: ${around(sentence, found.index)}`);
  }
  for (const { not, use, unless } of glossary)
    if (chinese.includes(not) && !unless.some((words) => english.toLowerCase().includes(words)))
      problems.push(`says ${not}, the glossary says ${use}`);
  const [bare, bareChinese] = [english, chinese].map((text) => text.replace(hole, ' ')) as [string, string];
  for (const [name] of bare.matchAll(exact))
    if (!bareChinese.includes(name)) problems.push(`does not say ${name}, which the English text says`);
  const plainWords = bare.replace(tokens, ' ').match(/(?<![\w./-])[a-z]{2,}(?![\w/-])/g) ?? [];
  if (!new RegExp(han, 'u').test(chinese) && plainWords.length > 2 && !key.endsWith('.what')) problems.push('is not translated');
  if (/[.!?]$/.test(english) !== /[。！？][）”]?$/.test(chinese))
    problems.push(english.endsWith('.') ? 'does not end with 。 as the English text does' : 'ends with 。, and the English text does not');
  return problems;
}

function* holeProblems(english: string, chinese: string): Generator<string> {
  const [before, after] = [holes(english), holes(chinese)];
  for (const name of before.keys()) if (!after.has(name)) yield `lacks the hole {${name}}`;
  for (const [name, fallback] of after) {
    const original = before.get(name);
    if (!before.has(name)) yield `has the hole {${name}}, which the English text has not`;
    else if (original !== undefined && fallback === undefined) yield `{${name}} needs words for when the log does not say it: {${name}|…}`;
    else if (fallback !== undefined && fallback === original && fallback.includes(' ')) yield `the words of {${name}|…} are not translated`;
  }
}

/** Each hole with its words, undefined where it has none. */
function holes(text: string): ReadonlyMap<string, string | undefined> {
  return new Map([...text.matchAll(hole)].map(([, name, fallback]) => [name!, fallback]));
}

function around(text: string, at: number): string {
  return `…${text.slice(Math.max(0, at - 6), at + 10)}…`;
}
