import type { Line } from '../model/line.ts';

/** Of the lines of traces so many are held like all others, and so many of the last ones beside them. */
const most = 20_000;

/** The last lines of long traces: whoever reads the log sees them, and the memory does not grow with the trace. */
export interface TraceLines {
  /** @returns false for one that is to be held like others */
  take(line: Line): boolean;
  /** All lines with these, in order. */
  among(lines: readonly Line[]): readonly Line[];
  dropped(): number;
}

export function createTraceLines(): TraceLines {
  const ring: Line[] = [];
  let seen = 0;
  return {
    take(line) {
      if (seen++ < most) return false;
      ring[(seen - most - 1) % most] = line;
      return true;
    },
    among(lines) {
      if (ring.length === 0) return lines;
      const oldest = seen - most <= most ? 0 : (seen - most) % most;
      const last = [...ring.slice(oldest), ...ring.slice(0, oldest)];
      const all: Line[] = [];
      let next = 0;
      for (const line of lines) {
        while (next < last.length && last[next]!.number < line.number) all.push(last[next++]!);
        all.push(line);
      }
      while (next < last.length) all.push(last[next++]!);
      return all;
    },
    dropped: () => Math.max(0, seen - 2 * most),
  };
}
