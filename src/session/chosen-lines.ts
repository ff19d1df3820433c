import { hasEscapes, stripEscapes } from '../dialect/escape.ts';
import { createFilter, type FilterSink } from '../filter/filter.ts';
import type { LineScanner } from '../filter/line-scanner.ts';
import type { LoneQuota } from '../filter/lone-lines.ts';
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
 * @param files of which the text consists @param lines all of them, in order @param learned positions of those that are read in any case
 */
export function chooseLines(
  files: readonly Buffer[],
  lines: readonly RawLine[],
  learned: ReadonlySet<number>,
  scanner: LineScanner,
  quota: LoneQuota,
  sink: LineSink,
): void {
  let next = 0;
  let offset = 0;
  for (const file of files) {
    const first = next;
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
      (line) => learned.has(first + line),
    );
    filter.push(file);
    filter.end();
  }
}

/**
 * Decides before any line is read, so that fewer dialects need be asked.
 * @param read takes the lines; what it reads with is made from them first
 * @returns false when a line that was read is more than plain output, so that the next one would have had to be read: nothing is decided then
 */
export function readChosen(
  files: readonly Buffer[],
  lines: readonly RawLine[],
  learned: ReadonlySet<number>,
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

/**
 * Positions of the lines that give secrets away, and of those in which such a secret may go on.
 * @param suspects of each line whether it may be one; null when that is not known
 */
export function linesToLearn(lines: readonly string[], suspects: readonly boolean[] | null): ReadonlySet<number> {
  const found = new Set<number>();
  let inKey = false;
  let open = false;
  for (let index = 0; index < lines.length; index++) {
    if (suspects && !suspects[index] && !open && !inKey) continue;
    const text = lines[index]!;
    const bare = hasEscapes(text) ? stripEscapes(text) : text;
    const calm = isCalm(bare);
    if (!calm || open || inKey) found.add(index);
    // A secret that is broken at the edge of a terminal fills whole lines.
    open = !calm || (open && bare.length >= longLine && !/\s/.test(bare.trim()));
    if (!calm && /-----BEGIN/.test(bare)) inKey = true;
    else if (inKey && /-----END/.test(bare)) inKey = false;
  }
  return found;
}
