import { cutToWidth, displayWidth, graphemes } from '../../report/width.ts';
import { wrap } from '../../report/wrap.ts';

// A line of the log can have 64 KiB; nobody reads more of it than this on a screen.
const MOST_CHARACTERS = 4000;

/** Lines that all fit: between words where possible, inside a long word where not. Line ends of a command stay. */
export function wrapHard(text: string, width: number): string[] {
  const room = Math.max(1, width);
  return text
    .slice(0, MOST_CHARACTERS)
    .split('\n')
    .flatMap((line) => wrap(line, room))
    .flatMap((line) => (displayWidth(line) > room ? slices(line, room) : [line]));
}

/**
 * At most two lines; what is left out is the middle.
 * The end of Go's error lines is where the reason stands, and their start says what it is about.
 */
export function twoLines(text: string, width: number, mark: string): string[] {
  const lines = slices(text, width);
  if (lines.length <= 2) return lines;
  return [lines[0]!, mark + endOf(text, width - displayWidth(mark))];
}

/** One line; what is left out is the middle. */
export function oneLine(text: string, width: number, mark: string): string {
  if (displayWidth(text) <= width) return text;
  const end = Math.floor((width - displayWidth(mark)) * 0.4);
  return cutToWidth(text, width - end, mark) + endOf(text, end);
}

/** The text from a column on; half of a wide character is left out. */
export function fromColumn(text: string, column: number): string {
  if (column === 0) return text;
  if (displayWidth(text) === text.length) return text.slice(column);
  let used = 0;
  const all = graphemes(text);
  const first = all.findIndex((grapheme) => {
    used += displayWidth(grapheme);
    return used > column;
  });
  return first === -1 ? '' : all.slice(first).join('');
}

/** Lines of exactly `width` columns but for the last: a log line as a terminal would break it. */
export function slices(text: string, width: number): string[] {
  const result: string[] = [''];
  let used = 0;
  for (const grapheme of graphemes(text.slice(0, MOST_CHARACTERS))) {
    const columns = displayWidth(grapheme);
    if (used + columns > width) {
      result.push('');
      used = 0;
    }
    result[result.length - 1] += grapheme;
    used += columns;
  }
  return result;
}

function endOf(text: string, width: number): string {
  const kept: string[] = [];
  let used = 0;
  for (const grapheme of graphemes(text.slice(-width * 2)).reverse()) {
    used += displayWidth(grapheme);
    if (used > width) break;
    kept.unshift(grapheme);
  }
  return kept.join('');
}
