import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// As in wasm/grid.ts: what a gram is, and which stride a literal has.
const multiplier = 0x9e3779b1;
const hashBits = 18;
const longFrom = 7;
/** A window is kept as one byte, and the last of them means that none was chosen. */
const lastWindow = 254;
const forms = {
  long: { cut: 0, stride: 4, length: 4 },
  short: { cut: 8, stride: 2, length: 3 },
} as const;

/**
 * For each literal, where the grams begin by which the filter finds it: those that logs have least often, and that few other literals have.
 * @param literals of at least four bytes @param logs what logs look like
 */
export function chooseWindows(literals: readonly string[], logs: Buffer): number[] {
  const background = { long: countGrams(logs, 0), short: countGrams(logs, 8) };
  const owners = { long: new Uint16Array(1 << hashBits), short: new Uint16Array(1 << hashBits) };
  const bytes = literals.map((literal) => Buffer.from(literal));
  const windows: number[] = [];
  // Short ones have the least choice.
  for (const literal of [...literals.keys()].sort((a, b) => bytes[a]!.length - bytes[b]!.length)) {
    const text = bytes[literal]!;
    const table = text.length >= longFrom ? 'long' : 'short';
    const { cut, stride, length } = forms[table];
    const costs = Array.from({ length: text.length - length + 1 }, (_, at) => {
      const hash = hashAt(text, at, cut);
      const owned = owners[table][hash]!;
      const seen = background[table][hash]!;
      // A place that is looked at costs; each literal that is compared there costs less. What shares a gram does not make more places.
      return (owned === 0 ? seen : 0) + seen * Math.min(owned, 8) * 0.3 + owned * 0.02 + (owned === 0 ? 0.01 : 0);
    });
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let first = 0; first + stride <= costs.length && first <= lastWindow; first++) {
      let cost = 0;
      for (let at = first; at < first + stride; at++) cost += costs[at]!;
      if (cost >= least) continue;
      least = cost;
      best = first;
    }
    windows[literal] = best;
    for (let at = best; at < best + stride; at++) owners[table][hashAt(text, at, cut)]!++;
  }
  return windows;
}

function countGrams(logs: Buffer, cut: number): Uint32Array {
  const counts = new Uint32Array(1 << hashBits);
  for (let at = 0; at + 4 <= logs.length; at++) counts[hashAt(logs, at, cut)]!++;
  return counts;
}

function hashAt(bytes: Buffer, at: number, cut: number): number {
  // Nothing of the byte behind a gram of three is left.
  const gram = (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | ((bytes[at + 3] ?? 0) << 24) | 0x20202020) << cut;
  return Math.imul(gram, multiplier) >>> (32 - hashBits);
}

/** The logs of a folder, as one. */
export function logsBelow(folder: string): Buffer {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.log'));
  return Buffer.concat(names.sort().map((name) => readFileSync(path.join(folder, name))));
}
