// Bytes that are rarely asked for: whole blocks of them are packed, so that a log of a million lines fits beside everything else.

interface Block {
  /** Where it begins in all texts together. */
  readonly start: number;
  /** Null as long as texts are added to it. */
  packed: Buffer | null;
  size: number;
}

/** Texts in the order in which they came. A place is a number: there are as many of them as lines in a log. */
export interface PackedTexts {
  /** @returns the place where it begins, or null when no more is held */
  add(bytes: Uint8Array): number | null;
  /** @param place of one text, with its length in bytes */
  textOf(place: number, length: number): string;
}

const blockSize = 1 << 20;
/** Unpacked blocks that are kept, for somebody who scrolls. */
const keptOpen = 4;

/** @param most bytes that are held, packed */
export function createPackedTexts(most: number): PackedTexts {
  const blocks: Block[] = [];
  let last: Block = { start: 0, packed: null, size: 0 };
  // One memory for all blocks, one after the other: new ones would all be there until the collector comes.
  let raw: Buffer = Buffer.alloc(0);
  let packedBytes = 0;
  const open = new Map<Block, Buffer>();
  return {
    add(bytes) {
      if (packedBytes + last.size + bytes.length > most) return null;
      if (last.size >= blockSize) {
        last.packed = pack(raw.subarray(0, last.size));
        packedBytes += last.packed.length;
        blocks.push(last);
        last = { start: last.start + last.size, packed: null, size: 0 };
      }
      if (last.size + bytes.length > raw.length) raw = grown(raw, last.size + bytes.length);
      raw.set(bytes, last.size);
      const place = last.start + last.size;
      last.size += bytes.length;
      return place;
    },
    textOf(place, length) {
      const block = place >= last.start ? last : blocks.findLast(({ start }) => start <= place)!;
      const start = place - block.start;
      let whole = block.packed ? open.get(block) : raw;
      if (!whole) {
        whole = unpack(block.packed!);
        if (open.size >= keptOpen) open.delete(open.keys().next().value!);
        open.set(block, whole);
      }
      return whole.toString('utf8', start, start + length);
    },
  };
}

/** Twice as long at least, and hardly longer than a block. */
function grown(bytes: Buffer, size: number): Buffer {
  const larger = Buffer.allocUnsafeSlow(Math.max(size, Math.min(2 * bytes.length, blockSize + (blockSize >> 3)), 1 << 14));
  larger.set(bytes);
  return larger;
}

// Loaded with the first block: most logs have none.
const zlib = () => process.getBuiltinModule('node:zlib');

function pack(bytes: Buffer): Buffer {
  const { zstdCompressSync, constants } = zlib();
  return zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 1 } });
}

function unpack(bytes: Buffer): Buffer {
  return zlib().zstdDecompressSync(bytes);
}
