import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const names = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The Chromium of this machine; on Debian as root it is installed when it is missing. */
export function findChromium(): { readonly program: string } | { readonly missing: string } {
  const found = names.find((name) => existsSync(name));
  if (found) return { program: found };
  if (process.getuid?.() !== 0) return { missing: 'there is no chromium, and only root may install it' };
  const installed = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], { encoding: 'utf8', timeout: 600_000 });
  const program = names.find((name) => existsSync(name));
  return program
    ? { program }
    : { missing: `apt-get install chromium: ${installed.error?.message ?? installed.stderr.trim().split('\n').at(-1)}` };
}
