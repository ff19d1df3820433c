import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { failing, folderWith } from '../../cli/modwhy.ts';

// Of the thread of the program, where everything meets that others read; looked at often, since it is less again in between.
const tellPeaks = `
if (require('node:worker_threads').isMainThread) {
  let heap = 0;
  setInterval(() => { heap = Math.max(heap, process.memoryUsage().heapTotal); }, 20).unref();
  process.on('exit', () => require('node:fs').writeSync(2, 'peaks ' + heap / 2 ** 20 + ' ' + process.resourceUsage().maxRSS / 2 ** 10));
}`;

/** Megabytes that a scan of so many small logs has at most, with one thread and a new store. */
function peaksOf(folder: string, count: number): { heap: number; all: number } {
  const logs = path.join(folder, `logs-${count}`);
  mkdirSync(logs);
  for (let at = 0; at < count; at++)
    writeFileSync(path.join(logs, `job-${at}.log`), failing.replaceAll('team/lib', `team-${at % 50}/lib-${at}`));
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...['--require', path.join(folder, 'peaks.cjs'), path.resolve('bin/modwhy.js'), 'scan', '--quiet', '--format', 'json'],
      ...['--jobs', '1', '--store', path.join(folder, `${count}.db`), logs],
    ],
    { encoding: 'utf8' },
  );
  expect(status, stderr).toBe(0);
  const [heap, all] = /^peaks (\S+) (\S+)$/.exec(stderr)!.slice(1).map(Number);
  return { heap: heap!, all: all! };
}

test('S32: the memory of a scan does not grow with the number of its logs', () => {
  const folder = folderWith({ 'peaks.cjs': tellPeaks });
  const [few, many] = [peaksOf(folder, 2_000), peaksOf(folder, 40_000)];
  // 47 and 39 where nothing grows; 84 and 77 where the engine makes as much room as it likes.
  expect(many.heap).toBeLessThan(60);
  expect(many.all - few.all).toBeLessThan(58);
}, 300_000);
