import { accessSync, constants, type Stats, statfsSync } from 'node:fs';
import { statOf } from './files.ts';
import type { Inspection } from './inspection.ts';

const fullBelow = 16 << 20;
const nearlyFullBelow = 256 << 20;

/** Room on the disk, and whether this user may write there. Quotas are not seen without writing. @returns free bytes; null where the system does not tell */
export function checkPlace(folder: string, { findings }: Inspection): number | null {
  const refused = refusal(folder);
  if (refused === 'EROFS') findings.add({ kind: 'read-only', files: [folder] });
  else if (refused !== null) findings.add({ kind: 'not-writable', files: [folder], facts: ownerFacts(statOf(folder)) });
  try {
    const { bavail, bsize, files, ffree } = statfsSync(folder);
    const free = bavail * bsize;
    // Some file systems have no fixed number of names, and say 0 of 0.
    const names = files > 0 ? ffree : Infinity;
    if (refused !== 'EROFS' && (free < nearlyFullBelow || names < 1000))
      findings.add({
        kind: 'disk-full',
        severity: free < fullBelow || names === 0 ? 'error' : 'warning',
        files: [folder],
        facts: { free, ...(names === Infinity ? {} : { names }) },
      });
    return free;
  } catch {
    return null;
  }
}

function refusal(folder: string): string | null {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'EACCES';
  }
}

function ownerFacts(stat: Stats | null): Record<string, number> {
  return stat ? { owner: stat.uid, user: process.getuid?.() ?? stat.uid } : {};
}

/** Folders that stand where files of the cache are made, and what a `sudo go` left there. */
export class Owners {
  private readonly owner: number;
  private readonly foreign: { name: string; uid: number; closed: boolean }[] = [];
  private count = 0;
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
    this.owner = statOf(root)?.uid ?? 0;
  }

  /** A file or folder of the cache. Below a folder that is another's already, nothing more is listed. */
  see(name: string, stat: Stats | null): void {
    if (!stat || stat.uid === this.owner) return;
    this.count++;
    if (this.foreign.length < mostForeign && !this.foreign.some((one) => name.startsWith(`${one.name}/`)))
      this.foreign.push({ name, uid: stat.uid, closed: refusal(name) !== null && stat.isDirectory() });
  }

  report({ findings }: Inspection): void {
    const [first] = this.foreign;
    if (!first) return;
    const group = statOf(this.root)?.gid ?? this.owner;
    const names = this.foreign.map(({ name }) => name);
    findings.add({
      kind: 'other-owner',
      severity: this.foreign.some(({ closed }) => closed) ? 'error' : 'warning',
      files: names,
      facts: { count: this.count, owner: first.uid, expected: this.owner },
      command: ['sudo', 'chown', '-R', `${this.owner}:${group}`, ...(names.length < mostForeign ? names : [this.root])],
    });
  }
}

const mostForeign = 8;
