import type { Key } from 'ink';

/**
 * The keys of one event by name: `j`, `ctrl+d`, `shift+tab`, `down`.
 * A quick hand or a slow line sends several letters at once; each is a key of its own.
 */
export function keyNames(input: string, key: Key): string[] {
  if (key.eventType === 'release') return [];
  if (key.tab) return [key.shift ? 'shift+tab' : 'tab'];
  for (const [flag, name] of NAMED) if (key[flag]) return [name];
  if (input === '' || key.meta) return [];
  if (key.ctrl) return [`ctrl+${input}`];
  return Array.from(input, (char) => CHARACTERS[char] ?? char);
}

const NAMED = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageDown', 'pagedown'],
  ['pageUp', 'pageup'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'return'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  ['delete', 'backspace'],
] as const;

const CHARACTERS: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\r': 'return',
  '\n': 'return',
  '\t': 'tab',
  '\u0003': 'ctrl+c',
  '\u0004': 'ctrl+d',
  '\u0015': 'ctrl+u',
  '\u007f': 'backspace',
};
