/** Which output of the command bytes came from. */
export type Stream = 'stdout' | 'stderr';

// Enough for every go build; of more, what came last says most.
const headLimit = 4 << 20;
const tailLimit = 12 << 20;
const blockSize = 1 << 18;
// Bytes that come one by one from two streams must not cost more than their block.
const mostPieces = 4096;
const longestLine = 1 << 16;
const NEWLINE = 10;

interface Piece {
  readonly stream: Stream;
  end: number;
}

interface Block {
  readonly bytes: Buffer;
  used: number;
  pieces: Piece[];
}

/** What a command printed, as far as it is held: all of it, or the first and the last bytes. */
export interface KeptOutput {
  add(stream: Stream, bytes: Uint8Array): void;
  /** All that was printed. */
  seen(): number;
  /** Bytes in the middle that are not held. */
  dropped(): number;
  /** Whole lines, in the order in which they became complete; a line that has no end gets one. What was dropped leaves no half line. */
  lines(): Generator<Uint8Array>;
}

/** @param head bytes that are held from the start @param tail and from the end */
export function createKeptOutput(head = headLimit, tail = tailLimit): KeptOutput {
  const first: Block[] = [];
  const last: Block[] = [];
  const mostFirst = Math.max(1, Math.floor(head / blockSize));
  const mostLast = Math.max(1, Math.floor(tail / blockSize));
  let seen = 0;
  let dropped = 0;
  let current: Block | null = null;
  // Where the last dropped byte of a stream stood; null: none of it was dropped.
  const gap: Record<Stream, 'between lines' | 'inside a line' | null> = { stdout: null, stderr: null };

  /** A block that was dropped is used again: new memory would cost more than the copying. */
  const open = (): Block => {
    if (first.length < mostFirst) return pushed(first, newBlock());
    if (last.length < mostLast) return pushed(last, newBlock());
    const oldest = last.shift()!;
    dropped += oldest.used;
    for (const { stream, end } of oldest.pieces) gap[stream] = oldest.bytes[end - 1] === NEWLINE ? 'between lines' : 'inside a line';
    oldest.used = 0;
    oldest.pieces = [];
    return pushed(last, oldest);
  };
  return {
    add(stream, bytes) {
      seen += bytes.length;
      for (let at = 0; at < bytes.length; ) {
        if (current === null || current.used === blockSize || current.pieces.length === mostPieces) current = open();
        const end = Math.min(bytes.length, at + blockSize - current.used);
        current.bytes.set(at === 0 && end === bytes.length ? bytes : bytes.subarray(at, end), current.used);
        current.used += end - at;
        at = end;
        const piece = current.pieces.at(-1);
        if (piece?.stream === stream) piece.end = current.used;
        else current.pieces.push({ stream, end: current.used });
      }
    },
    seen: () => seen,
    dropped: () => dropped,
    *lines() {
      const open = { stdout: createOpenLine(), stderr: createOpenLine() };
      for (const block of first) yield* linesOf(block, open);
      for (const stream of ['stdout', 'stderr'] as const) {
        if (gap[stream] !== null) yield* open[stream].end();
        if (gap[stream] === 'inside a line') open[stream].skip();
      }
      for (const block of last) yield* linesOf(block, open);
      for (const line of Object.values(open)) yield* line.end();
    },
  };
}

function newBlock(): Block {
  return { bytes: Buffer.allocUnsafeSlow(blockSize), used: 0, pieces: [] };
}

function pushed(blocks: Block[], block: Block): Block {
  blocks.push(block);
  return block;
}

type OpenLines = Readonly<Record<Stream, OpenLine>>;

function* linesOf({ bytes, pieces }: Block, open: OpenLines): Generator<Uint8Array> {
  let start = 0;
  for (const { stream, end } of pieces) {
    yield* open[stream].add(bytes.subarray(start, end));
    start = end;
  }
}

/** The line of one stream that is not complete yet: the other stream must not cut it in two. */
interface OpenLine {
  add(bytes: Uint8Array): Generator<Uint8Array>;
  end(): Generator<Uint8Array>;
  /** What comes up to the next line end is the rest of a line that is gone. */
  skip(): void;
}

function createOpenLine(): OpenLine {
  let held: Uint8Array[] = [];
  let length = 0;
  let skipping = false;
  const release = function* () {
    yield* held;
    held = [];
    length = 0;
  };
  return {
    *add(given) {
      let bytes = given;
      if (skipping) {
        const end = bytes.indexOf(NEWLINE);
        if (end < 0) return;
        skipping = false;
        bytes = bytes.subarray(end + 1);
      }
      const whole = bytes.lastIndexOf(NEWLINE) + 1;
      if (whole > 0) {
        yield* release();
        yield bytes.subarray(0, whole);
      }
      if (whole === bytes.length) return;
      held.push(bytes.subarray(whole));
      length += bytes.length - whole;
      if (length > longestLine) yield* release();
    },
    *end() {
      if (length === 0) return;
      yield* release();
      yield Buffer.from('\n');
    },
    skip() {
      skipping = true;
    },
  };
}
