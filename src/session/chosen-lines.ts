import { hasEscapes, stripEscapes } from '../dialect/escape.ts';
import { createFilter, type FilterSink } from '../filter/filter.ts';
import type { LineScanner, Suspect } from '../filter/line-scanner.ts';
import type { LoneQuota } from '../filter/lone-lines.ts';
import { LINE_LIMIT } from '../ingest/splitter.ts';
import type { RawLine } from '../paste/raw-line.ts';
import { isCalm } from '../redact/line-scanner.ts';

/** What becomes of the lines of a whole text. */
export interface LineSink {
  take(line: RawLine): void;
  /** So many lines from this one on need not be read, among them so many downloads. */
  pass(line: RawLine, count: number, bytes: Uint8Array, downloads: number): void;
  settled: FilterSink['settled'];
}

/**
 * Decides about the lines of a text that is held as a whole: those that cannot change the report are passed over.
 * @param files of which the text consists @param lines all of them, in order @param learned lines of each file that are read in any case
 */
export function chooseLines(
  files: readonly Buffer[],
  lines: readonly RawLine[],
  learned: readonly (readonly number[])[],
  scanner: LineScanner,
  quota: LoneQuota,
  sink: LineSink,
): void {
  let next = 0;
  let offset = 0;
  for (const [index, file] of files.entries()) {
    const filter = createFilter(
      scanner,
      {
        keep(bytes) {
          offset += bytes.length;
          while (next < lines.length && lines[next]!.offset < offset) sink.take(lines[next++]!);
        },
        skip(count, bytes, downloads) {
          offset += bytes.length;
          sink.pass(lines[next]!, count, bytes, downloads);
          next += count;
        },
        settled: sink.settled,
      },
      quota,
      learned[index],
    );
    filter.push(file);
    filter.end();
  }
}

/**
 * Decides before any line is read, so that fewer dialects need be asked. What is passed stays where the filter holds it, which it writes over only when it is given more
 * than one piece: each file comes as one.
 * @param read takes the lines; what it reads with is made from them first
 * @returns false when a line that was read is more than plain output, so that the next one would have had to be read: nothing is decided then
 */
export function readChosen(
  files: readonly Buffer[],
  lines: readonly RawLine[],
  learned: readonly (readonly number[])[],
  scanner: LineScanner,
  quota: LoneQuota,
  read: (chosen: readonly RawLine[]) => LineSink,
): boolean {
  const steps: (RawLine | { readonly passed: Parameters<LineSink['pass']> })[] = [];
  chooseLines(files, lines, learned, scanner, quota, {
    take: (line) => void steps.push(line),
    pass: (...passed) => void steps.push({ passed }),
    settled: () => true,
  });
  const sink = read(steps.filter((step) => 'text' in step));
  for (const step of steps) {
    if ('text' in step) sink.take(step);
    else if (sink.settled()) sink.pass(...step.passed);
    else return false;
  }
  return true;
}

const longLine = 70;
const NEWLINE = 10;

/**
 * Lines of a text, counted from 0, that give secrets away, and those in which such a secret may go on.
 * @param suspects those that may be one, in order; null when that is not known
 */
export function linesToLearn(bytes: Buffer, suspects: readonly Suspect[] | null): number[] {
  const found: number[] = [];
  let inKey = false;
  let open = false;
  let next = lineAt(bytes, 0, 0);
  const look = (line: Suspect) => {
    const bare = textOf(bytes, line);
    const calm = isCalm(bare);
    if (!calm || open || inKey) found.push(line.line);
    // A secret that is broken at the edge of a terminal fills whole lines.
    open = !calm || (open && bare.length >= longLine && !/\s/.test(bare.trim()));
    if (!calm && /-----BEGIN/.test(bare)) inKey = true;
    else if (inKey && /-----END/.test(bare)) inKey = false;
    next = lineAt(bytes, line.line + 1, line.to + 1);
  };
  for (const suspect of suspects ?? everyLine(bytes)) {
    while ((open || inKey) && next.line < suspect.line) look(next);
    look(suspect);
  }
  while ((open || inKey) && next.from < bytes.length) look(next);
  return found;
}

function lineAt(bytes: Buffer, line: number, from: number): Suspect {
  const end = bytes.indexOf(NEWLINE, from);
  return { line, from, to: end < 0 ? bytes.length : end };
}

function* everyLine(bytes: Buffer): Generator<Suspect> {
  for (let line = lineAt(bytes, 0, 0); line.from < bytes.length; line = lineAt(bytes, line.line + 1, line.to + 1)) yield line;
}

/** As it is read, without its line end and what a terminal does not show. */
function textOf(bytes: Buffer, { from, to }: Suspect): string {
  const text = bytes.toString('utf8', from, Math.min(to, from + LINE_LIMIT));
  const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
  return hasEscapes(whole) ? stripEscapes(whole) : whole;
}
