import { thousands, words } from '../words.ts';
import type { Glyphs } from './glyphs.ts';
import { fitRow, type Row, row, rowWidth, span } from './row.ts';

/** A pane's contents before it is known how many of its rows are visible. */
export interface Content {
  readonly title: string;
  readonly rows: readonly ContentRow[];
  /** What the cursor stands on; it stays visible. */
  readonly cursor: number;
}

export interface ContentRow {
  readonly row: Row;
  /** The block it belongs to. */
  readonly block: number;
}

/** A titled pane of exactly `height` rows, the title's included; the window follows the cursor. */
export function paneRows(content: Content, width: number, height: number, focused: boolean, glyphs: Glyphs): Row[] {
  if (height <= 0) return [];
  const room = height - 1;
  const top = windowTop(content, room);
  const visible = content.rows.slice(top, top + room);
  const hidden = content.rows.length > room && room > 0;
  const position = hidden ? words.of(top + 1, top + visible.length, content.rows.length) : '';
  const rows = visible.map((item) => fitRow(item.row, width, glyphs.more));
  while (rows.length < room) rows.push(fitRow([], width, ''));
  return [titleRow(content.title, position, width, focused, glyphs), ...rows];
}

/** The first visible row: the cursor's block in the middle, as far as the ends allow. */
function windowTop({ rows, cursor }: Content, height: number): number {
  if (rows.length <= height) return 0;
  const first = Math.max(
    0,
    rows.findIndex(({ block }) => block === cursor),
  );
  const count = rows.filter(({ block }) => block === cursor).length;
  const centred = count >= height ? first : first - Math.floor((height - count) / 2);
  return Math.min(rows.length - height, Math.max(0, centred));
}

function titleRow(title: string, position: string, width: number, focused: boolean, glyphs: Glyphs): Row {
  const rule = focused ? glyphs.focusRule : glyphs.rule;
  const right = position === '' ? '' : ` ${position} ${rule}`;
  const left: Row = [span(`${rule} `, focused ? 'focus' : 'rule'), span(title, focused ? 'focus' : 'strong'), span(' ')];
  const fill = Math.max(0, width - rowWidth(left) - rowWidth(row(right)));
  return fitRow([...left, span(rule.repeat(fill), focused ? 'focus' : 'rule'), span(right, 'quiet')], width, '');
}

export function lineNumber(line: number, digits: number): string {
  return thousands(line).padStart(digits);
}
