import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { encodingAtStart } from '../ingest/encoding.ts';
import { isOther } from '../ingest/file.ts';
import { formatOf } from '../ingest/format.ts';
import { keptText } from '../redact/kept-text.ts';
import { createFileHash, type FileHash } from './file-hash.ts';
import type { Found } from './found.ts';
import { heldBytes, type Reading } from './log-reader.ts';
import { createLookedText } from './looked-text.ts';
import type { Scanned } from './one.ts';
import { createResult } from './result.ts';
import type { LogPlace } from './stored.ts';
import { unpackInto } from './unpack-into.ts';

const startSize = 8192;

/** A plain text that has to be read, since a failure may stand in it. */
export interface MayHaveFailed {
  readonly stat: Stats;
  /** Of what was seen of it; null where nobody wants one. */
  readonly hash: FileHash | null;
}

/**
 * Looks a file through, block by block, where a session would find nothing to say of it. Others get a turn at each `yield`.
 * @param onFailure called when the file has to be read because a failure may stand in it
 * @returns null when it has to be read: a failure may stand in it, it is no plain text, or everyone wants a report
 * @throws what the system says
 */
export function* lookThrough(
  found: Found,
  index: number,
  reading: Reading,
  onFailure: (file: MayHaveFailed) => void,
): Generator<void, Scanned | null> {
  if (found.kind === 'url' || reading.reports) return null;
  const descriptor = openSync(found.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return null;
    const { triage } = reading;
    const { block } = triage;
    triage.reset();
    const hash = reading.hashes ? createFileHash() : null;
    let next: ((block: Buffer) => number | null) | null = (into) => readSync(descriptor, into, 0, into.length, null);
    let read: number | null = readStart(descriptor, block);
    const isPacked = isGzip(block, read);
    if (isPacked) {
      next = unpackInto(descriptor, (bytes) => hash?.add(bytes, hash.length));
      read = next?.(block) ?? null;
    }
    if (next === null || read === null || !isPlain(block.subarray(0, Math.min(read, startSize)))) return null;
    const text = createLookedText(triage);
    let total = 0;
    const mayHaveFailed = () => {
      if (!isPacked) onFailure({ stat, hash });
      return null;
    };
    for (; read !== 0; read = next(block)) {
      if (read === null) return null;
      if (!isPacked) hash?.add(block.subarray(0, read), total);
      total += read;
      if (text.push(read)) return mayHaveFailed();
      yield;
    }
    if (text.end()) return mayHaveFailed();
    // A short one that was written to meanwhile is read anew; a long one may grow for hours.
    if (total <= heldBytes && isOther(fstatSync(descriptor), stat)) return null;
    const result = createResult(reading, index, placeOf(found, stat));
    result.content = hash?.digest() ?? '';
    result.read(total);
    result.addHealthy(text.head(), triage.hinted());
    return result.scanned();
  } finally {
    closeSync(descriptor);
  }
}

function isGzip(block: Buffer, length: number): boolean {
  return length > 1 && block[0] === 0x1f && formatOf(block.subarray(0, Math.min(length, startSize))) === 'gzip';
}

function isPlain(start: Uint8Array): boolean {
  return start.length === 0 || (formatOf(start) === 'text' && encodingAtStart(start) === 'bytes');
}

/** The first bytes of a file, as many as say what it is. @returns how many */
function readStart(descriptor: number, block: Buffer): number {
  let length = 0;
  do {
    const read = readSync(descriptor, block, length, block.length - length, null);
    if (read === 0) break;
    length += read;
  } while (length < startSize);
  return length;
}

export function placeOf(found: Found, stat: Stats): Omit<LogPlace, 'content'> {
  return { source: keptText(found.path), size: stat.size, modified: stat.isFile() ? stat.mtimeMs : null };
}
