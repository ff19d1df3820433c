// The screen over a log of a million lines, on a pseudo-terminal: `node bench/screen.ts [LINES]`. Needs a build; Linux only.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { startOnPty } from '../test/tui/pty-program.ts';
import { jobLog, noisyLog } from './inputs.ts';

const wanted = Number(process.argv[2] ?? 1_000_000);
const presses = 60;
const columns = 140;
const rows = 40;
const program = path.join(import.meta.dirname, '../bin/modwhy.js');
const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-bench-'));

try {
  // One line in a hundred of interest; tests that pass, of which nearly nothing is read; and lines that nearly all speak of failures.
  await measure('a job log', jobLog(wanted * 88));
  await measure('passing tests', testLog(wanted));
  await measure('a noisy log', noisyLog(wanted));
} finally {
  rmSync(folder, { recursive: true });
}

async function measure(name: string, text: string): Promise<void> {
  const file = path.join(folder, 'build.log');
  writeFileSync(file, text);
  const count = text.split('\n').length - 1;
  const started = performance.now();
  let looked: (() => void) | null = null;
  const { child, screen } = startOnPty(process.execPath, [program, 'explain', file], { columns, rows }, () => looked?.());
  const until = (holds: () => boolean) =>
    new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`it did not come; the screen is:\n${screen()}`)), 600_000);
      looked = () => {
        if (!holds()) return;
        clearTimeout(timer);
        looked = null;
        resolve(performance.now());
      };
      looked();
    });

  const opened = await until(() => screen().includes('q quit'));
  print(`${name}, ${count.toLocaleString('en')} lines, ${columns}x${rows}: open after`, opened - started, 'ms');
  const at = () => Number(/line ([\d,]+) of/.exec(screen())?.[1]?.replaceAll(',', '') ?? 0);
  child.write('\r');
  await until(() => /━ Log/.test(screen()));
  for (const [name, key] of [
    ['line up', 'k'],
    ['page up', 'b'],
    ['half page up', '\u0015'],
    ['line down', 'j'],
    ['page down', ' '],
  ] as const) {
    const times: number[] = [];
    const own: number[] = [];
    for (let press = 0; press < presses; press++) {
      const before = at();
      const from = performance.now();
      const worked = processorTime(child.pid);
      child.write(key);
      times.push((await until(() => at() !== before)) - from);
      own.push(processorTime(child.pid) - worked);
      await pause(40);
    }
    report(name, times, own);
  }
  const jumps: number[] = [];
  const ownJumps: number[] = [];
  for (let press = 0; press < presses; press++) {
    const before = at();
    const from = performance.now();
    const worked = processorTime(child.pid);
    child.write(press % 2 === 0 ? 'g' : 'G');
    jumps.push((await until(() => at() !== before)) - from);
    ownJumps.push(processorTime(child.pid) - worked);
    await pause(40);
  }
  report('first, last line', jumps, ownJumps);
  const burst = performance.now();
  child.write('k'.repeat(1000));
  const end = at() - 1000;
  print('1,000 keys at once, repainted after', (await until(() => at() === end)) - burst, 'ms');
  await pause(1000);
  const before = cpuTicks(child.pid);
  await pause(5000);
  print('idle for 5 s, CPU', (cpuTicks(child.pid) - before) * 10, 'ms');
  print('memory, resident', statusOf(child.pid, 'VmRSS'), 'MB');
  print('memory, at its most', statusOf(child.pid, 'VmHWM'), 'MB');
  child.write('qq');
  await new Promise((resolve) => child.onExit(resolve));
}

function testLog(lines: number): string {
  const all: string[] = [];
  for (let number = 0; all.length < lines; number++)
    all.push(
      `=== RUN   TestParse/case_${number}`,
      `    --- PASS: TestParse/case_${number} (0.00s)`,
      `ok      example.org/service/part/${number} 0.045s`,
    );
  return `${[...all, '$ go mod tidy', 'go: updates to go.mod needed', 'exit status 1'].join('\n')}\n`;
}

/** On a busy machine the time says more about the others: the processor's time is the program's own. */
function report(name: string, times: number[], own: number[]): void {
  const [all, worked] = [times, own].map((values) => values.sort((one, other) => one - other));
  const at = (sorted: number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(1);
  console.log(
    `${name}: key to repaint p50 ${at(all!, 0.5)} ms, p99 ${at(all!, 0.99)} ms; on the processor p50 ${at(worked!, 0.5)} ms, p99 ${at(worked!, 0.99)} ms (${times.length} keys)`,
  );
}

function print(name: string, value: number, unit: string): void {
  console.log(`${name} ${value.toFixed(0)} ${unit}`);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Time on the processor in hundredths of a second. */
function cpuTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

/** Milliseconds on the processor of the thread that draws, to the microsecond. */
function processorTime(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

function statusOf(pid: number, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
}
