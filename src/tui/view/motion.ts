/** Ways to move through a list or a text; the shell turns keys into them. */
export type Motion = 'down' | 'up' | 'first' | 'last' | 'pageDown' | 'pageUp' | 'halfDown' | 'halfUp';

/** A motion with the number of rows that are visible, for pages. */
export interface Move {
  readonly type: 'move';
  readonly motion: Motion;
  readonly page: number;
}

/** Where a motion leads from a place between `first` and `last`, both included. */
export function moved(from: number, { motion, page }: Pick<Move, 'motion' | 'page'>, first: number, last: number): number {
  const whole = Math.max(1, page - 1);
  const half = Math.max(1, Math.floor(page / 2));
  const steps: Readonly<Record<Motion, number>> = {
    down: from + 1,
    up: from - 1,
    first,
    last,
    pageDown: from + whole,
    pageUp: from - whole,
    halfDown: from + half,
    halfUp: from - half,
  };
  return clamp(steps[motion], first, last);
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
