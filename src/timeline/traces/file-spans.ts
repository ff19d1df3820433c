import type { Span } from '../../model/span.ts';

/** Spans of a file beside the log, in the order of their starts. */
export interface FileOfSpans {
  readonly trace: string;
  readonly spans: readonly Span[];
  /** How many the file has; only so many are kept. */
  readonly seen: number;
}

/** What the files beside a log show together. Several may show the same build, so that its time counts once. */
export function sumFiles(files: readonly FileOfSpans[]): {
  readonly spans: readonly Span[];
  readonly seen: number;
  readonly failed: number;
  readonly open: number;
  readonly mostAtOnce: number;
  readonly buildMs: number;
} {
  const spans = files.flatMap((file) => file.spans);
  return {
    spans,
    seen: files.reduce((sum, file) => sum + file.seen, 0),
    failed: spans.filter(({ outcome }) => outcome === 'failed').length,
    open: spans.filter(({ outcome }) => outcome === 'open').length,
    mostAtOnce: spans.reduce((most, { beside }) => Math.max(most, beside + 1), 0),
    buildMs: files.reduce((most, file) => Math.max(most, unionOf(file.spans.filter(({ kind }) => kind === 'build'))), 0),
  };
}

/** Time in which at least one ran. */
function unionOf(spans: readonly Span[]): number {
  let sum = 0;
  let to = 0;
  for (const { start, ms } of spans) {
    const end = start + (ms ?? 0);
    sum += Math.max(0, end - Math.max(start, to));
    to = Math.max(to, end);
  }
  return sum;
}
