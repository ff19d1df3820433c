// What looks at every byte of a large log, against ripgrep with the same literals, in pairs: `node bench/scan-filter.ts [PAIRS] [MB]`. Needs a build
// and ripgrep. Both read a file that the system has in memory.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, readSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backgroundLogs, chooseWindows } from '../build/windows.ts';
import { loadPack, loadTriggers } from '../src/catalog/load.ts';
import { createFilter } from '../src/filter/filter.ts';
import { type FilterSource, scannerOf, tablesOf } from '../src/filter/tables.ts';
import { createTriage, triageTablesOf } from '../src/filter/triage.ts';
import { aloneWords, ownWords } from '../src/filter/words.ts';
import { quietLog } from './inputs.ts';

const blockSize = 1 << 17;
const [mode = '9', ...args] = process.argv.slice(2);
if (mode === 'filter' || mode === 'triage') look(mode, args[0]!, args[1]);
else compareAll(Number(mode), Number(args[0] ?? 1000));

function compareAll(pairs: number, size: number): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-bench-'));
  try {
    const log = path.join(folder, 'log');
    writeLog(log, size);
    const pack = loadPack();
    const literals = path.join(folder, 'literals');
    writeFileSync(literals, `${pack.literals.join('\n')}\n`);
    const many = path.join(folder, 'many.json');
    writeFileSync(many, JSON.stringify(tenTimes(pack.literals)));
    const rg = (file: string) => `rg -j1 -c -F -f ${file} ${log}`;
    const own = (...rest: string[]) => [process.execPath, import.meta.filename, ...rest].join(' ');
    compare(pairs, size, 'blocks chosen / rg', own('filter', log), rg(literals));
    compare(pairs, size, 'triage / rg, at most 0.5', own('triage', log), rg(literals));
    compare(
      pairs,
      size,
      'blocks chosen with ten times the literals / with the catalog, at most 1.3',
      own('filter', log, many),
      own('filter', log),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One program of its own: reads the file in blocks and says what it used. */
function look(mode: 'filter' | 'triage', file: string, many?: string): void {
  const source: FilterSource = many ? JSON.parse(readFileSync(many, 'utf8')) : loadPack();
  let kept = 0;
  const filter = createFilter(
    scannerOf(tablesOf(source)),
    { keep: (bytes) => void (kept += bytes.length), skip() {}, settled: () => true },
    { downloads: 0, entries: 0, times: true },
  );
  const triage = createTriage(triageTablesOf(loadTriggers()));
  const buffer = Buffer.alloc(blockSize);
  const input = openSync(file, 'r');
  for (let length = readSync(input, buffer); length > 0; length = readSync(input, buffer)) {
    // The filter holds what it was given.
    if (mode === 'filter') filter.push(Buffer.from(buffer.subarray(0, length)));
    else if (triage.push(buffer.subarray(0, length))) throw new Error('the log was to show no failure');
  }
  filter.end();
  if (triage.end()) throw new Error('the log was to show no failure');
  process.stderr.write(`${process.resourceUsage().maxRSS} ${kept}\n`);
}

/** So many literals that logs do not have: those of the catalog with other letters. */
function tenTimes(literals: readonly string[]): FilterSource {
  const all = [...literals];
  for (let turn = 1; turn < 10; turn++)
    for (const text of literals) {
      const other = text.replace(/[a-z]/g, (letter, at: number) =>
        (at + turn) % 3 === 0 ? String.fromCharCode(97 + ((letter.charCodeAt(0) - 97 + turn * 7) % 26)) : letter,
      );
      all.push(other);
    }
  const unique = [...new Set(all)];
  return { literals: unique, windows: chooseWindows([...unique, ...ownWords, ...aloneWords], backgroundLogs()) };
}

function writeLog(file: string, megabytes: number): void {
  const output = openSync(file, 'w');
  for (let part = 0; part < megabytes; part++) writeSync(output, quietLog(part + 1, 1_000_000));
  closeSync(output);
}

/** Runs two commands in turn and prints the ratio of their least times. */
function compare(pairs: number, size: number, name: string, one: string, other: string): void {
  const times = { one: [] as Used[], other: [] as Used[] };
  for (let pair = 0; pair <= pairs; pair++) {
    const both = { one: run(one), other: run(other) };
    // The first pair warms caches.
    if (pair === 0) continue;
    times.one.push(both.one);
    times.other.push(both.other);
  }
  const least = (list: readonly Used[], what: 'wall' | 'cpu') => Math.min(...list.map((used) => used[what]));
  const ratio = (what: 'wall' | 'cpu') => (least(times.one, what) / least(times.other, what)).toFixed(2);
  const rate = (list: readonly Used[]) => (size / least(list, 'wall')).toFixed(0);
  console.log(
    `${size} MB, ${name}: wall ${ratio('wall')}, CPU ${ratio('cpu')} (${rate(times.one)} MB/s / ${rate(times.other)} MB/s, ${times.one[0]!.said})`,
  );
}

interface Used {
  readonly wall: number;
  readonly cpu: number;
  readonly said: string;
}

function run(command: string): Used {
  const { status, stderr } = spawnSync('bash', ['-c', `TIMEFORMAT='%R %U %S'; time ${command} > /dev/null`], { encoding: 'utf8' });
  const lines = stderr.trim().split('\n');
  const [wall, user, system] = lines.pop()!.split(' ').map(Number);
  // ripgrep ends with 1 where nothing was found.
  if (status !== 0 && !command.startsWith('rg ')) throw new Error(`${command} ended with ${status}: ${stderr}`);
  const [memory, kept] = (lines[0] ?? '').split(' ').map(Number);
  return { wall: wall!, cpu: user! + system!, said: memory ? `${(memory / 1024).toFixed(0)} MB of memory, ${kept} bytes kept` : '' };
}
