import type { LineJudge } from './line-judge.ts';

/** Bits of what is known of a line; a line without the first two starts something. */
export const lineContinues = 1;
export const lineBlank = 2;
export const lineSpecial = 4;

/** Judges lines in one go. What it found of each is read from its lists, which the next call writes anew. */
export interface LineScanner {
  /** Judges whole lines from a place on. @returns how many; 0 when so many bytes as it sees at once have no line end */
  scan(bytes: Uint8Array, from: number): number;
  /** Where each line ends: its line end, counted from the place. */
  readonly ends: Uint32Array;
  /** See `LineShape`. */
  readonly marks: Int32Array;
  readonly kinds: Uint8Array;
}

const NEWLINE = 10;
const most = 1 << 12;

/** A scanner in plain JavaScript, for an engine that has no WebAssembly. */
export function createPlainScanner(judge: LineJudge): LineScanner {
  const ends = new Uint32Array(most);
  const marks = new Int32Array(most);
  const kinds = new Uint8Array(most);
  return {
    ends,
    marks,
    kinds,
    scan(bytes, start) {
      let count = 0;
      let from = start;
      for (let end = bytes.indexOf(NEWLINE, from); end >= 0 && count < most; end = bytes.indexOf(NEWLINE, from)) {
        const { kind, special, mark } = judge.judge(bytes, from, end);
        ends[count] = end - start;
        marks[count] = mark;
        kinds[count] = (kind === 'continues' ? lineContinues : kind === 'blank' ? lineBlank : 0) | (special ? lineSpecial : 0);
        count++;
        from = end + 1;
      }
      return count;
    },
  };
}
