import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cacheReportSchema } from '../../../src/model/cache.ts';
import { removeTree } from '../remove-tree.ts';

// Modules that many projects have, in versions that the public proxy keeps for ever.
const modules = readFileSync(path.join(import.meta.dirname, 'real-modules.txt'), 'utf8')
  .trim()
  .split('\n');
const program = path.resolve('bin/modwhy.js');

test('nothing is found in a cache of 320 real modules', { timeout: 600_000 }, ({ skip }) => {
  expect(modules.length).toBe(320);
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'modwhy-modules-'));
  try {
    const env = {
      ...process.env,
      GOMODCACHE: path.join(folder, 'mod'),
      GOCACHE: path.join(folder, 'build'),
      GOTOOLCHAIN: 'local',
      GOFLAGS: '',
    };
    const download = spawnSync('go', ['mod', 'download', ...modules], { cwd: folder, env, encoding: 'utf8' });
    if (download.error || download.status !== 0) skip(`go mod download: ${download.error?.message ?? download.stderr.split('\n')[0]}`);
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'cache', '--deep', '--format', 'json'], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    const report = cacheReportSchema.parse(JSON.parse(stdout));
    expect(report.findings).toEqual([]);
    expect(report.looked).toMatchObject({ versions: 320, zips: 320, zipsHashed: 320, trees: 320, treesHashed: 320, freeLocks: 320 });
  } finally {
    removeTree(folder);
  }
});
