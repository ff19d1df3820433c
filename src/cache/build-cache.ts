import path from 'node:path';
import { listFolder, readStart, statOf } from './files.ts';
import { lookAtForeign } from './foreign-files.ts';
import { sumFile } from './hash.ts';
import type { Inspection } from './inspection.ts';
import { sniff } from './sniff.ts';

// cmd/go/internal/cache: `XX/ID-a` says which output an action has, `XX/OUTPUT-d` is that output, named by its hash.

/** `v1 ACTION OUTPUT SIZE TIME`, 175 bytes. cmd/go/internal/cache, entrySize. */
const entry = /^v1 ([0-9a-f]{64}) ([0-9a-f]{64}) {1,20}(\d{1,19}) {1,20}(\d{1,19})\n$/;
const entrySize = 175;
const longestEntry = 1024;

/** How many bytes of outputs are hashed without `--deep`. */
const budget = 256 << 20;
const mostEntries = 2_000_000;

/** Looks at a GOCACHE. What go takes as missing, and makes again, is told as such; what it believes and is wrong is an error. */
export function checkBuildCache(root: string, inspection: Inspection): void {
  checkNotes(root, inspection);
  const outputs: string[][] = [];
  for (const folder of subfolders()) {
    const inside = path.join(root, folder);
    const stat = statOf(inside);
    if (stat?.isFile()) inspection.findings.add({ kind: 'not-a-folder', files: [inside], remove: { files: [inside] } });
    if (stat?.isDirectory()) outputs.push(checkSubfolder(root, folder, inspection));
  }
  checkBelieved(root, badOutputs(outputs, inspection), inspection);
}

function subfolders(): string[] {
  return Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, '0'));
}

/** @returns the outputs in it */
function checkSubfolder(root: string, shown: string, inspection: Inspection): string[] {
  const { looked, around } = inspection;
  const folder = path.join(root, shown);
  around.progress(`GOCACHE ${shown}`);
  const outputs: string[] = [];
  for (const { name } of listFolder(folder, inspection.onDenied) ?? []) {
    const file = path.join(folder, name);
    if (/^[0-9a-f]{64}-d$/.test(name)) {
      looked.outputs++;
      outputs.push(file);
    } else if (/^[0-9a-f]{64}-a$/.test(name) && looked.entries < mostEntries) {
      looked.entries++;
      checkEntry(root, file, name.slice(0, 64), inspection);
    } else if (name.endsWith('.lock')) lookAtForeign(file, inspection);
  }
  return outputs;
}

function checkEntry(root: string, file: string, id: string, inspection: Inspection): void {
  const { findings, onDenied } = inspection;
  const text = readStart(file, longestEntry, onDenied)?.toString('latin1');
  if (text === undefined) return;
  const found = text.length === entrySize ? entry.exec(text) : null;
  if (!found || found[1] !== id) {
    if (inspection.isNew(statOf(file))) return;
    return void findings.add({ kind: 'build-entry', files: [file], facts: { bytes: text.length } });
  }
  const output = outputOf(root, found[2]!);
  const stat = statOf(output);
  // A folder since Go 1.24 holds one program. An output that is gone was trimmed.
  if (stat?.isFile() && stat.size !== Number(found[3]))
    findings.add({ kind: 'build-output-cut', files: [output, file], facts: { bytes: stat.size, expected: Number(found[3]) } });
}

/** One output of each subfolder in turn, so that a part says something about the whole. @returns those whose hash is not their name */
function badOutputs(outputs: readonly (readonly string[])[], { around, looked }: Inspection): Map<string, number> {
  const longest = Math.max(0, ...outputs.map(({ length }) => length));
  const bad = new Map<string, number>();
  let bytes = 0;
  for (let round = 0; round < longest; round++)
    for (const list of outputs) {
      const file = list[round];
      if (file === undefined) continue;
      if (!around.deep && bytes > budget) {
        looked.left++;
        continue;
      }
      around.progress(`GOCACHE ${looked.outputsHashed} of ${looked.outputs}`);
      const sum = statOf(file)?.isFile() ? sumFile(file) : null;
      if (sum === null) continue;
      looked.outputsHashed++;
      bytes += sum.size;
      if (sum.sum !== path.basename(file).slice(0, 64)) bad.set(file, sum.size);
    }
  return bad;
}

/** Go believes an output that has the length which an entry says; any other it makes again. cmd/go/internal/cache, GetFile and GetMmap. */
function checkBelieved(root: string, bad: ReadonlyMap<string, number>, { findings }: Inspection): void {
  if (bad.size === 0) return;
  const believed = new Set<string>();
  for (const folder of subfolders())
    for (const { name } of listFolder(path.join(root, folder)) ?? []) {
      const found = name.endsWith('-a')
        ? entry.exec(readStart(path.join(root, folder, name), longestEntry)?.toString('latin1') ?? '')
        : null;
      const output = found && outputOf(root, found[2]!);
      if (output && bad.get(output) === Number(found[3])) believed.add(output);
    }
  for (const file of bad.keys()) {
    if (!believed.has(file)) continue;
    const isIndex = readStart(file, 8)?.toString('latin1') === 'go index';
    findings.add({ kind: isIndex ? 'build-index' : 'build-output', files: [file], remove: { files: [file] } });
  }
}

function outputOf(root: string, id: string): string {
  return path.join(root, id.slice(0, 2), `${id}-d`);
}

const longestNote = 4096;

/** `trim.txt` and `testexpire.txt` hold a time; Go before 1.12 wrote `log.txt`. */
function checkNotes(root: string, inspection: Inspection): void {
  const { findings, onDenied } = inspection;
  const number = (name: string) => {
    const bytes = readStart(path.join(root, name), longestNote, onDenied);
    return bytes === null || /^\s*\d{1,19}\s*$/.test(bytes.toString('latin1')) ? null : bytes;
  };
  for (const [name, kind] of [
    ['trim.txt', 'trim-broken'],
    ['testexpire.txt', 'test-expire-broken'],
  ] as const) {
    const bad = number(name);
    const file = path.join(root, name);
    if (bad !== null && !inspection.isNew(statOf(file)))
      findings.add({ kind, files: [file], facts: { head: sniff(bad) }, remove: { files: [file] } });
  }
  for (const { name } of listFolder(root, onDenied) ?? []) {
    if (/\.(?:lock|log)$|^(?:log|download)\.txt$/.test(name)) lookAtForeign(path.join(root, name), inspection);
    if (name === 'log')
      for (const log of listFolder(path.join(root, name)) ?? []) lookAtForeign(path.join(root, name, log.name), inspection);
  }
}
