import path from 'node:path';
import { listFolder, readStart } from './files.ts';
import type { Inspection } from './inspection.ts';

/** A commit, or the name of a ref. path.c, validate_headref. */
export function isHead(text: string): boolean {
  return /^ref:\s*refs\/\S/.test(text) || /^(?:[0-9a-f]{40}|[0-9a-f]{64})(?:\n|$)/.test(text);
}

/** The number of the first line that git does not take; null when all are good. refs/packed-backend.c. */
export function badPackedLine(text: string): number | null {
  if (text === '') return null;
  const lines = text.split('\n');
  if (lines.pop() !== '') return lines.length + 1;
  const bad = lines.findIndex((line) => !/^(?:#.*|\^(?:[0-9a-f]{40}|[0-9a-f]{64})|(?:[0-9a-f]{40}|[0-9a-f]{64}) refs\/\S.*)$/.test(line));
  return bad < 0 ? null : bad + 1;
}

const mostRefs = 20_000;
const mostLocks = 20;

/** The files below refs: the first one that holds neither a commit nor the name of a ref (an empty one is what a stopped write leaves), and locks. */
export function walkRefs(folder: string, inspection: Inspection): { bad: string | null; locks: string[] } {
  let seen = 0;
  const found: { bad: string | null; locks: string[] } = { bad: null, locks: [] };
  const walk = (inside: string) => {
    for (const entry of listFolder(inside, inspection.onDenied) ?? []) {
      const name = path.join(inside, entry.name);
      if (++seen > mostRefs) return;
      if (entry.isDirectory()) walk(name);
      else if (!entry.isFile()) continue;
      else if (entry.name.endsWith('.lock')) found.locks.push(...(found.locks.length < mostLocks ? [name] : []));
      else if (found.bad === null && !isHead(readStart(name, 1024)?.toString('latin1') ?? 'ref: refs/gone')) found.bad = name;
    }
  };
  walk(folder);
  return found;
}
