import { displayWidth } from '../../../report/width.ts';
import type { Size } from '../../shell/screen.ts';
import type { Glyphs } from '../../view/glyphs.ts';
import { type ContentRow, paneRows } from '../../view/pane.ts';
import { fitRow, type Row, row, span, spread } from '../../view/row.ts';
import { thousands, words } from '../../words.ts';
import type { ScanGroup, ScanModel } from './model.ts';
import { chosenGroup, type ScanPane, type ScanState, shownGroups } from './state.ts';

const TWO_COLUMNS = 120;
const STACKED = 80;
const STACK_ROWS = 18;
const MOST_BAR = 46;

/** How far it is, the causes so far, the files of the chosen one, and what could not be read. */
export function scanRows(state: ScanState, { columns, rows }: Size, glyphs: Glyphs): Row[] {
  const head = [headRow(state.model, columns, glyphs), ...progressRows(state.model, columns, glyphs)];
  const body = rows - head.length;
  const pane = (name: ScanPane, width: number, height: number) => paneOf(state, name, width, height, glyphs);
  if (columns >= TWO_COLUMNS) {
    const left = Math.floor(columns * 0.5);
    const problems = problemRows(state, body);
    const one = [...pane('groups', left, body - problems), ...pane('problems', left, problems)];
    const other = pane('files', columns - left - 1, body);
    return [...head, ...one.map((spans, index) => [...spans, span(glyphs.divider, 'rule'), ...other[index]!])];
  }
  if (columns < STACKED || rows < STACK_ROWS) return [...head, ...pane(state.focus, columns, body)];
  const problems = problemRows(state, body);
  const groups = Math.min(Math.max(2, shownGroups(state).length + 1), Math.ceil((body - problems) * 0.6));
  return [
    ...head,
    ...pane('groups', columns, groups),
    ...pane('files', columns, body - groups - problems),
    ...pane('problems', columns, problems),
  ];
}

function problemRows({ model, focus }: ScanState, body: number): number {
  if (model.problems.length === 0) return 0;
  return Math.min(model.problems.length + 1, focus === 'problems' ? Math.floor(body / 2) : 3);
}

function headRow({ target, phase }: ScanModel, columns: number, glyphs: Glyphs): Row {
  const left: Row = [span(' modwhy scan  ', 'quiet'), span(target, 'strong')];
  return spread(left, row(`${words.scan.phase[phase]} `, phase === 'stopped' ? 'doubtful' : 'quiet'), columns, glyphs.more);
}

/** Nothing turns or blinks: the numbers move. */
function progressRows(
  { files, bytes, bytesPerSecond, secondsLeft, workers, now, phase }: ScanModel,
  columns: number,
  glyphs: Glyphs,
): Row[] {
  const counted = words.scan.files(thousands(files.done), files.total === null ? null : thousands(files.total));
  const share = files.total === null ? null : files.total === 0 ? 1 : files.done / files.total;
  const bar =
    share === null
      ? ''
      : `${barOf(share, Math.min(MOST_BAR, columns - displayWidth(counted) - 14))}  ${String(Math.floor(share * 100)).padStart(3)} %   `;
  const done = fitRow(row(`  ${bar}${counted}`), columns, glyphs.more);
  if (phase !== 'reading') return [done];
  const amounts = words.scan.bytes(size(bytes.done), bytes.total === null ? null : size(bytes.total));
  const left = secondsLeft === null ? [] : [words.scan.left(secondsLeft)];
  const pace = [amounts, `${size(bytesPerSecond)}/s`, ...left, words.scan.workers(workers)].join('   ');
  return [
    done,
    fitRow(row(`  ${pace}`, 'quiet'), columns, glyphs.more),
    fitRow(row(now === null ? '' : `  ${words.scan.now}  ${now}`, 'quiet'), columns, glyphs.more),
  ];
}

function barOf(share: number, width: number): string {
  if (width < 4) return '';
  const full = Math.floor(share * width);
  return `[${'#'.repeat(full)}${'-'.repeat(width - full)}]`;
}

function size(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(0)} MB` : `${Math.ceil(bytes / 1e3)} KB`;
}

function paneOf(state: ScanState, name: ScanPane, width: number, height: number, glyphs: Glyphs): Row[] {
  const content =
    name === 'groups' ? groupsContent(state, glyphs) : name === 'files' ? filesContent(state, glyphs) : problemsContent(state, glyphs);
  return paneRows(content, width, height, state.focus === name, glyphs);
}

function groupsContent(state: ScanState, glyphs: Glyphs) {
  const groups = shownGroups(state);
  const chosen = chosenGroup(state);
  const digits = Math.max(5, ...groups.map(({ count }) => thousands(count).length));
  const codes = Math.max(0, ...groups.map(({ code }) => displayWidth(code)));
  const rows = groups.map((group, index): ContentRow => ({ row: groupRow(group, index === chosen, digits, codes, glyphs), block: index }));
  const title = `${words.scan.pane.groups}${state.filter === '' ? '' : `  ${words.rules.filtered(state.filter)}`}  ${words.scan.order[state.order]}`;
  return {
    title,
    rows: rows.length > 0 ? rows : quiet(state.model.phase === 'reading' ? words.scan.nothingYet : words.scan.nothing),
    cursor: chosen,
  };
}

function groupRow({ kind, code, title, count, firstSeen }: ScanGroup, chosen: boolean, digits: number, codes: number, glyphs: Glyphs): Row {
  return [
    span(chosen ? `${glyphs.cursor} ` : '  ', 'cursor'),
    span(`${thousands(count).padStart(digits)}  `),
    span(`${firstSeen.padEnd(5)}  `, 'quiet'),
    span(`${code.padEnd(codes)}  `, chosen ? 'strong' : 'plain'),
    span(title, kind === 'unexplained' ? 'unknown' : kind === 'no-failure' ? 'quiet' : chosen ? 'strong' : 'plain'),
  ];
}

function filesContent(state: ScanState, glyphs: Glyphs) {
  const group = shownGroups(state)[chosenGroup(state)];
  const files = group?.files ?? [];
  const rows = files.map(({ name, line, label }, index): ContentRow => {
    const here = state.focus === 'files' && index === state.file;
    const where = line === null ? '' : words.speak.line(line);
    return {
      row: [
        span(here ? `${glyphs.cursor} ` : '  ', 'cursor'),
        span(`${label.padEnd(11)}  `, 'quiet'),
        span(name),
        span(where && `  ${where}`, 'quiet'),
      ],
      block: index,
    };
  });
  const more =
    group && group.count > files.length
      ? [{ row: row(`  ${words.scan.more(thousands(group.count - files.length))}`, 'quiet'), block: files.length }]
      : [];
  return { title: `${words.scan.pane.files}${group?.code ? `  ${group.code}` : ''}`, rows: [...rows, ...more], cursor: state.file };
}

function problemsContent({ model, problem, focus }: ScanState, glyphs: Glyphs) {
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
