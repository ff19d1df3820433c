import type { Entry } from '../../../browse/find.ts';
import { displayWidth } from '../../../report/width.ts';
import type { Size } from '../../shell/screen.ts';
import { blockRows } from '../../view/block-rows.ts';
import type { Glyphs } from '../../view/glyphs.ts';
import { type Content, type ContentRow, paneRows } from '../../view/pane.ts';
import { type Row, row, span, spread } from '../../view/row.ts';
import type { Tone } from '../../view/theme.ts';
import { words } from '../../words.ts';
import type { RulesState } from './state.ts';

const TWO_COLUMNS = 120;
const STACKED = 80;
const STACK_ROWS = 18;

/** The list of rules and what the chosen one says. */
export function rulesRows(state: RulesState, { columns, rows }: Size, glyphs: Glyphs): Row[] {
  const head = headRow(state, columns, glyphs);
  const body = rows - 1;
  if (columns >= TWO_COLUMNS) {
    const left = Math.min(60, Math.floor(columns * 0.4));
    const list = listPane(state, left, body, glyphs);
    const text = textPane(state, columns - left - 1, body, glyphs);
    return [head, ...list.map((spans, index) => [...spans, span(glyphs.divider, 'rule'), ...text[index]!])];
  }
  if (columns < STACKED || rows < STACK_ROWS)
    return [head, ...(state.focus === 'list' ? listPane(state, columns, body, glyphs) : textPane(state, columns, body, glyphs))];
  const above = Math.min(Math.max(1, state.entries.length) + 1, Math.max(4, Math.floor(body * (state.focus === 'list' ? 0.5 : 0.25))));
  return [head, ...listPane(state, columns, above, glyphs), ...textPane(state, columns, body - above, glyphs)];
}

function headRow({ book, kind, filter }: RulesState, columns: number, glyphs: Glyphs): Row {
  const left: Row = [
    span(' modwhy  ', 'quiet'),
    span(words.rules.title[kind], 'strong'),
    span(filter === '' ? '' : `  ${words.rules.filtered(filter)}`, 'doubtful'),
  ];
  return spread(left, row(`${words.rules.counted(book.causes.length, book.signals.length, book.catalog)} `, 'quiet'), columns, glyphs.more);
}

function listPane(state: RulesState, width: number, height: number, glyphs: Glyphs): Row[] {
  const { entries, chosen, kind, focus } = state;
  const labels = Math.max(0, ...entries.map((entry) => displayWidth(labelOf(entry))));
  const rows = entries.map((entry, index): ContentRow => ({ row: entryRow(entry, index === chosen, labels, glyphs), block: index }));
  const none = [{ row: row(`  ${words.rules.none}`, 'quiet'), block: 0 }];
  const content: Content = { title: words.rules.pane[kind], rows: rows.length > 0 ? rows : none, cursor: chosen };
  return paneRows(content, width, height, focus === 'list', glyphs);
}

const TONE: Readonly<Record<string, Tone>> = { error: 'bad', warning: 'doubtful', info: 'quiet', context: 'plain', note: 'quiet' };

function entryRow(entry: Entry, chosen: boolean, labels: number, glyphs: Glyphs): Row {
  const label = labelOf(entry);
  const start = span(chosen ? `${glyphs.cursor} ` : '  ', 'cursor');
  const name = span(label + ' '.repeat(labels - displayWidth(label)), chosen ? 'strong' : 'plain');
  if (entry.kind === 'signal') return [start, name, span('  '), span(words.rules.role[entry.role], TONE[entry.role] ?? 'plain')];
  const severity = words.rules.severity[entry.severity];
  const wide = Math.max(...Object.values(words.rules.severity).map(displayWidth));
  const mark = span(severity + ' '.repeat(wide - displayWidth(severity)), TONE[entry.severity] ?? 'plain');
  return [start, name, span('  '), mark, span('  '), span(entry.title, chosen ? 'strong' : 'plain')];
}

function labelOf(entry: Entry): string {
  return entry.kind === 'cause' ? entry.code : entry.id;
}

function textPane({ entries, chosen, focus, cursor, blocks }: RulesState, width: number, height: number, glyphs: Glyphs): Row[] {
  const entry = entries[chosen];
  const rows = blockRows(blocks, { width, glyphs, cursor: focus === 'text' ? cursor : -1, airy: height > 16 });
  return paneRows(
    { title: entry ? labelOf(entry) : '', rows, cursor: focus === 'text' ? cursor : 0 },
    width,
    height,
    focus === 'text',
    glyphs,
  );
}
