import type { TimelineEvent } from '../../model/report.ts';
import type { Draft, DraftTrack } from './model.ts';

/** A clock that lags this little behind is that of another process, not one that was set back. */
const JITTER = 1000;

/**
 * Events as tracks: one for each clock, one for each lane where clocks begin with their step, and a new one where a clock went back.
 * What has no time stands where its line is.
 */
export function eventTracks(events: readonly TimelineEvent[]): DraftTrack[] {
  const tracks = new Map<string, DraftTrack>();
  const last = new Map<string, { t: number; era: number }>();
  const early: Draft[] = [];
  let current: DraftTrack | null = null;
  for (const event of events) {
    const { t, clock, lane } = event;
    if (t === null || clock === 'order') {
      (current?.rows ?? early).push(draftOf(event, null));
      continue;
    }
    const before = last.get(`${clock}\n${lane}`);
    const back = before && before.t - t > JITTER ? before.t - t : null;
    const era = (before?.era ?? 0) + (back === null ? 0 : 1);
    last.set(`${clock}\n${lane}`, { t: back === null ? Math.max(t, before?.t ?? t) : t, era });
    const key = `${clock}\n${clock === 'relative' ? lane : ''}\n${era}`;
    current = tracks.get(key) ?? null;
    if (!current) tracks.set(key, (current = { scale: 'log', name: clock === 'relative' ? lane : '', setBack: back, rows: [] }));
    current.rows.push(draftOf(event, 0));
  }
  const [first, ...others] = tracks.values();
  if (!first) return early.length > 0 ? [{ scale: 'none', name: '', setBack: null, rows: early }] : [];
  return [{ ...first, rows: [...early, ...first.rows] }, ...others];
}

/** @param zero when the scale begins on the clock of the log; null: the row stands on no scale */
export function draftOf({ kind, text, lane, line, t, ms, clock }: TimelineEvent, zero: number | null): Draft {
  // A silence is told by the line that ends it.
  const from = t !== null && kind === 'gap' ? t - (ms ?? 0) : t;
  const start = from === null || zero === null ? null : from - zero;
  const at = from === null || clock === 'order' ? null : { t: from, clock };
  return {
    kind,
    label: text,
    host: null,
    lane,
    file: null,
    line,
    start,
    ms: start === null ? null : ms,
    outcome: null,
    status: null,
    attempt: 1,
    at,
  };
}
