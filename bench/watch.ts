// What `modwhy watch` promises, as figures: `node bench/watch.ts [WRITES]`. Needs a build, and Linux for CPU and memory.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFollower } from '../src/ingest/follow/follower.ts';
import { createPace } from '../src/ingest/follow/pace.ts';
import { startOnPty } from '../test/tui/pty-program.ts';
import { jobLog } from './inputs.ts';

const writes = Number(process.argv[2] ?? 100);
const program = path.join(import.meta.dirname, '../bin/modwhy.js');
const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-bench-'));
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
try {
  await screen();
  await burst();
  await renames();
} finally {
  rmSync(folder, { recursive: true });
}

/** From the end of a write to the drawing, on a terminal of 80x24: the line itself, and the cause that it shows. */
async function screen(): Promise<void> {
  const file = path.join(folder, 'screen.log');
  writeFileSync(file, '');
  let drawn = () => {};
  const { child, screen } = startOnPty(process.execPath, [program, 'watch', file], {}, () => drawn());
  const rows = () => screen().split('\n');
  const shown = (pattern: RegExp) =>
    new Promise<number>((resolve) => {
      drawn = () => void (rows().some((row) => pattern.test(row)) && resolve(performance.now()));
      drawn();
    });
  await shown(/q quit/);
  const lines: number[] = [];
  const causes: number[] = [];
  // Times that have nothing to do with each other, and are the same in every run.
  let seed = 7;
  const below = (limit: number) => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) % limit;
  for (let count = 0; count < writes; count++) {
    await pause(120 + below(300));
    appendFileSync(file, `compiled part ${count}.\n`);
    const line = performance.now();
    lines.push((await shown(new RegExp(`compiled part ${count}\\.`))) - line);
    await pause(120 + below(300));
    const module = `corp.example.com/p${count}`;
    appendFileSync(
      file,
      `Running with gitlab-runner 19.2.0 (1a2b3c4d)\n$ go get ${module}@v1.0.0\ngo: ${module}@v1.0.0: invalid version: unknown revision v1.0.0\n`,
    );
    const cause = performance.now();
    causes.push((await shown(new RegExp(`[●◐] .* GM.*corp\\.example\\.com/p${count}\\b`))) - cause);
  }
  print('line to screen, p99 under 100 ms', lines);
  print('cause to screen, p99 under 100 ms', causes);
  await pause(3000);
  const before = cpu(child.pid);
  await pause(10_000);
  console.log(`idle for 10 s, CPU of the process: ${cpu(child.pid) - before} ms; memory at most ${memory(child.pid)} MB`);
  child.write('q');
  await new Promise((resolve) => child.onExit(resolve));
}

/** 50 MB in one write: when is the answer there, and is it right. */
async function burst(): Promise<void> {
  const file = path.join(folder, 'burst.log');
  writeFileSync(file, '');
  const log = jobLog(50_000_000);
  const child = spawn(process.execPath, [program, 'watch', '--format', 'ndjson', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  const answered = new Promise<number>((resolve) =>
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (text.includes('"module-failure"')) resolve(performance.now());
    }),
  );
  await pause(1000);
  const before = performance.now();
  writeFileSync(file, log);
  const written = performance.now();
  const at = await answered;
  const highest = memory(child.pid!);
  const work = cpu(child.pid!);
  child.kill('SIGINT');
  await once(child, 'exit');
  const last = JSON.parse(out.trimEnd().split('\n').at(-1)!);
  const right = last.incidents[0]?.hypotheses[0]?.code === 'GM0401' && last.input.bytes === Buffer.byteLength(log);
  console.log(
    `50 MB burst, right within 2 s: ${((at - written) / 1000).toFixed(2)} s after its last byte (${((at - before) / 1000).toFixed(2)} s after its first), ${right ? 'right' : 'WRONG'}, memory at most ${highest} MB`,
  );
  // What the machine gives at this moment: the whole of explain on the same log.
  const start = performance.now();
  spawnSync(process.execPath, [program, 'explain', '--format', 'ndjson', file], { stdio: ['ignore', 'ignore', 'inherit'] });
  console.log(
    `  watch has worked for ${(work / 1000).toFixed(2)} s; modwhy explain on the same log takes ${((performance.now() - start) / 1000).toFixed(2)} s`,
  );
}

/** A writer that renames its file after every few lines, as quickly as it can. */
async function renames(): Promise<void> {
  const file = path.join(folder, 'renamed.log');
  let text = '';
  let rotations = 0;
  const follower = createFollower(file, 'start', {
    bytes: (bytes) => void (text += Buffer.from(bytes).toString()),
    event: (event) => void (rotations += event === 'rotated' ? 1 : 0),
  });
  const pace = createPace([file]);
  const before = performance.now();
  spawn(process.execPath, [path.join(import.meta.dirname, '../test/ingest/follow/writer.ts'), file, '1000', 'names', '0']);
  while (!/end \d+\n$/.test(text)) {
    if (follower.poll()) pace.moved();
    else await pace.wait();
  }
  pace.close();
  const lines = text.trimEnd().split('\n');
  const total = Number(lines.pop()!.slice('end '.length));
  const seen = new Set(lines);
  const inOrder = lines.every((line, index) => line.startsWith(`line ${index} `));
  console.log(
    `1,000 renames: ${rotations} seen, ${total - seen.size} of ${total} lines lost, ${lines.length - seen.size} doubled, ${inOrder ? 'in order' : 'NOT in order'}, ${((performance.now() - before) / 1000).toFixed(2)} s`,
  );
  follower.close();
}

function print(name: string, times: number[]): void {
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(0);
  console.log(`${name}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms (${sorted.length} writes)`);
}

/** Milliseconds that a process has worked. */
function cpu(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

function memory(pid: number): number {
  return Math.round(Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024);
}
