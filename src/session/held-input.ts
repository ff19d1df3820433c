import type { LineSplitter } from '../ingest/splitter.ts';
import type { RawLine } from '../paste/raw-line.ts';

/** What came so far of an input that is looked at as a whole. */
export interface HeldInput {
  /** @param stays the bytes are not written over while they are held */
  push(bytes: Uint8Array, stays: boolean): void;
  /** What is pushed next is another file. */
  cut(): void;
  /** The files, one after the other. */
  files(): readonly Buffer[];
  /** The lines that the splitter was given so far. */
  readonly lines: RawLine[];
  /** Gives what came to the splitter, which adds to `lines`. */
  split(splitter: LineSplitter): void;
  /** Whether all that came is still bytes. */
  isUnsplit(): boolean;
}

export function createHeldInput(): HeldInput {
  const pieces: Buffer[] = [];
  const cuts: number[] = [];
  const lines: RawLine[] = [];
  let given = 0;
  return {
    push: (bytes, stays) => void pieces.push(stays ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) : Buffer.from(bytes)),
    cut: () => void cuts.push(pieces.length),
    files: () => [0, ...cuts].map((from, index) => joined(pieces.slice(from, cuts[index]))).filter(({ length }) => length > 0),
    lines,
    split(splitter) {
      // In one go, which is quicker than piece by piece.
      if (given < pieces.length) splitter.push(joined(pieces.slice(given)));
      given = pieces.length;
    },
    isUnsplit: () => given === 0,
  };
}

/** Most logs come in one piece, which needs no copy. */
function joined(pieces: readonly Buffer[]): Buffer {
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}
