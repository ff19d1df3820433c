import { createHash } from 'node:crypto';
import path from 'node:path';
import { closeFile, listFolder, openFile, readAt, statOf } from './files.ts';
import type { Inspection } from './inspection.ts';

interface BadObject {
  readonly file: string;
  readonly facts: Record<string, string | number>;
}

const mostObjects = 50_000;
const chunk = 1 << 20;

/** The first pack or loose object that git cannot use; null when all that was looked at is good. With `--deep` packs are hashed. */
export function checkObjects(folder: string, { onDenied, around }: Inspection): BadObject | null {
  const objects = path.join(folder, 'objects');
  let seen = 0;
  for (const entry of listFolder(objects, onDenied) ?? []) {
    if (!entry.isDirectory() || !/^[0-9a-f]{2}$/.test(entry.name)) continue;
    const inside = path.join(objects, entry.name);
    for (const object of listFolder(inside, onDenied) ?? []) {
      if (++seen > mostObjects) break;
      if (!/^[0-9a-f]{38}(?:[0-9a-f]{24})?$/.test(object.name)) continue;
      const file = path.join(inside, object.name);
      if (!startsAsZlib(file)) return { file, facts: { object: `${entry.name}${object.name}` } };
    }
  }
  const packs = path.join(objects, 'pack');
  for (const entry of listFolder(packs, onDenied) ?? []) {
    const found = /^(pack-[0-9a-f]{40}(?:[0-9a-f]{24})?)\.(pack|idx)$/.exec(entry.name);
    if (!found) continue;
    const file = path.join(packs, entry.name);
    const other = path.join(packs, `${found[1]}.${found[2] === 'pack' ? 'idx' : 'pack'}`);
    // A pack without its index is not there for git, as between the two steps of a fetch; an index without its pack is a loss.
    if (found[2] === 'idx' && statOf(other) === null) return { file: other, facts: { lost: path.basename(other) } };
    const bad = found[2] === 'pack' ? badPack(file, around.deep) : badIndex(file);
    if (bad !== null) return { file, facts: { pack: entry.name, bad } };
  }
  return null;
}

/** Loose objects are deflated: RFC 1950, the first two bytes are a multiple of 31. */
function startsAsZlib(name: string): boolean {
  const file = openFile(name);
  if (!file) return true;
  try {
    const head = readAt(file.descriptor, 0, 2);
    return head.length === 2 && (head[0]! & 0x0f) === 8 && head.readUInt16BE(0) % 31 === 0;
  } finally {
    closeFile(file.descriptor);
  }
}

/** gitformat-pack: `PACK`, a version, a count, the objects, and the hash of all that. */
function badPack(name: string, deep: boolean): 'cut' | 'head' | 'hash' | null {
  const file = openFile(name);
  if (!file) return null;
  const { descriptor, stat } = file;
  try {
    if (stat.size < 32) return 'cut';
    const head = readAt(descriptor, 0, 12);
    if (head.toString('latin1', 0, 4) !== 'PACK' || ![2, 3].includes(head.readUInt32BE(4))) return 'head';
    const length = path.basename(name).length > 60 ? 32 : 20;
    if (!deep && stat.size > 4 * chunk) return null;
    const sum = createHash(length === 20 ? 'sha1' : 'sha256');
    const end = stat.size - length;
    for (let at = 0; at < end; at += chunk) sum.update(readAt(descriptor, at, Math.min(chunk, end - at)));
    return sum.digest().equals(readAt(descriptor, end, length)) ? null : 'hash';
  } finally {
    closeFile(descriptor);
  }
}

/** gitformat-pack: version 2 begins with `\377tOc`, a table of 256 counts, and ends with two hashes. */
function badIndex(name: string): 'cut' | 'head' | null {
  const file = openFile(name);
  if (!file) return null;
  try {
    if (file.stat.size < 8 + 1024 + 40) return 'cut';
    const head = readAt(file.descriptor, 0, 8 + 1024);
    if (head.readUInt32BE(0) !== 0xff744f63) return head.readUInt32BE(0) <= head.readUInt32BE(1020) ? null : 'head';
    const length = path.basename(name).length > 60 ? 32 : 20;
    const count = head.readUInt32BE(8 + 255 * 4);
    return file.stat.size < 8 + 1024 + count * (length + 8) + 2 * length ? 'cut' : null;
  } finally {
    closeFile(file.descriptor);
  }
}
