import type { Line } from '../model/line.ts';
import { type BuildKeys, collectBuildKeys } from './build-keys.ts';
import { collectRunFacts, type RunFacts, type RunFactsCollector } from './facts.ts';
import { normalise, textHash } from './normalise.ts';
import { createLineHashes, type LineHashes } from './occurrences.ts';
import { createRunReader, type RunReader } from './run-reader.ts';

/** One log, read once: its lines as numbers and what it shows about the run. */
export interface Run {
  readonly hashes: LineHashes;
  readonly facts: RunFacts;
  /** What `GODEBUG=gocachehash=1` printed; its lines are among no others. */
  readonly keys: BuildKeys;
  /** Lines of the input. */
  readonly lines: number;
}

export interface RunCollector extends RunReader {
  run(): Run;
}

/** Reads one log. */
export function collectRun(): RunCollector {
  const hashes = createLineHashes();
  const facts: RunFactsCollector = collectRunFacts();
  const keys = collectBuildKeys();
  let lines = 0;
  const reader = createRunReader((line) => {
    lines = Math.max(lines, line.number);
    if (!counts(line) || keys.take(line.text, line.number)) return;
    facts.take(line);
    const key = normalise(line.text);
    if (key !== '') hashes.add(textHash(key), line.number);
  });
  return { ...reader, run: () => ({ hashes, facts: facts.facts(), keys: keys.keys(), lines }) };
}

/** Our own words in a log, and empty lines, are no part of the run. */
function counts({ kind, text }: Line): boolean {
  return kind !== 'own' && text !== '';
}

/** Finds the texts of some lines in a second reading. @param wanted numbers of lines */
export function collectTexts(wanted: ReadonlySet<number>): RunReader & { textOf(line: number): string } {
  const texts = new Map<number, string>();
  const reader = createRunReader((line) => {
    if (wanted.has(line.number) && counts(line) && !texts.has(line.number)) texts.set(line.number, line.text);
  });
  return { ...reader, textOf: (line) => texts.get(line) ?? '' };
}

/** What one run shows and the other does not, or otherwise. */
export interface FactDifferences {
  readonly modules: readonly { readonly module: string; readonly good: readonly string[]; readonly bad: readonly string[] }[];
  readonly tools: readonly { readonly name: string; readonly good: string | null; readonly bad: string | null }[];
  /** Steps of the good run that the bad run passed over, and did not reach. */
  readonly missing: readonly { readonly text: string; readonly line: number }[];
  readonly notReached: number;
  readonly added: readonly { readonly text: string; readonly line: number }[];
}

export function compareFacts(good: RunFacts, bad: RunFacts): FactDifferences {
  const modules = [...bad.modules].flatMap(([module, versions]) => {
    const before = good.modules.get(module);
    const same = before !== undefined && before.size === versions.size && [...versions].every((version) => before.has(version));
    return same ? [] : [{ module, good: [...(before ?? [])], bad: [...versions] }];
  });
  const names = [...new Set([...good.tools.keys(), ...bad.tools.keys()])];
  const tools = names
    .map((name) => ({ name, good: good.tools.get(name) ?? null, bad: bad.tools.get(name) ?? null }))
    .filter((row) => row.good !== row.bad && (row.bad !== null || row.good !== null));
  const steps = [...good.steps];
  const lastCommon = steps.findLastIndex(([key]) => bad.steps.has(key));
  const missing = steps.filter(([key], index) => index < lastCommon && !bad.steps.has(key)).map(([, step]) => step);
  return {
    modules: modules.sort((one, other) => Number(other.good.length > 0) - Number(one.good.length > 0)),
    tools,
    missing,
    notReached: lastCommon < 0 ? 0 : steps.length - 1 - lastCommon,
    added: [...bad.steps].filter(([key]) => !good.steps.has(key)).map(([, step]) => step),
  };
}
