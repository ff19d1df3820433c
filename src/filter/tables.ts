import { readFileSync } from 'node:fs';
import { createKernel } from './kernel.ts';
import { createPlainScanner, type LineScanner, type Sought } from './line-scanner.ts';
import { aloneWords, ownWords } from './words.ts';

/** What lines are searched for, as a pack has it. */
export interface FilterSource {
  /** Of the signals. */
  readonly literals: readonly string[];
  /** Where the grams of each literal begin, and behind them those of the words and the hints; empty when that was not chosen before. */
  readonly windows: readonly number[];
  /** Words that stand with secrets, where somebody wants to know of those. */
  readonly secrets?: readonly string[];
}

/** What a scanner is made of: plain values, which can be handed to another thread. */
export interface FilterTables extends FilterSource, Sought {
  /** Null where the engine has no WebAssembly, or too old a one. */
  readonly module: WebAssembly.Module | null;
}

const known = new WeakMap<FilterSource['literals'], FilterTables>();
const scanners = new WeakMap<FilterTables, LineScanner>();

/** The same tables for the same literals, made when they are first asked for. @param also what is searched for, too; the filter's own words */
export function tablesOf(
  { literals, windows, secrets = [] }: FilterSource,
  also: Omit<Sought, 'literals'> = { words: ownWords, hints: aloneWords },
): FilterTables {
  const found = known.get(literals);
  if (found) return found;
  const tables = { literals, windows, secrets, ...also, module: compiledKernel() };
  known.set(literals, tables);
  return tables;
}

/** The scanner of some tables: one for all who ask in this thread, since it remembers nothing between two calls. */
export function scannerOf(tables: FilterTables): LineScanner {
  const found = scanners.get(tables);
  if (found) return found;
  const { literals, windows, words, hints = [], module } = tables;
  const fits = windows.length === literals.length + words.length + hints.length;
  const scanner = module ? createKernel(module, tables, fits ? windows : []) : createPlainScanner(tables);
  scanners.set(tables, scanner);
  return scanner;
}

/** The scanner for some literals where one was made before: to make it costs more than to read a short log without. */
export function scannerInUse(literals: FilterSource['literals']): LineScanner | null {
  const tables = known.get(literals);
  return (tables && scanners.get(tables)) ?? null;
}

let compiled: WebAssembly.Module | null | undefined;

function compiledKernel(): WebAssembly.Module | null {
  compiled ??= compile();
  return compiled;
}

function compile(): WebAssembly.Module | null {
  // Run from source, the file is where the build put it.
  const folder = import.meta.filename.endsWith('.ts') ? `${import.meta.dirname}/../../dist` : import.meta.dirname;
  try {
    return new WebAssembly.Module(readFileSync(`${folder}/filter.wasm`));
  } catch {
    // No WebAssembly, none with SIMD, or no file: plain JavaScript says the same, later.
    return null;
  }
}
