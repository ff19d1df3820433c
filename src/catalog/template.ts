import { sentence as english } from '../i18n/en-sentence.ts';
import type { Texts } from '../i18n/texts.ts';
import { mayEnterCommand } from '../model/command-grammar.ts';
import type { Capture } from '../model/finding.ts';

export type Captures = Readonly<Record<string, Capture>>;

/** `{name}` or `{name|fallback words}` in a rule's text. */
export const hole = /\{([a-z_][a-z0-9_]*)(?:\|([^{}]*))?\}/g;

/** How a language completes sentences. */
export type SentenceWords = Texts['sentence'];

// Chinese words that take the place of a name stand without the spaces that go around a name.
const han = '[\\u3400-\\u9fff]';
const spacedHole = new RegExp(`( ?)${hole.source}( (?=${han}))?`, 'g');
const startsHan = new RegExp(`^${han}`);
const endsHan = new RegExp(`${han}$`);

/**
 * Fills `{name}` and `{name|fallback}` in a sentence; `{name|}` without a value takes the space before it along. Any text may stand in a
 * sentence; outputs guard it.
 */
export function fillSentence(template: string, captures: Captures, words: SentenceWords = english): string {
  return template.replace(spacedHole, (_, before: string, name: string, fallback: string | undefined, after = '', at: number) => {
    const capture = captures[name];
    if (capture?.type === 'packages') return before + listed(capture.value.split(' '), words) + after;
    if (capture) return before + shorten(capture.value) + after;
    const text = fallback ?? words.unnamed[name] ?? name.replaceAll('_', ' ');
    if (text === '') return '';
    const joins = startsHan.test(text) && at > 0 && endsHan.test(template[at - 1]!);
    return (joins ? '' : before) + text + (endsHan.test(text) ? '' : after);
  });
}

const MOST_LISTED = 20;

/** `a, b and c`. */
function listed(names: readonly string[], { comma, and, more }: SentenceWords): string {
  const rest = names.length - MOST_LISTED;
  const shown = rest > 0 ? [...names.slice(0, MOST_LISTED), more(rest)] : names;
  return [shown.slice(0, -1).map(shorten).join(comma), shorten(shown.at(-1)!)].filter((part) => part !== '').join(and);
}

function shorten(value: string): string {
  const line = value.split('\n', 1)[0]!;
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

/**
 * The words that stand for `{name}` in a command when the log gives several packages for it; null when it does not.
 */
export function fillWords(template: string, captures: Captures): { words: string[]; complete: boolean } | null {
  const name = /^\{([a-z_]+)\}$/.exec(template)?.[1];
  const capture = name === undefined ? undefined : captures[name];
  if (capture?.type !== 'packages') return null;
  const words = capture.value.split(' ').map((value) => fillWord('{package}', { package: { type: 'package', value } }));
  return { words: words.map(({ text }) => text), complete: words.every(({ complete }) => complete) };
}

/**
 * Fills `{name}` in one word of a command. A missing or malformed value turns into `<name>`, which the reader must fill in.
 */
export function fillWord(template: string, captures: Captures, words: SentenceWords = english): { text: string; complete: boolean } {
  let complete = true;
  const text = template.replace(hole, (_, name: string, fallback: string | undefined) => {
    const capture = captures[name];
    if (capture && mayEnterCommand(capture.type, capture.value)) return capture.value;
    if (fallback !== undefined) return fallback;
    complete = false;
    return `<${words.toFillIn[name] ?? name.replaceAll('_', ' ')}>`;
  });
  return { text, complete };
}
