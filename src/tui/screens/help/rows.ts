import { displayWidth } from '../../../report/width.ts';
import type { ShownBinding } from '../../shell/layer.ts';
import type { KeyWords, ScreenName } from '../../shell/screen.ts';
import type { Glyphs } from '../../view/glyphs.ts';
import { type Row, row, rowWidth, span } from '../../view/row.ts';
import { words } from '../../words.ts';

/** Keys in two columns where there is room, and what the symbols mean. */
export function helpRows(bindings: readonly ShownBinding[], of: ScreenName, width: number, glyphs: Glyphs): Row[] {
  const move = keyRows(bindings, 'move');
  const act = keyRows(bindings, 'do');
  const half = widest(move) + 4;
  const both = width >= half + widest(act);
  const keys: Row[] = both
    ? Array.from({ length: Math.max(move.length, act.length) }, (_, index) => [...padded(move[index] ?? [], half), ...(act[index] ?? [])])
    : [...move, ...act];
  const about = hasMarks(of) ? [[], ...words.help.about.marks(glyphs).map((text) => row(`  ${text}`))] : [];
  return [[], ...keys, ...about, [], row(`  ${words.help.close}`, 'quiet')];
}

/** Screens that show how likely causes are. */
function hasMarks(of: ScreenName): boolean {
  return of === 'explain' || of === 'live' || of === 'paste' || of === 'scan';
}

function keyRows(bindings: readonly ShownBinding[], group: ShownBinding['group']): Row[] {
  const said = bindings.filter((binding) => binding.group === group).flatMap(({ says }) => says?.() ?? []);
  const shown = said.filter(({ help }: KeyWords) => help !== '');
  const keys = Math.max(0, ...shown.map((words) => displayWidth(words.shown)));
  return shown.map((words) => [span(`  ${words.shown}${' '.repeat(keys - displayWidth(words.shown))}  `, 'command'), span(words.help)]);
}

function widest(rows: readonly Row[]): number {
  return Math.max(0, ...rows.map(rowWidth));
}

function padded(spans: Row, width: number): Row {
  return [...spans, span(' '.repeat(Math.max(0, width - rowWidth(spans))))];
}
