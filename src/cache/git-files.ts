import path from 'node:path';
import { listFolder, readStart, statOf } from './files.ts';
import { checkObjects } from './git-objects.ts';
import { badPackedLine, isHead, walkRefs } from './git-refs.ts';
import type { Inspection } from './inspection.ts';
import { sniff } from './sniff.ts';

// A bare repository is looked at as files: git itself would read settings, and may run hooks and helpers.

const locks = ['shallow.lock', 'config.lock', 'packed-refs.lock', 'HEAD.lock', 'index.lock', 'FETCH_HEAD.lock'];

/** Looks at what git must find in a bare repository, and at what it leaves when it is stopped. */
export function checkGitFiles(folder: string, url: string, inspection: Inspection): void {
  const { findings, around, onDenied } = inspection;
  const inside = (name: string) => path.join(folder, name);
  const remove = { folders: [folder], files: [`${folder}.info`] };
  const add = (
    kind: 'vcs-not-repository' | 'vcs-config' | 'vcs-refs' | 'vcs-objects',
    name: string,
    facts: Record<string, string | number>,
  ) => findings.add({ kind, files: [inside(name), folder], facts: { url, ...facts }, remove });
  // cmd/go makes the repository only where there is no `objects`: an empty folder is one that it has just begun.
  if ((listFolder(folder, onDenied) ?? []).length === 0) return;
  // setup.c, is_git_directory: HEAD, objects and refs.
  const lost = ['objects', 'refs'].filter((name) => !statOf(inside(name))?.isDirectory());
  const head = readStart(inside('HEAD'), 1024, onDenied);
  if (lost.length > 0) return void add('vcs-not-repository', lost[0]!, { lost: lost.join(', ') });
  if (head === null || !isHead(head.toString('latin1')))
    return void add('vcs-not-repository', 'HEAD', head === null ? { lost: 'HEAD' } : { broken: 'HEAD', head: sniff(head) });
  const config = readStart(inside('config'), 1 << 20, onDenied);
  if (config === null || !isConfig(config)) return void add('vcs-config', 'config', { head: config === null ? 'lost' : sniff(config) });
  const packed = readStart(inside('packed-refs'), 64 << 20, onDenied);
  const badLine = packed === null ? null : badPackedLine(packed.toString('latin1'));
  if (badLine !== null) return void add('vcs-refs', 'packed-refs', { line: badLine });
  const { bad: ref, locks: refLocks } = walkRefs(inside('refs'), inspection);
  if (ref !== null) return void add('vcs-refs', path.relative(folder, ref), { ref: path.relative(folder, ref) });
  const shallow = readStart(inside('shallow'), 16 << 20, onDenied);
  if (shallow !== null && shallow.length > 0 && !/^(?:(?:[0-9a-f]{40}|[0-9a-f]{64})\n)+$/.test(shallow.toString('latin1')))
    return void add('vcs-refs', 'shallow', { ref: 'shallow' });
  const object = checkObjects(folder, inspection);
  if (object !== null) return void add('vcs-objects', path.relative(folder, object.file), object.facts);
  for (const name of [...locks, ...refLocks.map((file) => path.relative(folder, file))]) {
    const stat = statOf(inside(name));
    // A git that works here is let alone: go starts it in this folder.
    if (!stat || inspection.isNew(stat) || around.processes.inFolder(folder).length > 0) continue;
    const age = Math.max(0, Math.floor((around.now - stat.mtimeMs) / 1000));
    findings.add({
      kind: 'vcs-lock',
      files: [inside(name)],
      facts: { url, age, name, told: around.processes.locks === null ? 0 : 1 },
      remove: { files: [inside(name)] },
    });
  }
}

/** config.c: sections in brackets, `name = value`, comments. Values over several lines are rare here, and let through. */
function isConfig(bytes: Buffer): boolean {
  if (bytes.includes(0)) return false;
  const lines = bytes.toString('latin1').split('\n');
  let continued = false;
  let section = false;
  for (const line of lines) {
    const goesOn = line.endsWith('\\');
    if (!continued && !/^\s*(?:[#;].*)?$/.test(line)) {
      if (/^\s*\[[A-Za-z0-9.-]+(?:\s+"[^"\n]*")?\]/.test(line)) section = true;
      else if (!section || !/^\s*[A-Za-z][A-Za-z0-9-]*\s*(?:=|$|[#;])/.test(line)) return false;
    }
    continued = goesOn;
  }
  return section;
}
