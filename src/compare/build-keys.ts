import { type HashLine, readHashLine } from '../parse/traces/hash-line.ts';

/** One cache key that a log shows, with what went into it. */
export interface BuildKey {
  /** `build example.com/p`, `link example.com/p`, `vet example.com/p`. */
  readonly name: string;
  readonly line: number;
  readonly inputs: readonly string[];
  readonly lines: readonly number[];
  readonly sum: string;
}

/** The cache keys of one log. */
export interface BuildKeys {
  /** By name; several where the same package was built in several ways. */
  readonly keys: ReadonlyMap<string, readonly BuildKey[]>;
  /** What tests read and were given: these keys do not name the package. */
  readonly tests: BuildKey;
  /** Lines that were too many to be held. */
  readonly dropped: number;
}

export interface BuildKeyCollector {
  /** @returns whether the line is of `GODEBUG=gocachehash=1` */
  take(text: string, line: number): boolean;
  keys(): BuildKeys;
}

type Growing = { -readonly [K in keyof BuildKey]: K extends 'inputs' ? string[] : K extends 'lines' ? number[] : BuildKey[K] };

// What an action of the build is called; the keys of `moduleIndex`, `stat` and the like are parts of others.
const action = /^(?:build|link|vet) \S/;
const ofTests = new Set(['testInputs', 'testResult']);
const mostText = 48 << 20;
const mostVariants = 20;
const overhead = 40;

/** Collects the cache keys of one log. Memory is bounded. */
export function collectBuildKeys(): BuildKeyCollector {
  const keys = new Map<string, BuildKey[]>();
  const open = new Map<string, Growing>();
  // Of the same name at the same time: their inputs cannot be told apart.
  const mixed = new Set<string>();
  const tests: Growing = { name: 'test', line: 1, inputs: [], lines: [], sum: '' };
  let held = 0;
  let dropped = 0;
  const add = (key: Growing, text: string, line: number) => {
    held += text.length + overhead;
    if (held > mostText) return void dropped++;
    key.inputs.push(text);
    key.lines.push(line);
  };
  const end = (key: Growing, sum: string) => {
    open.delete(key.name);
    key.sum = sum;
    const known = keys.get(key.name) ?? [];
    // Two commands of one log ask for the same key.
    if (known.length < mostVariants && !known.some((one) => one.sum === sum)) keys.set(key.name, [...known, key]);
  };
  const take = ({ key: name, is, text }: HashLine, line: number) => {
    if (ofTests.has(name)) {
      if (is === 'input') add(tests, text, line);
      return;
    }
    if (!action.test(name)) return;
    const known = open.get(name);
    if (is === 'begin') {
      if (known) mixed.add(name);
      else if (!mixed.has(name)) open.set(name, { name, line, inputs: [], lines: [], sum: '' });
    } else if (!known || mixed.has(name)) return;
    else if (is === 'input') add(known, text, line);
    else if (is === 'sum') end(known, text);
  };
  return {
    take(text, line) {
      const read = readHashLine(text);
      if (read) take(read, line);
      return read !== null;
    },
    keys() {
      for (const name of mixed) keys.delete(name);
      return { keys, tests, dropped };
    },
  };
}
