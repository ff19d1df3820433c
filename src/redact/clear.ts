import { countWhile } from '../model/sorted.ts';

/** A text as a reader sees it, with the way back to the original. */
export interface ClearText {
  readonly text: string;
  /** Position in the original of a character of `text`; its length maps to the original's end. */
  original(at: number): number;
}

const hiddenCharacter = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2060\ufeff]/;
// ECMA-48: control sequences, strings (titles, links), other escapes; then characters without a width.
const hidden =
  /(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]|\x1b[\]PX^_][^\x07\x1b\x9c\n]{0,4000}(?:\x07|\x1b\\|\x9c)|\x1b[ -/]{0,4}[0-Z\\^-~]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Whether `clearText` would take something out. */
export function hasHidden(original: string): boolean {
  return hiddenCharacter.test(original);
}

/** Takes out what a terminal does not show, so that a secret with colours in it is found; null when there is nothing of the kind. */
export function clearText(original: string): ClearText | null {
  if (!hiddenCharacter.test(original)) return null;
  const starts: number[] = [];
  const shifts: number[] = [];
  let text = '';
  let from = 0;
  for (const { 0: sequence, index } of original.matchAll(hidden)) {
    text += original.slice(from, index);
    from = index + sequence.length;
    starts.push(text.length);
    shifts.push(from - text.length);
  }
  text += original.slice(from);
  return {
    text,
    original(at) {
      const before = countUpTo(starts, at);
      return at + (before === 0 ? 0 : shifts[before - 1]!);
    },
  };
}

/** How many of the sorted numbers are not above this one. */
function countUpTo(numbers: readonly number[], most: number): number {
  return countWhile(numbers.length, (index) => numbers[index]! <= most);
}

/** Only what `clearText` takes out. */
export function hiddenPart(original: string): string {
  return hiddenCharacter.test(original) ? (original.match(hidden) ?? []).join('') : '';
}

/** Without what a terminal does not show. */
export function visiblePart(original: string): string {
  return hiddenCharacter.test(original) ? original.replace(hidden, '') : original;
}
