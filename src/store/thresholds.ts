const DAY = 86_400_000;

/** What decides about the state of a failure. "Now" is the newest log of the store, so that the same data give the same answer. */
export const thresholds = {
  /** First seen within this time: new. A week has every kind of day in it, and is what people look back on. */
  newWithin: 7 * DAY,
  /** So long without it, while its jobs passed, before it counts as gone for a time: what comes once a week is not "back" each time. */
  goneFor: 7 * DAY,
  /** Not seen for so long before now, while its jobs passed: fixed. Weekends without runs do not make one fixed, since passes are asked for too. */
  quietFor: 3 * DAY,
  /** Passes of its jobs that are asked for: one or two happen by chance with a failure that comes and goes. */
  passes: 3,
  /** So many of its newest logs are looked at for a pass on the same commit: enough to see it, and the same work for a failure of any age. */
  flakyLogs: 500,
  /** "More" and "fewer": twice the share of the logs, and at least so many logs beyond it: one or two say nothing. */
  moreTimes: 2,
  moreLogs: 3,
  /** Which logs a scan read is known for so many scans: it would be a row for each log and scan otherwise. */
  scans: 50,
} as const;
