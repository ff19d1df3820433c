// Each of these is a character of its own and one column wide. Intl.Segmenter is slow to make, and most reports need none.
const SIMPLE = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2026]*$/;
let segmenter: Intl.Segmenter | undefined;

/** Columns that a text takes on a terminal: wide East Asian characters and emoji take two, combining marks none. */
export function displayWidth(text: string): number {
  if (SIMPLE.test(text)) return text.length;
  let width = 0;
  for (const grapheme of graphemes(text)) width += graphemeWidth(grapheme);
  return width;
}

/** The text with blanks up to so many columns. */
export function padToWidth(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** What a reader sees as single characters. */
export function graphemes(text: string): string[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), (part) => part.segment);
}

/** The start of a text that fits, with a mark where something was left out. */
export function cutToWidth(text: string, width: number, mark: string): string {
  // Every UTF-16 unit takes at most two columns, and a text of few units needs no measuring.
  if (text.length * 2 <= width || displayWidth(text) <= width) return text;
  const room = width - displayWidth(mark);
  if (SIMPLE.test(text)) return text.slice(0, Math.max(0, room)) + mark;
  let used = 0;
  let kept = '';
  for (const grapheme of graphemes(text.slice(0, width * 4))) {
    used += graphemeWidth(grapheme);
    if (used > room) break;
    kept += grapheme;
  }
  return kept + mark;
}

function graphemeWidth(grapheme: string): number {
  const code = grapheme.codePointAt(0)!;
  if (code < 0x300) return 1;
  if (/^[\p{Mn}\p{Me}]/u.test(grapheme)) return 0;
  if (isWide(code) || grapheme.includes('\ufe0f') || /^\p{Emoji_Presentation}/u.test(grapheme)) return 2;
  return 1;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0x303e) ||
    (code >= 0x3041 && code <= 0xa4cf) ||
    (code >= 0xa960 && code <= 0xa97c) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x20000 && code <= 0x3fffd)
  );
}
