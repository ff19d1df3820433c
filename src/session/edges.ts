const headKept = 8192;
const tailKept = 4096;
const NEWLINE = 10;

/** The first and the last bytes of an input, as they came. */
export interface Edges {
  push(bytes: Uint8Array): void;
  /** The first lines that are whole, without their line ends; at most so many. */
  first(most: number): string[];
  /** The last line, or as much of its end as is held; `ended` when a line end stands behind it. */
  last(): { readonly text: string; readonly ended: boolean };
  /** The first byte goes on a character that began before, or the last ones begin one that is not complete. */
  splitsCharacter(edge: 'front' | 'end'): boolean;
}

/** Any chunking of the bytes gives the same. */
export function createEdges(): Edges {
  let head: Buffer = Buffer.alloc(0);
  let tail: Buffer = Buffer.alloc(0);
  const lastBytes = () => tail.subarray(tail.lastIndexOf(NEWLINE) + 1);
  return {
    push(input) {
      const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
      if (head.length < headKept) head = Buffer.concat([head, bytes.subarray(0, headKept - head.length)]);
      // A copy, since whoever reads may use the memory again.
      tail = Buffer.from((bytes.length >= tailKept ? bytes : Buffer.concat([tail, bytes])).subarray(-tailKept));
    },
    first: (most) =>
      head
        .subarray(0, head.length < headKept ? undefined : head.lastIndexOf(NEWLINE))
        .toString()
        .split('\n', most)
        .map((text) => (text.endsWith('\r') ? text.slice(0, -1) : text)),
    last: () => ({ text: lastBytes().toString(), ended: tail.length === 0 || tail.at(-1) === NEWLINE }),
    splitsCharacter(edge) {
      if (edge === 'front') return head.length > 0 && head[0]! >= 0x80 && head[0]! < 0xc0;
      const bytes = lastBytes();
      const start = bytes.findLastIndex((byte) => byte < 0x80 || byte >= 0xc0);
      const lead = bytes[start] ?? 0;
      const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
      return bytes.length > 0 && bytes.length - start < length;
    },
  };
}
