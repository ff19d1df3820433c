// Whole processes in pairs, as ratios: `node bench/explain.ts [PAIRS]`. Needs a build; the second comparison needs ripgrep.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Pack } from '../src/model/catalog.ts';
import { writeJobLog } from './inputs.ts';

type Command = readonly [program: string, ...args: string[]];

const pairs = Number(process.argv[2] ?? 9);
const program = path.join(import.meta.dirname, '../bin/modwhy.js');
const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-bench-'));
try {
  const small = path.join(folder, 'log60k.log');
  writeJobLog(small, 60_000);
  compare('60 KB log, explain / node -e 0, at most 1.8', explain(small), [process.execPath, '-e', '0']);
  const large = path.join(folder, 'log10m.log');
  writeJobLog(large, 10_000_000);
  const literals = path.join(folder, 'literals');
  const pack = JSON.parse(readFileSync(path.join(import.meta.dirname, '../dist/pack.json'), 'utf8')) as Pick<Pack, 'literals'>;
  writeFileSync(literals, `${pack.literals.join('\n')}\n`);
  const name = '10 MB log, explain / rg -j1 -c -F -f LITERALS, at most 8';
  if (spawnSync('rg', ['--version']).error) console.log(`${name}: skipped, rg is not installed`);
  else compare(name, explain(large), ['rg', '-j1', '-c', '-F', '-f', literals, large]);
} finally {
  rmSync(folder, { recursive: true });
}

function explain(file: string): Command {
  return [process.execPath, program, 'explain', '--format', 'text', file];
}

/** Runs two commands in turn, so that a change of the machine's speed meets both, and prints the ratio of their times. */
function compare(name: string, one: Command, other: Command): void {
  const ratios: number[] = [];
  const times: [number, number][] = [];
  for (let pair = 0; pair <= pairs; pair++) {
    const both: [number, number] = [seconds(one), seconds(other)];
    // The first pair warms caches.
    if (pair === 0) continue;
    times.push(both);
    ratios.push(both[0] / both[1]);
  }
  const milliseconds = (index: 0 | 1) => (1000 * median(times.map((both) => both[index]))).toFixed(0);
  console.log(
    `${name}: ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}, ${milliseconds(0)} ms / ${milliseconds(1)} ms, ${pairs} pairs)`,
  );
}

function seconds([program, ...args]: Command): number {
  const start = process.hrtime.bigint();
  const { error, status, stderr } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const end = process.hrtime.bigint();
  if (error || status !== 0) throw error ?? new Error(`${program} ended with ${status}: ${stderr}`);
  return Number(end - start) / 1e9;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
