const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

/** A text such as `90s`, `5m` or `1h30m`. */
export const durationPattern = /^(?:\d{1,6}[smh]){1,3}$/;

/** Milliseconds of a text such as `90s`, `5m` or `1h30m`; what is none is 0. */
export function durationOf(text: string): number {
  return [...text.matchAll(/(\d{1,6})([smh])/g)].reduce((sum, [, count, unit]) => sum + Number(count) * units[unit!]!, 0);
}

/** `2.5 s`, `1 m 30 s` */
export function durationText(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 100) / 10;
  if (seconds < 60) return `${seconds} s`;
  const whole = Math.round(seconds);
  const rest = whole % 60;
  return `${Math.floor(whole / 60)} m${rest > 0 ? ` ${rest} s` : ''}`;
}
