import { type Interval, idleStretches } from './idle.ts';
import type { Draft, DraftTrack, TraceSpan } from './model.ts';

/** Spans as tracks: those with measured times on one scale, the others with one for each lane or file, in the order of their lines. @param whole none was left out */
export function spanTracks(spans: readonly TraceSpan[], whole: boolean): DraftTrack[] {
  const tracks = new Map<string, DraftTrack>();
  for (const span of spans) {
    const own = span.clock === 'derived' ? span.lane : '';
    const key = `${span.file ?? ''}\n${span.clock}\n${own}`;
    let track = tracks.get(key);
    if (!track) tracks.set(key, (track = { scale: span.clock, name: span.file ?? own, setBack: null, rows: [] }));
    track.rows.push(draftOf(span));
  }
  return [...tracks.values()].map((track) => {
    const rows = track.rows
      .map((row, index) => ({ row, index }))
      .sort((a, b) => a.row.line! - b.row.line! || a.index - b.index)
      .map(({ row }) => row);
    return { ...track, rows: whole && track.scale === 'measured' ? withGaps(rows) : rows };
  });
}

function draftOf({ kind, what, host, module, version, text, lane, file, line, start, ms, outcome, status, attempt }: TraceSpan): Draft {
  const thing = module === null ? text.replace(/^https?:\/\//, '') : version === null ? module : `${module}@${version}`;
  const label = module === null && kind !== 'request' ? text || what : `${thing} ${what}`;
  return { kind, label, host, lane, file, line, start, ms, outcome, status, attempt, at: null };
}

const LEAST_GAP = 1000;
const GAP_SHARE = 0.05;

/** Long stretches in which surely nothing ran, each before the row that ends it. */
function withGaps(rows: readonly Draft[]): Draft[] {
  const intervals = busyIntervals(rows);
  const from = intervals[0]?.from ?? 0;
  const to = intervals.reduce((latest, interval) => (Number.isFinite(interval.to) ? Math.max(latest, interval.to) : latest), from);
  const least = Math.max(LEAST_GAP, (to - from) * GAP_SHARE);
  const gaps = idleStretches(intervals).filter((gap) => gap.to - gap.from >= least);
  const before = new Map<Draft, Draft>();
  for (const gap of gaps) {
    const next = rows.find(({ start }) => start === gap.to)!;
    const { lane, file } = next;
    const ms = gap.to - gap.from;
    before.set(next, {
      kind: 'gap',
      label: '',
      host: null,
      lane,
      file,
      line: null,
      start: gap.from,
      ms,
      outcome: null,
      status: null,
      attempt: 1,
      at: null,
    });
  }
  return rows.flatMap((row) => (before.has(row) ? [before.get(row)!, row] : [row]));
}

/** When each row ran, sorted. Without a known end it may have run until the next one began; without any end, for good. */
export function busyIntervals(rows: readonly Draft[]): Interval[] {
  const timed = rows.filter((row) => row.start !== null).sort((a, b) => a.start! - b.start!);
  return timed.map(({ start, ms, outcome }, index) => ({
    from: start!,
    to: ms !== null ? start! + ms : outcome === 'open' ? Number.POSITIVE_INFINITY : (timed[index + 1]?.start ?? start!),
  }));
}
