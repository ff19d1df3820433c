// modwhy scan beside ripgrep with the literals of the rules: `node bench/scan.ts [--case a,b,c,d,m,w] [--scale 0.1] [--all]`. Ratios of CPU time, the
// least of some rounds in turns; the logs are the same every time. --all: 50,000 failing logs in place of 500.
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { loadPack } from '../src/catalog/load.ts';
import { createLogMaker } from './scan-logs.ts';

const { values } = parseArgs({
  options: {
    case: { type: 'string', default: 'a,b,c,d,m,w' },
    scale: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '3' },
    all: { type: 'boolean', default: false },
  },
});
const scale = Number(values.scale);
const root = path.join(tmpdir(), 'modwhy-bench-scan');
mkdirSync(root, { recursive: true });
const literals = path.join(root, 'literals');
writeFileSync(literals, `${loadPack().literals.join('\n')}\n`);

interface Used {
  readonly cpu: number;
  readonly wall: number;
  readonly peak: number;
  readonly out: string;
}

/** Processor seconds, seconds and megabytes of a command. */
function use(command: string, args: readonly string[]): Used {
  const { stdout, stderr, status } = spawnSync('/usr/bin/time', ['-f', '%U %S %e %M', command, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, MODWHY_LANG: 'en' },
  });
  if (status !== 0 && command !== 'rg') throw new Error(stderr);
  const [user, system, wall, peak] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number) as [number, number, number, number];
  return { cpu: user + system, wall, peak: peak / 1024, out: stdout };
}

const scan = (...args: string[]) => use(process.execPath, ['bin/modwhy.js', 'scan', '-q', '--format', 'json', ...args]);
const rg = (...args: string[]) => use('rg', ['-j1', '-c', '-F', '-f', literals, ...args]);

/** The least of some rounds, in turns, so that a busy moment hits both. */
function best<Name extends string>(commands: Readonly<Record<Name, () => Used>>): Record<Name, Used> {
  const least = {} as Record<Name, Used>;
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [name, command] of Object.entries(commands) as [Name, () => Used][]) {
      const used = command();
      if (!least[name] || used.cpu < least[name].cpu) least[name] = used;
    }
  return least;
}

function report(title: string, { ours, theirs }: { ours: Used; theirs: Used }, most: number): void {
  const ratio = ours.cpu / theirs.cpu;
  const { totals } = JSON.parse(ours.out) as { totals: Record<string, number> };
  console.log(
    `${title}: ${ratio.toFixed(2)} x rg (at most ${most})  ${ours.cpu.toFixed(2)} s against ${theirs.cpu.toFixed(2)} s, ${ours.peak.toFixed(0)} MB, ` +
      `${totals.logs} logs, ${totals.moduleFailures} failures, ${totals.noFailure} without`,
  );
}

function made(name: string, make: (folder: string) => void): string {
  const folder = path.join(root, `${name}-${scale}`);
  if (existsSync(path.join(folder, '.whole'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  make(folder);
  writeFileSync(path.join(folder, '.whole'), '');
  return folder;
}

const cases: Readonly<Record<string, () => void>> = {
  a() {
    const folder = made('one', (to) => {
      const maker = createLogMaker(1);
      const file = openSync(path.join(to, 'big.log'), 'w');
      for (let bytes = 0; bytes < 1e9 * scale; ) bytes += writeSync(file, maker.log(4 << 20, bytes === 0));
      closeSync(file);
    });
    const file = path.join(folder, 'big.log');
    report('a: one file', best({ ours: () => scan('--store', 'none', '--jobs', '1', file), theirs: () => rg(file) }) as never, 0.5);
  },
  b() {
    const folder = made('many', (to) => {
      const maker = createLogMaker(2);
      for (let at = 0; at < 4000 * scale; at++) writeFileSync(path.join(to, `job-${at}.log`), maker.log(256 << 10, at % 200 === 0));
    });
    report('b: many files', best({ ours: () => scan('--store', 'none', '--jobs', '1', folder), theirs: () => rg(folder) }) as never, 0.6);
  },
  c() {
    const folder = made('gz', (to) => {
      const maker = createLogMaker(3);
      for (let at = 0; at < 400 * scale; at++)
        writeFileSync(path.join(to, `job-${at}.log.gz`), gzipSync(maker.log(256 << 10, at % 200 === 0)));
    });
    report('c: gzip', best({ ours: () => scan('--store', 'none', '--jobs', '1', folder), theirs: () => rg('-z', folder) }) as never, 0.5);
  },
  d() {
    const count = values.all ? 50_000 : Math.ceil(500 * scale);
    const folder = failing(count);
    const store = path.join(root, 'history.db');
    const stored = () => {
      for (const ending of ['', '-wal', '-shm']) rmSync(store + ending, { force: true });
      return scan('--store', store, '--jobs', '1', folder);
    };
    const { ours, theirs } = best({ ours: stored, theirs: () => rg(folder) });
    report(`d: ${count} failing logs, kept`, { ours, theirs }, 5);
    console.log(`   ${(count / ours.cpu).toFixed(0)} logs a second of one processor`);
  },
  m() {
    const folder = failing(Math.ceil(500 * scale));
    const one = scan('--store', 'none', '--jobs', '1', folder);
    const two = scan('--store', 'none', '--jobs', '2', folder);
    console.log(`m: memory ${one.peak.toFixed(0)} MB with one thread (below 150), ${two.peak.toFixed(0)} MB with two (below 250)`);
  },
  w() {
    const folder = failing(Math.ceil(500 * scale));
    const { one, two } = best({
      one: () => scan('--store', 'none', '--jobs', '1', folder),
      two: () => scan('--store', 'none', '--jobs', '2', folder),
    });
    console.log(
      `w: two threads are ${(one.wall / two.wall).toFixed(2)} x one (at least 1.5), ${one.wall.toFixed(1)} s and ${two.wall.toFixed(1)} s`,
    );
  },
};

/** Sizes as logs of jobs have them: half below 64 KB, one in a hundred above 5 MB. */
function failing(count: number): string {
  return made(`failing-${count}`, (to) => {
    const maker = createLogMaker(4);
    for (let at = 0; at < count; at++) {
      const folder = path.join(to, String(at % 100));
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, `job-${at}.log`), maker.log(Math.round(65_536 * Math.exp(1.87 * maker.normal())), true));
    }
  });
}

execFileSync('rg', ['--version']);
console.log(readFileSync('/proc/loadavg', 'utf8').trim());
for (const name of values.case.split(',')) cases[name]!();
