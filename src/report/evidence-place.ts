import type { Evidence, Hypothesis, Report } from '../model/report.ts';

/** Where a quoted line stands: its number in the log, or the name of another file before it. */
export function whereOf({ source, line }: Evidence, log: string): string {
  return source.input === log ? String(line) : `${source.input}:${line}`;
}

/** The line of the log that supports a reading most; other files have lines of their own. */
export function firstLineOf(hypothesis: Hypothesis | undefined, { input }: Report): number | undefined {
  return hypothesis?.evidence.find(({ source }) => source.input === input.name)?.line;
}

/** The same line is quoted once, however many signals it fired. */
export function distinctLines(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter((item) => {
    const key = whereOf(item, '');
    return !seen.has(key) && seen.add(key);
  });
}
