import { existsSync } from 'node:fs';
import path from 'node:path';
import { readStart } from '../../cache/files.ts';

const longest = 1 << 24;

/** go.sum of the module that a folder is in, and go.work.sum of its workspace. */
export function goSumsAround(folder: string): { name: string; text: string }[] {
  const found: { name: string; text: string }[] = [];
  for (const [marker, sums] of [
    ['go.mod', 'go.sum'],
    ['go.work', 'go.work.sum'],
  ] as const) {
    const above = aboveWith(folder, marker);
    const name = above === null ? null : path.join(above, sums);
    const bytes = name === null ? null : readStart(name, longest);
    if (name !== null && bytes !== null) found.push({ name: path.relative(folder, name) || name, text: bytes.toString() });
  }
  return found;
}

function aboveWith(folder: string, marker: string): string | null {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, marker))) return at;
    if (path.dirname(at) === at) return null;
  }
}
