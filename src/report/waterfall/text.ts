import { type Language, type Texts, textsOf } from '../../i18n/texts.ts';
import { guardData } from '../guard.ts';
import { createPaint, type Paint } from '../paint.ts';
import { displayWidth, padToWidth } from '../width.ts';
import { wrap } from '../wrap.ts';
import { asciiBars, drawBar, unicodeBars } from './bar.ts';
import { buildWaterfall, failed } from './build.ts';
import { atRight, fittedWhat, scaleText, sinceBefore, sinceError, tookText } from './columns.ts';
import { shortDuration, signedDuration } from './duration.ts';
import type { Traced, Track, Waterfall } from './model.ts';

const NARROWEST = 80;
const WIDEST = 240;
/** From here on there is room to say how far each row is from the first error. */
const ROOMY = 110;
const BAR_SHARE = 0.45;

export interface WaterfallOptions {
  /** Columns of the terminal. @default 80 */
  readonly width?: number | undefined;
  readonly ascii?: boolean;
  readonly color?: boolean;
  readonly language?: Language;
}

interface Style {
  readonly width: number;
  readonly ascii: boolean;
  readonly ellipsis: string;
  readonly texts: Texts;
  readonly paint: Paint;
}

/** The waterfall as a table: line, start, delta, duration, what it was, and its bar on the scale of its track. Ends with a line end. */
export function renderWaterfall(
  report: Traced,
  { width = NARROWEST, ascii = false, color = false, language }: WaterfallOptions = {},
): string {
  const texts = textsOf(language);
  const style: Style = {
    width: Math.min(WIDEST, Math.max(NARROWEST, width)),
    ascii,
    ellipsis: ascii ? '...' : '…',
    texts,
    paint: createPaint(color),
  };
  const { timeline, spans, input } = report;
  const fall = buildWaterfall(guardData({ timeline, input, ...(spans && { spans }) }, { ascii }));
  const head = [`${style.paint.heading(texts.waterfall.title)}${texts.join.colon}${summary(fall, texts)}`];
  const blocks = fall.tracks.map((track) => trackLines(fall, track, style));
  return `${[head, ...(blocks.length > 0 ? blocks : [[texts.waterfall.none]])].map((lines) => lines.map((line) => line.trimEnd()).join('\n')).join('\n\n')}\n`;
}

function summary({ rows, tracks, firstError, left }: Waterfall, { waterfall, join, line }: Texts): string {
  const [only] = tracks;
  const error = firstError === null ? null : rows[firstError]!;
  return [
    waterfall.rows(rows.length, left),
    ...(tracks.length === 1 && only!.length > 0 ? [shortDuration(only!.length)] : []),
    ...(error
      ? [`${waterfall.firstError}${join.bracketed(line(error.line!))}${error.start === null ? '' : ` ${signedDuration(error.start)}`}`]
      : []),
  ].join(join.comma);
}

function trackLines(fall: Waterfall, track: Track, style: Style): string[] {
  const { width, ellipsis, texts, paint, ascii } = style;
  const { column, scale, setBack } = texts.waterfall;
  const indexes = Array.from({ length: track.to - track.from }, (_, index) => track.from + index);
  const cells = indexes.map((index) => cellsOf(fall, index, texts));
  const shown = [
    { head: column.line, cells: cells.map(({ line }) => line) },
    { head: column.start, cells: cells.map(({ start }) => start) },
    { head: column.delta, cells: cells.map(({ delta }) => delta) },
    ...(width >= ROOMY ? [{ head: column.toError, cells: cells.map(({ toError }) => toError) }] : []),
    { head: column.took, cells: cells.map(({ took }) => took) },
    { head: column.status, cells: cells.map(({ status }) => status) },
  ]
    .filter((candidate) => candidate.cells.some((cell) => cell !== ''))
    .map((candidate) => ({
      ...candidate,
      columns: candidate.cells.reduce((most, cell) => Math.max(most, displayWidth(cell)), displayWidth(candidate.head)),
    }));
  const taken = shown.reduce((sum, { columns }) => sum + columns + 2, 2);
  const scaled = indexes.some((index) => fall.rows[index]!.start !== null);
  const bars = scaled ? Math.floor((width - taken) * BAR_SHARE) : 0;
  const room = width - taken - (scaled ? bars + 2 : 0);
  const row = (mark: string, texts: readonly string[], what: string, bar: string) =>
    `${mark} ${texts.map((text, index) => `${atRight(text, shown[index]!.columns)}  `).join('')}${padToWidth(what, room)}${scaled ? `  ${bar}` : ''}`;
  const notes = [
    ...(track.name === '' ? [] : [track.name]),
    ...(track.setBack === null ? [] : [setBack(shortDuration(track.setBack))]),
    ...(scale[track.scale] === '' ? [] : [scale[track.scale]]),
  ];
  const window = { from: 0, to: track.length };
  return [
    ...(notes.length > 0 ? wrap(notes.join(texts.join.colon), width) : []),
    paint.row(
      row(
        ' ',
        shown.map(({ head }) => head),
        column.what,
        scaleText(0, track.length, bars),
      ).trimEnd(),
    ),
    ...indexes.map((index, at) => {
      const item = fall.rows[index]!;
      const what = fittedWhat(item, index === fall.firstError, room, ellipsis, texts);
      const line = row(
        failed(item) ? '!' : ' ',
        shown.map(({ cells }) => cells[at]!),
        what,
        drawBar(item, window, bars, ascii ? asciiBars : unicodeBars).join(''),
      ).trimEnd();
      return index === fall.firstError ? paint.command(line) : item.kind === 'gap' ? paint.quiet(line) : line;
    }),
  ];
}

function cellsOf(fall: Waterfall, index: number, texts: Texts) {
  const row = fall.rows[index]!;
  const delta = sinceBefore(fall, index);
  const toError = sinceError(fall, index);
  return {
    line: row.line === null ? '' : String(row.line),
    start: row.start === null ? '' : signedDuration(row.start),
    delta: delta === null ? '' : signedDuration(delta),
    toError: toError === null ? '' : signedDuration(toError),
    took: tookText(row, texts),
    status: row.status === null ? '' : String(row.status),
  };
}
