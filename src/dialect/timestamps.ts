import type { Line } from '../model/line.ts';
import type { Dialect } from './dialect.ts';
import { markTime } from './mark.ts';

const stamp = /^\ufeff?(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)(?: |$)/;

const maxDepth = 3;

/** ISO times before every line: GitHub Actions, Azure, GitLab, `docker logs -t`, hosting platforms. */
export const timestamps: Dialect = {
  name: 'timestamps',
  create: () => ({
    read(line) {
      let mine = false;
      // `kubectl logs --timestamps` and the like stand before lines that have a time already.
      for (let depth = 0; depth < maxDepth && readStamp(line); depth++) mine = true;
      return mine;
    },
  }),
};

/** Takes an ISO time off the start of a line. */
export function readStamp(line: Line): boolean {
  const first = line.text.charCodeAt(0);
  if ((first < 0x30 || first > 0x39) && first !== 0xfeff) return false;
  const match = stamp.exec(line.text);
  if (!match) return false;
  const time = isoTime(match[1]!, match[2], match[3]!);
  if (Number.isNaN(time)) return false;
  line.text = line.text.slice(match[0].length);
  markTime(line, time, 'utc');
  return true;
}

/** The time that a text is, in milliseconds; null when it is none. */
export function stampedTime(text: string): number | null {
  const match = stamp.exec(text);
  const time = match ? isoTime(match[1]!, match[2], match[3]!) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

// Lines come in the order of their times, many a second, and reading a date is slow.
let lastSecond = '';
let lastTime = Number.NaN;

/** Milliseconds since the epoch; digits below a millisecond are dropped, since engines differ in how many they read. */
export function isoTime(seconds: string, fraction: string | undefined, zone: string): number {
  const colon = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  // Midnight may be written as 24:00:00, but only without a fraction.
  if (seconds.includes('T24')) return Date.parse(`${seconds}${(fraction ?? '.000').slice(0, 4)}${colon}`);
  const second = seconds + colon;
  if (second !== lastSecond) {
    lastTime = Date.parse(`${seconds}.000${colon}`);
    lastSecond = second;
  }
  return fraction === undefined ? lastTime : lastTime + Number(fraction.slice(1, 4).padEnd(3, '0'));
}
