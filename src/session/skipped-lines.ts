import type { DialectReader } from '../dialect/reader.ts';
import type { Line } from '../model/line.ts';
import { createPackedTexts, type PackedText } from './packed-texts.ts';

/** Bytes of skipped lines that are held for the screen's zoom, packed to about a tenth. */
const zoomLimit = 1 << 26;

/** The lines that the filter left out: how many they are, and their text as far as it is held. */
export interface SkippedLines {
  add(number: number, lines: number, bytes: Uint8Array): void;
  lines(): number;
  bytes(): number;
  /** Lines by number from both: those that were read, and those that were skipped. */
  merge(read: readonly Line[], from: number, count: number, dialect: DialectReader): Line[];
}

interface Stretch {
  readonly number: number;
  readonly lines: number;
  /** Null past the limit. */
  readonly held: PackedText | null;
}

/** @param most bytes of them that are held, packed */
export function createSkippedLines(most = zoomLimit): SkippedLines {
  const stretches: Stretch[] = [];
  const texts = createPackedTexts(most);
  let lines = 0;
  let bytes = 0;
  let next = 1;
  return {
    add(number, count, added) {
      // Two in a row without a read line between them follow each other.
      const start = Math.max(number, next);
      stretches.push({ number: start, lines: count, held: texts.add(added) });
      next = start + count;
      lines += count;
      bytes += added.length;
    },
    lines: () => lines,
    bytes: () => bytes,
    merge(read, from, count, dialect) {
      const end = from + count;
      const found = read.slice(firstAt(read, from), firstAt(read, end));
      for (let index = Math.max(0, firstAt(stretches, from) - 1); index < stretches.length && stretches[index]!.number < end; index++) {
        const { number, lines: length, held } = stretches[index]!;
        const rows = held && texts.textOf(held).split('\n');
        for (let at = Math.max(from, number); at < Math.min(end, number + length); at++) {
          const text = rows?.[at - number] ?? '(not held: the log is too large)';
          found.push(...toLines(at, text, dialect, held !== null));
        }
      }
      return found.sort((a, b) => a.number - b.number);
    },
  };
}

/** Position of the first item whose number is at least this one. */
export function firstAt(items: readonly { readonly number: number }[], number: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items[middle]!.number < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function toLines(number: number, raw: string, dialect: DialectReader, held: boolean): Line[] {
  const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
  const line: Line = { number, offset: 0, text, kind: held ? 'output' : 'own', time: null, clock: 'order', lane: '' };
  return held ? [line, ...dialect.read(line)] : [line];
}
