import path from 'node:path';
import { listFolder, statOf } from './files.ts';
import type { Inspection } from './inspection.ts';
import { unescapeName } from './names.ts';
import { checkToolchain } from './toolchain.ts';

// cmd/go/internal/modfetch, unzip: before Go 1.16 a folder was unpacked under this name first.
const temporary = /\.tmp-\d+$/;

/** Looks at every unpacked folder from outside: what is beside it in `cache/download`. Contents are hashed in contents.ts. */
export function checkTrees(root: string, inspection: Inspection): void {
  const { findings, looked } = inspection;
  const walk = (folder: string, escaped: string) => {
    for (const entry of listFolder(folder, inspection.onDenied) ?? []) {
      if (escaped === '' && entry.name === 'cache') continue;
      const inside = path.join(folder, entry.name);
      const name = escaped === '' ? entry.name : `${escaped}/${entry.name}`;
      if (entry.isSymbolicLink()) findings.add({ kind: 'linked-away', files: [inside] });
      else if (entry.name.includes('@')) checkTree(inside, name, entry.isDirectory());
      else if (entry.isDirectory()) walk(inside, name);
    }
  };
  const checkTree = (tree: string, name: string, isFolder: boolean) => {
    const at = name.lastIndexOf('@');
    if (temporary.test(name)) return void findings.add({ kind: 'tmp-left', files: [tree], remove: { folders: [tree] } });
    const module = unescapeName(name.slice(0, at));
    const version = unescapeName(name.slice(at + 1));
    // golang.org/fips140 is unpacked from GOROOT and has no .ziphash: cmd/go/internal/modfetch, DownloadDir.
    if (module === null || version === null || module === 'golang.org/fips140') return;
    if (!isFolder) return void findings.add({ kind: 'tree-is-file', files: [tree], module, version });
    looked.trees++;
    inspection.around.progress(module);
    const base = path.join(root, 'cache', 'download', name.slice(0, at), '@v', name.slice(at + 1));
    const stat = statOf(tree);
    if (!stat || statOf(`${base}.partial`) || inspection.isNew(stat)) return;
    if ((stat.mode & 0o200) !== 0) looked.treesWritable++;
    if (module === 'golang.org/toolchain') checkToolchain(tree, version, inspection);
    if (statOf(`${base}.ziphash`)) return;
    if (statOf(`${base}.zip`)) findings.add({ kind: 'tree-unfinished', files: [tree], module, version });
    else
      findings.add({
        kind: 'tree-without-zip',
        files: [tree],
        module,
        version,
        command: ['go', 'mod', 'download', `${module}@${version}`],
      });
  };
  walk(root, '');
}
