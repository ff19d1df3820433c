import { hasEscapes, stripEscapes } from '../dialect/escape.ts';
import { createFilter, type FilterSink } from '../filter/filter.ts';
import type { LineScanner } from '../filter/line-scanner.ts';
import type { RawLine } from '../paste/raw-line.ts';
import { isCalm } from '../redact/line-scanner.ts';

/** What becomes of the lines of a whole text. */
export interface LineSink {
  take(line: RawLine): void;
  /** So many lines from this one on need not be read. */
  pass(line: RawLine, count: number, bytes: Uint8Array): void;
  settled: FilterSink['settled'];
}

/**
 * Decides about the lines of a text that is held as a whole: those that cannot change the report are passed over.
 * @param files of which the text consists @param lines all of them, in order
 */
export function chooseLines(files: readonly Buffer[], lines: readonly RawLine[], scanner: LineScanner, sink: LineSink): void {
  const learned = linesToLearn(lines.map(({ text }) => text));
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
        skip(count, bytes) {
          offset += bytes.length;
          sink.pass(lines[next]!, count, bytes);
          next += count;
        },
        settled: sink.settled,
      },
      (line) => learned.has(first + line),
    );
    filter.push(file);
    filter.end();
  }
}

const longLine = 70;

/** Positions of the lines that give secrets away, and of those in which such a secret may go on. */
export function linesToLearn(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  let inKey = false;
  let open = false;
  for (let index = 0; index < lines.length; index++) {
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
