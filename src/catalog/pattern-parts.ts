// Patterns in RE2 syntax, read from left to right.

/** Length of what opens a group. */
export function groupOpening(pattern: string, at: number): number {
  return /^\((?:\?(?:P?<[A-Za-z_]\w*>|:|i\)|i:))?/.exec(pattern.slice(at))![0].length;
}

/** Where a class of characters ends. */
export function classEnd(pattern: string, at: number): number {
  let index = at + 1;
  if (pattern[index] === '^') index++;
  if (pattern[index] === ']') index++;
  while (index < pattern.length && pattern[index] !== ']') index += pattern[index] === '\\' ? 2 : 1;
  return index + 1;
}

/** The repeat that stands at a place, null when there is none. */
export function repeatAt(pattern: string, at: number): { length: number; min: number; max: number } | null {
  const found = /^(?:[*+?]|\{(\d+)(?:,(\d*))?\})\??/.exec(pattern.slice(at));
  if (!found) return null;
  const [text, low, high] = found;
  if (text.startsWith('?')) return { length: text.length, min: 0, max: 1 };
  if (!text.startsWith('{')) return { length: text.length, min: text.startsWith('+') ? 1 : 0, max: Infinity };
  const min = Number(low);
  return { length: text.length, min, max: high === undefined ? min : high === '' ? Infinity : Number(high) };
}
