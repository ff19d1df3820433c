import type { Texts } from '../../i18n/texts.ts';
import type { Traces } from '../../model/span.ts';
import type { RerunReason, TraceMark } from '../../model/trace-mark.ts';

const mostRows = 50;

/** Why tests were run again, as `GODEBUG=gocachetest=1` tells: go looks twice for each package, and says the same twice. */
export interface Reruns {
  read(mark: TraceMark & { is: 'rerun' }, line: number): void;
  all(words: Texts['trace']['rerun']): NonNullable<Traces['reruns']>;
}

export function createReruns(): Reruns {
  const rows = new Map<string, { package: string | null; why: RerunReason; detail: string; line: number }>();
  return {
    read({ package: name, why, detail }, line) {
      const key = `${name}\n${why}\n${detail}`;
      if (rows.size < mostRows && !rows.has(key)) rows.set(key, { package: name, why, detail, line });
    },
    all: (words) =>
      [...rows.values()].map(({ package: name, why, detail, line }) => ({ package: name, because: words[why](detail), line })),
  };
}
