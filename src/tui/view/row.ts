import { cutToWidth, displayWidth } from '../../report/width.ts';
import type { Tone } from './theme.ts';

/** A piece of a row with one meaning. */
export interface Span {
  readonly text: string;
  readonly tone: Tone;
}

/** One line of the screen. The whole screen is computed as rows, so that Ink never wraps or measures anything. */
export type Row = readonly Span[];

export function span(text: string, tone: Tone = 'plain'): Span {
  return { text, tone };
}

export function row(text: string, tone: Tone = 'plain'): Row {
  return [span(text, tone)];
}

export function rowWidth(spans: Row): number {
  return spans.reduce((sum, { text }) => sum + displayWidth(text), 0);
}

/** Exactly `width` columns: cut with a mark, or filled with blanks. */
export function fitRow(spans: Row, width: number, mark: string): Row {
  const result: Span[] = [];
  let left = width;
  for (const { text, tone } of spans) {
    const columns = displayWidth(text);
    if (columns > left) {
      // A mark that is wider than what is left is no mark, only an overflow.
      result.push(span(cutToWidth(text, left, displayWidth(mark) <= left ? mark : ''), tone));
      left -= displayWidth(result.at(-1)!.text);
      break;
    }
    result.push({ text, tone });
    left -= columns;
  }
  if (left > 0) result.push(span(' '.repeat(left)));
  return result;
}

/** Left and right parts of one row; the left one gives way. */
export function spread(left: Row, right: Row, width: number, mark: string): Row {
  const taken = rowWidth(right);
  if (taken + 12 > width) return fitRow(left, width, mark);
  return [...fitRow(left, width - taken - 1, mark), span(' '), ...right];
}
