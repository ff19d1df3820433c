import { hash as digest } from 'node:crypto';
import path from 'node:path';
import { listFolder, readStart, statOf } from './files.ts';
import { checkGitFiles } from './git-files.ts';
import type { Inspection } from './inspection.ts';

const clone = /^[0-9a-f]{64}$/;

/** The clones that go keeps without a proxy, `cache/vcs`: a folder, its .info and its .lock, named by the hash of what stands in .info. cmd/go/internal/modfetch/codehost, WorkDir. */
export function checkClones(root: string, inspection: Inspection): void {
  const folder = path.join(root, 'cache', 'vcs');
  for (const entry of listFolder(folder, inspection.onDenied) ?? []) {
    if (!entry.isDirectory() || !clone.test(entry.name)) continue;
    const name = path.join(folder, entry.name);
    inspection.looked.clones++;
    const lock = statOf(`${name}.lock`);
    const busy = inspection.lockedNow(`${name}.lock`, lock);
    if (lock && !busy) inspection.looked.freeLocks++;
    if (!busy) checkClone(name, entry.name, inspection);
  }
}

function checkClone(name: string, hash: string, inspection: Inspection): void {
  const key = readStart(`${name}.info`, 4096, inspection.onDenied)?.toString('latin1').replace(/\n$/, '');
  inspection.around.progress(key ?? hash);
  const remove = { folders: [name], files: [`${name}.info`] };
  // Without the note go begins anew by itself.
  if (key === undefined) return;
  if (digest('sha256', Buffer.from(key, 'latin1'), 'hex') !== hash) {
    inspection.findings.add({ kind: 'vcs-note-wrong', files: [`${name}.info`, name], facts: { has: key.slice(0, 200) }, remove });
    return;
  }
  const [, type = '', url = ''] = /^([a-z]{2,6}\d{0,2}):(.{1,500})$/.exec(key) ?? [];
  if (type.startsWith('git')) checkGitFiles(name, url, inspection);
}
