const day = 86_400_000;

/** Milliseconds since the first time of day that was given to it: a clock without a date only tells how long things took. */
export function createTimeOfDay(): (hours: string, minutes: string, seconds: string) => number {
  let start: number | null = null;
  return (hours, minutes, seconds) => {
    const time = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
    start ??= time;
    return (time - start + day) % day;
  };
}
