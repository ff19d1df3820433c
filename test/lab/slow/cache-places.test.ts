import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { cacheReportSchema } from '../../../src/model/cache.ts';
import { findAbilities } from '../abilities.ts';
import { removeTree } from '../remove-tree.ts';

const { mounts } = await findAbilities();
if (mounts) console.warn(`cache on small and read-only file systems skipped: ${mounts}`);
const program = path.resolve('bin/modwhy.js');

test.skipIf(mounts).each([
  ['disk-full', 'error', 'mount -t tmpfs -o size=2m none "$1" && mkdir -p "$1/cache/download"', /MiB are free/],
  [
    'disk-full',
    'error',
    'mount -t tmpfs -o nr_inodes=4 none "$1" && mkdir -p "$1/cache/download" && touch "$1/a"',
    /room for 0 more files/,
  ],
  [
    'read-only',
    'warning',
    'mount -t tmpfs -o size=2m none "$1" && mkdir -p "$1/cache/download" && mount -o remount,ro "$1"',
    /read-only|store nothing/,
  ],
])('%s is seen: %s', (kind, severity, script, says) => {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'modwhy-place-'));
  try {
    const inside = [
      '-m',
      'bash',
      '-c',
      `${script} && shift && "$@"`,
      'lab',
      folder,
      process.execPath,
      program,
      'cache',
      folder,
      '--format',
      'json',
    ];
    const { status, stdout, stderr } = spawnSync('unshare', inside, { encoding: 'utf8', cwd: tmpdir() });
    expect([status, stderr]).toEqual([0, '']);
    const { findings } = cacheReportSchema.parse(JSON.parse(stdout));
    expect(findings).toMatchObject([
      { kind, severity, says: expect.stringMatching(says), fix: [], explains: { cause: expect.stringMatching(/^env\./) } },
    ]);
    expect(findings[0]!.remedies.length).toBeGreaterThan(0);
  } finally {
    removeTree(folder);
  }
});
