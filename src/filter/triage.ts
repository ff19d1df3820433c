import { failureWords, saysFailure } from './failure-words.ts';
import { lineSpecial, writtenForms } from './line-scanner.ts';
import { type FilterSource, type FilterTables, scannerOf, tablesOf } from './tables.ts';

/** Whether a log may show a failure at all. */
export interface Triage {
  /** @returns true when it is decided that it may: no more needs to be read */
  push(bytes: Uint8Array): boolean;
  /** Closes the log. @returns false when no report about it could have another verdict than `no-failure` */
  end(): boolean;
  /** Forgets the log: what is pushed next is of another one. */
  reset(): void;
}

/** Tables for triage. @param triggers texts of which one stands in every log with a message that a signal knows: see `loadTriggers` */
export function triageTablesOf(triggers: FilterSource): FilterTables {
  return tablesOf(triggers, failureWords);
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
  let carry = Buffer.alloc(0);
  let found = false;
  // What is longer than a line may be is left out up to its end.
  let passing = false;
  // What came, as long as it may have been pasted.
  let whole: Uint8Array[] = [];
  let length = 0;

  /** @param from the place from which on the scanner looked */
  const holdsFailure = (bytes: Uint8Array, from: number): boolean => {
    const { count, starts, ends, kinds } = scanner.found;
    const long: Buffer[] = [];
    for (let hit = 0; hit < count; hit++) {
      const line = bytes.subarray(from + starts[hit]!, from + ends[hit]!);
      if (line.length > longestLine) long.push(endedLine(line.subarray(0, longestLine)));
      else if (kinds[hit] === lineSpecial) return true;
      else if ([line, ...writtenForms(line)].some((form) => saysFailure(textOf(form)))) return true;
    }
    // Looked at last, since that writes the scanner's lists anew.
    return long.some((line) => scanner.find(line, 0) > 0 && holdsFailure(line, 0));
  };

  /** @returns where what was not looked at begins */
  const look = (bytes: Uint8Array): number => {
    let from = 0;
    while (from < bytes.length && !found) {
      const length = scanner.find(bytes, from);
      if (length === 0) break;
      found = holdsFailure(bytes, from);
      from += length;
    }
    return from;
  };

  /** What a line that has not ended begins with. */
  const hold = (bytes: Uint8Array) => {
    carry = Buffer.concat([carry, bytes.subarray(0, Math.max(0, longestLine - carry.length))]);
    passing = carry.length === longestLine;
  };

  return {
    push(bytes) {
      if (found) return true;
      length += bytes.length;
      if (length <= pasteLength) whole.push(Buffer.from(bytes));
      let from = 0;
      if (carry.length > 0) {
        const end = bytes.indexOf(NEWLINE);
        hold(end < 0 ? bytes : bytes.subarray(0, end + 1));
        if (end < 0) return false;
        look(passing ? endedLine(carry) : carry);
        carry = Buffer.alloc(0);
        passing = false;
        from = end + 1;
      }
      const rest = bytes.subarray(from);
      for (let at = 0; !found && at < rest.length; ) {
        at += look(rest.subarray(at));
        if (found || at >= rest.length) break;
        const end = rest.indexOf(NEWLINE, at);
        hold(rest.subarray(at, end < 0 ? rest.length : end));
        if (end < 0) break;
        look(endedLine(carry));
        carry = Buffer.alloc(0);
        passing = false;
        at = end + 1;
      }
      return found;
    },
    end() {
      if (!found && carry.length > 0) look(endedLine(carry));
      if (!found && length <= pasteLength) for (const text of unbroken(textOf(Buffer.concat(whole)))) look(endedLine(Buffer.from(text)));
      return found;
    },
    reset() {
      carry = Buffer.alloc(0);
      found = false;
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

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString();
}

function endedLine(line: Uint8Array): Buffer {
  return Buffer.concat([line, Buffer.from('\n')]);
}
