import { displayWidth } from '../report/width.ts';
import type { Glyphs } from './glyphs.ts';
import { type Binding, bindings } from './keys.ts';
import type { Content } from './pane.ts';
import { type Row, row, rowWidth, span } from './row.ts';
import { words } from './words.ts';

/** All keys in two columns, and what the symbols mean. */
export function helpPane(width: number, glyphs: Glyphs): Content {
  const shown = bindings.filter(({ help }) => help !== '');
  const move = keyRows(shown.filter(({ group }) => group === 'move'));
  const act = keyRows(shown.filter(({ group }) => group === 'do'));
  const half = widest(move) + 4;
  const both = width >= half + widest(act);
  const keys: Row[] = both
    ? Array.from({ length: Math.max(move.length, act.length) }, (_, index) => [...padded(move[index] ?? [], half), ...(act[index] ?? [])])
    : [...move, ...act];
  const about = words.help.about.marks(glyphs).map((text) => row(`  ${text}`));
  const all: Row[] = [[], ...keys, [], ...about, [], row(`  ${words.help.close}`, 'quiet')];
  return { title: words.help.title, rows: all.map((spans) => ({ row: spans, block: 0 })), cursor: 0 };
}

function keyRows(group: readonly Binding[]): Row[] {
  const keys = Math.max(...group.map(({ shown }) => displayWidth(shown)));
  return group.map(({ shown, help }) => [span(`  ${shown.padEnd(keys)}  `, 'command'), span(help)]);
}

function widest(rows: readonly Row[]): number {
  return Math.max(...rows.map(rowWidth));
}

function padded(spans: Row, width: number): Row {
  return [...spans, span(' '.repeat(Math.max(0, width - rowWidth(spans))))];
}
