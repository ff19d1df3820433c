import { goProgressTexts } from '../model/go-progress.ts';
import { failureWords, saysFailure } from './failure-words.ts';
import { blockLength, lineHint, lineSpecial, writtenForms } from './line-scanner.ts';
import { type FilterSource, type FilterTables, scannerOf, tablesOf } from './tables.ts';

/** Whether a log may show a failure at all. */
export interface Triage {
  /** Where bytes of the log can be put for `pushBlock`: what is there need not be copied again. */
  readonly block: Buffer;
  /** Takes so many bytes at the start of `block`. @returns as `push` */
  pushBlock(length: number): boolean;
  /** @returns true when it is decided that it may: no more needs to be read */
  push(bytes: Uint8Array): boolean;
  /** Closes the log. @returns false when no report about it could have another verdict than `no-failure` */
  end(): boolean;
  /** Whether one of the hints stands in what came. */
  hinted(): boolean;
  /** Forgets the log: what is pushed next is of another one. */
  reset(): void;
}

/** What triage looks for besides its own words: see `loadTriggers`. */
export interface Triggers extends FilterSource {
  /** Of which one stands in every log that says something about its run. */
  readonly hints: readonly string[];
}

/** Tables for triage. @param triggers texts of which one stands in every log with a message that a signal knows */
export function triageTablesOf(triggers: Triggers): FilterTables {
  return tablesOf(triggers, { words: failureWords, hints: triggers.hints, exception: { word: 'go: ', before: goProgressTexts } });
}

const NEWLINE = 10;
/** Up to this length a text that people pasted is looked at as it was before a terminal broke its lines, too: see src/paste/wrapped.ts. */
const pasteLength = 1 << 14;
/** No terminal is wider. */
const widest = 300;
/** As in src/ingest/splitter.ts: no more of a line is read. */
const longestLine = 1 << 16;

/**
 * Decides about a log by its bytes alone, many times quicker than a session reads it. It never misses a failure, and takes some logs for one that
 * have none. The answer does not depend on the chunks.
 * @param tables of `triageTablesOf`
 */
export function createTriage(tables: FilterTables): Triage {
  const scanner = scannerOf(tables);
  const { hints = [] } = tables;
  const { bytes, block: start } = scanner.own;
  const block = bytes.subarray(start, start + blockLength);
  // So much stands before the block of a line that has not ended.
  let held = 0;
  let found = false;
  let hinted = false;
  // What is longer than a line may be is left out up to its end.
  let passing = false;
  // What came, as long as it may have been pasted.
  let whole: Uint8Array[] = [];
  let length = 0;

  /** @param from the place from which on the scanner looked */
  const holdsFailure = (from: number): boolean => {
    const { count, starts, ends, kinds } = scanner.found;
    let long: Buffer[] | null = null;
    for (let hit = 0; hit < count; hit++) {
      const kind = kinds[hit]!;
      const [first, end] = [from + starts[hit]!, from + ends[hit]!];
      if (end - first > longestLine) (long ??= []).push(Buffer.from(bytes.subarray(first, first + longestLine)));
      else if (kind === lineHint) hinted = true;
      else if (kind === lineSpecial) return true;
      else {
        const texts = [bytes.subarray(first, end), ...writtenForms(bytes.subarray(first, end))].map(String);
        if (texts.some(saysFailure)) return true;
        // A word says more than a hint, so that both may stand there.
        hinted ||= texts.some((text) => hints.some((hint) => text.toLowerCase().includes(hint)));
      }
    }
    // Looked at last, since that writes the scanner's lists anew.
    return long?.some(lookAside) ?? false;
  };

  /** Looks at the whole lines between two places. @returns where what was not looked at begins */
  const look = (from: number, to: number): number => {
    let at = from;
    while (at < to && !found) {
      const looked = scanner.findOwn(at, to);
      if (looked === 0) break;
      found = holdsFailure(at);
      at += looked;
    }
    return at;
  };

  /** Looks at a text as one line, and leaves the block as it was. */
  const lookAside = (text: Uint8Array): boolean => {
    const saved = Buffer.from(bytes.subarray(start, start + text.length + 1));
    bytes.set(text, start);
    bytes[start + text.length] = NEWLINE;
    look(start, start + text.length + 1);
    bytes.set(saved, start);
    return found;
  };

  /** Looks at the line that stands before the block, which ended there or will have no more bytes. */
  const lookAtHeld = () => {
    const first = bytes[start]!;
    bytes[start] = NEWLINE;
    look(start - held, start + 1);
    bytes[start] = first;
    held = 0;
    passing = false;
  };

  const pushBlock = (count: number): boolean => {
    if (found || count === 0) return found;
    length += count;
    if (length <= pasteLength) whole.push(Buffer.from(block.subarray(0, count)));
    const to = start + count;
    let from = start - held;
    if (passing) {
      const end = block.indexOf(NEWLINE);
      if (end < 0 || end >= count) return false;
      lookAtHeld();
      from = start + end + 1;
    }
    from = look(from, to);
    if (found) return true;
    held = Math.min(to - from, longestLine);
    passing = held === longestLine;
    bytes.copyWithin(start - held, from, from + held);
    return false;
  };

  return {
    block,
    pushBlock,
    push(chunk) {
      for (let from = 0; from < chunk.length && !found; from += blockLength) {
        const part = chunk.subarray(from, from + blockLength);
        block.set(part);
        pushBlock(part.length);
      }
      return found;
    },
    end() {
      if (!found && held > 0) lookAtHeld();
      if (!found && length <= pasteLength) unbroken(Buffer.concat(whole).toString()).some((text) => lookAside(Buffer.from(text)));
      return found;
    },
    hinted: () => hinted,
    reset() {
      held = 0;
      found = false;
      hinted = false;
      passing = false;
      whole = [];
      length = 0;
    },
  };
}

/** A text of short rows as one line: words that were broken within are whole again, or those that were broken at spaces. */
function unbroken(text: string): string[] {
  const rows = text.split(/\r?\n/);
  if (rows.length < 2 || rows.some((row) => row.length > widest)) return [];
  return [rows.join(''), rows.map((row) => row.trimEnd()).join(' ')];
}
