import { coveringPattern } from '../route/prefix-patterns.ts';

/** The entries of a list such as GOPRIVATE that say something: each once, none that another one covers. Their order does not matter. */
export function patternSet(list: string): ReadonlySet<string> {
  const entries = [...new Set(list.split(',').map((entry) => entry.replace(/\/$/, '')))].filter((entry) => entry !== '');
  return new Set(entries.filter((entry) => !entries.some((other) => other !== entry && covers(other, entry))));
}

/** Whether all that the second one matches is matched by the first one. Only a second one without wildcards is looked through. */
function covers(pattern: string, entry: string): boolean {
  return !/[*?[\\]/.test(entry) && coveringPattern(pattern, entry) !== null;
}

/** What only one of two sets has. */
export function onlyIn(set: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...set].filter((entry) => !other.has(entry)).sort();
}
