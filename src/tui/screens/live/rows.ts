import { cutToWidth, displayWidth } from '../../../report/width.ts';
import type { Look, Size } from '../../shell/screen.ts';
import { blockRows } from '../../view/block-rows.ts';
import type { Glyphs } from '../../view/glyphs.ts';
import { type ContentRow, paneRows } from '../../view/pane.ts';
import { type Row, row, span, spread } from '../../view/row.ts';
import { wrapHard } from '../../view/wrap-rows.ts';
import { thousands, words } from '../../words.ts';
import { markOf, STANDING_TONE } from '../explain/causes-pane.ts';
import type { Finding } from './findings.ts';
import { logRows } from './log-pane.ts';
import { chosenFinding, type FileState, type State, since } from './state.ts';

const TWO_COLUMNS = 110;
const LEAST_LOG = 4;
/** Below so many columns the name and what happens to the log are all that fits. */
const NARROW = 60;

/** Exactly `rows` rows of exactly `columns` columns: the log above, what was found in it below or beside. */
export function liveRows(state: State, { columns, rows }: Size, { glyphs }: Look): Row[] {
  const head = header(state, columns, glyphs);
  const body = { columns, rows: rows - 1 };
  return [head, ...(columns >= TWO_COLUMNS ? beside(state, body, glyphs) : below(state, body, glyphs))];
}

function header(state: State, width: number, glyphs: Glyphs): Row {
  const file = state.files[state.file]!;
  const more = state.files.length > 1 ? words.live.others(state.files.length - 1) : '';
  const right = [
    ...words.live.standing(state.ended, file.paused ? since(file) : null),
    ...(width < NARROW ? [] : figures(state, file)),
  ].join('   ');
  const room = Math.max(8, width - displayWidth(right) - displayWidth(more) - displayWidth(state.title) - 14);
  const name = cutToWidth(file.name, room, glyphs.more);
  return spread(
    [span(` ${['modwhy', state.title].filter((part) => part !== '').join(' ')}  `, 'quiet'), span(name, 'strong'), span(more)],
    row(`${right} `, file.paused ? 'doubtful' : 'quiet'),
    width,
    glyphs.more,
  );
}

function figures({ ended }: State, { rate, behind, window }: FileState): string[] {
  const megabytes = Math.round(behind / 1e6);
  return [...(megabytes > 0 ? [words.live.behind(megabytes)] : []), ...(ended ? [] : [words.live.rate(rate)]), words.lines(window.total)];
}

function below(state: State, { columns, rows }: Size, glyphs: Glyphs): Row[] {
  const finding = chosenFinding(state);
  const found = findingRows(state, columns, false, glyphs);
  const fix = finding ? fixRows(finding, columns, glyphs) : [];
  const foundHeight = 1 + Math.min(Math.max(1, found.length), Math.max(1, Math.floor(rows * 0.2)));
  const wanted = finding ? 1 + Math.min(fix.length, Math.max(3, Math.floor(rows * 0.3))) : 0;
  const fixHeight = rows - foundHeight - wanted >= LEAST_LOG + 1 ? wanted : 0;
  return [
    ...logPane(state, columns, rows - foundHeight - fixHeight, glyphs),
    ...foundPane(state, found, columns, foundHeight, glyphs),
    ...(finding && fixHeight > 0 ? fixPane(finding, fix, columns, fixHeight, glyphs) : []),
  ];
}

function beside(state: State, { columns, rows }: Size, glyphs: Glyphs): Row[] {
  const left = Math.floor(columns * 0.62);
  const right = columns - left - 1;
  const finding = chosenFinding(state);
  const found = findingRows(state, right, true, glyphs);
  const foundHeight = finding ? 1 + Math.min(found.length, Math.floor(rows * 0.35)) : rows;
  const why = finding ? blockRows(finding.reading.why, { width: right, glyphs, cursor: -1, airy: false }) : [];
  const whyHeight = finding ? Math.min(1 + why.length, Math.floor((rows - foundHeight) / 2)) : 0;
  const side = [
    ...foundPane(state, found, right, foundHeight, glyphs),
    ...(finding
      ? paneRows({ title: `${words.pane.why}  ${finding.reading.code}`, rows: why, cursor: 0 }, right, whyHeight, false, glyphs)
      : []),
    ...(finding ? fixPane(finding, fixRows(finding, right, glyphs), right, rows - foundHeight - whyHeight, glyphs) : []),
  ];
  return logPane(state, left, rows, glyphs).map((spans, index) => [...spans, span(glyphs.divider, 'rule'), ...side[index]!]);
}

function logPane(state: State, width: number, height: number, glyphs: Glyphs): Row[] {
  const file = state.files[state.file]!;
  const rows = logRows(state, file, width, height - 1, glyphs);
  const title =
    state.files.length > 1 ? `${words.pane.log}  ${cutToWidth(file.name, Math.max(8, width - 12), glyphs.more)}` : words.pane.log;
  return paneRows({ title, rows: rows.map((spans) => ({ row: spans, block: 0 })), cursor: 0 }, width, height, true, glyphs);
}

function foundPane(state: State, rows: readonly ContentRow[], width: number, height: number, glyphs: Glyphs): Row[] {
  const at = state.findings.findIndex(({ id }) => id === chosenFinding(state)?.id);
  const none: ContentRow[] = wrapHard(state.ended ? words.live.nothingAtEnd : words.live.nothing, width - 3).map((text) => ({
    row: row(`  ${text}`, 'quiet'),
    block: 0,
  }));
  const count = state.findings.length;
  const title = count > 1 ? `${words.live.findings}  ${thousands(count)}` : words.live.findings;
  const shown = rows.length > 0 ? newestAnd(at, rows, height - 1) : none;
  return paneRows({ title, rows: shown, cursor: Math.max(0, at) }, width, height, false, glyphs);
}

/** The newest ones stay in sight, and the chosen one does: where both do not fit, it stands below them. */
function newestAnd(chosen: number, rows: readonly ContentRow[], room: number): readonly ContentRow[] {
  if (rows.slice(0, room).filter(({ block }) => block === chosen).length === rows.filter(({ block }) => block === chosen).length)
    return rows.slice(0, room);
  const own = rows.filter(({ block }) => block === chosen).slice(0, room);
  return [...rows.slice(0, room - own.length), ...own];
}

function findingRows(state: State, width: number, column: boolean, glyphs: Glyphs): ContentRow[] {
  const chosen = chosenFinding(state);
  const labels = Math.max(0, ...state.findings.map(({ reading }) => displayWidth(reading.label)));
  return state.findings.flatMap((finding, index): ContentRow[] => {
    const { reading, line, times } = finding;
    const here = finding.id === chosen?.id;
    const label = reading.label + ' '.repeat(labels - displayWidth(reading.label));
    const tone = STANDING_TONE[reading.standing];
    const head: Row = [
      span(here ? `${glyphs.cursor} ` : '  ', 'cursor'),
      span(`${markOf(reading.standing, glyphs)} `, tone),
      span(`${label}  `, tone),
    ];
    const where = `${line === null ? '' : ` ${thousands(line)}`}${times > 1 ? `  x${times}` : ''} `;
    const title = span(reading.title, here ? 'strong' : 'plain');
    const code = span(`${reading.code}${reading.code === '' ? '' : '  '}`, 'quiet');
    if (!column) return [{ row: spread([...head, code, title], row(where, 'quiet'), width, glyphs.more), block: index }];
    const titles = wrapHard(reading.title, width - 5).slice(0, here ? 3 : 1);
    return [
      spread([...head, code], row(where, 'quiet'), width, glyphs.more),
      ...titles.map((text): Row => [span('    '), { ...title, text }]),
    ].map((spans) => ({ row: spans, block: index }));
  });
}

function fixRows({ reading }: Finding, width: number, glyphs: Glyphs): ContentRow[] {
  return blockRows(reading.fix, { width, glyphs, cursor: -1, airy: false });
}

function fixPane({ reading, settled }: Finding, rows: readonly ContentRow[], width: number, height: number, glyphs: Glyphs): Row[] {
  const title = [words.pane.fix, reading.code, settled ? '' : words.live.mayChange].filter((part) => part !== '').join('  ');
  return paneRows({ title, rows, cursor: 0 }, width, height, false, glyphs);
}
