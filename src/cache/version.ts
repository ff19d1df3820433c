import type { CachedVersion } from './downloads.ts';
import { closeFile, openFile, statOf } from './files.ts';
import { checkGoMod } from './go-mod-file.ts';
import { readRecord } from './hash.ts';
import type { Inspection } from './inspection.ts';
import { headOf } from './sniff.ts';
import { readZipTable, type ZipTable } from './zip-file.ts';

// What every version is looked at for: names, lengths, small files, and the table of contents of the zip. Contents are hashed in contents.ts.

// `h1:` and base64 of 32 bytes.
const hashLength = 47;

/** Looks at the files of one version. @returns whether its contents are worth hashing: nothing decisive was found in it */
export function checkVersion(cached: CachedVersion, inspection: Inspection): boolean {
  const { module, version, base, files, busy } = cached;
  // Whoever holds its lock is changing it.
  if (busy) return false;
  checkLeftovers(cached, inspection);
  const zip = files.has('zip') ? openZip(cached, inspection) : null;
  if (files.has('mod')) checkGoMod(cached, zip?.goMod ?? null, inspection);
  if (zip === null) return files.has('ziphash') && !files.has('zip');
  inspection.looked.zips++;
  if (!checkTable(cached, zip.table, inspection)) return false;
  if (!files.has('ziphash'))
    inspection.findings.add({
      kind: 'ziphash-lost',
      files: [`${base}.ziphash`, `${base}.zip`],
      module,
      version,
      command: ['go', 'mod', 'download', `${module}@${version}`],
    });
  return true;
}

/** What a run leaves that was stopped. One that is at work has the same files, and the lock. */
function checkLeftovers({ module, version, base, tree, files, temporary }: CachedVersion, inspection: Inspection): void {
  const partial = files.get('partial');
  const begun = partial !== undefined && !inspection.isNew(partial);
  const left = temporary.filter((name) => !inspection.isNew(statOf(name)));
  if ((!begun && left.length === 0) || inspection.lockedAfterAll(`${base}.lock`)) return;
  // Looked at again: it may have ended meanwhile.
  if (begun && statOf(`${base}.partial`)) inspection.findings.add({ kind: 'partial', files: [`${base}.partial`, tree], module, version });
  const there = left.filter((name) => statOf(name) !== null);
  if (there.length > 0) inspection.findings.add({ kind: 'tmp-left', files: there, module, version, remove: { files: there } });
}

/** Whether the zip has a table of contents, and the one of this version. */
function checkTable(cached: CachedVersion, table: ZipTable, { findings }: Inspection): boolean {
  const { module, version, base, files } = cached;
  const name = `${base}.zip`;
  const remove = { files: files.has('ziphash') ? [name, `${base}.ziphash`] : [name] };
  const bad = (kind: 'zip-cut' | 'zip-of-other', facts: Record<string, string | number>) =>
    findings.add({ kind, severity: worth(cached), files: [name], module, version, facts: { ...facts, ...unpacked(cached) }, remove });
  if ('problem' in table) {
    if (table.problem === 'not-a-zip') bad('zip-cut', { bytes: files.get('zip')!.size, head: headOf(name) });
    return false;
  }
  const prefix = Buffer.from(`${module}@${version}/`).toString('latin1');
  const other = table.records.find((record) => !record.name.startsWith(prefix));
  if (other) bad('zip-of-other', { name: Buffer.from(other.name, 'latin1').toString().slice(0, 200) });
  return other === undefined;
}

/** With an unpacked folder and a hash beside it, builds never open the zip; `go mod verify` does. */
export function worth({ tree, files }: Pick<CachedVersion, 'tree' | 'files'>): 'error' | 'warning' {
  return files.get('ziphash')?.size === hashLength && statOf(tree)?.isDirectory() ? 'warning' : 'error';
}

/** For the sentence about it. */
export function unpacked(cached: Pick<CachedVersion, 'tree' | 'files'>): { unpacked: number } {
  return { unpacked: worth(cached) === 'warning' ? 1 : 0 };
}

/** The table of the zip, and the go.mod in it. */
function openZip({ module, version, base }: CachedVersion, { onDenied }: Inspection): { table: ZipTable; goMod: Buffer | null } | null {
  const file = openFile(`${base}.zip`, onDenied);
  if (!file) return null;
  try {
    const table = readZipTable(file.descriptor, file.stat);
    const wanted = Buffer.from(`${module}@${version}/go.mod`).toString('latin1');
    const record = 'records' in table ? table.records.find(({ name }) => name === wanted) : undefined;
    return { table, goMod: record ? readRecord(file.descriptor, record) : null };
  } finally {
    closeFile(file.descriptor);
  }
}
