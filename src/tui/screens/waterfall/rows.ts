import type { Texts } from '../../../i18n/texts.ts';
import { drawBar } from '../../../report/waterfall/bar.ts';
import { failed } from '../../../report/waterfall/build.ts';
import { atRight, fittedWhat, scaleText, tookText } from '../../../report/waterfall/columns.ts';
import { shortDuration } from '../../../report/waterfall/duration.ts';
import type { WaterfallRow } from '../../../report/waterfall/model.ts';
import { displayWidth } from '../../../report/width.ts';
import { logContent } from '../../log/log-rows.ts';
import type { LogSource } from '../../log/log-source.ts';
import type { Size } from '../../shell/screen.ts';
import type { Glyphs } from '../../view/glyphs.ts';
import { clamp } from '../../view/motion.ts';
import { lineNumber, paneRows } from '../../view/pane.ts';
import { fitRow, type Row, row, span, spread } from '../../view/row.ts';
import type { Tone } from '../../view/theme.ts';
import { wrapHard } from '../../view/wrap-rows.ts';
import { thousands, words } from '../../words.ts';
import { rowAt, type WaterfallState, windowOf } from './state.ts';
import { detailTexts, timeText } from './times.ts';

/** What the screen shows beside its state. */
export interface WaterfallView {
  readonly name: string;
  readonly log: LogSource;
  readonly texts: Texts;
}

const ROOMY = 60;
const WITH_LINES = 80;
const TALL = 16;
const TIME = 12;
const TOOK = 11;
const BAR_SHARE = 0.5;
const nothing: ReadonlySet<number> = new Set();

/** Bars with their times, below them all about the one with the cursor; or the log at its line. */
export function waterfallRows(state: WaterfallState, view: WaterfallView, { columns, rows }: Size, glyphs: Glyphs): Row[] {
  const head = headRow(state, view.name, columns, glyphs);
  if (state.log !== null) {
    const log = { line: state.log, shift: 0, wrap: false, evidence: nothing, query: '' };
    const content = logContent(view.log, log, words.waterfall.log, columns, rows - 2, glyphs);
    return [head, ...paneRows(content, columns, rows - 1, true, glyphs)];
  }
  const below = rows >= TALL ? 3 : 1;
  const room = rows - 3 - below;
  const { shown, cursor, fall } = state;
  const top = clamp(cursor - Math.floor(room / 2), 0, Math.max(0, shown.length - room));
  const layout = layoutOf(state, columns, displayWidth(view.texts.waterfall.column.line));
  const visible = shown.slice(top, top + room);
  const list = visible.map((index, at) => barRow(state, index, top + at === cursor, layout, glyphs, view.texts));
  if (shown.length === 0) list.push(row(`  ${fall.rows.length === 0 ? words.waterfall.nothing : words.waterfall.none}`, 'quiet'));
  const position = shown.length > room ? `  ${words.of(top + 1, top + visible.length, shown.length)}` : '';
  const title = paneRows({ title: words.waterfall.title + position, rows: [], cursor: 0 }, columns, 1, true, glyphs);
  const fitted = [scaleRow(state, layout, glyphs.more, view.texts), ...list].map((spans) => fitRow(spans, columns, glyphs.more));
  while (fitted.length < room + 1) fitted.push(fitRow([], columns, ''));
  return [head, ...title, ...fitted, ...detail(state, view.texts, columns, below, glyphs)];
}

function headRow({ fall, shown, filter }: WaterfallState, name: string, columns: number, glyphs: Glyphs): Row {
  const left: Row = [
    span(' modwhy  ', 'quiet'),
    span(name, 'strong'),
    span(filter === '' ? '' : `  ${words.waterfall.filtered(filter)}`, 'doubtful'),
  ];
  const counted = words.waterfall.rows(thousands(shown.length), thousands(fall.rows.length));
  const more = fall.left > 0 ? words.comma + words.waterfall.left(thousands(fall.left)) : '';
  return spread(left, row(`${counted}${more} `, 'quiet'), columns, glyphs.more);
}

/** Columns of the parts of a row; 0: not shown. */
interface Layout {
  readonly line: number;
  readonly time: number;
  readonly took: number;
  readonly what: number;
  readonly bar: number;
}

/** @param least columns of line numbers */
function layoutOf(state: WaterfallState, columns: number, least: number): Layout {
  const last = state.fall.rows.at(-1)?.line ?? 1;
  const line = columns >= WITH_LINES ? Math.max(least, lineNumber(last, 0).length) + 2 : 0;
  const time = columns >= ROOMY ? TIME + 2 : 0;
  const rest = columns - 3 - line - time - TOOK - 2;
  const scaled = rowAt(state)?.start !== null || state.fall.tracks.some(({ scale }) => scale !== 'none');
  const bar = scaled ? Math.floor(rest * BAR_SHARE) : 0;
  return { line, time, took: TOOK, what: rest - bar - (scaled ? 1 : 0), bar };
}

function scaleRow(state: WaterfallState, layout: Layout, more: string, texts: Texts): Row {
  const window = windowOf(state);
  const item = rowAt(state);
  const track = item ? state.fall.tracks[item.track]! : null;
  const notes = track
    ? [track.name, track.setBack === null ? '' : texts.waterfall.setBack(shortDuration(track.setBack)), texts.waterfall.scale[track.scale]]
    : [];
  const zoomed = state.window ? words.waterfall.zoom(shortDuration(window.to - window.from)) : '';
  const note = [...notes, zoomed].filter((text) => text !== '').join(words.comma);
  const cells = [
    ...(layout.line > 0 ? [atRight(texts.waterfall.column.line, layout.line - 2), '  '] : []),
    ...(layout.time > 0 ? [atRight(words.waterfall.time[state.time], TIME), '  '] : []),
    atRight(texts.waterfall.column.took, TOOK),
    '  ',
  ];
  const scale = layout.bar > 0 && item && item.start !== null ? ` ${scaleText(window.from, window.to, layout.bar)}` : '';
  return [
    span(`   ${cells.join('')}`, 'quiet'),
    ...fitRow(row(note === '' ? texts.waterfall.column.what : note, note === '' ? 'quiet' : 'doubtful'), layout.what, more),
    span(scale, 'quiet'),
  ];
}

function barRow(state: WaterfallState, index: number, here: boolean, layout: Layout, glyphs: Glyphs, texts: Texts): Row {
  const item = state.fall.rows[index]!;
  const wrong = failed(item);
  const tone: Tone = wrong ? 'bad' : here ? 'strong' : item.kind === 'gap' ? 'quiet' : 'plain';
  const mine = rowAt(state)?.track === item.track;
  // A row on another clock has no place on this one's scale.
  const [before, bar, after] = mine ? drawBar(item, windowOf(state), layout.bar, glyphs.bars) : [' '.repeat(layout.bar), '', ''];
  return [
    span(here ? glyphs.cursor : ' ', 'cursor'),
    span(index === state.mark ? 'm' : ' ', 'notice'),
    span(wrong ? '!' : ' ', 'evidence'),
    ...(layout.line > 0 ? [span(`${atRight(item.line === null ? '' : thousands(item.line), layout.line - 2)}  `, 'quiet')] : []),
    ...(layout.time > 0 ? [span(`${atRight(timeText(state, index), TIME)}  `, here ? 'strong' : 'plain')] : []),
    span(`${atRight(tookText(item, texts), TOOK)}  `, here ? 'strong' : 'plain'),
    span(fittedWhat(item, index === state.fall.firstError, layout.what, glyphs.more, texts), tone),
    span(layout.bar > 0 ? ' ' : ''),
    span(before),
    span(bar, barTone(item)),
    span(after),
  ];
}

function barTone(item: WaterfallRow): Tone {
  if (failed(item)) return 'bad';
  if (item.outcome === 'not-found' || item.outcome === 'open' || item.kind === 'retry') return 'doubtful';
  return item.kind === 'gap' ? 'quiet' : 'row';
}

function detail(state: WaterfallState, texts: Texts, columns: number, height: number, glyphs: Glyphs): Row[] {
  const index = state.shown[state.cursor];
  const text = index === undefined ? '' : detailTexts(state, index, glyphs.more, texts).join(words.comma);
  const rule = height > 1 ? [row(glyphs.rule.repeat(columns), 'rule')] : [];
  const lines = wrapHard(text, columns - 2).map((line) => row(` ${line}`));
  const rows = [...rule, ...lines].slice(0, height).map((line) => fitRow(line, columns, glyphs.more));
  while (rows.length < height) rows.push(fitRow([], columns, ''));
  return rows;
}
