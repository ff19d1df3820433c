import { classEnd, groupOpening, repeatAt } from './pattern-parts.ts';

const shortest = 3;
const most = 3;
// More choices than these cost as much as trying the pattern.
const mostChoices = 60;

/** Texts of which one stands in whatever a pattern matches. */
type Choice = readonly string[];

/**
 * What stands in whatever a pattern matches: where one of these choices has none of its texts in it, the pattern need not be compiled.
 * They are the plain characters that stand next to each other, and one text of each branch where a pattern has branches.
 * What can be told with few texts comes first.
 */
export function neededTexts(pattern: string): string[][] {
  if (pattern.startsWith('(?i)')) return [];
  const unique = new Map(branches(pattern, 0).choices.map((choice) => [choice.join('\0'), choice]));
  const sorted = [...unique.values()].sort((a, b) => a.length - b.length || weakest(b) - weakest(a));
  return sorted.slice(0, most).map((choice) => [...choice]);
}

/** Reads up to the end of a group or of the pattern. */
function branches(pattern: string, from: number): { choices: Choice[]; end: number } {
  const all: Choice[][] = [];
  let index = from;
  for (;;) {
    const { choices, end } = branch(pattern, index);
    all.push(choices);
    index = end + 1;
    if (pattern[end] !== '|') return { choices: all.length === 1 ? choices : oneOfAll(all), end };
  }
}

function branch(pattern: string, from: number): { choices: Choice[]; end: number } {
  const choices: Choice[] = [];
  let run = '';
  const close = () => {
    if (run.length >= shortest) choices.push([run]);
    run = '';
  };
  let index = from;
  while (index < pattern.length && pattern[index] !== '|' && pattern[index] !== ')') {
    const char = pattern[index]!;
    let plain = '';
    let inside: Choice[] = [];
    if (char === '(') {
      const group = branches(pattern, index + groupOpening(pattern, index));
      // Another case is another text.
      if (!/^\(\?i/.test(pattern.slice(index))) inside = group.choices;
      index = group.end + 1;
    } else if (char === '[') index = classEnd(pattern, index);
    else if (char === '\\') {
      // An escaped letter or digit is a class, a place or a control character.
      if (/\W/.test(pattern[index + 1]!)) plain = pattern[index + 1]!;
      index += escapeLength(pattern, index);
    } else {
      if (!'.^$'.includes(char)) plain = char;
      index++;
    }
    const repeat = repeatAt(pattern, index);
    if (repeat) index += repeat.length;
    if (plain !== '' && repeat?.min !== 0) run += plain;
    if (repeat || plain === '') close();
    if (repeat?.min !== 0) choices.push(...inside);
  }
  close();
  return { choices, end: index };
}

/** One choice out of branches: the best of each; none where a branch needs nothing. */
function oneOfAll(all: readonly Choice[][]): Choice[] {
  const texts = new Set<string>();
  for (const choices of all) {
    if (choices.length === 0) return [];
    for (const text of choices.reduce((best, choice) => (weakest(choice) > weakest(best) ? choice : best))) texts.add(text);
  }
  return texts.size <= mostChoices ? [[...texts]] : [];
}

function weakest(choice: Choice): number {
  return Math.min(...choice.map(({ length }) => length));
}

function escapeLength(pattern: string, at: number): number {
  return /^\\(?:x\{[^}]*\}|x..|[pP]\{[^}]*\}|[\s\S])/.exec(pattern.slice(at))![0].length;
}
