import { shownName } from './entry-name.ts';

/** One file of a tar, with its content, which has to be read (or left) before the next one is asked for. */
export interface TarEntry {
  readonly name: string;
  readonly size: number;
  readonly content: AsyncIterable<Uint8Array>;
}

const block = 512;
const longestHeader = 1 << 16;
const plainTypes = new Set(['0', '\0', '7']);

/**
 * The plain files of a tar in their order (POSIX ustar, with the long names of pax and GNU). Links and devices are left out.
 * A tar that breaks off ends there: `onBroken` is told, and the file that was being read has the bytes that came.
 */
export async function* readTar(source: AsyncIterable<Uint8Array>, onBroken: () => void): AsyncGenerator<TarEntry> {
  const bytes = new Blocks(source);
  let longName: string | null = null;
  for (;;) {
    const header = await bytes.exactly(block);
    if (header === null) return onBroken();
    if (header.every((byte) => byte === 0)) return;
    if (!checksumFits(header)) return onBroken();
    const size = sizeOf(header);
    const type = String.fromCharCode(header[156]!);
    const padding = (block - (size % block)) % block;
    if (type === 'x' || type === 'L') {
      const text = await bytes.exactly(Math.min(size, longestHeader));
      if (text === null || !(await bytes.skip(size - text.length + padding))) return onBroken();
      longName = type === 'L' ? textOf(text) : (paxPath(text) ?? longName);
      continue;
    }
    const name = shownName(longName ?? nameOf(header));
    let left = size;
    const content = (async function* () {
      while (left > 0) {
        const chunk = await bytes.some(left);
        if (chunk === null) return;
        left -= chunk.length;
        yield chunk;
      }
    })();
    if (plainTypes.has(type) && !name.endsWith('/')) yield { name, size, content };
    longName = null;
    if (!(await bytes.skip(left + padding))) return onBroken();
  }
}

/** Bytes of a source, taken by count. */
class Blocks {
  private readonly source: AsyncIterator<Uint8Array>;
  private held: Uint8Array = new Uint8Array(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** At least one byte, at most so many; null at the end. */
  async some(most: number): Promise<Uint8Array | null> {
    while (this.held.length === 0) {
      const next = await this.source.next();
      if (next.done) return null;
      this.held = next.value;
    }
    const taken = this.held.subarray(0, most);
    this.held = this.held.subarray(taken.length);
    return taken;
  }

  async exactly(count: number): Promise<Uint8Array | null> {
    const parts: Uint8Array[] = [];
    for (let left = count; left > 0; ) {
      const part = await this.some(left);
      if (part === null) return null;
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  }

  async skip(count: number): Promise<boolean> {
    for (let left = count; left > 0; ) {
      const part = await this.some(left);
      if (part === null) return false;
      left -= part.length;
    }
    return true;
  }
}

/** The sum of the header's bytes, with blanks for the sum itself. */
function checksumFits(header: Uint8Array): boolean {
  const sum = header.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 32 : byte), 0);
  return sum === Number.parseInt(textOf(header.subarray(148, 156)), 8);
}

function sizeOf(header: Uint8Array): number {
  const field = header.subarray(124, 136);
  // GNU writes sizes above 8 GiB in binary.
  if ((field[0]! & 0x80) !== 0) return field.subarray(4).reduce((size, byte) => size * 256 + byte, 0);
  return Math.max(0, Number.parseInt(textOf(field).trim(), 8) || 0);
}

function nameOf(header: Uint8Array): string {
  const name = textOf(header.subarray(0, 100));
  const prefix = textOf(header.subarray(257, 263)) === 'ustar' ? textOf(header.subarray(345, 500)) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

/** Rows of `length key=value`. */
function paxPath(text: Uint8Array): string | null {
  return /^\d+ path=(.*)$/m.exec(Buffer.from(text).toString())?.[1] ?? null;
}

/** Up to the first NUL. */
function textOf(field: Uint8Array): string {
  const end = field.indexOf(0);
  return Buffer.from(end < 0 ? field : field.subarray(0, end)).toString();
}
