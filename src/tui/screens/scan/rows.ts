import type { Size } from '../../shell/screen.ts';
import type { Glyphs } from '../../view/glyphs.ts';
import { type Content, paneRows } from '../../view/pane.ts';
import { type Row, row, span, spread } from '../../view/row.ts';
import { words } from '../../words.ts';
import { daysContent, fixContent, sameContent } from './beside-contents.ts';
import { filesContent, groupsContent, problemsContent } from './contents.ts';
import type { ScanModel } from './model.ts';
import { progressRows } from './progress-rows.ts';
import { type ScanPane, type ScanState, shownGroups } from './state.ts';

const TWO_COLUMNS = 120;
const STACKED = 80;
const STACK_ROWS = 18;
/** Of two columns, the left one. */
const LEFT = 0.56;
/** Lists keep so many rows when panes beside them want some. */
const LEAST_LIST = 6;

/** How far it is, the causes so far, the files of the chosen one, what they share, and what could not be read. */
export function scanRows(state: ScanState, { columns, rows }: Size, glyphs: Glyphs): Row[] {
  const head = [headRow(state.model, columns, glyphs), ...progressRows(state.model, columns, glyphs)];
  const body = rows - head.length;
  if (columns >= TWO_COLUMNS) return [...head, ...twoColumns(state, columns, body, glyphs)];
  const pane = (name: ScanPane, height: number, heads: boolean) =>
    paneRows(contentOf(state, name, { width: columns, wide: false, heads }, glyphs), columns, height, state.focus === name, glyphs);
  if (columns < STACKED || rows < STACK_ROWS) return [...head, ...pane(state.focus, body, false)];
  const problems = problemRows(state, body);
  const groups = Math.min(Math.max(2, shownGroups(state).length + 2), Math.ceil((body - problems) * 0.6));
  return [
    ...head,
    ...pane('groups', groups, true),
    ...pane('files', body - groups - problems, false),
    ...pane('problems', problems, false),
  ];
}

function twoColumns(state: ScanState, columns: number, body: number, glyphs: Glyphs): Row[] {
  const left = Math.floor(columns * LEFT);
  const right = columns - left - 1;
  const list = (name: ScanPane, width: number, height: number) =>
    paneRows(contentOf(state, name, { width, wide: true, heads: true }, glyphs), width, height, state.focus === name, glyphs);
  const below = (contents: readonly (Content | null)[], width: number, room: number) => {
    const shown: Row[][] = [];
    let used = 0;
    // The last one is wanted most.
    for (const one of [...contents].reverse()) {
      const height = one === null ? 0 : one.rows.length + 1;
      if (one === null || used + height > room) continue;
      used += height;
      shown.unshift(paneRows(one, width, height, false, glyphs));
    }
    return shown.flat();
  };
  const problems = problemRows(state, body);
  const days = below([daysContent(state, left, glyphs)], left, body - problems - LEAST_LIST);
  const beside = below([sameContent(state, right, glyphs), fixContent(state)], right, body - LEAST_LIST);
  const one = [...list('groups', left, body - problems - days.length), ...days, ...list('problems', left, problems)];
  const other = [...list('files', right, body - beside.length), ...beside];
  return one.map((spans, index) => [...spans, span(glyphs.divider, 'rule'), ...other[index]!]);
}

function contentOf(state: ScanState, name: ScanPane, room: Parameters<typeof groupsContent>[1], glyphs: Glyphs): Content {
  if (name === 'groups') return groupsContent(state, room, glyphs);
  return name === 'files' ? filesContent(state, room, glyphs) : problemsContent(state, glyphs);
}

function problemRows({ model, focus }: ScanState, body: number): number {
  if (model.problems.length === 0) return 0;
  return Math.min(model.problems.length + 1, focus === 'problems' ? Math.floor(body / 2) : 3);
}

function headRow({ target, phase }: ScanModel, columns: number, glyphs: Glyphs): Row {
  const left: Row = [span(' modwhy scan  ', 'quiet'), span(target, 'strong')];
  return spread(left, row(`${words.scan.phase[phase]} `, phase === 'stopped' ? 'doubtful' : 'quiet'), columns, glyphs.more);
}
