import { classEnd, groupOpening, repeatAt } from './pattern-parts.ts';

/**
 * Whether a pattern may run on JavaScript's backtracking engine.
 *
 * It may when the work for one start position is bounded by a small number: every repeat is bounded (an unbounded one only as the very last
 * element), repeats are not nested, at most three of them are wider than 64, and the pattern does not begin with a repeat, so that most start
 * positions fail on the first character. Everything else runs in re2js, which is linear by construction.
 */
export function withinBudget(pattern: string): boolean {
  if (pattern.length > 600) return false;
  let wide = 0;
  let depth = 0;
  const groupHasRepeat: boolean[] = [false];
  let index = 0;
  let first = true;
  while (index < pattern.length) {
    const char = pattern[index]!;
    if (char === '(') {
      depth++;
      groupHasRepeat[depth] = false;
      index += groupOpening(pattern, index);
      continue;
    }
    if (char === '|') {
      index++;
      continue;
    }
    let isGroup = false;
    if (char === ')') {
      isGroup = true;
      index++;
    } else if (char === '[') index = classEnd(pattern, index);
    else if (char === '\\') index += 2;
    else index++;
    const repeat = repeatAt(pattern, index);
    const inner = isGroup ? groupHasRepeat[depth]! : false;
    if (isGroup) {
      depth--;
      if (inner) groupHasRepeat[depth] = true;
    }
    if (repeat) {
      index += repeat.length;
      if (isGroup && inner && repeat.max > 1) return false;
      if (repeat.max === Infinity && !/^[)?]*$/.test(pattern.slice(index))) return false;
      if (first && repeat.max > 1) return false;
      if (repeat.max > 64) wide++;
      if (repeat.max > 1) groupHasRepeat[depth] = true;
    }
    first = false;
  }
  return wide <= 3;
}
