import path from 'node:path';
import { checkBuildCache } from './build-cache.ts';
import { checkContents } from './contents.ts';
import { type CachedVersion, cachedVersions, findVersion } from './downloads.ts';
import { statOf } from './files.ts';
import { type Around, Inspection } from './inspection.ts';
import { checkPlace, Owners } from './place.ts';
import { checkSumdbCache, checkSumdbState } from './sumdb.ts';
import { checkTrees } from './trees.ts';
import { checkClones } from './vcs.ts';
import { checkVersion } from './version.ts';

/** The folders to look at; null: there is none. Links in their names are resolved before. */
export interface CacheFolders {
  readonly modcache: string | null;
  readonly gocache: string | null;
  /** Whose `pkg/sumdb` belongs to the module cache. */
  readonly gopath: string | null;
}

/** What an inspection gave. */
export interface Inspected {
  readonly inspection: Inspection;
  readonly free: { readonly modcache: number | null; readonly gocache: number | null };
}

/**
 * Looks through the module cache and the build cache. Nothing is written, locked or started, and go may run meanwhile: what is gone is passed
 * over, and what a process holds the lock of is let alone.
 */
export async function inspectCaches({ modcache, gocache, gopath }: CacheFolders, around: Around): Promise<Inspected> {
  const inspection = new Inspection(around);
  inspection.looked.goSumLines = around.goSums.lines;
  const free = {
    modcache: modcache === null ? null : checkPlace(modcache, inspection),
    gocache: gocache === null ? null : checkPlace(gocache, inspection),
  };
  if (modcache !== null) await checkModuleCache(modcache, inspection);
  if (gopath !== null) checkSumdbState(gopath, inspection);
  if (gocache !== null) checkBuildCache(gocache, inspection);
  if (inspection.denied.length > 0)
    inspection.findings.add({ kind: 'unreadable', files: inspection.denied, facts: { count: inspection.deniedCount } });
  for (const { file, module, version, pid, command, waits } of inspection.locks)
    if (!waits)
      inspection.findings.add({
        kind: 'lock-held',
        // One that nobody waits for is a download at work.
        severity: inspection.locks.some((one) => one.waits && one.file === file) ? 'warning' : 'info',
        files: [file],
        ...(module === null ? {} : { module }),
        ...(version === null ? {} : { version }),
        facts: { pid: pid ?? 0, command: command ?? '' },
      });
  return { inspection, free };
}

// Without --deep, contents are hashed of what go.sum names and of the newest others: a cache breaks in the last run, not in an old one.
const mostHashed = 5000;
const mostHashedBytes = 1 << 30;

async function checkModuleCache(root: string, inspection: Inspection): Promise<void> {
  const owners = new Owners(root);
  const candidates: Candidate[] = [];
  for (const name of ['cache', 'cache/download', 'cache/vcs', 'cache/lock']) {
    const inside = path.join(root, name);
    const stat = statOf(inside);
    owners.see(inside, stat);
    if (stat?.isFile() && name !== 'cache/lock')
      inspection.findings.add({ kind: 'not-a-folder', files: [inside], remove: { files: [inside] } });
    if (name === 'cache/lock') inspection.lockedNow(inside, stat);
  }
  let folder = '';
  for (const cached of cachedVersions(root, inspection)) {
    const at = path.dirname(cached.base);
    if (at !== folder) owners.see(at, statOf(at));
    folder = at;
    for (const [suffix, stat] of cached.files) owners.see(`${cached.base}.${suffix}`, stat);
    if (checkVersion(cached, inspection)) candidates.push(candidateOf(cached, inspection));
  }
  checkTrees(root, inspection);
  checkClones(root, inspection);
  checkSumdbCache(root, inspection);
  owners.report(inspection);
  await hashContents(root, candidates, inspection);
}

/** There may be very many: no more is kept of each than this. */
interface Candidate {
  readonly module: string;
  readonly version: string;
  readonly inGoSum: boolean;
  /** A hundred times the size of others, and looked at by its parts. */
  readonly isToolchain: boolean;
  readonly newest: number;
}

function candidateOf({ module, version, files }: CachedVersion, { around }: Inspection): Candidate {
  const inGoSum = around.goSums.of(module, version, false).length > 0;
  const isToolchain = module === 'golang.org/toolchain';
  return { module, version, inGoSum, isToolchain, newest: Math.max(...[...files.values()].map(({ mtimeMs }) => mtimeMs)) };
}

async function hashContents(root: string, candidates: Candidate[], inspection: Inspection): Promise<void> {
  const { deep, progress } = inspection.around;
  candidates.sort(
    (a, b) => Number(b.inGoSum) - Number(a.inGoSum) || Number(a.isToolchain) - Number(b.isToolchain) || b.newest - a.newest || byName(a, b),
  );
  let [count, bytes] = [0, 0];
  for (const candidate of candidates) {
    const over = count >= mostHashed || bytes >= mostHashedBytes;
    if (!deep && !candidate.inGoSum && over) {
      inspection.looked.left++;
      continue;
    }
    progress(`${candidate.module}@${candidate.version}`);
    bytes += await checkContents(findVersion(root, candidate.module, candidate.version), inspection);
    count++;
  }
}

function byName(a: Candidate, b: Candidate): number {
  return a.module === b.module ? (a.version < b.version ? -1 : 1) : a.module < b.module ? -1 : 1;
}
