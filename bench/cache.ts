// `modwhy cache` on a synthetic module cache: `node bench/cache.ts [VERSIONS]`. Needs a build. Prints seconds and memory against the limits.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type LabModule, moduleZip, sumLines } from '../test/lab/module-zip.ts';

const count = Number(process.argv[2] ?? 100_000);
const perModule = 50;
const limits = { seconds: 10, megabytes: 250 };
const program = path.join(import.meta.dirname, '../bin/modwhy.js');
const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-bench-'));
try {
  for (let index = 0; index < count; index++) write(index);
  for (const flags of [[], ['--deep']]) {
    const { seconds, processor, megabytes } = measure(flags);
    const shown = `${seconds.toFixed(1)} s (${processor.toFixed(1)} s of them at work), ${megabytes.toFixed(0)} MB`;
    const limit = flags.length === 0 ? ` (at most ${limits.seconds} s, ${limits.megabytes} MB)` : '';
    console.log(`modwhy cache ${flags.join(' ')}: ${count} versions in ${shown}${limit}`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** Five files in `cache/download` and an unpacked folder with two, as go leaves them. */
function write(index: number): void {
  const module: LabModule = {
    path: `bench.example.com/m${Math.floor(index / perModule)}`,
    version: `v1.${index % perModule}.0`,
    files: { 'a.go': `package a // ${index}\n` },
  };
  const at = path.join(folder, 'cache/download', module.path, '@v');
  const tree = path.join(folder, `${module.path}@${module.version}`);
  mkdirSync(at, { recursive: true });
  mkdirSync(tree, { recursive: true });
  const base = path.join(at, module.version);
  const goMod = `module ${module.path}\n`;
  writeFileSync(`${base}.info`, `{"Version":"${module.version}","Time":"2024-01-02T03:04:05Z"}`);
  writeFileSync(`${base}.mod`, goMod);
  writeFileSync(`${base}.zip`, moduleZip(module));
  writeFileSync(`${base}.ziphash`, sumLines(module).split(/[ \n]/)[2]!);
  writeFileSync(`${base}.lock`, '');
  writeFileSync(path.join(tree, 'go.mod'), goMod);
  writeFileSync(path.join(tree, 'a.go'), module.files['a.go']!);
}

/** The program as a whole process; its peak memory is what the system says at its end. */
function measure(flags: readonly string[]): { seconds: number; processor: number; megabytes: number } {
  const atEnd = `process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    process.stderr.write('peak ' + maxRSS + ' cpu ' + (userCPUTime + systemCPUTime));
  })`;
  const start = process.hrtime.bigint();
  const args = ['--import', `data:text/javascript,${encodeURIComponent(atEnd)}`, program, 'cache', folder, '--format', 'json', ...flags];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: folder });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  const report = JSON.parse(stdout) as { looked: { versions: number; trees: number }; findings: unknown[] };
  if (status !== 0 || report.looked.versions !== count || report.looked.trees !== count || report.findings.length > 0)
    throw new Error(`exit ${status}, ${report.looked.versions} versions, ${report.findings.length} findings: ${stderr}`);
  const [, peak, processor] = /peak (\d+) cpu (\d+)/.exec(stderr)!;
  return { seconds, processor: Number(processor) / 1e6, megabytes: Number(peak) / 1024 };
}
