import { failed } from './build.ts';
import type { WaterfallRow } from './model.ts';

/** The part of a scale that is shown, in milliseconds. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Where a bar stands in its columns. */
export interface Bar {
  readonly offset: number;
  /** At least 1. */
  readonly size: number;
}

/** The columns that a row takes of `width`; null outside the window, and where its time is not known. What has no known end reaches to the right edge. */
export function barOf(
  { start, ms, outcome }: Pick<WaterfallRow, 'start' | 'ms' | 'outcome'>,
  { from, to }: Window,
  width: number,
): Bar | null {
  if (start === null || width < 1) return null;
  const end = ms === null ? (outcome === 'open' ? Number.POSITIVE_INFINITY : start) : start + ms;
  if (start > to || end < from) return null;
  const perColumn = (to - from) / width;
  if (!(perColumn > 0)) return { offset: 0, size: outcome === 'open' ? width : 1 };
  const offset = Math.min(width - 1, Math.max(0, Math.floor((start - from) / perColumn)));
  const last = end === Number.POSITIVE_INFINITY ? width : Math.min(width, Math.ceil((end - from) / perColumn));
  return { offset, size: Math.max(1, last - offset) };
}

/** How bars are drawn, one column each. */
export const unicodeBars = { bar: '█', failed: '▓', notFound: '▒', open: '╌', gap: '·', tick: '│' };
export type BarGlyphs = typeof unicodeBars;
export const asciiBars: BarGlyphs = { bar: '=', failed: 'x', notFound: '~', open: '-', gap: '.', tick: '|' };

/** A bar as text of exactly `width` columns, in three pieces: what is before it, itself, and what is behind. */
export function drawBar(
  row: WaterfallRow,
  window: Window,
  width: number,
  glyphs: BarGlyphs,
): readonly [before: string, bar: string, after: string] {
  const bar = barOf(row, window, width);
  if (bar === null) return [' '.repeat(Math.max(0, width)), '', ''];
  return [' '.repeat(bar.offset), fill(row, bar.size, glyphs), ' '.repeat(width - bar.offset - bar.size)];
}

function fill(row: WaterfallRow, size: number, glyphs: BarGlyphs): string {
  const { kind, outcome, ms } = row;
  if (kind === 'gap') return glyphs.gap.repeat(size);
  if (outcome === 'open') return glyphs.bar + glyphs.open.repeat(size - 1);
  if (ms === null) return glyphs.tick;
  return (failed(row) ? glyphs.failed : outcome === 'not-found' ? glyphs.notFound : glyphs.bar).repeat(size);
}
