import type { Report, TimelineEvent } from '../../model/report.ts';
import type { Span } from '../../model/span.ts';

/** What a waterfall needs of a span of `report.spans`. */
export type TraceSpan = Pick<
  Span,
  | 'kind'
  | 'what'
  | 'host'
  | 'module'
  | 'version'
  | 'text'
  | 'file'
  | 'lane'
  | 'line'
  | 'endLine'
  | 'start'
  | 'ms'
  | 'clock'
  | 'outcome'
  | 'status'
  | 'attempt'
>;

/** A report, with spans where the log holds traces. */
export type Traced = Pick<Report, 'timeline' | 'input'> & { readonly spans?: readonly TraceSpan[] | undefined };

/** One bar, tick or silence. */
export interface WaterfallRow {
  readonly kind: TraceSpan['kind'] | TimelineEvent['kind'];
  /** What it was, without who was asked. */
  readonly label: string;
  readonly host: string | null;
  readonly lane: string;
  /** The file beside the log that `line` is in; null: the log. */
  readonly file: string | null;
  /** Null: a silence between two rows has no line of its own. */
  readonly line: number | null;
  /** Index of its track. */
  readonly track: number;
  /** Milliseconds since the track began; null: only the order is known. */
  readonly start: number | null;
  /** Null: it took no time that is known. */
  readonly ms: number | null;
  /** Of a span, how it ended. */
  readonly outcome: TraceSpan['outcome'] | null;
  readonly status: number | null;
  readonly attempt: number;
  /** What the clock of the log said; null: it is not known. */
  readonly at: { readonly t: number; readonly clock: 'utc' | 'local' | 'relative' } | null;
}

/** Rows whose times belong together. Times of two tracks cannot be compared. */
export interface Track {
  /** `measured`, `log`: times of clocks. `derived`: durations are measured, starts follow the order of the lines. `none`: order only. */
  readonly scale: 'measured' | 'log' | 'derived' | 'none';
  /** The file of the spans, or the lane whose own clock it is; empty otherwise. */
  readonly name: string;
  /** The clock of the log went back before its first row, by so many milliseconds. */
  readonly setBack: number | null;
  /** Index of its first row, and of the row behind its last one. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds that the axis spans. */
  readonly length: number;
}

/** What happened as rows on scales, in order. */
export interface Waterfall {
  readonly rows: readonly WaterfallRow[];
  readonly tracks: readonly Track[];
  /** Index of the first row that failed. */
  readonly firstError: number | null;
  /** Rows that are not here, since the report keeps only so many. */
  readonly left: number;
}

/** A row before its track is known to begin somewhere. */
export type Draft = Omit<WaterfallRow, 'track'>;

/** A track before the rows of all tracks are joined. Starts of its rows may begin anywhere. */
export interface DraftTrack {
  readonly scale: Track['scale'];
  readonly name: string;
  readonly setBack: number | null;
  readonly rows: Draft[];
}
