import type { TimelineEvent } from '../../model/report.ts';
import { draftOf, eventTracks } from './from-events.ts';
import { spanTracks } from './from-spans.ts';
import type { Draft, DraftTrack, Traced, TraceSpan, Track, Waterfall, WaterfallRow } from './model.ts';

/** Beside spans only what the spans do not tell. */
const besideSpans: ReadonlySet<TimelineEvent['kind']> = new Set(['command', 'error', 'retry', 'exit']);

/** The waterfall of a report: its spans where it has some, else its timeline. Nothing has a time that the log does not give. */
export function buildWaterfall({ timeline, spans = [], input }: Traced): Waterfall {
  const cut = input.cut.filter(({ limit }) => limit === (spans.length > 0 ? 'spans' : 'timeline'));
  const tracks = spans.length > 0 ? spansWithEvents(spans, cut.length === 0, timeline) : eventTracks(timeline);
  const rows: WaterfallRow[] = [];
  const joined = tracks.map((track, index) => {
    const from = rows.length;
    const { zero, length } = axisOf(track);
    for (const row of track.rows) rows.push({ ...row, track: index, start: row.start === null ? null : row.start - zero });
    return { scale: track.scale, name: track.name, setBack: track.setBack, from, to: rows.length, length } satisfies Track;
  });
  const firstError = rows.findIndex(failed);
  return {
    rows,
    tracks: joined,
    firstError: firstError < 0 ? null : firstError,
    left: cut.reduce((sum, { seen, kept }) => sum + Math.max(0, seen - kept), 0),
  };
}

/** Whether a row is an error. A server that has not got something may still be right. */
export function failed({ kind, outcome }: Pick<WaterfallRow, 'kind' | 'outcome'>): boolean {
  return kind === 'error' || outcome === 'failed';
}

/** Events beside the spans of their log: on the same scale where the moment of a span is known, else only between them by their lines. */
function spansWithEvents(spans: readonly TraceSpan[], whole: boolean, timeline: readonly TimelineEvent[]): DraftTrack[] {
  const tracks = spanTracks(spans, whole);
  const zero = zeroOf(spans, timeline);
  const homes = new Map<string, DraftTrack>();
  let home: DraftTrack | undefined;
  for (const track of tracks) {
    if (track.rows[0]!.file !== null) continue;
    home ??= track;
    for (const { lane } of track.rows) if (!homes.has(lane)) homes.set(lane, track);
  }
  const beside = timeline.filter(({ kind }) => besideSpans.has(kind));
  if (!home) return [...eventTracks(beside), ...tracks];
  const extra = new Map<DraftTrack, Draft[]>();
  let last = Number.NEGATIVE_INFINITY;
  for (const event of beside) {
    const track = homes.get(event.lane) ?? home;
    // A clock that went back gives no place on the scale.
    const placed = zero !== null && track.scale === 'measured' && event.clock === zero.clock && event.t! >= last;
    if (placed) last = event.t!;
    const rows = extra.get(track) ?? [];
    extra.set(track, rows);
    rows.push(draftOf(event, placed ? zero.t : null));
  }
  return tracks.map((track) => ({ ...track, rows: byLine(at(track, zero), extra.get(track) ?? []) }));
}

interface Zero {
  readonly t: number;
  readonly clock: 'utc' | 'local' | 'relative';
}

/** When the first span of the log began, by an event that stands on the line on which a measured span begins; null where there is none. */
function zeroOf(spans: readonly TraceSpan[], timeline: readonly TimelineEvent[]): Zero | null {
  const starts = new Map<number, number>();
  for (const { file, clock, line, endLine, start } of spans)
    if (file === null && clock === 'measured' && line !== endLine) starts.set(line, start);
  for (const { line, t, clock } of timeline) {
    const start = starts.get(line);
    if (start !== undefined && t !== null && clock !== 'order') return { t: t - start, clock };
  }
  return null;
}

function at({ rows, scale }: DraftTrack, zero: Zero | null): readonly Draft[] {
  if (zero === null || scale !== 'measured' || rows[0]!.file !== null) return rows;
  return rows.map((row) => (row.start === null ? row : { ...row, at: { t: zero.t + row.start, clock: zero.clock } }));
}

/** Both lists are in the order of their lines; a silence stays before the row that ends it. */
function byLine(rows: readonly Draft[], events: readonly Draft[]): Draft[] {
  const result: Draft[] = [];
  let next = 0;
  rows.forEach((row, index) => {
    const line = row.line ?? rows[index + 1]!.line!;
    if (row.line === null || rows[index - 1]?.line !== null)
      for (; next < events.length && events[next]!.line! < line; next++) result.push(events[next]!);
    result.push(row);
  });
  return [...result, ...events.slice(next)];
}

function axisOf({ rows }: DraftTrack): { zero: number; length: number } {
  let [zero, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { start, ms } of rows) {
    if (start === null) continue;
    zero = Math.min(zero, start);
    end = Math.max(end, start + (ms ?? 0));
  }
  return zero <= end ? { zero, length: end - zero } : { zero: 0, length: 0 };
}
