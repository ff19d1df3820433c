import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { saysFailure } from '../src/filter/failure-words.ts';

// As in wasm/grid.ts: how long grams are, and how many follow each other.
const gramLength = 4;
const grams = 2;
/** A literal of so many bytes has them from its window on. */
const longFrom = 8;
const multiplier = 0x9e3779b1;
const hashBits = 18;
/** A window is kept as one byte, and the last of them means that none was chosen. */
const lastWindow = 254;

/**
 * For each literal, where the grams begin by which the filter finds it: those that logs have least often, and that few other literals have.
 * @param literals of at least four bytes @param logs what logs look like
 */
export function chooseWindows(literals: readonly string[], logs: Buffer): number[] {
  const background = countGrams(logs);
  // Logs are full of numbers: which ones does not matter.
  const numbers = countGrams(logs.map((code) => (isDigit(code) ? 0x30 : code)));
  const owners = new Uint16Array(1 << hashBits);
  const bytes = literals.map((literal) => Buffer.from(literal));
  const windows: number[] = [];
  // Short ones have the least choice.
  for (const literal of [...literals.keys()].sort((a, b) => bytes[a]!.length - bytes[b]!.length)) {
    const text = bytes[literal]!;
    const digits = text.map((code) => (isDigit(code) ? 0x30 : code));
    const costs = Array.from({ length: text.length - gramLength + 1 }, (_, at) => {
      const hash = hashAt(text, at);
      const owned = owners[hash]!;
      const seen = Math.max(background[hash]!, numbers[hashAt(digits, at)]!);
      // A place that is looked at costs; each literal that is compared there costs less. What shares a gram does not make more places.
      return (owned === 0 ? seen : 0) + seen * Math.min(owned, 8) * 0.3 + owned * 0.02 + (owned === 0 ? 0.01 : 0);
    });
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    const last = Math.min(text.length - Math.min(text.length, longFrom), lastWindow);
    for (let first = 0; first <= last && first + grams <= costs.length; first++) {
      const cost = costs[first]! + costs[first + 1]!;
      if (cost >= least) continue;
      least = cost;
      best = first;
    }
    windows[literal] = best;
    for (let at = best; at < Math.min(best + grams, costs.length); at++) owners[hashAt(text, at)]!++;
  }
  return windows;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function countGrams(logs: Uint8Array): Uint32Array {
  const counts = new Uint32Array(1 << hashBits);
  for (let at = 0; at + gramLength <= logs.length; at++) counts[hashAt(logs, at)]!++;
  return counts;
}

function hashAt(bytes: Uint8Array, at: number): number {
  let hash = 0;
  for (let end = at + gramLength; at < end; at++) hash = Math.imul(hash ^ (bytes[at]! | 0x20), multiplier) ^ (hash >>> 15);
  return (hash >>> 0) >>> (32 - hashBits);
}

/** What job logs look like: those of the samples, and what `build/calm.log` has of programs that did their work, bare and behind times. */
export function backgroundLogs(): Buffer {
  const calm = readFileSync('build/calm.log', 'utf8');
  const timed = calm.replace(/^/gm, '2026-01-02T03:04:05.1234567Z ');
  return Buffer.concat([logsBelow('samples'), Buffer.from(calm), Buffer.from(timed)]);
}

/** Logs of work that succeeds, without the lines that say something of a failure: those are looked at anyway. */
export function calmLogs(): string {
  const logs = readFileSync('build/calm.log', 'utf8') + logsBelow('samples/no-failure').toString();
  return logs
    .split('\n')
    .filter((line) => !saysFailure(line))
    .join('\n');
}

function logsBelow(folder: string): Buffer {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.log'));
  return Buffer.concat(names.sort().map((name) => readFileSync(path.join(folder, name))));
}
