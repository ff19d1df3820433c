export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The stretches between the first beginning and the last end that no interval covers. @param intervals sorted by `from` */
export function idleStretches(intervals: readonly Interval[]): Interval[] {
  const idle: Interval[] = [];
  let until = intervals[0]?.from ?? 0;
  for (const { from, to } of intervals) {
    if (from > until) idle.push({ from: until, to: from });
    until = Math.max(until, to);
  }
  return idle;
}
