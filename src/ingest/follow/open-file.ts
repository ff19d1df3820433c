import { type BigIntStats, closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { ModwhyError } from '../../model/error.ts';
import { say } from '../../model/said.ts';
import { type Identity, identityOf } from './identity.ts';

/** What one reading found. `empty`: nothing new. `truncated`: what was read before is gone, reading goes on at the start. */
export type Reading = 'empty' | 'bytes' | 'truncated';

/** So many of the bytes before the place of reading are compared again: a file may have been emptied and filled in between. */
const anchorLength = 256;
const bufferLength = 1 << 20;
const longestLine = 1 << 16;
const NEWLINE = 10;
// One for all files, since reading is synchronous and nobody keeps what he is given.
const buffer = Buffer.allocUnsafeSlow(anchorLength + bufferLength);

/** One file that is open, and how far it was read. */
export class OpenFile {
  readonly identity: Identity;
  private readonly descriptor: number;
  private at: number;
  private anchor: Buffer = Buffer.alloc(0);
  private changed = -1n;
  private size = 0n;
  // A writer that goes on at its old place after a truncation leaves a hole before it.
  private inHole = false;

  /** @throws NodeJS.ErrnoException as `open` does | ModwhyError E_READ, E_DIRECTORY when it is no plain file */
  constructor(name: string, offset: number | 'last line' = 0) {
    this.descriptor = openSync(name, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = fstatSync(this.descriptor, { bigint: true });
      refuseOthers(stat);
      this.identity = identityOf(stat);
      const size = Number(stat.size);
      this.at = offset === 'last line' ? size : Math.min(offset, size);
      if (offset === 'last line') this.at -= this.unfinished();
      this.anchor = Buffer.from(this.before(anchorLength));
    } catch (error) {
      closeSync(this.descriptor);
      throw error;
    }
  }

  /** Bytes of the file that were read, or passed over at the start. */
  offset(): number {
    return this.at;
  }

  /** Bytes that are there and were not read. */
  behind(): number {
    return Math.max(0, fstatSync(this.descriptor).size - this.at);
  }

  /** Up to so many bytes that stand before a place. */
  before(most: number, place = this.at): Uint8Array {
    const length = Math.min(most, place);
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(this.descriptor, bytes, 0, length, place - length));
  }

  /** Reads on once. @param take is given the bytes, which are its own only during the call */
  read(take: (bytes: Uint8Array) => void): Reading {
    const { size, mtimeNs } = fstatSync(this.descriptor, { bigint: true });
    if (size < BigInt(this.at)) return this.restart();
    if (size === this.size && mtimeNs === this.changed && size === BigInt(this.at)) return 'empty';
    this.size = size;
    this.changed = mtimeNs;
    const { length } = this.anchor;
    const wanted = Math.min(bufferLength, Number(size) - this.at);
    const count = readSync(this.descriptor, buffer, 0, length + wanted, this.at - length);
    if (count < length || this.anchor.compare(buffer, 0, length) !== 0) return this.restart();
    if (count === length) return 'empty';
    this.at += count - length;
    this.anchor = Buffer.from(buffer.subarray(Math.max(0, count - anchorLength), count));
    let from = length;
    if (this.inHole) {
      while (from < count && buffer[from] === 0) from++;
      this.inHole = from === count;
    }
    if (from < count) take(buffer.subarray(from, count));
    return 'bytes';
  }

  /** Some systems give the time of the last change for that of the birth, and then nothing says which of two files is older. */
  knowsBirth(): boolean {
    return this.identity.birth !== 0n && fstatSync(this.descriptor, { bigint: true }).birthtimeNs === this.identity.birth;
  }

  /** It has no name any more. */
  isDeleted(): boolean {
    return fstatSync(this.descriptor).nlink === 0;
  }

  close(): void {
    closeSync(this.descriptor);
  }

  /** Length of a last line that has not ended. */
  private unfinished(): number {
    const end = this.before(longestLine);
    const line = end.length - end.lastIndexOf(NEWLINE) - 1;
    return line === longestLine ? 0 : line;
  }

  private restart(): Reading {
    this.at = 0;
    this.anchor = Buffer.alloc(0);
    this.size = 0n;
    this.changed = -1n;
    this.inHole = true;
    return 'truncated';
  }
}

function refuseOthers(stat: BigIntStats): void {
  if (stat.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  if (stat.isFile()) return;
  throw new ModwhyError(
    'E_READ',
    say`only a plain file can be followed, and this is a pipe, a socket or a device; pipe it in (… | modwhy)`,
  );
}
