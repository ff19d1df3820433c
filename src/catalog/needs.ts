import { classEnd, groupOpening, repeatAt } from './pattern-parts.ts';

const shortest = 3;
const most = 3;

/**
 * Texts that stand in whatever a pattern matches, the longest first: where one is missing, the pattern need not be compiled.
 * They are the plain characters outside all groups, so that a pattern of alternatives needs nothing.
 */
export function neededTexts(pattern: string): string[] {
  if (pattern.startsWith('(?i)')) return [];
  const runs: string[] = [''];
  let depth = 0;
  for (let index = 0; index < pattern.length; ) {
    const char = pattern[index]!;
    let plain = '';
    if (char === '|' && depth === 0) return [];
    if (char === '(') {
      depth++;
      runs.push('');
      index += groupOpening(pattern, index);
      continue;
    }
    if (char === '[') index = classEnd(pattern, index);
    else if (char === '\\') {
      // An escaped letter or digit is a class, a place or a control character.
      if (/\W/.test(pattern[index + 1]!)) plain = pattern[index + 1]!;
      index += 2;
    } else {
      if (char === ')') depth--;
      else if (!'.^$|'.includes(char)) plain = char;
      index++;
    }
    const repeat = repeatAt(pattern, index);
    if (repeat) index += repeat.length;
    if (depth === 0 && plain !== '' && repeat?.min !== 0) runs[runs.length - 1] += plain;
    if (repeat || plain === '') runs.push('');
  }
  const long = [...new Set(runs)].filter((run) => run.length >= shortest);
  return long.sort((a, b) => b.length - a.length).slice(0, most);
}
