/** A length of time in so few columns as it can be read in: `<1 ms`, `120 ms`, `2.1 s`, `3 min 5 s`, `2 h 4 min`. Symbols, the same in every language. */
export function shortDuration(ms: number): string {
  if (ms > 0 && ms < 1) return '<1 ms';
  // What would be rounded up to the next unit is written in that.
  if (ms < 999.5) return `${Math.round(ms)} ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(ms / 60_000);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The same with its sign. */
export function signedDuration(ms: number): string {
  return `${ms < 0 ? '-' : '+'}${shortDuration(Math.abs(ms))}`;
}

/** The time of day as the log's own clock said it, or the time since that clock began. */
export function clockText({ t, clock }: { readonly t: number; readonly clock: 'utc' | 'local' | 'relative' }): string {
  return clock === 'relative' ? signedDuration(t) : new Date(t).toISOString().slice(11, 23);
}
