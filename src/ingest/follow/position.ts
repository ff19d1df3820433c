import { createHash } from 'node:crypto';
import type { OpenFile } from './open-file.ts';

/** A place in a file that can be found again: which file, how far, and what stood before. */
export interface Position {
  readonly device: string;
  readonly inode: string;
  readonly offset: number;
  /** SHA-256 of up to 4096 bytes before the offset. */
  readonly hash: string;
  /** Milliseconds of the clock when the file last stood under its name. */
  readonly seen: number;
}

const hashed = 4096;

/** @param back so many bytes before the place of reading, such as those of a line that has not ended */
export function positionOf(file: OpenFile, back: number, seen: number): Position {
  const { device, inode } = file.identity;
  const offset = Math.max(0, file.offset() - back);
  return { device: String(device), inode: String(inode), offset, hash: hashBefore(file, offset), seen };
}

/** Whether a file that was opened at the offset of a position is the one that was left there. */
export function standsAt(file: OpenFile, { offset, hash }: Position): boolean {
  return file.offset() === offset && hashBefore(file, offset) === hash;
}

function hashBefore(file: OpenFile, place: number): string {
  return createHash('sha256').update(file.before(hashed, place)).digest('hex');
}
