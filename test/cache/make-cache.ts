import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { readGoSums } from '../../src/cache/go-sums.ts';
import { type CacheFolders, inspectCaches } from '../../src/cache/inspect.ts';
import type { Processes } from '../../src/cache/locks.ts';
import { escapeName } from '../../src/cache/names.ts';
import { goModOf, type LabModule, moduleZip, sumLines } from '../lab/module-zip.ts';
import { removeTree } from '../lab/remove-tree.ts';

/** A folder that is gone after the test. */
export function temporary(): string {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'modwhy-cache-'));
  onTestFinished(() => removeTree(folder));
  return folder;
}

/** Writes modules as go has them after a download. */
export function fill(root: string, modules: readonly LabModule[], unpack = true): void {
  for (const module of modules) {
    const { base, tree } = placesOf(root, module);
    mkdirSync(path.dirname(base), { recursive: true });
    const [hash] = sumLines(module).split('\n');
    writeFileSync(`${base}.info`, JSON.stringify({ Version: module.version, Time: '2024-01-02T03:04:05Z' }));
    writeFileSync(`${base}.mod`, goModOf(module));
    writeFileSync(`${base}.zip`, moduleZip(module));
    writeFileSync(`${base}.ziphash`, hash!.split(' ')[2]!);
    writeFileSync(`${base}.lock`, '');
    const files = { 'go.mod': goModOf(module), ...module.files };
    for (const [name, text] of unpack ? Object.entries(files) : []) {
      const file = path.join(tree, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      chmodSync(file, 0o444);
    }
  }
}

export function placesOf(
  root: string,
  { path: module, version }: Pick<LabModule, 'path' | 'version'>,
): { base: string; tree: string; folder: string } {
  const folder = path.join(root, 'cache/download', escapeName(module), '@v');
  return { folder, base: path.join(folder, escapeName(version)), tree: path.join(root, `${escapeName(module)}@${escapeName(version)}`) };
}

export const hexOf = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');

/** A GOCACHE with these outputs, each with an entry. @returns their files */
export function fillBuildCache(root: string, outputs: readonly string[]): { output: string; entry: string }[] {
  for (let index = 0; index < 256; index++) mkdirSync(path.join(root, index.toString(16).padStart(2, '0')), { recursive: true });
  writeFileSync(path.join(root, 'README'), 'This directory holds cached build artifacts.\n');
  writeFileSync(path.join(root, 'trim.txt'), '1700000000');
  return outputs.map((text) => {
    const [id, action] = [hexOf(text), hexOf(`action ${text}`)];
    const at = (name: string, kind: string) => path.join(root, name.slice(0, 2), `${name}-${kind}`);
    writeFileSync(at(id, 'd'), text);
    writeFileSync(
      at(action, 'a'),
      `v1 ${action} ${id} ${String(Buffer.byteLength(text)).padStart(20)} ${'1700000000000000000'.padStart(20)}\n`,
    );
    return { output: at(id, 'd'), entry: at(action, 'a') };
  });
}

export const nobody: Processes = { locks: [], readLocks: () => [], commandOf: () => null, isAlive: () => false, inFolder: () => [] };

interface Settings {
  readonly goSum?: string;
  readonly deep?: boolean;
  readonly processes?: Processes;
  readonly now?: number;
}

/** An inspection of one folder, and the kinds that were found. */
export async function inspected(
  folders: Partial<CacheFolders>,
  { goSum = '', deep = true, processes = nobody, now = Date.now() + 1000 }: Settings = {},
) {
  const goSums = readGoSums([goSum]);
  const around = { processes, goSums, deep, now, hostname: 'build-7', progress: () => {} };
  const { inspection } = await inspectCaches({ modcache: null, gocache: null, gopath: null, ...folders }, around);
  const findings = inspection.findings.all();
  return { inspection, findings, kinds: findings.map(({ kind }) => kind).sort() };
}
