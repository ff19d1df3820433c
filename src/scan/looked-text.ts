import { LegacyText } from '../ingest/legacy-text.ts';
import { createUtf8Check } from '../ingest/utf8-check.ts';
import type { Triage } from './triage.ts';

const headSize = 1 << 15;
/** So much of it is looked at for a time. */
const timeSize = 1 << 12;
/** Of a longer line it is not known where its pieces begin. */
const longestLine = 1 << 16;
const nothing = new Uint8Array(0);

/** A text that is looked through: triage sees it as a reader decodes it, since in another encoding a failure is written in bytes that nobody looks for. */
export interface LookedText {
  /** Takes so many bytes at the start of the block of triage. @returns whether it has to be read */
  push(length: number): boolean;
  /** @returns whether it has to be read */
  end(): boolean;
  /** Its beginning; of a log that says nothing but a time, a smaller part of it. */
  head(): string;
}

// A triage looks at one text at a time.
const heads = new WeakMap<Triage, Buffer>();

function headOf(triage: Triage): Buffer {
  const known = heads.get(triage);
  if (known) return known;
  const made = Buffer.allocUnsafeSlow(headSize);
  heads.set(triage, made);
  return made;
}

export function createLookedText(triage: Triage): LookedText {
  const { block } = triage;
  const head = headOf(triage);
  let headLength = 0;
  const isUtf8 = createUtf8Check();
  let legacy: LegacyText | null = null;
  /** The line that did not end with the last block; null: it is too long. */
  let line: Uint8Array | null = nothing;

  const addToHead = (bytes: Buffer) => {
    if (headLength < headSize) headLength += bytes.copy(head, headLength);
  };
  const pushDecoded = (texts: readonly Uint8Array[]): boolean =>
    texts.some((text) => {
      addToHead(Buffer.from(text.buffer, text.byteOffset, text.byteLength));
      return triage.push(text);
    });
  const remember = (bytes: Buffer) => {
    const from = bytes.lastIndexOf(10) + 1;
    if (from === bytes.length) line = nothing;
    else if (from > 0) line = Buffer.from(bytes.subarray(from));
    else if (line !== null) line = line.length + bytes.length > longestLine ? null : Buffer.concat([line, bytes]);
    if (line !== null && line.length > longestLine) line = null;
  };

  return {
    push(length) {
      const bytes = block.subarray(0, length);
      if (legacy === null && isUtf8(bytes)) {
        addToHead(bytes);
        remember(bytes);
        return triage.pushBlock(length);
      }
      if (line === null) return true;
      // Its text is given out again, in a block that is written over.
      const text = Buffer.concat([line, bytes]);
      if (legacy === null) {
        legacy = new LegacyText(() => {});
        // What was seen of this line was not decoded: it is looked at once more, as a line of its own.
        if (line.length > 0 && triage.push(Buffer.from('\n'))) return true;
        line = nothing;
      }
      return pushDecoded(legacy.push(text));
    },
    end() {
      if (legacy !== null) return pushDecoded(legacy.end()) || triage.end();
      // A character that was cut off: the last line may be of another encoding.
      return !isUtf8(nothing) || triage.end();
    },
    head() {
      const least = triage.hinted() ? headLength : Math.min(headLength, timeSize);
      const text = head.toString('latin1', 0, least);
      // Whether a text is blank is asked of all of it.
      return text.trim() === '' ? head.toString('latin1', 0, headLength) : text;
    },
  };
}
