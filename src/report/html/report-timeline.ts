import { thousands } from '../../i18n/numbers.ts';
import type { Sides } from '../../model/sides.ts';
import { buildWaterfall, failed } from '../waterfall/build.ts';
import { tookText, whatText } from '../waterfall/columns.ts';
import { clockText, shortDuration, signedDuration } from '../waterfall/duration.ts';
import type { Track, Waterfall, WaterfallRow } from '../waterfall/model.ts';
import { drawing, share, swatch } from './charts.ts';
import { scroller, section } from './document.ts';
import { type Content, element, type Markup } from './markup.ts';
import type { Asked } from './report-incident.ts';

const TALL = 25;

/** Requests, commands, errors and silences of all sources as bars, one table for each clock; a request has what its proxy saw beside it. */
export function timelineSection(asked: Asked): Markup | null {
  const { report, texts, words } = asked;
  const fall = buildWaterfall(report);
  if (fall.rows.length === 0) return null;
  const sides = proxyRows(report.sides ?? []);
  return section(
    'timeline',
    words.report.timeline,
    element(
      'p',
      { class: 'quiet kinds' },
      texts.waterfall.rows(fall.rows.length, fall.left),
      kinds
        .filter((kind) => fall.rows.some((row) => row.start !== null && kindOf(row) === kind))
        .map((kind) => [' ', element('span', {}, swatch(`bar-${kind}`), words.report.kind[kind])]),
    ),
    fall.tracks.map((track) => trackTable(fall, track, sides, asked)),
  );
}

type ProxyRows = ReadonlyMap<number, readonly { readonly file: string; readonly row: Sides['rows'][number] }[]>;

/** What proxies saw, by the line of the log that has the same request. */
function proxyRows(sides: readonly Sides[]): ProxyRows {
  const found = new Map<number, { file: string; row: Sides['rows'][number] }[]>();
  for (const { file, rows } of sides)
    for (const row of rows) if (row.fileLine !== null) found.set(row.line, [...(found.get(row.line) ?? []), { file, row }]);
  return found;
}

function trackTable(fall: Waterfall, track: Track, sides: ProxyRows, asked: Asked): Content {
  const { texts, words } = asked;
  const { column, scale, setBack } = texts.waterfall;
  const rows = fall.rows.slice(track.from, track.to);
  const notes = [
    ...(track.name === '' ? [] : [track.name]),
    ...(track.setBack === null ? [] : [setBack(shortDuration(track.setBack))]),
    ...(scale[track.scale] === '' ? [] : [scale[track.scale]]),
  ];
  const shown = {
    start: rows.some(({ start }) => start !== null),
    took: rows.some((row) => tookText(row, texts) !== ''),
    status: rows.some(({ status }) => status !== null),
  };
  const th = (text: Content, className: string | null = null) => element('th', { scope: 'col', class: className }, text);
  const table = element(
    'table',
    { class: 'timeline' },
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        th(column.line, 'number'),
        shown.start ? th(column.start, 'number wide') : null,
        shown.took ? th(column.took, 'number wide') : null,
        shown.status ? th(column.status, 'number wide') : null,
        th(column.what),
        shown.start ? th(['0', element('span', {}, shortDuration(track.length))], 'axis') : null,
      ),
    ),
    element(
      'tbody',
      {},
      rows.map((row, index) => timelineRow(row, track.from + index === fall.firstError, track, shown, sides, asked)),
    ),
  );
  const body = scroller(track.name === '' ? words.report.timeline : track.name, table);
  return [
    notes.length === 0 ? null : element('p', { class: 'quiet' }, notes.join(texts.join.colon)),
    rows.length > TALL ? element('div', { class: 'tall' }, body) : body,
  ];
}

interface Shown {
  readonly start: boolean;
  readonly took: boolean;
  readonly status: boolean;
}

function timelineRow(row: WaterfallRow, first: boolean, track: Track, shown: Shown, sides: ProxyRows, { texts, words }: Asked): Markup {
  const seen = row.file === null && row.line !== null ? (sides.get(row.line) ?? []) : [];
  return element(
    'tr',
    { class: `row-${kindOf(row)}${first ? ' first-error' : ''}` },
    element('td', { class: 'number' }, row.line === null ? '' : thousands(row.line)),
    shown.start
      ? element(
          'td',
          { class: 'number wide', title: row.at === null ? null : clockText(row.at) },
          row.start === null ? '' : signedDuration(row.start),
        )
      : null,
    shown.took ? element('td', { class: 'number wide' }, tookText(row, texts)) : null,
    shown.status ? element('td', { class: 'number wide' }, row.status ?? '') : null,
    element(
      'td',
      { class: 'what' },
      first ? element('strong', { class: 'is-unsafe' }, texts.waterfall.firstError, ' ') : null,
      element('code', {}, whatText(row, '…', texts)),
      seen.map(({ file, row: other }) =>
        element(
          'span',
          { class: 'quiet proxy' },
          words.report.proxySaw(
            file,
            other.fileLine!,
            other.proxyStatus === null ? '' : String(other.proxyStatus),
            other.proxyMs === null ? '' : shortDuration(other.proxyMs),
          ),
        ),
      ),
    ),
    shown.start ? element('td', { class: 'axis' }, bar(row, track)) : null,
  );
}

const kinds = ['ok', 'failed', 'not-found', 'open', 'gap', 'event'] as const;
type Kind = (typeof kinds)[number];

function kindOf(row: WaterfallRow): Kind {
  if (row.kind === 'gap') return 'gap';
  if (failed(row)) return 'failed';
  if (row.outcome === 'open' || row.outcome === 'not-found') return row.outcome;
  return row.outcome === null ? 'event' : 'ok';
}

function bar(row: WaterfallRow, { length }: Track): Markup | null {
  const { start, ms } = row;
  if (start === null) return null;
  const kind = kindOf(row);
  if (length <= 0 || (ms === null && kind !== 'open')) {
    const x = share(length > 0 ? start : 0, length);
    return drawing('track', null, element('rect', { class: `bar-${kind}`, x, y: '15%', width: 3, height: '70%' }));
  }
  const size = kind === 'open' ? length - start : (ms ?? 0);
  return drawing(
    'track',
    null,
    // However short, it is seen.
    element('rect', { class: `bar-${kind}`, x: share(start, length), y: '15%', width: 2, height: '70%' }),
    element('rect', { class: `bar-${kind}`, x: share(start, length), y: '15%', width: share(size, length), height: '70%', rx: 2 }),
  );
}
