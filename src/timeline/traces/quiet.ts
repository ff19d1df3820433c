import type { Line } from '../../model/line.ts';
import type { Span } from '../../model/span.ts';

/** Silence that is worth a word, in milliseconds. */
const long = 10_000;
const most = 100;

/** A request without an answer, and how long nothing came after it. */
export interface Quiet {
  readonly span: Span;
  /** Null: the lines carry no time, and it was open when its command ended. */
  quietMs: number | null;
}

interface Waiting {
  /** The last line before the silence. */
  time: number | null;
  clock: Line['clock'];
}

/** Watches what runs while nothing is printed. */
export interface QuietWatch {
  /** A line comes while `oldest` runs. */
  before(lane: string, line: Line, oldest: Span): void;
  /** A line of a trace was read. */
  saw(lane: string, line: Line): void;
  /** The command ended. */
  ended(lane: string): void;
  /** Those that were never answered. @param open the oldest of each lane that still runs */
  all(open: readonly Span[]): readonly Quiet[];
}

export function createQuiet(): QuietWatch {
  const lanes = new Map<string, Waiting>();
  const found = new Map<Span, Quiet>();
  const note = (span: Span, quietMs: number | null) => {
    const known = found.get(span);
    if (known) known.quietMs = quietMs === null ? known.quietMs : Math.max(quietMs, known.quietMs ?? 0);
    else if (found.size < most) found.set(span, { span, quietMs });
  };
  const answered = () => {
    for (const span of found.keys()) if (span.outcome !== 'open') found.delete(span);
  };
  const gap = (lane: string, line: Line): number | null => {
    const last = lanes.get(lane);
    return last?.time != null && line.time !== null && last.clock === line.clock ? line.time - last.time : null;
  };
  return {
    before(lane, line, oldest) {
      const silent = gap(lane, line);
      if (silent !== null && silent >= long) {
        if (found.size >= most) answered();
        note(oldest, silent);
      } else if (line.kind === 'command' || line.kind === 'exit') note(oldest, null);
      if (line.time !== null && lanes.has(lane)) lanes.set(lane, { time: line.time, clock: line.clock });
    },
    saw: (lane, line) => void lanes.set(lane, { time: line.time, clock: line.clock }),
    ended: (lane) => void lanes.delete(lane),
    all(open) {
      answered();
      const more = open.filter((span) => !found.has(span)).map((span) => ({ span, quietMs: null }));
      return [...found.values(), ...more];
    },
  };
}
