import { type LineScanner, lineBlank, lineContinues, lineHint, lineSpecial } from './line-scanner.ts';

export interface FilterSink {
  /** Whole lines to be read, or a piece of one that is too long to hold. */
  keep(bytes: Uint8Array): void;
  /** So many whole lines need not be read. */
  skip(lines: number, bytes: Uint8Array): void;
  /** The last line that was read is plain output, so that nothing special is expected of the next. */
  settled(): boolean;
}

export interface Filter {
  push(bytes: Uint8Array): void;
  /** Decides about all whole lines so far; what is not read then could not change the report as it is now. */
  settle(): void;
  end(): void;
}

const NEWLINE = 10;
// Wherever a line has it, since decoration may stand before it. As in src/evidence/pasted.ts: files that somebody shows begin behind an empty line.
const opensFile = /module \S+|FROM \S|machine \S|\[(?:url|user|http)\b|nameserver \S|GO111MODULE=|AR='| h1:\S|# syntax=docker/;
const longestOpening = 400;
// Nothing else stands in the line but a time, so that it is for the timeline only.
const download = /^[\w.:+ -]{0,40}go: (?:downloading|extracting|finding) [\w.~/-]{1,300} v\d[\w.+-]{0,150}\r?$/;
const longestDownload = 500;
const batchSize = 1 << 16;
const maxHeld = 1 << 16;
// As in src/parse/unit.ts: a unit ends after so many lines. Lines up to `longLine` cannot end it earlier by their length.
const unitLines = 60;
const longLine = 400;
/** Lines at the start that are read in any case: those of a log that has lost its beginning are compared with each other. */
const opening = 6;
/** Blocks that are read after one that matters: `go env A B C` prints its values one a line. */
const blocksAfter = 3;

/**
 * Leaves out lines that cannot change the report. It decides over blocks, a line with what may continue it: a block is read
 * when a line of it may matter, and so are the block before and some after. A change of decoration (lane, ten seconds of time) matters,
 * so that silences and the ends of segments stay visible. The decisions depend on the lines alone, not on the chunks.
 * @param wants lines, counted from 0, that are read in any case, without what stands around their blocks
 */
export function createFilter(scanner: LineScanner, sink: FilterSink, wants: (line: number) => boolean = () => false): Filter {
  let waiting: Uint8Array[] = [];
  let waitingLength = 0;
  let held = Buffer.alloc(0);
  // Positions in `held`: of lines that are left out, of the block before, of the current block, of the unfinished line.
  let first = 0;
  let beforeFrom = 0;
  let blockFrom = 0;
  let lineFrom = 0;
  let linesOut = 0;
  let linesBefore = 0;
  let blockLines = 0;
  // What stands before the first line is unknown, so its block is one that matters.
  let matters = true;
  // A line of it is read, but says nothing about others.
  let wanted = false;
  let readAfter = 0;
  let lines = 0;
  // Lines of the unit that is counted; whether this block is not the first of a long one; whether the count can be wrong.
  let inUnit = 0;
  let goesOn = false;
  let uncertain = true;
  let mark = 0;
  let blank = false;
  let passing = false;

  const leaveOut = () => {
    if (linesOut > 0) sink.skip(linesOut, held.subarray(first, beforeFrom));
    first = beforeFrom;
    linesOut = 0;
  };

  const keepTo = (to: number) => {
    leaveOut();
    if (to > first) sink.keep(held.subarray(first, to));
    first = to;
    beforeFrom = to;
    linesBefore = 0;
  };

  const closeBlock = (to: number) => {
    if (matters || readAfter > 0 || !sink.settled()) {
      keepTo(to);
      readAfter = matters ? blocksAfter : Math.max(0, readAfter - 1);
    } else if (wanted) {
      linesOut += linesBefore;
      beforeFrom = blockFrom;
      keepTo(to);
    } else {
      linesOut += linesBefore;
      beforeFrom = blockFrom;
      linesBefore = blockLines;
    }
    blockFrom = to;
    blockLines = 0;
    matters = false;
    wanted = false;
  };

  const beginsFile = (from: number, length: number) =>
    opensFile.test(held.toString('latin1', from, from + Math.min(length, longestOpening)));

  const isDownload = (from: number, length: number) =>
    length <= longestDownload && download.test(held.toString('latin1', from, from + length));

  const takeLine = (from: number, length: number, kind: number, newMark: number) => {
    const isBlank = (kind & lineBlank) !== 0;
    const continues = (kind & lineContinues) !== 0;
    // A blank line opens the block of what follows it; of several the last one does.
    if (blank && !isBlank ? false : !continues) {
      closeBlock(from);
      inUnit = 0;
      goesOn = false;
      uncertain = false;
    } else if (inUnit === unitLines) {
      // A long block goes on with whole units. Its first one is read, so that those after it keep their places.
      if (!goesOn) matters = true;
      closeBlock(from);
      inUnit = 0;
      goesOn = true;
    }
    const special = (kind & lineSpecial) !== 0;
    const loads = special && isDownload(from, length);
    const remarkable = (special && !loads) || newMark !== mark || (blank && !isBlank && beginsFile(from, length));
    const alone = (kind & lineHint) !== 0;
    if (remarkable || alone || length > longLine) uncertain = true;
    if (loads || alone) wanted = true;
    if (remarkable || (uncertain && (goesOn || continues))) matters = true;
    if (lines < opening || wants(lines)) wanted = true;
    lines++;
    blank = isBlank;
    mark = newMark;
    if (!blank) inUnit++;
    blockLines++;
  };

  /** What is longer than is held, or goes on something that is. */
  const passLine = (to: number) => {
    lines++;
    matters = true;
    uncertain = true;
    passing = false;
    lineFrom = to;
  };

  /** Decides about lines that were judged in one go. */
  const takeLines = (count: number) => {
    const { ends, marks, kinds } = scanner;
    const start = lineFrom;
    for (let line = 0; line < count; line++) {
      const end = start + ends[line]!;
      if (end - lineFrom > maxHeld) passLine(end + 1);
      else {
        takeLine(lineFrom, end - lineFrom, kinds[line]!, marks[line]!);
        lineFrom = end + 1;
      }
    }
  };

  const work = () => {
    leaveOut();
    held = Buffer.concat([held.subarray(first), ...waiting]);
    beforeFrom -= first;
    blockFrom -= first;
    lineFrom -= first;
    first = 0;
    waiting = [];
    waitingLength = 0;
    while (lineFrom < held.length) {
      const count = passing ? 0 : scanner.scan(held, lineFrom);
      if (count > 0) {
        takeLines(count);
        continue;
      }
      const end = passing || held.length - lineFrom > maxHeld ? held.indexOf(NEWLINE, lineFrom) : -1;
      if (end < 0) break;
      passLine(end + 1);
    }
    if (passing || held.length - lineFrom > maxHeld) {
      passing = true;
      matters = true;
      lineFrom = held.length;
    }
    if (!matters) return;
    keepTo(lineFrom);
    blockFrom = lineFrom;
  };

  return {
    push(bytes) {
      waiting.push(bytes);
      waitingLength += bytes.length;
      if (waitingLength >= batchSize) work();
    },
    settle() {
      if (waitingLength > 0) work();
    },
    end() {
      work();
      keepTo(held.length);
    },
  };
}
