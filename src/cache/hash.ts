import { createHash, hash as digest } from 'node:crypto';
import path from 'node:path';
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { closeFile, listFolder, openFile, readAt } from './files.ts';
import { maxZip, readZipTable, type ZipRecord } from './zip-file.ts';

// golang.org/x/mod/sumdb/dirhash, Hash1: the sum over "sha256  name\n" of all files in the order of their names' bytes.

/** A file of a module: its name, as one character a byte, and the SHA-256 of its contents in hexadecimal. */
export type FileSums = ReadonlyMap<string, string>;

export type ZipSums =
  | { readonly files: FileSums }
  | { readonly problem: 'not-a-zip' | 'damaged' | 'unknown'; readonly file: string | null };

/** Hashes one text under the name `go.mod`, as for the `/go.mod` lines of go.sum. */
export function goModHash(bytes: Uint8Array): string {
  return h1(new Map([['go.mod', digest('sha256', bytes, 'hex')]]));
}

/** `h1:` and the hash of all files together. */
export function h1(files: FileSums): string {
  const lines = [...files.keys()].sort(byBytes).map((name) => `${files.get(name)}  ${name}\n`);
  return `h1:${digest('sha256', Buffer.from(lines.join(''), 'latin1'), 'base64')}`;
}

// Of strings with one character a byte.
function byBytes(a: string, b: string): number {
  return a < b ? -1 : 1;
}

const smallFile = 8 << 20;
const chunk = 1 << 20;

/** The sums of all files of a zip; the contents are unpacked into memory piece by piece, and written nowhere. */
export async function sumZip(name: string): Promise<ZipSums | null> {
  const file = openFile(name);
  if (!file) return null;
  try {
    const table = readZipTable(file.descriptor, file.stat);
    if ('problem' in table) return { problem: table.problem, file: null };
    const files = new Map<string, string>();
    let total = 0;
    for (const record of table.records) {
      total += record.size;
      if (total > maxZip) return { problem: 'unknown', file: null };
      const sum = await sumRecord(file.descriptor, record);
      if (sum === null) return { problem: 'damaged', file: Buffer.from(record.name, 'latin1').toString() };
      files.set(record.name, sum);
    }
    return { files };
  } finally {
    closeFile(file.descriptor);
  }
}

/** The bytes of one file of a zip, when they are few; null when they are damaged. */
export function readRecord(descriptor: number, record: ZipRecord): Buffer | null {
  if (record.packed > smallFile || record.size > smallFile) return null;
  const from = startOfData(descriptor, record);
  if (from === null) return null;
  const packed = readAt(descriptor, from, record.packed);
  const bytes = record.method === 0 ? packed : record.method === 8 ? inflated(packed, record.size) : null;
  return bytes && bytes.length === record.size && crc32(bytes) === record.crc ? bytes : null;
}

function inflated(packed: Buffer, size: number): Buffer | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: size + 1 });
  } catch {
    return null;
  }
}

async function sumRecord(descriptor: number, record: ZipRecord): Promise<string | null> {
  if (record.packed <= smallFile && record.size <= smallFile) {
    const bytes = readRecord(descriptor, record);
    return bytes && digest('sha256', bytes, 'hex');
  }
  const from = startOfData(descriptor, record);
  if (from === null || (record.method !== 0 && record.method !== 8)) return null;
  const sum = createHash('sha256');
  let [crc, length] = [0, 0];
  try {
    for await (const piece of pieces(descriptor, from, record)) {
      length += piece.length;
      if (length > record.size) return null;
      crc = crc32(piece, crc);
      sum.update(piece);
    }
  } catch {
    return null;
  }
  return length === record.size && crc === record.crc ? sum.digest('hex') : null;
}

function pieces(descriptor: number, from: number, { packed, method }: ZipRecord): AsyncIterable<Buffer> {
  async function* raw() {
    for (let at = 0; at < packed; at += chunk) {
      const bytes = readAt(descriptor, from + at, Math.min(chunk, packed - at));
      if (bytes.length === 0) return;
      yield bytes;
    }
  }
  if (method === 0) return raw();
  const inflate = createInflateRaw();
  void (async () => {
    for await (const bytes of raw()) if (!inflate.write(bytes)) await new Promise((drained) => inflate.once('drain', drained));
    inflate.end();
  })().catch((error) => inflate.destroy(error));
  return inflate;
}

const localMark = 0x04034b50;

function startOfData(descriptor: number, { start }: ZipRecord): number | null {
  const header = readAt(descriptor, start, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== localMark) return null;
  return start + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** What stands in an unpacked folder. */
export interface TreeSums {
  readonly files: FileSums;
  /** Links, pipes, devices: no module has any. Reading a pipe would wait for ever. */
  readonly odd: readonly string[];
  readonly denied: readonly string[];
  readonly bytes: number;
}

const mostFiles = 200_000;

/** The sums of all files below a folder, with `prefix/` before each name as in the zip; null when the folder is gone or too large to be a module. */
export function sumTree(folder: string, prefix: string): TreeSums | null {
  const files = new Map<string, string>();
  const odd: string[] = [];
  const denied: string[] = [];
  let bytes = 0;
  const walk = (inside: string, shown: string): boolean => {
    const entries = listFolder(inside, (name) => denied.push(name));
    if (entries === null) return inside !== folder || denied.length > 0;
    for (const entry of entries) {
      const name = path.join(inside, entry.name);
      if (files.size > mostFiles) return false;
      if (entry.isDirectory()) {
        if (!walk(name, `${shown}/${entry.name}`)) return false;
      } else if (entry.isFile()) {
        const sum = sumFile(name, denied);
        if (sum === null) continue;
        bytes += sum.size;
        files.set(Buffer.from(`${shown}/${entry.name}`).toString('latin1'), sum.sum);
      } else odd.push(name);
    }
    return true;
  };
  return walk(folder, prefix) ? { files, odd, denied, bytes } : null;
}

/** The SHA-256 of a file in hexadecimal; null when it is gone or denied. */
export function sumFile(name: string, denied: string[] = []): { sum: string; size: number } | null {
  const file = openFile(name, (one) => denied.push(one));
  if (!file) return null;
  try {
    const { size } = file.stat;
    if (size <= chunk) return { sum: digest('sha256', readAt(file.descriptor, 0, size), 'hex'), size };
    const sum = createHash('sha256');
    for (let at = 0; at < size; at += chunk) sum.update(readAt(file.descriptor, at, Math.min(chunk, size - at)));
    return { sum: sum.digest('hex'), size };
  } finally {
    closeFile(file.descriptor);
  }
}
