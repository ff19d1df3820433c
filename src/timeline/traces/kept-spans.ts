import type { Span } from '../../model/span.ts';

/** A span that is still filled in. */
export type RunningSpan = { -readonly [K in keyof Span]: Span[K] };

/** Most spans of a report: as many from the start as from the end. */
const mostSpans = 2000;

/** The first and the last spans that began; the others are only counted. */
export interface KeptSpans {
  add(span: RunningSpan): void;
  /** In the order in which they began. */
  all(): Span[];
  seen(): number;
}

/** @param most kept in all */
export function createKeptSpans(most = mostSpans): KeptSpans {
  const half = most / 2;
  const head: Span[] = [];
  const tail: Span[] = [];
  let seen = 0;
  return {
    add(span) {
      if (head.length < half) head.push(span);
      else tail[(seen - half) % half] = span;
      seen++;
    },
    all() {
      const oldest = Math.max(0, seen - half) % half;
      return seen <= most ? [...head, ...tail] : [...head, ...tail.slice(oldest), ...tail.slice(0, oldest)];
    },
    seen: () => seen,
  };
}
