import { logContent } from '../../log/log-rows.ts';
import type { LogSource } from '../../log/log-source.ts';
import type { Size } from '../../shell/screen.ts';
import type { Block } from '../../view/block.ts';
import { blockRows } from '../../view/block-rows.ts';
import type { Glyphs } from '../../view/glyphs.ts';
import { type Content, paneRows } from '../../view/pane.ts';
import { fitRow, type Row, row, span } from '../../view/row.ts';
import { words } from '../../words.ts';
import { causesPane } from './causes-pane.ts';
import { headerRows } from './header.ts';
import { shellNames } from './shells.ts';
import { share, splitHeight } from './split-height.ts';
import { lineAtCursor, nearestEvent, type Pane, panes, type State } from './state.ts';
import { withTimes } from './timeline-blocks.ts';

export interface Shown {
  readonly log: LogSource;
  readonly glyphs: Glyphs;
}

const TWO_COLUMNS = 120;
const STACKED = 80;
const STACK_ROWS = 18;
const LEAST_NEXT = 4;
const LOG_ROWS = 30;
const LEAST_LOG = 8;
const MOST_EXCERPT = 20;

/** Exactly `rows` rows of exactly `columns` columns. */
export function explainRows(shown: Shown, state: State, { columns, rows }: Size): Row[] {
  const head = headerRows(state.model, columns, shown.glyphs);
  return [...head, ...body(shown, state, { columns, rows: rows - head.length })];
}

function body(shown: Shown, state: State, size: Size): Row[] {
  const { columns, rows } = size;
  if (state.log) return paneRows(zoom(shown, state, state.log, columns, rows), columns, rows, true, shown.glyphs);
  if (columns >= TWO_COLUMNS) return twoColumns(shown, state, size);
  if (columns >= STACKED && rows + 2 >= STACK_ROWS) return stacked(shown, state, size);
  return single(shown, state, size);
}

function stacked(shown: Shown, state: State, { columns, rows }: Size): Row[] {
  const contents = (airy: boolean) => ({
    causes: causesPane(state.model, state, columns, false, shown.glyphs),
    why: blocksPane(shown, state, 'why', columns, airy),
    fix: blocksPane(shown, state, 'fix', columns, airy),
    timeline: blocksPane(shown, state, 'timeline', columns, airy),
  });
  const loose = contents(true);
  const needed = loose.causes.rows.length + loose.why.rows.length + loose.fix.rows.length + 3;
  const chosen = needed <= rows ? loose : contents(false);
  const instead = excerptInstead(state);
  const wants = {
    causes: chosen.causes.rows.length,
    why: chosen.why.rows.length,
    fix: chosen.fix.rows.length,
    timeline: instead ? MOST_EXCERPT : chosen.timeline.rows.length,
  };
  const heights = splitHeight(wants, state.focus, rows);
  return panes.flatMap((pane) => {
    const content = pane === 'timeline' && instead ? excerptOf(shown, state, columns, heights.timeline) : chosen[pane];
    return paneRows(content, columns, heights[pane], state.focus === pane, shown.glyphs);
  });
}

function twoColumns(shown: Shown, state: State, { columns, rows }: Size): Row[] {
  const { glyphs } = shown;
  const left = Math.min(48, Math.floor(columns * 0.3));
  const right = columns - left - 1;
  const pane = (content: Content, name: Pane, width: number, height: number) =>
    paneRows(content, width, height, state.focus === name, glyphs);
  const causes = causesPane(state.model, state, left, true, glyphs);
  const most = Math.floor(rows * (state.focus === 'timeline' ? 0.4 : 0.6));
  const causesRows = Math.min(causes.rows.length + 1, most);
  const timeline = blocksPane(shown, state, 'timeline', left, false);
  const leftRows = [...pane(causes, 'causes', left, causesRows), ...pane(timeline, 'timeline', left, rows - causesRows)];

  const excerpt = rows + 2 >= LOG_ROWS && state.model.lines > 0;
  const space = rows - (excerpt ? LEAST_LOG : 0);
  const why = blocksPane(shown, state, 'why', right, true);
  const fix = blocksPane(shown, state, 'fix', right, true);
  const [whyRows, fixRows] = share(why.rows.length + 1, fix.rows.length + 1, space, state.focus);
  const bottom = excerpt ? rows - whyRows - fixRows : 0;
  const rightRows = [
    ...pane(why, 'why', right, whyRows),
    ...pane(fix, 'fix', right, excerpt ? fixRows : rows - whyRows),
    ...(excerpt ? paneRows(excerptOf(shown, state, right, bottom), right, bottom, false, glyphs) : []),
  ];
  return leftRows.map((spans, index) => [...spans, span(glyphs.divider, 'rule'), ...rightRows[index]!]);
}

/** Where nothing is explained, or nothing has a time, the log itself says more than the timeline. */
function excerptInstead({ model, reading, focus }: State): boolean {
  return focus !== 'timeline' && model.lines > 0 && (model.timeline.length === 0 || model.readings[reading]!.standing === 'unknown');
}

/** A narrow or low screen: the pane that the keys act on, whole; what is left shows how the next ones begin. */
function single(shown: Shown, state: State, { columns, rows }: Size): Row[] {
  const result: Row[] = [];
  for (const pane of panes.slice(panes.indexOf(state.focus))) {
    const left = rows - result.length;
    if (result.length > 0 && left < LEAST_NEXT) break;
    const content =
      pane === 'causes' ? causesPane(state.model, state, columns, false, shown.glyphs) : blocksPane(shown, state, pane, columns, false);
    result.push(...paneRows(content, columns, Math.min(content.rows.length + 1, left), pane === state.focus, shown.glyphs));
  }
  return [...result, ...Array.from({ length: rows - result.length }, () => fitRow([], columns, ''))];
}

function blocksPane({ glyphs }: Shown, state: State, pane: Exclude<Pane, 'causes'>, width: number, airy: boolean): Content {
  const { model } = state;
  const reading = model.readings[state.reading]!;
  const focused = state.focus === pane;
  const blocks: readonly Block[] = pane === 'timeline' ? withTimes(model.timeline, state.time) : reading[pane];
  const resting = pane === 'timeline' ? nearestEvent(state) : 0;
  const cursor = focused ? state.cursor[pane] : -1;
  const shell = model.shell === null ? '' : shellNames[model.shell];
  const detail = { why: reading.code, fix: shell, timeline: words.time[state.time] }[pane];
  const title = detail ? `${words.pane[pane]}  ${detail}` : words.pane[pane];
  const rows = blockRows(blocks, { width, glyphs, cursor, airy });
  const empty = [{ row: row(`  ${words.noTimeline}`, 'quiet'), block: 0 }];
  return { title, rows: rows.length > 0 ? rows : empty, cursor: focused ? cursor : resting };
}

function zoom(shown: Shown, state: State, { line, shift, wrap }: NonNullable<State['log']>, width: number, height: number): Content {
  const view = { line, shift, wrap, query: state.query, evidence: state.model.readings[state.reading]!.evidence };
  const title = `${words.pane.log}  ${words.logAt(line, state.model.lines)}`;
  return withoutPosition(logContent(shown.log, view, title, width, height, shown.glyphs), height);
}

function excerptOf(shown: Shown, state: State, width: number, height: number): Content {
  const reading = state.model.readings[state.reading]!;
  const line = lineAtCursor(state) ?? lineAtCursor({ ...state, focus: 'causes' }) ?? state.model.lines;
  const view = { line, shift: 0, wrap: false, query: '', evidence: reading.evidence };
  const title = `${words.pane.log}  ${words.logAt(line, state.model.lines)}`;
  return withoutPosition(logContent(shown.log, view, title, width, height, shown.glyphs), height);
}

/** Only the rows around the cursor were made, so a position among them would mean nothing; the title says the line. */
function withoutPosition(content: Content, height: number): Content {
  const room = height - 1;
  const first = Math.max(
    0,
    content.rows.findIndex(({ block }) => block === content.cursor),
  );
  const top = Math.min(Math.max(0, content.rows.length - room), Math.max(0, first - Math.floor(room / 2)));
  return { ...content, rows: content.rows.slice(top, top + room) };
}
