// What `modwhy run` lets through against `cat`, in pairs, as a ratio: `node bench/run.ts [PAIRS] [MIB]`. Needs a build and a POSIX system.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const pairs = Number(process.argv[2] ?? 7);
const size = Number(process.argv[3] ?? 2048);
const program = path.join(import.meta.dirname, '../bin/modwhy.js');
const source = `head -c ${size * 2 ** 20} /dev/zero`;

/** Both hand the same bytes from one pipe to another one, which a reader empties. */
const ratios: number[] = [];
const rates: [number, number][] = [];
for (let pair = 0; pair <= pairs; pair++) {
  const ours = rate(`'${process.execPath}' '${program}' run -- ${source} | cat >/dev/null`);
  const theirs = rate(`${source} | cat | cat >/dev/null`);
  // The first pair warms caches.
  if (pair === 0) continue;
  ratios.push(ours / theirs);
  rates.push([ours, theirs]);
}
const [ours, theirs] = ([0, 1] as const).map((index) => median(rates.map((both) => both[index])).toFixed(0));
console.log(
  `${size} MiB, run / cat, at least 0.5: ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}-${Math.max(...ratios).toFixed(2)}, ${ours} MiB/s / ${theirs} MiB/s, ${pairs} pairs)`,
);

/** MiB a second, the start of the programs included. */
function rate(script: string): number {
  const start = process.hrtime.bigint();
  const { error, status, stderr } = spawnSync('bash', ['--norc', '-o', 'pipefail', '-c', script], { stdio: ['ignore', 'ignore', 'pipe'] });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (error || status !== 0) throw error ?? new Error(`it ended with ${status}: ${stderr}`);
  return size / seconds;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
