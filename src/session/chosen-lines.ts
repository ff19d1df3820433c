import { hasEscapes, stripEscapes } from '../dialect/escape.ts';
import { createFilter, type FilterSink } from '../filter/filter.ts';
import type { LineScanner, Suspect } from '../filter/line-scanner.ts';
import type { LoneQuota } from '../filter/lone-lines.ts';
import { createLineSplitter, LINE_LIMIT, type LineSplitterEvents } from '../ingest/splitter.ts';
import type { RawLine } from '../paste/raw-line.ts';
import { isCalm } from '../redact/line-scanner.ts';

/** What becomes of the lines of a whole text. */
export interface LineSink {
  take(line: RawLine): void;
  /** So many lines from this number on need not be read, among them so many downloads. */
  pass(number: number, count: number, bytes: Uint8Array, downloads: number): void;
  settled: FilterSink['settled'];
  /** As of a splitter. */
  onCut: LineSplitterEvents['onCut'];
}

/**
 * Decides about the lines of a text that is held as a whole: those that cannot change the report are passed over, and no text is made of them.
 * @param files of which the text consists @param learned lines of each file that are read in any case
 */
export function chooseLines(
  files: readonly Buffer[],
  learned: readonly (readonly number[])[],
  scanner: LineScanner,
  quota: LoneQuota,
  sink: LineSink,
): void {
  let read = 0;
  let passed = 0;
  let passedBytes = 0;
  const splitter = createLineSplitter({
    onLine(text, number, offset) {
      read = number;
      sink.take({ number: number + passed, offset: offset + passedBytes, text });
    },
    onCut: sink.onCut,
  });
  for (const [index, file] of files.entries()) {
    const filter = createFilter(
      scanner,
      {
        keep: (bytes) => splitter.push(bytes),
        skip(count, bytes, downloads) {
          sink.pass(read + passed + 1, count, bytes, downloads);
          passed += count;
          passedBytes += bytes.length;
        },
        settled: sink.settled,
      },
      quota,
      learned[index],
    );
    filter.finish(file);
  }
  splitter.end();
}

/**
 * Decides before any line is read, so that fewer dialects need be asked. What is passed stays where it is, in the file.
 * @param read takes the lines; what it reads with is made from them first
 * @returns false when a line that was read is more than plain output, so that the next one would have had to be read: nothing is decided then
 */
export function readChosen(
  files: readonly Buffer[],
  learned: readonly (readonly number[])[],
  scanner: LineScanner,
  quota: LoneQuota,
  read: (chosen: readonly RawLine[]) => LineSink,
): boolean {
  const steps: (RawLine | { readonly passed: Parameters<LineSink['pass']> })[] = [];
  const cuts: Parameters<LineSink['onCut']>[] = [];
  chooseLines(files, learned, scanner, quota, {
    take: (line) => void steps.push(line),
    pass: (...passed) => void steps.push({ passed }),
    settled: () => true,
    onCut: (...cut) => void cuts.push(cut),
  });
  const sink = read(steps.filter((step) => 'text' in step));
  for (const step of steps) {
    if ('text' in step) sink.take(step);
    else if (sink.settled()) sink.pass(...step.passed);
    else return false;
  }
  for (const cut of cuts) sink.onCut(...cut);
  return true;
}

/** All lines of a text. */
export function linesOf(files: readonly Buffer[]): RawLine[] {
  const lines: RawLine[] = [];
  const splitter = createLineSplitter({ onLine: (text, number, offset) => void lines.push({ number, offset, text }), onCut() {} });
  for (const file of files) splitter.push(file);
  splitter.end();
  return lines;
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
