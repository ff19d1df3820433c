import type { Stats } from 'node:fs';
import path from 'node:path';
import { listFolder, readStart, statOf } from './files.ts';
import { lookAtForeign } from './foreign-files.ts';
import type { Inspection } from './inspection.ts';
import { cachedName, escapeName, type Suffix, suffixes, unescapeName } from './names.ts';

/** One version of a module in the cache. */
export interface CachedVersion {
  readonly module: string;
  readonly version: string;
  /** `…/cache/download/MODULE/@v/VERSION`, to which a dot and a suffix belong. */
  readonly base: string;
  /** Where it is unpacked. */
  readonly tree: string;
  readonly files: ReadonlyMap<Suffix, Stats>;
  /** Files that were being written. */
  readonly temporary: readonly string[];
  /** A process holds its lock now: it is being changed. */
  readonly busy: boolean;
}

/** Looks once more at one version, which may have changed since. */
export function findVersion(
  root: string,
  module: string,
  version: string,
): Pick<CachedVersion, 'module' | 'version' | 'base' | 'tree' | 'files'> {
  const escaped = escapeName(module);
  const base = path.join(root, 'cache', 'download', escaped, '@v', escapeName(version));
  const files = new Map<Suffix, Stats>();
  for (const suffix of suffixes) {
    const stat = statOf(`${base}.${suffix}`);
    if (stat) files.set(suffix, stat);
  }
  return { module, version, base, tree: path.join(root, `${escaped}@${escapeName(version)}`), files };
}

/** All versions in `cache/download`, module by module in the order of their paths; one module at a time is in memory. */
export function* cachedVersions(root: string, inspection: Inspection): Generator<CachedVersion> {
  const downloads = path.join(root, 'cache', 'download');
  const walk = function* (folder: string, escaped: string): Generator<CachedVersion> {
    for (const entry of listFolder(folder, inspection.onDenied) ?? []) {
      const inside = path.join(folder, entry.name);
      if (entry.isSymbolicLink() && escaped !== '') inspection.findings.add({ kind: 'linked-away', files: [inside] });
      if (!entry.isDirectory()) {
        if (entry.name.endsWith('.lock') || entry.name.endsWith('.txt')) lookAtForeign(inside, inspection);
        continue;
      }
      if (escaped === '' && entry.name === 'sumdb') continue;
      if (entry.name === '@v') yield* versionsOf(inside, root, escaped, inspection);
      else yield* walk(inside, escaped === '' ? entry.name : `${escaped}/${entry.name}`);
    }
  };
  yield* walk(downloads, '');
}

interface Seen {
  readonly files: Map<Suffix, Stats>;
  readonly temporary: string[];
}

function* versionsOf(folder: string, root: string, escaped: string, inspection: Inspection): Generator<CachedVersion> {
  const module = unescapeName(escaped);
  const entries = listFolder(folder, inspection.onDenied);
  if (module === null || entries === null) return;
  inspection.looked.modules++;
  inspection.around.progress(module);
  const versions = new Map<string, Seen>();
  const place = path.join(root, escaped);
  let list: string | null = null;
  for (const { name } of entries) {
    const found = cachedName(name);
    // path.join is a good part of the time of a large cache.
    const file = `${folder}${path.sep}${name}`;
    if (found.kind === 'list') list = file;
    else if (found.kind === 'other') lookAtForeign(file, inspection);
    else if (found.kind !== 'list-lock') {
      const stat = statOf(file);
      if (!stat) continue;
      if (!stat.isFile()) {
        inspection.findings.add({ kind: 'odd-file', files: [file], module, remove: { files: [file] } });
        continue;
      }
      let seen = versions.get(found.version);
      if (!seen) versions.set(found.version, (seen = { files: new Map(), temporary: [] }));
      if (found.kind === 'tmp') seen.temporary.push(file);
      else seen.files.set(found.suffix, stat);
    }
  }
  for (const [name, { files, temporary }] of versions) {
    const version = unescapeName(name);
    if (version === null) continue;
    const base = `${folder}${path.sep}${name}`;
    const lock = files.get('lock');
    const busy = lock !== undefined && inspection.lockedNow(`${base}.lock`, lock, module, version);
    if (lock && !busy) inspection.looked.freeLocks++;
    if (lock && lock.size > 0) lookAtForeign(`${base}.lock`, inspection, true);
    inspection.looked.versions++;
    yield { module, version, base, tree: `${place}@${name}`, files, temporary, busy };
  }
  if (list !== null) checkList(list, module, versions, inspection);
}

const longestList = 1 << 20;

/** `list` names the versions whose .mod is there. cmd/go/internal/modfetch, rewriteVersionList. */
function checkList(file: string, module: string, versions: ReadonlyMap<string, Seen>, inspection: Inspection): void {
  if (inspection.isNew(statOf(file))) return;
  const text = readStart(file, longestList)?.toString();
  if (text === undefined) return;
  const named = text.split('\n').filter((line) => line !== '');
  const lost = named.filter((version) => !versions.get(escapeName(version))?.files.has('mod'));
  if (lost.length > 0)
    inspection.findings.add({
      kind: 'list-broken',
      files: [file],
      module,
      facts: { count: lost.length, first: lost[0]!.slice(0, 80) },
      remove: { files: [file] },
    });
}
