import { displayWidth, padToWidth } from '../../report/width.ts';
import type { Block, Side } from './block.ts';
import type { Glyphs } from './glyphs.ts';
import { type ContentRow, lineNumber } from './pane.ts';
import { type Row, span } from './row.ts';
import type { Tone } from './theme.ts';
import { oneLine, slices, twoLines, wrapHard } from './wrap-rows.ts';

export interface BlockStyle {
  readonly width: number;
  readonly glyphs: Glyphs;
  /** The block with the cursor; -1 when the keys act on another pane. */
  readonly cursor: number;
  /** Blank rows between groups. */
  readonly airy: boolean;
}

const TONE: Readonly<Record<Side, Tone>> = {
  prose: 'plain',
  plain: 'plain',
  evidence: 'evidence',
  against: 'plain',
  contrast: 'plain',
  command: 'command',
  title: 'strong',
  warning: 'doubtful',
  bad: 'bad',
  quiet: 'quiet',
};
const GAP = 2;

/** The blocks of a pane as rows: a column for the cursor, one for labels, then text. */
export function blockRows(blocks: readonly Block[], style: BlockStyle): ContentRow[] {
  const labels = Math.max(0, ...blocks.map(({ label }) => displayWidth(label)));
  const digits = Math.max(0, ...blocks.map((item) => (quotes(item) ? lineNumber(item.line!, 0).length : 0)));
  return blocks.flatMap((item, index) => {
    const marked = index === style.cursor;
    const rows = item.side === 'prose' ? proseRows(item, style) : labelledRows(item, marked, labels, digits, style);
    const cursor = span(marked ? `${style.glyphs.cursor} ` : '  ', 'cursor');
    const all = rows.map((spans, at) => ({ row: [at === 0 ? cursor : span('  '), ...spans], block: index }));
    return style.airy && item.opens && index > 0 ? [{ row: [], block: index }, ...all] : all;
  });
}

function quotes({ side, line, brief }: Block): boolean {
  return line !== null && (brief === true || side === 'evidence' || side === 'against');
}

function proseRows({ text, side }: Block, { width }: BlockStyle): Row[] {
  return wrapHard(text, width - 3).map((line) => [span(line, TONE[side])]);
}

function labelledRows(item: Block, marked: boolean, labels: number, digits: number, style: BlockStyle): Row[] {
  const quoted = quotes(item);
  const start = labels > 0 ? labels + GAP : 0;
  const indent = start + (quoted ? digits + GAP : 0);
  const room = style.width - 2 - indent;
  const lines = quoted ? quotedLines(item, room, marked, style) : wrapHard(item.text, room);
  const tone = TONE[item.side];
  const rows: Row[] = lines.map((line, at) => {
    if (at > 0) return [span(' '.repeat(indent)), span(line, tone)];
    const number = quoted ? [span(`${lineNumber(item.line!, digits)}${' '.repeat(GAP)}`, 'quiet')] : [];
    return [span(padToWidth(item.label, start), 'row'), ...number, span(line, tone)];
  });
  return item.note ? withNote(rows, lines, item.note, indent, room) : rows;
}

/** A log line under the cursor is shown whole. */
function quotedLines({ text, brief }: Block, room: number, marked: boolean, { glyphs }: BlockStyle): string[] {
  if (brief && !marked) return [oneLine(text, room, glyphs.more)];
  return marked ? slices(text, room) : twoLines(text, room, glyphs.more);
}

/** The remark at the right edge of the last row, or below when there is no room. */
function withNote(rows: Row[], lines: readonly string[], note: string, indent: number, room: number): Row[] {
  const free = room - displayWidth(lines.at(-1)!) - displayWidth(note);
  if (free >= GAP) return [...rows.slice(0, -1), [...rows.at(-1)!, span(' '.repeat(free)), span(note, 'quiet')]];
  return [...rows, ...wrapHard(note, room - GAP).map((line): Row => [span(' '.repeat(indent + GAP)), span(line, 'quiet')])];
}
