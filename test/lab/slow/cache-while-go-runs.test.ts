import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type CacheFinding, cacheReportSchema } from '../../../src/model/cache.ts';
import { removeTree } from '../remove-tree.ts';

const modules = readFileSync(path.join(import.meta.dirname, 'real-modules.txt'), 'utf8')
  .trim()
  .split('\n')
  .slice(0, 150);
const program = path.resolve('bin/modwhy.js');

test('while go downloads and builds, nothing but locks that it holds is found', { timeout: 600_000 }, async ({ skip }) => {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'modwhy-busy-'));
  try {
    const env = {
      ...process.env,
      GOMODCACHE: path.join(folder, 'mod'),
      GOCACHE: path.join(folder, 'build'),
      GOTOOLCHAIN: 'local',
      GOFLAGS: '',
    };
    const script = 'go mod download "$@" && cd "$GOMODCACHE"/github.com/spf13/pflag@* && go vet ./... ; true';
    const go = spawn('bash', ['-c', script, 'bash', ...modules], { cwd: folder, env, stdio: 'ignore' });
    let running = true;
    const ended = new Promise<void>((done) => go.on('close', () => done(void (running = false))));
    const wrong: CacheFinding[] = [];
    let [looks, versions] = [0, 0];
    while (running) {
      await new Promise((after) => setTimeout(after, 50));
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'cache', '--deep', '--format', 'json'], {
        cwd: folder,
        env,
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([0, '']);
      const report = cacheReportSchema.parse(JSON.parse(stdout));
      wrong.push(...report.findings.filter(({ kind }) => kind !== 'lock-held'));
      versions = report.looked.versions;
      looks++;
    }
    await ended;
    if (versions < modules.length) skip('the modules could not be downloaded');
    expect(looks).toBeGreaterThan(3);
    expect(wrong).toEqual([]);
  } finally {
    removeTree(folder);
  }
});
