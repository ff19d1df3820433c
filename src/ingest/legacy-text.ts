import { isUtf8 } from 'node:buffer';
import { type Legacy, legacyOf, lookAt, noEvidence } from './legacy-evidence.ts';
import { completeLength } from './utf8-edge.ts';

// A line is looked at in pieces, so that one without an end is not held.
const pieceLength = 1 << 16;
/** So many bytes after the first line that is no UTF-8 decide what it is. */
const windowLength = 1 << 16;
const NEWLINE = 10;

/**
 * Makes UTF-8 of logs in which Windows programs wrote GB 18030 or Windows-1252. It decides line by line: what is UTF-8 stays as it is, since
 * one log often holds both (git and go write UTF-8, cmd the encoding of the console). Without enough evidence a broken line stays as it is, too.
 * Decisions depend on the bytes alone, not on the chunks.
 */
export class LegacyText {
  private held: Buffer = Buffer.alloc(0);
  private readonly waiting: { readonly bytes: Buffer; readonly valid: boolean }[] = [];
  private waitingLength = 0;
  private readonly ready: Buffer[] = [];
  private legacy: Legacy | null = null;
  private decoder: InstanceType<typeof TextDecoder> | null = null;
  private readonly onLegacy: (name: Legacy) => void;

  constructor(onLegacy: (name: Legacy) => void) {
    this.onLegacy = onLegacy;
  }

  /** What can be given out now, in order. It may be a part of the chunk itself. */
  push(chunk: Uint8Array): readonly Uint8Array[] {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const edge = bytes.lastIndexOf(NEWLINE) + 1;
    if (edge > 0) {
      // Only the line that goes on is put together, since a copy of the whole chunk costs as much as looking at it.
      const first = this.held.length === 0 ? 0 : bytes.indexOf(NEWLINE) + 1;
      if (first > 0) this.lines(join(this.held, bytes.subarray(0, first)));
      if (edge > first) this.lines(bytes.subarray(first, edge));
    }
    // A copy, since whoever reads may use the memory again.
    this.held = edge > 0 || this.held.length === 0 ? Buffer.from(bytes.subarray(edge)) : join(this.held, bytes);
    while (this.held.length > pieceLength) {
      const length = completeLength(this.held, 0, pieceLength);
      this.piece(this.held.subarray(0, length));
      this.held = this.held.subarray(length);
    }
    return this.takeReady();
  }

  /** The rest. */
  end(): readonly Uint8Array[] {
    this.lines(this.held);
    this.held = Buffer.alloc(0);
    this.decide();
    return this.takeReady();
  }

  private takeReady(): readonly Uint8Array[] {
    return this.ready.splice(0);
  }

  private lines(whole: Buffer): void {
    if (this.waiting.length === 0 && isUtf8(whole)) return void this.ready.push(whole);
    for (let from = 0; from < whole.length; ) {
      const newline = whole.indexOf(NEWLINE, from);
      const end = newline < 0 ? whole.length : newline + 1;
      const length = end - from > pieceLength ? completeLength(whole, from, pieceLength) : end - from;
      this.piece(whole.subarray(from, from + length));
      from += length;
    }
  }

  private piece(bytes: Buffer): void {
    const valid = isUtf8(bytes);
    if (this.legacy !== null) this.ready.push(valid ? bytes : this.decode(bytes));
    else if (valid && this.waiting.length === 0) this.ready.push(bytes);
    else {
      this.waiting.push({ bytes: Buffer.from(bytes), valid });
      this.waitingLength += bytes.length;
      if (this.waitingLength >= windowLength) this.decide();
    }
  }

  private decide(): void {
    const pieces = this.waiting.splice(0);
    this.waitingLength = 0;
    if (this.legacy === null) {
      const seen = noEvidence();
      for (const { bytes, valid } of pieces) if (!valid) lookAt(bytes, seen);
      this.legacy = legacyOf(seen);
      if (this.legacy !== null) this.onLegacy(this.legacy);
    }
    for (const { bytes, valid } of pieces) this.ready.push(valid || this.legacy === null ? bytes : this.decode(bytes));
  }

  private decode(bytes: Buffer): Buffer {
    const seen = noEvidence();
    lookAt(bytes, seen);
    // A line of UTF-8 that lost a byte.
    if (seen.sequences > seen.broken) return bytes;
    this.decoder ??= new TextDecoder(this.legacy!);
    return Buffer.from(this.decoder.decode(bytes));
  }
}

function join(one: Buffer, other: Buffer): Buffer {
  return one.length === 0 ? other : Buffer.concat([one, other]);
}
