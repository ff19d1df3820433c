// Bytes that are rarely asked for: whole blocks of them are packed, so that a log of a million lines fits beside everything else.

/** Where a text lies. */
export interface PackedText {
  readonly block: Block;
  readonly start: number;
  readonly length: number;
}

interface Block {
  raw: Buffer[] | null;
  packed: Buffer | null;
  size: number;
}

/** Texts in the order in which they came. */
export interface PackedTexts {
  /** @returns null when no more is held */
  add(bytes: Uint8Array): PackedText | null;
  textOf(place: PackedText): string;
}

const blockSize = 1 << 20;
/** Unpacked blocks that are kept, for somebody who scrolls. */
const keptOpen = 4;

/** @param most bytes that are held, packed */
export function createPackedTexts(most: number): PackedTexts {
  let last: Block = { raw: [], packed: null, size: 0 };
  let packedBytes = 0;
  const open = new Map<Block, Buffer>();
  return {
    add(bytes) {
      if (packedBytes + last.size + bytes.length > most) return null;
      if (last.size >= blockSize) {
        last.packed = pack(Buffer.concat(last.raw!));
        last.raw = null;
        packedBytes += last.packed.length;
        last = { raw: [], packed: null, size: 0 };
      }
      const place = { block: last, start: last.size, length: bytes.length };
      last.raw!.push(Buffer.from(bytes));
      last.size += bytes.length;
      return place;
    },
    textOf({ block, start, length }) {
      let whole = block.raw ? Buffer.concat(block.raw) : open.get(block);
      if (!whole) {
        whole = unpack(block.packed!);
        if (open.size >= keptOpen) open.delete(open.keys().next().value!);
        open.set(block, whole);
      }
      return whole.toString('utf8', start, start + length);
    },
  };
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
