import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

const DOWNLOAD_LIMIT_MS = 180_000;

/** Where a Go release lies on this machine, or why it cannot be had. */
export type FoundToolchain = { readonly goroot: string } | { readonly missing: string };

// Not the user's module cache: that one may be emptied while the tests run.
const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'modwhy-lab/toolchains');

/** Asks the installed go for a release (`GOTOOLCHAIN=go1.N.P`), which it fetches once from the user's module proxy into a folder of our own. */
export function findToolchain(version: string): FoundToolchain {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'modwhy-toolchain-'));
  try {
    const { status, stdout, stderr, error } = spawnSync('go', ['env', 'GOROOT', 'GOVERSION'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GOTOOLCHAIN: `go${version}`, GOMODCACHE: CACHE, GOFLAGS: '', GOROOT: '' },
      timeout: DOWNLOAD_LIMIT_MS,
    });
    const [goroot = '', found = ''] = stdout?.split('\n') ?? [];
    if (status === 0 && found === `go${version}`) return { goroot };
    return { missing: `go ${version}: ${error?.message ?? (stderr.trim() || `${found} answered`)}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
