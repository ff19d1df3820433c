import { classEnd, groupOpening, repeatAt } from './pattern-parts.ts';

const most = 3;
const mostSeveral = 2;
// More choices than these cost as much as trying the pattern.
const mostChoices = 60;

/** Texts of which one stands in whatever a pattern matches. */
type Choice = readonly string[];

/**
 * What stands in whatever a pattern matches: where one of these choices has none of its texts in it, the pattern need not be compiled.
 * They are the plain characters that stand next to each other, and one text of each branch where a pattern has branches.
 * What can be told with few texts comes first.
 * @param shortest characters of a text that is worth a look
 */
export function neededTexts(pattern: string, shortest = 3): string[][] {
  if (pattern.startsWith('(?i)')) return [];
  const unique = new Map(withRun(branches(pattern, 0, '', shortest), shortest).map((choice) => [choice.join('\0'), choice]));
  const sorted = [...unique.values()].sort((a, b) => a.length - b.length || weakest(b) - weakest(a));
  const texts = sorted.filter(({ length }) => length === 1).map((choice) => choice[0]!);
  const single = texts.filter((text) => !texts.some((longer) => longer !== text && longer.includes(text))).map((text) => [text]);
  const several = sorted.filter(({ length }) => length > 1);
  return [...single.slice(0, most), ...several.slice(0, mostSeveral)].map((choice) => [...choice]);
}

/** What a part of a pattern needs, with the plain characters that it ends with. */
interface Part {
  readonly choices: readonly Choice[];
  readonly run: string;
  readonly end: number;
}

/**
 * Reads up to the end of a group or of the pattern.
 * @param before plain characters that stand directly before it
 */
function branches(pattern: string, from: number, before: string, shortest: number): Part {
  const all: (readonly Choice[])[] = [];
  for (let index = from; ; ) {
    const part = branch(pattern, index, before, shortest);
    index = part.end + 1;
    if (pattern[part.end] !== '|' && all.length === 0) return part;
    all.push(withRun(part, shortest));
    if (pattern[part.end] !== '|') return { choices: oneOfAll(all, before), run: '', end: part.end };
  }
}

function branch(pattern: string, from: number, before: string, shortest: number): Part {
  const choices: Choice[] = [];
  let run = before;
  let index = from;
  while (index < pattern.length && pattern[index] !== '|' && pattern[index] !== ')') {
    const char = pattern[index]!;
    const start = index;
    let plain = '';
    if (char === '(') index = branches(pattern, inside(pattern, start), '', shortest).end + 1;
    else if (char === '[') index = classEnd(pattern, index);
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
    if (!repeat && plain !== '') continue;
    // A group that stands there once goes on with what stands before it, and what follows goes on with its end.
    const group = char === '(' && repeat?.min !== 0 ? branches(pattern, inside(pattern, start), repeat ? '' : run, shortest) : null;
    choices.push(...withRun({ choices: [], run }, shortest));
    run = '';
    // Another case is another text.
    if (group === null || /^\(\?i/.test(pattern.slice(start))) continue;
    if (repeat) choices.push(...withRun(group, shortest));
    else {
      choices.push(...group.choices);
      run = group.run;
    }
  }
  return { choices, run, end: index };
}

function withRun({ choices, run }: Pick<Part, 'choices' | 'run'>, shortest: number): Choice[] {
  return run.length >= shortest ? [...choices, [run]] : [...choices];
}

function inside(pattern: string, at: number): number {
  return at + groupOpening(pattern, at);
}

/** One choice out of branches: the best of each; none where a branch needs nothing but what stands before all of them. */
function oneOfAll(all: readonly (readonly Choice[])[], before: string): Choice[] {
  const texts = new Set<string>();
  for (const choices of all) {
    const own = choices.filter((choice) => choice[0] !== before);
    if (own.length === 0) return [];
    for (const text of own.reduce((best, choice) => (weakest(choice) > weakest(best) ? choice : best))) texts.add(text);
  }
  return texts.size <= mostChoices ? [[...texts]] : [];
}

function weakest(choice: Choice): number {
  return Math.min(...choice.map(({ length }) => length));
}

function escapeLength(pattern: string, at: number): number {
  return /^\\(?:x\{[^}]*\}|x..|[pP]\{[^}]*\}|[\s\S])/.exec(pattern.slice(at))![0].length;
}
