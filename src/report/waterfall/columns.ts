import type { Texts } from '../../i18n/texts.ts';
import { cutToWidth, displayWidth, graphemes, padToWidth } from '../width.ts';
import { shortDuration } from './duration.ts';
import type { Waterfall, WaterfallRow } from './model.ts';

/** From so many columns on, the first error is named as such in its row. */
const ROOM_FOR_WORDS = 40;

/** A text of exactly so many columns at their right. */
export function atRight(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** The end of a text that fits: URLs and module paths differ there. */
function cutStart(text: string, width: number, mark: string): string {
  if (displayWidth(text) <= width) return text;
  const room = width - displayWidth(mark);
  let used = 0;
  let kept = '';
  for (const grapheme of graphemes(text.slice(-width * 4)).reverse()) {
    used += displayWidth(grapheme);
    if (used > room) break;
    kept = grapheme + kept;
  }
  return mark + kept;
}

/** What the columns of a row say beyond its times. */
export function tookText({ kind, ms, outcome }: WaterfallRow, texts: Texts): string {
  if (outcome === 'open') return texts.waterfall.open;
  return ms === null || kind === 'gap' ? '' : shortDuration(ms);
}

/** Who was asked and for what, or what happened. */
export function whatText(row: WaterfallRow, ellipsis: string, { waterfall, join }: Texts): string {
  if (row.kind === 'gap') return `${ellipsis} ${waterfall.silence(shortDuration(row.ms ?? 0))} ${ellipsis}`;
  const asked = row.host !== null && !row.label.includes(row.host) ? `${row.host} ` : '';
  const again = row.attempt > 1 ? join.bracketed(waterfall.again(row.attempt)) : '';
  return `${asked}${row.label}${again}`;
}

/** The same in exactly so many columns. */
export function fittedWhat(row: WaterfallRow, first: boolean, width: number, ellipsis: string, texts: Texts): string {
  const head = first && width >= ROOM_FOR_WORDS ? `${texts.waterfall.firstError}${texts.join.colon}` : '';
  const room = width - displayWidth(head);
  const text = whatText(row, ellipsis, texts);
  const cut = row.kind === 'request' ? cutStart(text, room, ellipsis) : cutToWidth(text, room, ellipsis);
  return padToWidth(head + cut, width);
}

/** Time since the row before that has one; null for the first, and without times. */
export function sinceBefore({ rows, tracks }: Waterfall, index: number): number | null {
  const { start, track } = rows[index]!;
  if (start === null) return null;
  for (let before = index - 1; before >= tracks[track]!.from; before--) {
    const earlier = rows[before]!.start;
    if (earlier !== null) return start - earlier;
  }
  return null;
}

/** Time since the first error, before it negative; null where the two cannot be compared. */
export function sinceError({ rows, firstError }: Waterfall, index: number): number | null {
  if (firstError === null) return null;
  const [row, error] = [rows[index]!, rows[firstError]!];
  return row.start === null || error.start === null || row.track !== error.track ? null : row.start - error.start;
}

/** The marks of a scale: its begin, its middle where there is room, its end. Exactly `width` columns. */
export function scaleText(from: number, to: number, width: number): string {
  const [left, right] = [shortDuration(from), shortDuration(to)];
  if (displayWidth(left) + displayWidth(right) + 1 > width) return atRight(right, width).slice(-width);
  const middle = shortDuration((from + to) / 2);
  const at = Math.floor(width / 2) - Math.floor(middle.length / 2);
  if (at < left.length + 2 || at + middle.length + 2 > width - right.length) return left + atRight(right, width - left.length);
  const head = left + ' '.repeat(at - left.length) + middle;
  return head + atRight(right, width - head.length);
}
