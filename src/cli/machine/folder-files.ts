import { statSync } from 'node:fs';
import path from 'node:path';
import { usedFolders } from '../../parse/go-work.ts';
import { readText } from './read-text.ts';

/** A file as it is named from the folder where the command ran. */
interface FolderFile {
  readonly name: string;
  readonly text: string;
}

/** What the go command would take as its files in a folder. */
export interface FolderFiles {
  /** Absolute; null: there is none, or it was not asked for. */
  readonly goMod: string | null;
  readonly goWork: string | null;
  /** go.mod, all go.sum files that count, and vendor/modules.txt. */
  readonly files: readonly FolderFile[];
}

// As for `--with`.
const largest = 1 << 24;
const mostModules = 100;

/**
 * Looks upward as go does, and reads. Source: cmd/go/internal/modload, findModuleRoot and findWorkspaceFile.
 * @param gowork the setting: a file, `off`, or nothing
 */
export function readFolder(folder: string, gowork: string, goroot: string | null): FolderFiles {
  const goMod = findUpward(folder, 'go.mod');
  const goWork = gowork === 'off' ? null : gowork && path.isAbsolute(gowork) ? gowork : findUpward(folder, 'go.work', goroot);
  const sums = new Set<string>();
  if (goMod !== null) sums.add(path.join(path.dirname(goMod), 'go.sum'));
  // In a workspace a line may stand in the go.sum of each of its modules.
  if (goWork !== null) {
    const used = usedFolders(readText(goWork, largest) ?? '').slice(0, mostModules);
    for (const one of used) sums.add(path.join(path.resolve(path.dirname(goWork), one), 'go.sum'));
    sums.add(`${goWork}.sum`);
  }
  // The vendor folder of a workspace stands beside go.work.
  const root = goWork ?? goMod;
  const vendor = root === null ? [] : [path.join(path.dirname(root), 'vendor', 'modules.txt')];
  const files: FolderFile[] = [];
  for (const file of [...(goMod === null ? [] : [goMod]), ...sums, ...vendor]) {
    const text = readText(file, largest);
    if (text !== null && text.trim() !== '') files.push({ name: path.relative(folder, file), text });
  }
  return { goMod, goWork, files };
}

function findUpward(start: string, name: string, stop: string | null = null): string | null {
  for (let folder = path.resolve(start); ; folder = path.dirname(folder)) {
    const file = path.join(folder, name);
    if (isFile(file)) return file;
    const parent = path.dirname(folder);
    if (parent === folder || parent === stop) return null;
  }
}

function isFile(name: string): boolean {
  try {
    return !statSync(name).isDirectory();
  } catch {
    return false;
  }
}
