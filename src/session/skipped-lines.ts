import type { DialectReader } from '../dialect/reader.ts';
import type { Line } from '../model/line.ts';
import { countWhile } from '../model/sorted.ts';
import { createPackedTexts } from './packed-texts.ts';

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

/** @param most bytes of them that are held, packed */
export function createSkippedLines(most = zoomLimit): SkippedLines {
  // One column for each field of a stretch: there may be a million of them, and objects would take several times as much.
  const numbers: number[] = [];
  const counts: number[] = [];
  /** Null past the limit. */
  const places: (number | null)[] = [];
  const lengths: number[] = [];
  const texts = createPackedTexts(most);
  let lines = 0;
  let bytes = 0;
  let next = 1;
  return {
    add(number, count, added) {
      // Two in a row without a read line between them follow each other.
      const start = Math.max(number, next);
      numbers.push(start);
      counts.push(count);
      places.push(texts.add(added));
      lengths.push(added.length);
      next = start + count;
      lines += count;
      bytes += added.length;
    },
    lines: () => lines,
    bytes: () => bytes,
    merge(read, from, count, dialect) {
      const end = from + count;
      const found = read.slice(firstAt(read, from), firstAt(read, end));
      const first = countWhile(numbers.length, (index) => numbers[index]! < from);
      for (let index = Math.max(0, first - 1); index < numbers.length && numbers[index]! < end; index++) {
        const number = numbers[index]!;
        const place = places[index]!;
        const rows = place === null ? null : texts.textOf(place, lengths[index]!).split('\n');
        for (let at = Math.max(from, number); at < Math.min(end, number + counts[index]!); at++) {
          const text = rows?.[at - number] ?? '(not held: the log is too large)';
          found.push(...toLines(at, text, dialect, rows !== null));
        }
      }
      return found.sort((a, b) => a.number - b.number);
    },
  };
}

/** Position of the first item whose number is at least this one. */
export function firstAt(items: readonly { readonly number: number }[], number: number): number {
  return countWhile(items.length, (index) => items[index]!.number < number);
}

function toLines(number: number, raw: string, dialect: DialectReader, held: boolean): Line[] {
  const text = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
  const line: Line = { number, offset: 0, text, kind: held ? 'output' : 'own', time: null, clock: 'order', lane: '' };
  return held ? [line, ...dialect.read(line)] : [line];
}
