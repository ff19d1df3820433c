import { isatty } from 'node:tty';
import type { ScanTexts } from '../../i18n/en-scan.ts';
import { guardText } from '../../report/guard.ts';
import { sizeOf } from '../../report/scan-rows.ts';
import { cutToWidth } from '../../report/width.ts';
import { writeAll } from '../io.ts';

/** How far a scan is. */
interface ScanCounts {
  readonly done: number;
  /** Null while they are still being found. */
  readonly total: number | null;
  readonly bytes: number;
  readonly totalBytes: number | null;
}

export interface ScanProgress {
  show(counts: ScanCounts): void;
  clear(): void;
}

const patience = 300;
const redraw = 250;
const quietRedraw = 30_000;
const ERASE = '\r\u001b[K';

/** One line on a terminal, at most four times a second; elsewhere a line every half minute, so that a job does not look dead. */
export function scanProgress(words: ScanTexts): ScanProgress {
  const terminal = isatty(2);
  const begun = performance.now();
  let last = terminal ? begun + patience - redraw : begun;
  let shown = false;
  const write = (text: string) => {
    try {
      writeAll(2, text);
    } catch {
      // Nobody watches.
    }
  };
  return {
    show(counts) {
      const now = performance.now();
      if (now - last < (terminal ? redraw : quietRedraw)) return;
      last = now;
      shown = true;
      const line = guardText(scanLine(counts, (now - begun) / 1000, words));
      write(terminal ? ERASE + cutToWidth(line, (process.stderr.columns ?? 80) - 1, '') : `modwhy: ${line}\n`);
    },
    clear() {
      if (terminal && shown) write(ERASE);
    },
  };
}

/** `scan 1,204/2,071 files  58 %  96.0 MB/s  45 s left` */
function scanLine({ done, total, bytes, totalBytes }: ScanCounts, seconds: number, words: ScanTexts): string {
  const counted = words.files(words.thousands(done), total === null ? null : words.thousands(total));
  const parts = [`${words.reading} ${counted}`];
  if (total !== null && total > 0) parts.push(`${Math.floor((100 * done) / total)} %`);
  if (seconds > 0.2) parts.push(`${sizeOf(bytes / seconds)}/s`);
  const left = secondsLeft({ done, total, bytes, totalBytes }, seconds);
  if (left !== null) parts.push(words.left(left));
  return parts.join('  ');
}

/** By the bytes, of which files have more or less; null as long as nobody can know. */
function secondsLeft({ total, bytes, totalBytes }: ScanCounts, seconds: number): number | null {
  if (total === null || totalBytes === null || bytes === 0 || seconds < 1) return null;
  return Math.max(0, ((totalBytes - bytes) * seconds) / bytes);
}
