import path from 'node:path';
import { listFolder, readStart, statOf } from './files.ts';
import type { Inspection } from './inspection.ts';
import { sniff } from './sniff.ts';

const hashSize = 32;
const fullTile = 256;

/** The cached part of checksum databases, `cache/download/sumdb`. An empty file is one that is missing: cmd/go/internal/modfetch, ReadCache. */
export function checkSumdbCache(root: string, inspection: Inspection): void {
  const folder = path.join(root, 'cache', 'download', 'sumdb');
  for (const database of listFolder(folder, inspection.onDenied) ?? []) {
    if (!database.isDirectory()) continue;
    const at = path.join(folder, database.name);
    walkFiles(path.join(at, 'tile'), inspection, (file, inside) => checkTile(file, inside, inspection));
    walkFiles(path.join(at, 'lookup'), inspection, (file) => checkLookup(file, inspection));
  }
}

function walkFiles(folder: string, inspection: Inspection, visit: (file: string, inside: string) => void, inside = ''): void {
  for (const entry of listFolder(folder, inspection.onDenied) ?? []) {
    const name = path.join(folder, entry.name);
    const shown = inside === '' ? entry.name : `${inside}/${entry.name}`;
    if (entry.isDirectory()) walkFiles(name, inspection, visit, shown);
    else if (entry.isFile()) visit(name, shown);
  }
}

/** `8/LEVEL/N` holds 256 hashes of 32 bytes, `8/LEVEL/N.p/W` has W of them. golang.org/x/mod/sumdb/tlog, ParseTilePath. */
function checkTile(file: string, inside: string, inspection: Inspection): void {
  const { findings, looked } = inspection;
  const found = /^(\d{1,2})\/(\d{1,2})\/(?:x\d{3}\/){0,6}\d{3}(?:\.p\/(\d{1,3}))?$/.exec(inside);
  const stat = statOf(file);
  const size = stat?.size ?? 0;
  if (!found || size === 0 || inspection.isNew(stat)) return;
  looked.sumdbFiles++;
  const expected = (found[3] === undefined ? 2 ** Number(found[1]) : Number(found[3])) * hashSize;
  if (size !== expected && expected <= fullTile * hashSize)
    findings.add({ kind: 'sumdb-tile', files: [file], facts: { bytes: size, expected }, remove: { files: [file] } });
}

const longestLookup = 1 << 20;

/** An id, lines of go.sum, an empty line, and a signed tree. golang.org/x/mod/sumdb/tlog, ParseRecord and ParseTree. */
function checkLookup(file: string, inspection: Inspection): void {
  const { findings, looked, onDenied } = inspection;
  const bytes = readStart(file, longestLookup, onDenied);
  if (bytes === null || bytes.length === 0 || inspection.isNew(statOf(file))) return;
  looked.sumdbFiles++;
  if (/^\d{1,19}\n(?:[^\n]+\n)*\ngo\.sum database tree\n\d{1,19}\n[^\n]+\n/.test(bytes.toString('latin1'))) return;
  findings.add({ kind: 'sumdb-lookup', files: [file], facts: { head: sniff(bytes) }, remove: { files: [file] } });
}

/** `GOPATH/pkg/sumdb/NAME/latest` is the newest signed tree that go has seen. It is empty at first. */
export function checkSumdbState(gopath: string, inspection: Inspection): void {
  const folder = path.join(gopath, 'pkg', 'sumdb');
  for (const database of listFolder(folder, inspection.onDenied) ?? []) {
    const file = path.join(folder, database.name, 'latest');
    const bytes = database.isDirectory() ? readStart(file, 4096, inspection.onDenied) : null;
    if (bytes === null || bytes.length === 0 || inspection.isNew(statOf(file))) continue;
    inspection.looked.sumdbFiles++;
    // golang.org/x/mod/sumdb/note: the text, an empty line, and lines of signatures.
    if (/^go\.sum database tree\n\d{1,19}\n[A-Za-z0-9+/]{43}=\n(?:[^\n]*\n)*?\n\u2014 [^\n]+\n/.test(bytes.toString())) continue;
    inspection.findings.add({ kind: 'sumdb-latest', files: [file], facts: { head: sniff(bytes) }, remove: { files: [file] } });
  }
}
