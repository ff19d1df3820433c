import { displayWidth, graphemes } from './width.ts';

// Chinese, Japanese and Korean break between any two characters.
const breaksAnywhere = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud840-\ud87f]/;
// Nothing that closes begins a line, and nothing that opens ends one. JIS X 4051 and GB/T 15834 say more; this is what readers notice.
const neverFirst = /^[\])}>,.;:!?%，。；：！？、）》】〉」』”’…～·％]/;
// Made where it is used: tables of Unicode are slow to make.
const manyMarks = () => /[^\p{L}\p{N}\s]{4}$/u;
const neverLast = /[([{<（《【〈「『“‘]$/;

/**
 * Lines of at most `width` columns. A long word of ASCII stays whole, so that a URL or command can be copied; wide text breaks between
 * its characters.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap(breakable)) {
    const joined = line === '' ? word.text : line + (word.glued ? '' : ' ') + word.text;
    if (line !== '' && displayWidth(joined) > width) {
      lines.push(line);
      line = word.text;
    } else line = joined;
  }
  lines.push(line);
  return lines;
}

interface Word {
  readonly text: string;
  /** Follows the word before without a space. */
  readonly glued: boolean;
}

/** The pieces of a text without spaces that stay whole: a run of letters, or one wide character with the marks that belong to it. */
function breakable(word: string): Word[] {
  if (!breaksAnywhere.test(word)) return [{ text: word, glued: false }];
  const pieces: string[] = [];
  for (const char of graphemes(word)) {
    const last = pieces.at(-1);
    const stays = last !== undefined && (isTogether(last, char) || !(breaksAnywhere.test(char) || endsWide(last)));
    if (stays) pieces[pieces.length - 1] = last + char;
    else pieces.push(char);
  }
  return pieces.map((text, index) => ({ text, glued: index > 0 }));
}

/** Marks in a long row are no punctuation. */
function isTogether(before: string, char: string): boolean {
  return (neverFirst.test(char) || neverLast.test(before)) && !manyMarks().test(before);
}

function endsWide(piece: string): boolean {
  return breaksAnywhere.test(/[\udc00-\udfff]$/.test(piece) ? piece.slice(-2) : piece.slice(-1));
}
