import { isUtf8 } from 'node:buffer';
import type { ZipFile, Entry as ZipRecord } from 'yauzl';
import { ModwhyError } from '../model/error.ts';
import { type Said, say } from '../model/said.ts';
import { type Budget, partAllows } from './budget.ts';
import { shownName } from './entry-name.ts';
import { unpack } from './unpack.ts';

/** Bytes that can be read from anywhere. */
export interface RandomAccess {
  readonly size: number;
  /** Up to so many bytes; fewer at the end only. */
  read(position: number, length: number): Uint8Array;
}

type ZipProblem = 'archive-encrypted' | 'archive-method';

/** One file of a zip. */
export interface ZipEntry {
  readonly name: string;
  readonly size: number;
  /** Why it cannot be read. */
  readonly problem: ZipProblem | null;
  /** @throws ModwhyError E_DECOMPRESS after the good bytes: cut, damaged, or not what the zip says it is */
  open(onOver: (limit: string, seen: number, kept: number) => void): AsyncIterable<Uint8Array>;
}

const chunkSize = 1 << 16;
// APPNOTE 4.4.5: stored, deflated, Zstandard (93, and 20 in old files).
const methods: Readonly<Record<number, 'stored' | 'deflate' | 'zstd'>> = { 0: 'stored', 8: 'deflate', 93: 'zstd', 20: 'zstd' };
// A Unix mode stands in the upper half: the type of a symbolic link, of a folder, of a plain file.
const typeOf = (record: ZipRecord) => (record.externalFileAttributes >>> 28) & 0xf;
const linkType = 0xa;

/**
 * The files of a zip, as its table of contents at the end lists them. Folders and symbolic links are no files.
 * @param source a buffer, or the descriptor of an open file, which stays open
 * @returns the files, how many the zip says that it has, and how many of these were looked at
 * @throws ModwhyError E_DECOMPRESS when there is no table, or a part of it is damaged and no file stands before that
 */
export async function listZip(
  source: Buffer | number,
  access: RandomAccess,
  budget: Budget,
): Promise<{ entries: ZipEntry[]; seen: number; taken: number; broken: boolean }> {
  const { default: yauzl } = await import('yauzl');
  // Names are decoded here: yauzl gives up the whole archive for one absolute name.
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false, validateEntrySizes: false };
  const entries: ZipEntry[] = [];
  const names = new Map<string, number>();
  let broken = false;
  try {
    const zip = await (typeof source === 'number' ? yauzl.fromFdPromise(source, options) : yauzl.fromBufferPromise(source, options));
    let taken = 0;
    try {
      for await (const record of zip.eachEntry()) {
        if (!budget.takeEntry()) break;
        taken++;
        const decoded = yauzl.getFileNameLowLevel(record.generalPurposeBitFlag, record.fileNameRaw, record.extraFields, false);
        const name = shownName(isUtf8(record.fileNameRaw) ? record.fileNameRaw.toString() : decoded);
        if (name.endsWith('/') || typeOf(record) === linkType || name.startsWith('__MACOSX/')) continue;
        const count = (names.get(name) ?? 0) + 1;
        names.set(name, count);
        entries.push(toEntry(zip, record, count === 1 ? name : `${name} (${count})`, access, budget));
      }
    } catch (error) {
      if (entries.length === 0) throw error;
      broken = true;
    }
    return { entries, seen: Math.max(taken, zip.entryCount), taken, broken };
  } catch (error) {
    throw damaged(say`its table of contents cannot be read (${(error as Error).message})`);
  }
}

function toEntry(zip: ZipFile, record: ZipRecord, name: string, access: RandomAccess, budget: Budget): ZipEntry {
  const method = methods[record.compressionMethod];
  const encrypted = (record.generalPurposeBitFlag & 1) !== 0;
  return {
    name,
    size: record.uncompressedSize,
    problem: encrypted ? 'archive-encrypted' : method === undefined ? 'archive-method' : null,
    open: (onOver) => readEntry(zip, record, method!, access, budget, onOver),
  };
}

async function* readEntry(
  zip: ZipFile,
  record: ZipRecord,
  method: 'stored' | 'deflate' | 'zstd',
  access: RandomAccess,
  budget: Budget,
  onOver: (limit: string, seen: number, kept: number) => void,
): AsyncGenerator<Uint8Array> {
  const { crc32 } = await import('node:zlib');
  const start = await new Promise<number>((resolve, reject) => {
    zip.readLocalFileHeader(record, { minimal: true }, (error, header) =>
      error ? reject(damaged(error.message)) : resolve(header.fileDataStart),
    );
  });
  const packed = range(access, start, record.compressedSize);
  let sum = 0;
  let length = 0;
  let over = false;
  const stop = (limit: string, seen: number, kept: number) => {
    over = true;
    onOver(limit, seen, kept);
  };
  const chunks = method === 'stored' ? stored(packed, budget, stop) : unpack(packed, method, budget, { onOver: stop });
  for await (const chunk of chunks) {
    sum = crc32(chunk, sum);
    length += chunk.length;
    yield chunk;
  }
  if (over) return;
  if (length !== record.uncompressedSize) throw damaged(say`${length} bytes were unpacked, and ${record.uncompressedSize} were announced`);
  if (sum !== record.crc32) throw damaged(say`its checksum is another one`);
}

async function* range(access: RandomAccess, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; ) {
    const chunk = access.read(start + at, Math.min(chunkSize, length - at));
    if (chunk.length === 0) return;
    yield chunk;
    at += chunk.length;
  }
}

async function* stored(
  source: AsyncIterable<Uint8Array>,
  budget: Budget,
  stop: (limit: string, seen: number, kept: number) => void,
): AsyncGenerator<Uint8Array> {
  let kept = 0;
  for await (const chunk of source) {
    const length = budget.take(Math.min(chunk.length, partAllows(budget.limits, kept + chunk.length) - kept));
    kept += length;
    if (length > 0) yield chunk.subarray(0, length);
    if (length < chunk.length)
      return stop(
        budget.over()?.limit ?? 'archive-ratio',
        (budget.over()?.kept ?? kept) + chunk.length - length,
        budget.over()?.kept ?? kept,
      );
  }
}

function damaged(what: Said | string): ModwhyError {
  return new ModwhyError('E_DECOMPRESS', say`the zip file is cut or damaged: ${what}; fetch it again`);
}
