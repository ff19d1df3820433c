import type { findVersion } from './downloads.ts';
import { readStart, statOf } from './files.ts';
import type { Finding } from './finding.ts';
import { type FileSums, h1, sumTree, sumZip } from './hash.ts';
import type { Inspection } from './inspection.ts';
import { unpacked, worth } from './version.ts';

type Whole = ReturnType<typeof findVersion>;

const mostNamed = 5;

/** Hashes the zip and the unpacked folder of a version, and compares them with each other, with .ziphash and with go.sum. @returns bytes read */
export async function checkContents(cached: Whole, inspection: Inspection): Promise<number> {
  const found: Finding[] = [];
  const bytes = await compareAll(cached, inspection, (finding) => found.push(finding));
  if (found.length > 0 && !changedSince(cached, inspection)) for (const finding of found) inspection.findings.add(finding);
  return bytes;
}

type Add = (finding: Finding) => void;

/** A go command that began after us may write just here: what was read is then no state at all. */
function changedSince({ base, tree, files }: Whole, inspection: Inspection): boolean {
  if (statOf(`${base}.partial`)) return true;
  if (inspection.isNew(statOf(tree))) return true;
  return [...files].some(([suffix, stat]) => inspection.isNew(stat) || statOf(`${base}.${suffix}`)?.mtimeMs !== stat.mtimeMs);
}

async function compareAll(cached: Whole, inspection: Inspection, add: Add): Promise<number> {
  const { module, version, base, files } = cached;
  if (files.has('info') && !readsAsInfo(`${base}.info`))
    add({ kind: 'info-broken', files: [`${base}.info`], module, version, remove: { files: [`${base}.info`] } });
  const zip = files.get('zip');
  const recorded = recordedHash(cached, inspection, add);
  const sums = zip ? await sumZip(`${base}.zip`) : null;
  if (sums) inspection.looked.zipsHashed++;
  if (sums && 'problem' in sums) {
    if (sums.problem === 'damaged') zipDamaged(cached, sums.file, add);
    return zip!.size;
  }
  const inZip = sums && { files: sums.files, hash: h1(sums.files) };
  const tree = files.has('partial') ? null : checkTree(cached, recorded, inZip, inspection, add);
  if (inZip) compare(cached, inZip.hash, recorded, tree?.hash ?? null, inspection, add);
  else if (recorded !== null) compareWithGoSum(cached, recorded, inspection, add);
  return (zip?.size ?? 0) + (tree?.bytes ?? 0);
}

/** Has go hash the zip that is there; nothing is downloaded. */
function hashedAgain(module: string, version: string): Pick<Finding, 'command'> {
  return { command: ['go', 'mod', 'download', `${module}@${version}`] };
}

/** The hash that go noted; null when there is none that it would believe. cmd/go/internal/modfetch, isValidSum. */
function recordedHash({ module, version, base, files }: Whole, { onDenied }: Inspection, add: Add): string | null {
  const name = `${base}.ziphash`;
  const text = files.has('ziphash') ? readStart(name, 4096, onDenied)?.toString('latin1').trim() : undefined;
  if (text === undefined) return null;
  if (/^h1:[A-Za-z0-9+/]{43}=$/.test(text)) return text;
  add({
    kind: 'ziphash-broken',
    files: [name],
    module,
    version,
    facts: { bytes: text.length },
    remove: { files: [name] },
    ...hashedAgain(module, version),
  });
  return null;
}

function zipDamaged(cached: Whole, file: string | null, add: Add): void {
  const { module, version, base, files } = cached;
  const remove = { files: files.has('ziphash') ? [`${base}.zip`, `${base}.ziphash`] : [`${base}.zip`] };
  const facts = { name: (file ?? '').slice(0, 200), ...unpacked(cached) };
  add({ kind: 'zip-damaged', severity: worth(cached), files: [`${base}.zip`], module, version, facts, remove });
}

/** The zip can be read; three may disagree: what it hashes to, what .ziphash says, and what go.sum says. */
function compare(cached: Whole, hash: string, recorded: string | null, tree: string | null, inspection: Inspection, add: Add): void {
  const { module, version, base } = cached;
  const named = inspection.around.goSums.of(module, version, false);
  const both = [`${base}.zip`, `${base}.ziphash`];
  if (recorded === null || recorded === hash) return void compareWithGoSum(cached, hash, inspection, add);
  const about = { module, version, facts: { found: hash, recorded } };
  const right = named.length > 0 ? named : tree === null ? [] : [tree];
  if (right.includes(hash))
    add({
      kind: 'ziphash-wrong',
      severity: named.length > 0 ? 'error' : 'warning',
      files: [both[1]!, both[0]!],
      ...about,
      remove: { files: [both[1]!] },
      ...hashedAgain(module, version),
    });
  else if (right.includes(recorded)) add({ kind: 'zip-changed', severity: worth(cached), files: both, ...about, remove: { files: both } });
  else add({ kind: 'pair-differs', files: both, ...about, remove: { files: both } });
}

/** All parts of the copy agree, and it is not the one that go.sum names: which one is right, nobody can tell from here. */
function compareWithGoSum({ module, version, base }: Whole, hash: string, { around }: Inspection, add: Add): void {
  const named = around.goSums.of(module, version, false);
  if (named.length === 0 || named.includes(hash)) return;
  add({ kind: 'not-go-sum', files: [`${base}.ziphash`, `${base}.zip`], module, version, facts: { found: hash, named: named[0]! } });
}

interface Tree {
  readonly hash: string;
  readonly bytes: number;
}

/** go mod verify's rule: the hash of the unpacked files is that of the zip. */
function checkTree(
  { module, version, tree, files }: Whole,
  recorded: string | null,
  inZip: { files: FileSums; hash: string } | null,
  inspection: Inspection,
  add: Add,
): Tree | null {
  if (!statOf(tree)?.isDirectory() || !files.has('ziphash')) return null;
  const sums = sumTree(tree, `${module}@${version}`);
  if (sums === null) return null;
  inspection.looked.treesHashed++;
  for (const name of sums.denied) inspection.onDenied(name);
  const about = { module, version, remove: { folders: [tree] } };
  if (sums.odd.length > 0) add({ kind: 'tree-odd', ...about, files: [tree, ...sums.odd.slice(0, mostNamed)] });
  const hash = h1(sums.files);
  const expected = inZip?.hash ?? recorded;
  if (expected !== null && expected !== hash && recorded !== hash && sums.denied.length === 0 && sums.odd.length === 0)
    add({ kind: 'tree-changed', ...about, files: [tree], facts: inZip ? differences(inZip.files, sums.files) : {} });
  return { hash, bytes: sums.bytes };
}

/** Up to five names of each kind, without the `module@version/` before them. */
function differences(right: FileSums, found: FileSums): Record<string, string | number> {
  const names = { changed: [] as string[], lost: [] as string[], added: [] as string[] };
  for (const [name, sum] of right) {
    const now = found.get(name);
    if (now === undefined) names.lost.push(name);
    else if (now !== sum) names.changed.push(name);
  }
  for (const name of found.keys()) if (!right.has(name)) names.added.push(name);
  const facts: Record<string, string | number> = {};
  for (const [kind, list] of Object.entries(names)) {
    if (list.length === 0) continue;
    facts[kind] = list.length;
    facts[`${kind}Names`] = list
      .sort()
      .slice(0, mostNamed)
      .map((name) =>
        Buffer.from(name, 'latin1')
          .toString()
          .replace(/^.*?@[^/]*\//, ''),
      )
      .join(', ');
  }
  return facts;
}

const longestInfo = 1 << 20;

/** A .info that cannot be read is fetched again, silently. cmd/go/internal/modfetch, readDiskStat. */
function readsAsInfo(name: string): boolean {
  const text = readStart(name, longestInfo)?.toString();
  if (text === undefined) return true;
  try {
    return typeof (JSON.parse(text) as { Version?: unknown } | null)?.Version === 'string';
  } catch {
    return false;
  }
}
