import type { Stats } from 'node:fs';
import { readAt } from './files.ts';

// The names and places of a module zip, as archive/zip of Go reads them. Names stay bytes (one character each), since hashes are over bytes.

export interface ZipRecord {
  /** Latin-1 reading of the name's bytes. */
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly start: number;
}

/** `unknown`: it may be right, and is of a kind that no module zip is (zip64). */
export type ZipTable = { readonly records: ZipRecord[] } | { readonly problem: 'not-a-zip' | 'unknown' };

const endLength = 22;
const endMark = 0x06054b50;
const recordMark = 0x02014b50;
const recordLength = 46;
const longestComment = 0xffff;
// golang.org/x/mod/zip, MaxZipFile: a module zip is at most this long, so its table is shorter.
export const maxZip = 500 << 20;
const maxTable = 64 << 20;

const notAZip: ZipTable = { problem: 'not-a-zip' };

/** Reads the table of contents at the end of a zip. */
export function readZipTable(descriptor: number, { size }: Pick<Stats, 'size'>): ZipTable {
  if (size > maxZip) return { problem: 'unknown' };
  const found = findEnd(descriptor, size);
  if (!found) return notAZip;
  const { end, at } = found;
  const count = end.readUInt16LE(10);
  const length = end.readUInt32LE(12);
  const offset = end.readUInt32LE(16);
  if (count === 0xffff || length === 0xffffffff || offset === 0xffffffff || length > maxTable) return { problem: 'unknown' };
  // What stands before the zip moves all offsets; archive/zip allows that.
  const base = at - length - offset;
  if (base < 0) return notAZip;
  const table = readAt(descriptor, base + offset, length);
  const records: ZipRecord[] = [];
  for (let position = 0; position < table.length; ) {
    if (position + recordLength > table.length || table.readUInt32LE(position) !== recordMark) return notAZip;
    const nameLength = table.readUInt16LE(position + 28);
    const next = position + recordLength + nameLength + table.readUInt16LE(position + 30) + table.readUInt16LE(position + 32);
    if (next > table.length) return notAZip;
    records.push({
      name: table.toString('latin1', position + recordLength, position + recordLength + nameLength),
      method: table.readUInt16LE(position + 10),
      crc: table.readUInt32LE(position + 16),
      packed: table.readUInt32LE(position + 20),
      size: table.readUInt32LE(position + 24),
      start: base + table.readUInt32LE(position + 42),
    });
    position = next;
  }
  return records.length === count ? { records } : notAZip;
}

/** The end record: almost always the last 22 bytes, else before a comment. */
function findEnd(descriptor: number, size: number): { end: Buffer; at: number } | null {
  for (const length of [endLength, endLength + longestComment]) {
    const from = Math.max(0, size - length);
    const tail = readAt(descriptor, from, size - from);
    for (let at = tail.length - endLength; at >= 0; at--)
      if (tail.readUInt32LE(at) === endMark && at + endLength + tail.readUInt16LE(at + 20) <= tail.length)
        return { end: tail.subarray(at, at + endLength), at: from + at };
    if (size <= length) break;
  }
  return null;
}
