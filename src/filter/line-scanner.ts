import { createLineJudge } from './line-judge.ts';
import { createLiteralSearch, holdsLiteral, holdsWord } from './literal-search.ts';
import { writeOut } from './write-out.ts';

/** Bits of what is known of a line; a line without the first two starts something. */
export const lineContinues = 1;
export const lineBlank = 2;
export const lineSpecial = 4;
/** It says one small thing: a special one that something is downloaded, another one what a program logs while all is well. See `LoneLine`. */
export const lineLone = 16;
/** Of a lone line: something was downloaded. */
export const lineCounts = 32;
/** Of `find`: a word stands in the line. */
const lineWord = 32;
/** A hint stands in the line. */
export const lineHint = 64;

/** What lines are searched for; each text has four bytes at least. */
export interface Sought {
  /** Compared exactly. */
  readonly literals: readonly string[];
  /** Written in small letters, which stand for any. */
  readonly words: readonly string[];
  /** As words are, and they say least: a line that has only these matters by itself, and says nothing about those around it. */
  readonly hints?: readonly string[];
  /** What stands with secrets, in small letters and of three bytes at least; only `suspects` knows it. */
  readonly secrets?: readonly string[];
  /** A word that may be passed over where one of these texts stands behind it. */
  readonly exception?: { readonly word: string; readonly before: readonly string[] };
}

/** Bytes that are searched in one go where they lie. */
export const blockLength = 1 << 17;
/** So much of a line may stand before them. */
const beforeBlock = 1 << 16;

/** Judges lines in one go. What it found of each is read from its lists, which the next call writes anew. */
export interface LineScanner {
  /**
   * Judges whole lines from a place on.
   * @param timed false: the times of lines are not asked for, so that they make no difference between lines
   * @returns how many; 0 when so many bytes as it sees at once have no line end
   */
  scan(bytes: Uint8Array, from: number, timed?: boolean): number;
  /**
   * Only searches the whole lines from a place on, as they are and with all that is escaped written out, and lists in `found` those that hold something.
   * @returns how many bytes it looked at; 0 when so many as it sees at once have no line end
   */
  find(bytes: Uint8Array, from: number): number;
  readonly found: LinesFound;
  /**
   * Its own memory, for a text that is searched where it lies: a block at `block`, which begins a page, behind it one byte, and before it what the
   * line has that was not at its end. The other calls write there, too.
   */
  readonly own: { readonly bytes: Buffer; readonly block: number };
  /** As `find`, between two places of it. */
  findOwn(from: number, to: number): number;
  /** The lines of a text that may hold a secret, in order: too many rather than too few. Null when it was not told what to look for. */
  suspects(bytes: Uint8Array): readonly Suspect[] | null;
  /** Where each line ends: its line end, counted from the place. */
  readonly ends: Uint32Array;
  /** See `LineShape`. */
  readonly marks: Int32Array;
  readonly kinds: Uint8Array;
  /** Of each lone line that is no download: its `time`. */
  readonly times: Uint32Array;
}

/** A line of a text, and its bytes without the line end. */
export interface Suspect {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** Lines that hold a literal or a word, in no order; one may be there several times. */
interface LinesFound {
  readonly count: number;
  /** Where each begins and ends, counted from the place. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** `lineSpecial` for a literal, `lineWord` for a word, `lineHint` for a hint. */
  readonly kinds: Uint8Array;
}

const NEWLINE = 10;
const most = 1 << 12;

/**
 * A scanner in plain JavaScript, for an engine that has no WebAssembly.
 */
export function createPlainScanner({ literals, words, hints = [] }: Sought): LineScanner {
  const judge = createLineJudge(literals, words, hints);
  const search = createLiteralSearch(literals, words);
  const hinted = hints.length > 0 ? createLiteralSearch([], hints) : null;
  const ends = new Uint32Array(most);
  const marks = new Int32Array(most);
  const kinds = new Uint8Array(most);
  const times = new Uint32Array(most);
  const found = { count: 0, starts: new Uint32Array(most), ends: new Uint32Array(most), kinds: new Uint8Array(most) };
  const eachLine = (bytes: Uint8Array, start: number, look: (line: number, from: number, end: number) => void): number => {
    let count = 0;
    let from = start;
    for (let end = bytes.indexOf(NEWLINE, from); end >= 0 && count < most; end = bytes.indexOf(NEWLINE, from)) {
      ends[count] = end - start;
      look(count++, from, end);
      from = end + 1;
    }
    return count;
  };
  const heldIn = (line: Uint8Array): number => {
    const held = search.find(line, 0, line.length, holdsLiteral);
    if (held === holdsLiteral) return lineSpecial;
    if (held !== 0) return lineWord;
    return hinted?.find(line, 0, line.length, holdsWord) ? lineHint : 0;
  };
  const findIn = (bytes: Uint8Array, start: number): number => {
    found.count = 0;
    const count = eachLine(bytes, start, (_, from, end) => {
      const text = bytes.subarray(from, end);
      const held = writtenForms(text).reduce((bits, form) => bits | heldIn(form), heldIn(text));
      if (held === 0) return;
      found.starts[found.count] = from - start;
      found.ends[found.count] = end - start;
      found.kinds[found.count++] = held & lineSpecial ? lineSpecial : held & lineWord ? lineWord : lineHint;
    });
    return count === 0 ? 0 : ends[count - 1]! + 1;
  };
  let memory: Buffer | null = null;
  return {
    ends,
    marks,
    kinds,
    times,
    scan: (bytes, start, timed = true) =>
      eachLine(bytes, start, (line, from, end) => {
        const { kind, special, alone, lone, mark } = judge.judge(bytes, from, end, timed);
        marks[line] = mark;
        if (lone?.kind === 'entry') times[line] = timed ? lone.time : 0;
        kinds[line] =
          (kind === 'continues' ? lineContinues : kind === 'blank' ? lineBlank : 0) |
          (special ? lineSpecial : alone ? lineHint : 0) |
          (lone ? lineLone : 0) |
          (lone?.kind === 'download' && lone.counts ? lineCounts : 0);
      }),
    found,
    suspects: () => null,
    find: findIn,
    get own() {
      memory ??= Buffer.allocUnsafeSlow(beforeBlock + blockLength + 1);
      return { bytes: memory, block: beforeBlock };
    },
    findOwn: (from, to) => findIn(memory!.subarray(0, to), from),
  };
}

/** A line with what is escaped in it written out; again what that is escaped in, as in JSON that stands in JSON. */
export function writtenForms(line: Uint8Array): Buffer[] {
  if (!hasEscape(line)) return [];
  const once = writeOut(line);
  return once.again ? [once.bytes, writeOut(once.bytes).bytes] : [once.bytes];
}

const escapes = Uint8Array.from({ length: 256 }, (_, code) =>
  Number((code < 32 && code !== 9) || code === 0x7f || code === 0xc2 || code === 0x5c),
);

function hasEscape(line: Uint8Array): boolean {
  for (let at = 0; at < line.length; at++) if (escapes[line[at]!] === 1) return true;
  return false;
}
