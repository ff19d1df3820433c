import type { KeptLines } from '../../model/proxy-log.ts';
import { isAccessLog, mostRequests } from './access-log.ts';

/** Takes the bytes of a file that is too large to be held, and keeps what matters of it when it is an access log. */
export interface Thinner {
  push(bytes: Uint8Array): void;
  /** Null when it is no access log. */
  end(): KeptLines | null;
  /** False once its beginning has shown that it is none. */
  readonly wanted: boolean;
}

// What requests for modules have in them; also with `@` as browsers write it.
const words = /\/(?:@|%40)(?:v\/|latest)|\/(?:lookup|tile|supported)\b/i;
const judged = 65_536;
const longest = 16_384;
const newline = 10;
const blockSize = 1 << 20;

/** @param most lines that are kept, the last ones */
export function createThinner(most = mostRequests): Thinner {
  let head = '';
  let verdict: boolean | null = null;
  let rest: Uint8Array = new Uint8Array(0);
  // Of a line that is too long, only where it ends matters.
  let dropping = false;
  let line = 1;
  let offset = 0;
  const kept = createKept(most);
  const judge = () => {
    verdict ??= isAccessLog(head.split('\n').slice(0, -1));
    return verdict;
  };
  const take = (bytes: Uint8Array) => {
    // The first lines show which format it is, and the first and last times what it covers.
    if (!dropping && bytes.length <= longest && (line <= 20 || words.test(latin1(bytes)))) kept.add(bytes, line, offset);
    dropping = false;
    line++;
  };
  return {
    get wanted() {
      return verdict !== false;
    },
    push(bytes) {
      if (head.length < judged) head += Buffer.from(bytes.subarray(0, judged)).toString();
      if (head.length >= judged && !judge()) return;
      let from = 0;
      for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, from)) {
        const piece = bytes.subarray(from, at);
        take(rest.length === 0 ? piece : Buffer.concat([rest, piece]));
        offset += rest.length + piece.length + 1;
        rest = new Uint8Array(0);
        from = at + 1;
      }
      const left = bytes.subarray(from);
      if (rest.length + left.length > longest) {
        dropping = true;
        offset += rest.length + left.length;
        rest = new Uint8Array(0);
      } else rest = rest.length === 0 ? left.slice() : Buffer.concat([rest, left]);
    },
    end() {
      if (!judge()) return null;
      if (rest.length > 0) take(rest);
      return kept.end();
    },
  };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

interface Block {
  readonly bytes: Buffer;
  size: number;
  readonly starts: number[];
  readonly lines: number[];
  readonly offsets: number[];
}

/** The last lines, as bytes: texts of them would be there twice until the collector comes. */
function createKept(most: number) {
  const blocks: Block[] = [];
  let count = 0;
  let seen = 0;
  return {
    add(bytes: Uint8Array, line: number, offset: number): void {
      let block = blocks.at(-1);
      if (block === undefined || block.size + bytes.length > block.bytes.length) {
        // Memory that is given back is not free at once.
        const free = blocks.length > 0 && count - blocks[0]!.lines.length >= most ? blocks.shift()! : null;
        count -= free?.lines.length ?? 0;
        block = { bytes: free?.bytes ?? Buffer.allocUnsafeSlow(blockSize), size: 0, starts: [], lines: [], offsets: [] };
        blocks.push(block);
      }
      block.starts.push(block.size);
      block.bytes.set(bytes, block.size);
      block.size += bytes.length;
      block.lines.push(line);
      block.offsets.push(offset);
      seen++;
      count++;
    },
    end(): KeptLines {
      const over = Math.max(0, count - most);
      const lines = blocks.flatMap((block) => block.lines).slice(over);
      const offsets = blocks.flatMap((block) => block.offsets).slice(over);
      const firsts: number[] = [];
      for (const block of blocks) firsts.push((firsts.at(-1) ?? 0) + block.lines.length);
      const at = (index: number) => {
        let block = 0;
        while (firsts[block]! <= index + over) block++;
        const { bytes, starts, size } = blocks[block]!;
        const within = index + over - (firsts[block - 1] ?? 0);
        return bytes.toString('utf8', starts[within]!, starts[within + 1] ?? size);
      };
      return { lines, offsets, seen, at };
    },
  };
}
