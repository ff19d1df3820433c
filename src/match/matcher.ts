import type { LiteralGrams, Pack, Signal } from '../model/catalog.ts';
import type { Finding, Unit } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import { typeCaptures } from './capture.ts';
import { isHearsay } from './hearsay.ts';
import { compilePattern, type LinearEngine, type Pattern } from './pattern.ts';
import { toEnglish } from './translate.ts';

export interface Matcher {
  /** Every signal that fires on each of the units. */
  match(units: readonly Unit[]): (readonly Finding[])[];
}

/** Prepares a search for literals: it says which of them, by position, stand in each text. */
export type FindLiterals = (
  literals: readonly string[],
  grams: LiteralGrams,
) => (texts: readonly string[]) => readonly (readonly number[])[];

/** Units whose literals are looked for together: what that needs meanwhile is let go before the next ones. */
const batch = 10_000;
// Shared: most units of a log are silent.
const nothing: readonly Finding[] = [];
const serverResponse = /server response:/;

/**
 * Literal filter first, patterns only for signals of which a literal stands in the text. Patterns are compiled when first needed.
 * Where a unit has words of another language, signals look at its English; the one search for literals finds those words too.
 */
export function createMatcher(pack: Pack, linear: LinearEngine | null, findLiterals: FindLiterals): Matcher {
  const literalsIn = findLiterals(pack.literals, pack.grams);
  const isStem = (position: number) => position >= pack.owners.length;
  const patterns = new Map<Signal, Pattern>();
  const patternOf = (signal: Signal) => {
    let pattern = patterns.get(signal);
    if (!pattern) patterns.set(signal, (pattern = compilePattern(signal, linear)));
    return pattern;
  };
  const matchOne = (said: Unit, literals: readonly number[]): Finding[] => {
    let unit = said;
    let present = literals;
    if (present.some(isStem)) {
      const stems = present.filter(isStem).map((position) => position - pack.owners.length);
      unit = inEnglish(said, toEnglish(said.text, pack.phrases(), stems));
      present = literalsIn([unit.text])[0]!.filter((position) => !isStem(position));
    }
    const candidates = new Set<Signal>();
    for (const literal of present) for (const owner of pack.owners[literal]!) candidates.add(pack.signal(owner));
    const findings: Finding[] = [];
    // What stands below such a line is somebody else's.
    if (candidates.size > 0 && unit.lines.length === 1 && isHearsay(unit.text)) return findings;
    for (const signal of candidates) {
      const found = signal.needs.every((texts) => texts.some((text) => unit.text.includes(text))) ? patternOf(signal)(unit.text) : null;
      if (found) findings.push(toFinding(signal, unit, found.start, found.end, found.groups));
    }
    return findings;
  };
  return {
    match(units) {
      const found: (readonly Finding[])[] = [];
      for (let from = 0; from < units.length; from += batch) {
        const some = units.slice(from, from + batch);
        const present = literalsIn(some.map(({ text }) => text));
        for (let index = 0; index < some.length; index++)
          found.push(present[index]!.length === 0 ? nothing : matchOne(some[index]!, present[index]!));
      }
      return found;
    },
  };
}

function inEnglish(unit: Unit, text: string): Unit {
  return {
    text,
    lines: unit.lines,
    segment: unit.segment,
    get aboutModules() {
      return unit.aboutModules;
    },
  };
}

function toFinding(signal: Signal, unit: Unit, start: number, end: number, groups: Record<string, string>): Finding {
  const answer = serverResponse.exec(unit.text);
  const quoted = answer !== null && start > answer.index;
  const hearsay = quoted && signal.observer === 'local';
  return {
    signal,
    unit,
    start,
    end,
    line: lineAt(unit, start),
    captures: typeCaptures(groups, signal.captures),
    observer: hearsay ? (/\/lookup\/|\/sumdb\/|\/tile\//.test(unit.text.slice(0, answer.index)) ? 'sumdb' : 'proxy') : signal.observer,
    share: 1,
    reduced: hearsay ? 'hearsay' : null,
  };
}

function lineAt(unit: Unit, position: number): Line {
  let index = 0;
  for (let end = unit.text.indexOf('\n'); end >= 0 && end < position; end = unit.text.indexOf('\n', end + 1)) index++;
  return unit.lines[index] ?? unit.lines.at(-1)!;
}
