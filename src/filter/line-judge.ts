import { type LineShape, shapeOf } from './line-shape.ts';
import { createLiteralSearch, holdsWord } from './literal-search.ts';
import { createLoneLines } from './lone-lines.ts';
import { aloneWords, ownWords } from './words.ts';

/** Says whether a line may matter: some literal stands in it, or its form is not that of plain output. */
export interface LineJudge {
  /** The line's shape; its `special` or `alone` is true when the line may matter, and then `lone` is known. The object is reused. @param to without the line end
   * @param timed see `LineScanner.scan`
   */
  judge(bytes: Uint8Array, from: number, to: number, timed?: boolean): LineShape;
}

const ESCAPE = 0x1b;
// 1: a control character, or the first byte of one in UTF-8. 2: the first of a sign that is too short for the tables.
const charClass = new Uint8Array(256);
for (let code = 0; code < 32; code++) if (code !== 9) charClass[code] = 1;
charClass[0x7f] = 1;
charClass[0xc2] = 1;
for (const first of '@^`') charClass[first.charCodeAt(0)] = 2;

/**
 * The judge in plain JavaScript, line by line. `wasm/main.ts` gives the same answers about whole blocks.
 * @param literals of at least four bytes, compared exactly @param own words written in small letters, which stand for any
 * @param hints as words are; they say nothing about the lines around theirs
 */
export function createLineJudge(
  literals: readonly string[],
  own: readonly string[] = ownWords,
  hints: readonly string[] = aloneWords,
): LineJudge {
  const search = createLiteralSearch(literals, own);
  const hinted = createLiteralSearch([], hints);
  const loneLines = createLoneLines(hints);
  let scratch = Buffer.alloc(0);

  /** The line without colours in `scratch`; -1 when it has other control characters. */
  const uncolour = (bytes: Uint8Array, from: number, to: number): number => {
    if (scratch.length <= to - from) scratch = Buffer.alloc(2 * (to - from) + 1);
    let length = 0;
    for (let at = from; at < to; at++) {
      const code = bytes[at]!;
      if (code === ESCAPE) {
        if (bytes[++at] !== 0x5b) return -1;
        do at++;
        while (at < to && ((bytes[at]! >= 0x30 && bytes[at]! <= 0x39) || bytes[at] === 0x3b));
        if (at >= to || bytes[at] !== 0x6d) return -1;
      } else if (charClass[code] === 1 && !(code === 0xc2 && bytes[at + 1]! >= 0xa0)) return -1;
      else scratch[length++] = code;
    }
    scratch[length] = 10;
    return length;
  };
  const lookFor = (shape: LineShape, bytes: Uint8Array, from: number, to: number): LineShape => {
    shape.special ||= holdsSign(bytes, from, to) || search.find(bytes, from, to, holdsWord) !== 0;
    shape.alone ||= !shape.special && hinted.find(bytes, from, to, holdsWord) !== 0;
    return shape;
  };

  return {
    judge(bytes, from, lineEnd, timed = true) {
      const to = lineEnd > from && bytes[lineEnd - 1] === 13 ? lineEnd - 1 : lineEnd;
      if (!hasControls(bytes, from, to)) {
        const shape = shapeOf(bytes, from, to, timed);
        const { alone } = shape;
        lookFor(shape, bytes, from, to);
        // A form that matters says more than a word.
        if (shape.special || (shape.alone && !alone)) shape.lone = loneLines.find(bytes, from, lineEnd, shape.special);
        return shape;
      }
      const length = uncolour(bytes, from, to);
      if (length >= 0) return lookFor(shapeOf(scratch, 0, length, timed), scratch, 0, length);
      const shape = shapeOf(bytes, from, to, timed);
      shape.special = true;
      return shape;
    },
  };
}

function hasControls(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (charClass[bytes[at]!] === 1) return true;
  return false;
}

/** `@v`, as in `@v1.2.3`; `^C`, which a terminal echoes; the fence of a block in Markdown. */
function holdsSign(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = bytes[at]!;
    if (charClass[code] !== 2) continue;
    const next = bytes[at + 1]!;
    if (code === 0x40 ? next === 0x76 : code === 0x5e ? (next | 0x20) === 0x63 : next === 0x60 && bytes[at + 2] === 0x60) return true;
  }
  return false;
}
