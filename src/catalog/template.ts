import { mayEnterCommand } from '../model/command-grammar.ts';
import type { Capture } from '../model/finding.ts';

export type Captures = Readonly<Record<string, Capture>>;

/** `{name}` or `{name|fallback words}` in a rule's text. */
export const hole = /\{([a-z_][a-z0-9_]*)(?:\|([^{}]*))?\}/g;

// Words for a sentence when the log does not name the thing.
const unnamed: Readonly<Record<string, string>> = {
  module: 'the module',
  version: 'that version',
  host: 'the host',
  sumdb_host: 'the checksum database',
  package: 'the package',
  url: 'the address',
  path: 'the path',
  address: 'the address',
  go_version: 'that Go version',
};

const spacedHole = new RegExp(`( ?)${hole.source}`, 'g');

/**
 * Fills `{name}` and `{name|fallback}` in a sentence; `{name|}` without a value takes the space before it along. Any text may stand in a
 * sentence; outputs guard it.
 */
export function fillSentence(template: string, captures: Captures): string {
  return template.replace(spacedHole, (_, space: string, name: string, fallback: string | undefined) => {
    const capture = captures[name];
    if (capture === undefined) return fallback === '' ? '' : space + (fallback ?? unnamed[name] ?? name.replaceAll('_', ' '));
    return space + (capture.type === 'packages' ? listed(capture.value.split(' ')) : shorten(capture.value));
  });
}

const MOST_LISTED = 20;

/** `a, b and c`. */
function listed(names: readonly string[]): string {
  const rest = names.length - MOST_LISTED;
  const shown = rest > 0 ? [...names.slice(0, MOST_LISTED), `${rest} more`] : names;
  return [shown.slice(0, -1).map(shorten).join(', '), shorten(shown.at(-1)!)].filter((part) => part !== '').join(' and ');
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
export function fillWord(template: string, captures: Captures): { text: string; complete: boolean } {
  let complete = true;
  const text = template.replace(hole, (_, name: string, fallback: string | undefined) => {
    const capture = captures[name];
    if (capture && mayEnterCommand(capture.type, capture.value)) return capture.value;
    if (fallback !== undefined) return fallback;
    complete = false;
    return `<${name.replaceAll('_', ' ')}>`;
  });
  return { text, complete };
}
