import { guardText } from '../../report/guard.ts';
import type { Session } from '../../session/types.ts';

export interface LogLine {
  readonly number: number;
  readonly text: string;
  readonly kind: string;
}

/** The log as the screen may show it: secrets hidden by the session, everything else guarded here. */
export interface LogSource {
  readonly count: number;
  lines(from: number, count: number): readonly LogLine[];
}

const TAB = 8;

export function logSource(session: Session, count: number, ascii = false): LogSource {
  return {
    count,
    lines: (from, wanted) =>
      session
        .lines(Math.max(1, from), wanted)
        .map(({ number, text, kind }) => ({ number, kind, text: guardText(expandTabs(text), { ascii }) })),
  };
}

export function expandTabs(text: string): string {
  if (!text.includes('\t')) return text;
  let column = 0;
  return text.replace(/\t|[^\t]+/g, (part) => {
    const shown = part === '\t' ? ' '.repeat(TAB - (column % TAB)) : part;
    column += shown.length;
    return shown;
  });
}
