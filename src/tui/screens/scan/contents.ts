import { displayWidth, padToWidth } from '../../../report/width.ts';
import type { Glyphs } from '../../view/glyphs.ts';
import type { Content, ContentRow } from '../../view/pane.ts';
import { type Row, row, span, spread } from '../../view/row.ts';
import { thousands, words } from '../../words.ts';
import type { ScanFile, ScanGroup } from './model.ts';
import { chosenGroup, type ScanState, shownGroups } from './state.ts';

/** Room for everything: shares, last days, a file in two rows. */
export interface Room {
  readonly width: number;
  readonly wide: boolean;
  /** The names of the columns have a row. */
  readonly heads: boolean;
}

// Before an entry of an archive: as it is kept, or as it is read.
const ENTRY = /!\/| > /;

/** The causes so far, each with its numbers. */
export function groupsContent(state: ScanState, room: Room, glyphs: Glyphs): Content {
  const groups = shownGroups(state);
  const chosen = chosenGroup(state);
  const layout = columnsOf(groups, state, room);
  const rows = groups.map((group, index): ContentRow => ({ row: groupRow(group, index === chosen, layout, state, glyphs), block: index }));
  const title = `${words.scan.pane.groups}${state.filter === '' ? '' : `  ${words.rules.filtered(state.filter)}`}  ${words.scan.order[state.order]}`;
  if (rows.length === 0)
    return { title, rows: quiet(state.model.phase === 'reading' ? words.scan.nothingYet : words.scan.nothing), cursor: 0 };
  return { title, rows: room.heads ? [{ row: headRow(layout, glyphs), block: 0 }, ...rows] : rows, cursor: chosen };
}

interface Layout {
  readonly width: number;
  readonly digits: number;
  readonly share: boolean;
  readonly codes: number;
  readonly first: number;
  /** 0: no such column. */
  readonly last: number;
}

function columnsOf(groups: readonly ScanGroup[], { model }: ScanState, { width, wide }: Room): Layout {
  const { files, code, first, last } = words.scan.column;
  const most = (texts: readonly string[]) => texts.reduce((columns, text) => Math.max(columns, displayWidth(text)), 0);
  return {
    width,
    digits: most([files, ...groups.map(({ count }) => thousands(count))]),
    share: wide && model.files.done > 0,
    codes: most([code, ...groups.map((group) => group.code)]),
    first: most([first, ...groups.map(({ firstSeen }) => firstSeen)]),
    last: wide && groups.some(({ lastSeen }) => lastSeen) ? most([last, ...groups.map(({ lastSeen = '' }) => lastSeen)]) : 0,
  };
}

function headRow(layout: Layout, glyphs: Glyphs): Row {
  const { files, share, code, what, first, last } = words.scan.column;
  return cells({ count: files, share, code, what: [span(what, 'quiet')], first, last }, '  ', 'quiet', layout, glyphs);
}

function groupRow(
  { kind, code, title, count, firstSeen, lastSeen = '' }: ScanGroup,
  chosen: boolean,
  layout: Layout,
  { model }: ScanState,
  glyphs: Glyphs,
): Row {
  const tone = kind === 'unexplained' ? 'unknown' : kind === 'no-failure' ? 'quiet' : chosen ? 'strong' : 'plain';
  const share = words.scan.share(Math.floor((count / Math.max(1, model.files.done)) * 100));
  const what = [span(title, tone)];
  return cells(
    { count: thousands(count), share, code, what, first: firstSeen, last: lastSeen },
    chosen ? `${glyphs.cursor} ` : '  ',
    chosen ? 'strong' : 'plain',
    layout,
    glyphs,
  );
}

interface Cells {
  readonly count: string;
  readonly share: string;
  readonly code: string;
  readonly what: Row;
  readonly first: string;
  readonly last: string;
}

function cells(
  { count, share, code, what, first, last }: Cells,
  cursor: string,
  tone: 'plain' | 'strong' | 'quiet',
  layout: Layout,
  glyphs: Glyphs,
): Row {
  const left: Row = [
    span(cursor, 'cursor'),
    span(`${atRight(count, layout.digits)}  `, tone === 'quiet' ? 'quiet' : 'plain'),
    ...(layout.share ? [span(`${atRight(share, 5)}  `, 'quiet')] : []),
    span(`${padToWidth(code, layout.codes)}  `, tone),
    ...what,
  ];
  const days = `${padToWidth(first, layout.first)}${layout.last > 0 ? `  ${padToWidth(last, layout.last)}` : ''}`;
  return spread(left, row(`${days} `, 'quiet'), layout.width, glyphs.more);
}

function atRight(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}

/** The files of the chosen cause; an entry of an archive stands below it where there is room. */
export function filesContent(state: ScanState, { width, wide }: Room, glyphs: Glyphs): Content {
  const group = shownGroups(state)[chosenGroup(state)];
  const files = group?.files ?? [];
  const rows = files.flatMap((file, index) => {
    const here = state.focus === 'files' && index === state.file;
    return fileRows(file, here ? `${glyphs.cursor} ` : '  ', width, wide, glyphs).map((one): ContentRow => ({ row: one, block: index }));
  });
  const left = (group?.count ?? 0) - files.length;
  if (left > 0) rows.push({ row: row(`  ${words.scan.more(thousands(left))}`, 'quiet'), block: files.length });
  return { title: `${words.scan.pane.files}${group?.code ? `  ${group.code}  ${thousands(group.count)}` : ''}`, rows, cursor: state.file };
}

function fileRows({ name, line, label }: ScanFile, cursor: string, width: number, wide: boolean, glyphs: Glyphs): Row[] {
  const where = row(`${line === null ? '' : `${words.speak.line(line)}  `}${padToWidth(label, 11)}`, 'quiet');
  const entry = ENTRY.exec(name);
  if (!wide || entry === null) return [spread([span(cursor, 'cursor'), span(name)], where, width, glyphs.more)];
  return [
    [span(cursor, 'cursor'), span(name.slice(0, entry.index))],
    spread([span('    '), span(name.slice(entry.index + entry[0].length))], where, width, glyphs.more),
  ];
}

/** What could not be read, and why. */
export function problemsContent({ model, problem, focus }: ScanState, glyphs: Glyphs): Content {
  const rows = model.problems.map(
    ({ name, reason }, index): ContentRow => ({
      row: [
        span(focus === 'problems' && index === problem ? `${glyphs.cursor} ` : '  ', 'cursor'),
        span(name),
        span(`  ${reason}`, 'doubtful'),
      ],
      block: index,
    }),
  );
  return { title: words.scan.pane.problems, rows: rows.length > 0 ? rows : quiet(words.scan.noProblems), cursor: problem };
}

function quiet(text: string): ContentRow[] {
  return [{ row: row(`  ${text}`, 'quiet'), block: 0 }];
}
