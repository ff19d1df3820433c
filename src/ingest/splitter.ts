import { isAscii } from 'node:buffer';
import { completeLength } from './utf8-edge.ts';

/** A line keeps so many bytes; what is longer is no message of anyone. */
export const LINE_LIMIT = 65_536;

// One byte more than a line keeps: the `\r` of its line end.
const heldMost = LINE_LIMIT + 1;
const heldLeast = 512;

/** From so many bytes on, lines of plain ASCII are made in one go. */
const WHOLE_FROM = 4096;

const NEWLINE = 10;
const RETURN = 13;

export interface LineSplitterEvents {
  /** `offset` is the line's first byte in the stream, `number` starts at 1; the text has no line end. */
  onLine(text: string, number: number, offset: number): void;
  /** The line that `onLine` reports next was longer: so many bytes were seen, so many are kept. */
  onCut(seen: number, kept: number): void;
}

export interface LineSplitter {
  push(bytes: Uint8Array): void;
  /** Gives out the last line when the stream does not end with a line end. Later calls do nothing. */
  end(): void;
  /** Bytes pushed so far. */
  bytes(): number;
}

/**
 * Chunks in, lines out; any chunking gives the same lines. `\n` and `\r\n` end a line, a lone `\r` stays in its text.
 * Broken UTF-8 becomes U+FFFD, a byte order mark is dropped, and what is cut off a line is never held in memory.
 */
export function createLineSplitter(events: LineSplitterEvents): LineSplitter {
  // It grows, since most inputs come in one piece and hold at most their last line.
  let held = Buffer.alloc(0);
  let heldLength = 0;
  let lineLength = 0;
  let lastByte = 0;
  let number = 0;
  let offset = 0;
  let total = 0;
  let ended = false;

  const emit = (bytes: Buffer, from: number, stored: number, seen: number) => {
    number++;
    let kept = stored;
    if (seen > LINE_LIMIT) {
      kept = completeLength(bytes, from, LINE_LIMIT);
      events.onCut(seen, kept);
    }
    const text = bytes.toString('utf8', from, from + kept);
    events.onLine(number === 1 && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, number, offset);
  };
  const hold = (bytes: Buffer, from: number, to: number) => {
    if (to === from) return;
    const room = Math.min(to - from, heldMost - heldLength);
    if (heldLength + room > held.length) {
      const larger = Buffer.allocUnsafeSlow(Math.min(heldMost, Math.max(heldLeast, 2 * (heldLength + room))));
      held.copy(larger, 0, 0, heldLength);
      held = larger;
    }
    if (room > 0) heldLength += bytes.copy(held, heldLength, from, from + room);
    lineLength += to - from;
    lastByte = bytes[to - 1]!;
  };

  /** Whole lines of ASCII, where a character is a byte: made into one text and split by the engine, which is quicker than one by one. */
  const emitAscii = (bytes: Buffer) => {
    const lines = bytes.toString('latin1').split('\n');
    // What stands after the last line end is none of them.
    for (let index = 0; index < lines.length - 1; index++) {
      const line = lines[index]!;
      const text = line.charCodeAt(line.length - 1) === RETURN ? line.slice(0, -1) : line;
      number++;
      if (text.length > LINE_LIMIT) events.onCut(text.length, LINE_LIMIT);
      events.onLine(text.length > LINE_LIMIT ? text.slice(0, LINE_LIMIT) : text, number, offset);
      offset += line.length + 1;
    }
  };

  return {
    push(input) {
      const bytes = Buffer.from(input.buffer, input.byteOffset, input.byteLength);
      total += bytes.length;
      let from = 0;
      if (lineLength === 0 && bytes.length >= WHOLE_FROM) {
        const whole = bytes.subarray(0, bytes.lastIndexOf(NEWLINE) + 1);
        if (isAscii(whole)) {
          emitAscii(whole);
          from = whole.length;
        }
      }
      for (let at = bytes.indexOf(NEWLINE, from); at >= 0; at = bytes.indexOf(NEWLINE, from)) {
        if (lineLength === 0) {
          const length = at > from && bytes[at - 1] === RETURN ? at - from - 1 : at - from;
          emit(bytes, from, length, length);
          offset += at - from + 1;
        } else {
          hold(bytes, from, at);
          const length = lastByte === RETURN ? lineLength - 1 : lineLength;
          emit(held, 0, Math.min(length, heldLength), length);
          offset += lineLength + 1;
          heldLength = 0;
          lineLength = 0;
        }
        from = at + 1;
      }
      hold(bytes, from, bytes.length);
    },
    end() {
      if (ended) return;
      ended = true;
      if (lineLength > 0) emit(held, 0, Math.min(lineLength, heldLength), lineLength);
    },
    bytes: () => total,
  };
}
