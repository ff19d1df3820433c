import { statSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { type Language, textsOf } from '../i18n/texts.ts';
import { guardText } from '../report/guard.ts';
import { cutToWidth } from '../report/width.ts';

/** How much of an input was read so far, on standard error. */
export interface Progress {
  read(bytes: number): void;
  /** Takes the line away. */
  done(): void;
}

const REDRAW = 250;
const QUIET_REDRAW = 30_000;
const BAR = 24;
const ERASE = '\r\u001b[K';

/** One line that is drawn over on a terminal, at most four times a second; elsewhere a line every half minute, so that a job does not look dead. */
export function startProgress(name: string, language: Language = 'en'): Progress {
  const terminal = isatty(2);
  const total = sizeOf(name);
  let bytes = 0;
  let last = terminal ? 0 : Date.now();
  const show = () => {
    const now = Date.now();
    if (now - last < (terminal ? REDRAW : QUIET_REDRAW)) return;
    last = now;
    const line = progressLine(guardText(name), bytes, total, language);
    write(terminal ? ERASE + cutToWidth(line, (process.stderr.columns ?? 80) - 1, '') : `modwhy: ${line}\n`);
  };
  const timer = setInterval(show, REDRAW).unref();
  show();
  return {
    read(length) {
      bytes += length;
      show();
    },
    done() {
      clearInterval(timer);
      if (terminal) write(ERASE);
    },
  };
}

/** `reading build.log  [######------]  58 %  61.0 MB of 105.3 MB` */
export function progressLine(name: string, bytes: number, total: number | null, language: Language = 'en'): string {
  const { progress, stdin } = textsOf(language);
  const shown = name === '-' ? stdin : name;
  if (total === null || bytes > total) return progress.reading(shown, size(bytes));
  const share = total === 0 ? 1 : bytes / total;
  const full = Math.floor(share * BAR);
  return progress.share(shown, `[${'#'.repeat(full)}${'-'.repeat(BAR - full)}]`, Math.floor(share * 100), size(bytes), size(total));
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.floor(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** Of what is packed, nobody knows how much it will be. */
function sizeOf(name: string): number | null {
  if (name === '-' || /\.(?:gz|tgz|zst|zip|tar)$/i.test(name)) return null;
  try {
    const stat = statSync(name);
    return stat.isFile() ? stat.size : null;
  } catch {
    return null;
  }
}

function write(text: string): void {
  try {
    writeSync(2, text);
  } catch {
    // Nobody watches.
  }
}
