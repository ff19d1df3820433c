import type { LiteralGrams, Pack, Signal } from '../model/catalog.ts';
import type { Finding, Unit } from '../model/finding.ts';
import type { Line } from '../model/line.ts';
import { typeCaptures } from './capture.ts';
import { compilePattern, type LinearEngine, type Pattern } from './pattern.ts';

export interface Matcher {
  /** Every signal that fires on a unit. */
  match(unit: Unit): Finding[];
}

/** Prepares a search for literals: it says which of them, by position, stand in a text. */
export type FindLiterals = (literals: readonly string[], grams: LiteralGrams) => (text: string) => readonly number[];

const serverResponse = /server response:/;

/** Literal filter first, patterns only for signals of which a literal stands in the text. Patterns are compiled when first needed. */
export function createMatcher(pack: Pack, linear: LinearEngine | null, findLiterals: FindLiterals): Matcher {
  const literalsIn = findLiterals(pack.literals, pack.grams);
  const patterns = new Map<Signal, Pattern>();
  const patternOf = (signal: Signal) => {
    let pattern = patterns.get(signal);
    if (!pattern) patterns.set(signal, (pattern = compilePattern(signal, linear)));
    return pattern;
  };
  return {
    match(unit) {
      const present = literalsIn(unit.text);
      if (present.length === 0) return [];
      const candidates = new Set<Signal>();
      for (const literal of present) for (const owner of pack.owners[literal]!) candidates.add(pack.signal(owner));
      const findings: Finding[] = [];
      for (const signal of candidates) {
        const found = patternOf(signal)(unit.text);
        if (found) findings.push(toFinding(signal, unit, found.start, found.end, found.groups));
      }
      return findings;
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
  let end = -1;
  for (const line of unit.lines) {
    end += line.text.length + 1;
    if (position <= end) return line;
  }
  return unit.lines[unit.lines.length - 1]!;
}
