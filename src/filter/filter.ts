import { createHeldBytes } from './held-bytes.ts';
import { type LineScanner, lineBlank, lineContinues, lineCounts, lineHint, lineLone, lineSpecial } from './line-scanner.ts';
import type { LoneQuota } from './lone-lines.ts';
import { createLoneRation } from './lone-ration.ts';

export interface FilterSink {
  /** Whole lines to be read, or a piece of one that is too long to hold. The bytes are written over later. */
  keep(bytes: Uint8Array): void;
  /** So many whole lines need not be read, among them so many downloads. */
  skip(lines: number, bytes: Uint8Array, downloads: number): void;
  /** The last line that was read is plain output, so that nothing special is expected of the next. */
  settled(): boolean;
}

export interface Filter {
  /** The bytes may be written over after that. */
  push(bytes: Uint8Array): void;
  /** Takes the last bytes and ends. They stay as they are, so that what is skipped may be looked at later. */
  finish(bytes: Buffer): void;
  /** Decides about all whole lines so far; what is not read then could not change the report as it is now. */
  settle(): void;
  end(): void;
}

const NEWLINE = 10;
// Wherever a line has it, since decoration may stand before it. As in src/evidence/pasted.ts: files that somebody shows begin behind an empty line.
const opensFile = /module \S+|FROM \S|machine \S|\[(?:url|user|http)\b|nameserver \S|GO111MODULE=|AR='| h1:\S|# syntax=docker/;
const longestOpening = 400;
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
 * when a line of it may matter, and so are the block before and some after. Where decoration changes (lane, ten seconds of time),
 * the blocks on both sides are read, so that silences and the ends of segments stay visible. The decisions depend on the lines alone, not on the chunks.
 * @param quota of lines that are read for little
 * @param wants lines, counted from 0 and in order, that are read in any case, without what stands around their blocks
 */
export function createFilter(scanner: LineScanner, sink: FilterSink, quota: LoneQuota, wants: readonly number[] = []): Filter {
  const ration = createLoneRation(quota);
  const bytes = createHeldBytes();
  let held = bytes.all();
  let waiting = 0;
  // Positions in `held`: of lines that are left out, of the block before, of the current block, of the unfinished line.
  let first = 0;
  let beforeFrom = 0;
  let blockFrom = 0;
  let lineFrom = 0;
  let linesOut = 0;
  let linesBefore = 0;
  let blockLines = 0;
  // The same of downloads that are over the quota.
  let downloadsOut = 0;
  let downloadsBefore = 0;
  let blockDownloads = 0;
  // What stands before the first line is unknown, so its block is one that matters.
  let matters = true;
  // A line of it is read, but says nothing about others.
  let wanted = false;
  // Its lane or its time is another one than that of the block before: both are read, and none after them.
  let edge = false;
  let readAfter = 0;
  let lines = 0;
  // Which of the wanted lines comes next.
  let next = 0;
  // Lines of the unit that is counted; whether this block is not the first of a long one; whether the count can be wrong.
  let inUnit = 0;
  let goesOn = false;
  let uncertain = true;
  let mark = 0;
  let blank = false;
  let passing = false;

  const leaveOut = () => {
    if (linesOut > 0) sink.skip(linesOut, held.subarray(first, beforeFrom), downloadsOut);
    first = beforeFrom;
    linesOut = 0;
    downloadsOut = 0;
  };
  const passBefore = () => {
    linesOut += linesBefore;
    downloadsOut += downloadsBefore;
    beforeFrom = blockFrom;
  };

  const keepTo = (to: number) => {
    leaveOut();
    if (to > first) sink.keep(held.subarray(first, to));
    first = to;
    beforeFrom = to;
    linesBefore = 0;
    downloadsBefore = 0;
  };

  const closeBlock = (to: number) => {
    if (matters || edge || readAfter > 0 || !sink.settled()) {
      keepTo(to);
      readAfter = matters ? blocksAfter : Math.max(0, readAfter - 1);
    } else {
      passBefore();
      if (wanted) keepTo(to);
      else {
        linesBefore = blockLines;
        downloadsBefore = blockDownloads;
      }
    }
    blockFrom = to;
    blockLines = 0;
    blockDownloads = 0;
    matters = false;
    wanted = false;
    edge = false;
  };

  const beginsFile = (from: number, length: number) =>
    opensFile.test(held.toString('latin1', from, from + Math.min(length, longestOpening)));

  const countLines = (count: number) => {
    lines += count;
    while (next < wants.length && wants[next]! < lines) next++;
  };

  const takeLine = (from: number, length: number, kind: number, newMark: number, time: number) => {
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
    const lone = (kind & lineLone) !== 0;
    const hint = (kind & (lineSpecial | lineHint)) === lineHint && !lone;
    const remarkable = ((kind & lineSpecial) !== 0 && !lone) || (blank && !isBlank && beginsFile(from, length));
    if (lone) {
      if (ration.take(kind, time)) wanted = true;
      else if (kind & lineCounts) blockDownloads++;
    }
    if (hint) wanted = true;
    if (newMark !== mark) edge = true;
    if (remarkable || newMark !== mark || hint || length > longLine) uncertain = true;
    if (remarkable || (uncertain && (goesOn || continues))) matters = true;
    if (lines < opening || lines === wants[next]) wanted = true;
    countLines(1);
    blank = isBlank;
    mark = newMark;
    if (!blank) inUnit++;
    blockLines++;
  };

  /** What is longer than is held, or goes on something that is. */
  const passLine = (to: number) => {
    countLines(1);
    matters = true;
    uncertain = true;
    passing = false;
    lineFrom = to;
  };

  /** @returns where those lines end, from this one on, of which each is a block by itself that need not be read */
  const calmFrom = (line: number, count: number): number => {
    const { ends, marks, kinds, times } = scanner;
    let end = line;
    let from = line === 0 ? -1 : ends[line - 1]!;
    while (
      end < count &&
      (kinds[end] === 0 || ration.isOver(kinds[end]!, times[end]!)) &&
      marks[end] === mark &&
      ends[end]! - from <= longLine
    )
      from = ends[end++]!;
    return end;
  };

  const downloadsIn = (line: number): number => (scanner.kinds[line]! & lineCounts) / lineCounts;

  /** Leaves out lines behind a calm one of which nothing is read; the last of them is the block that may go on. */
  const passCalm = (start: number, calm: number, last: number) => {
    const { ends } = scanner;
    const count = last - calm;
    passBefore();
    linesOut += blockLines + count - 2;
    downloadsOut += blockDownloads;
    for (let line = calm + 1; line < last - 1; line++) downloadsOut += downloadsIn(line);
    linesBefore = 1;
    downloadsBefore = downloadsIn(last - 1);
    beforeFrom = start + ends[last - 2]! + 1;
    blockFrom = start + ends[last - 1]! + 1;
    blockLines = 1;
    blockDownloads = downloadsIn(last);
    inUnit = 1;
    goesOn = false;
    uncertain = false;
    countLines(count);
  };

  /** Decides about lines that were judged in one go. */
  const takeLines = (count: number) => {
    const { ends, marks, kinds, times } = scanner;
    const start = lineFrom;
    for (let line = 0; line < count; line++) {
      if (readAfter === 0 && lines >= opening && sink.settled()) {
        const calm = calmFrom(line, next < wants.length ? Math.min(count, line + wants[next]! - lines) : count);
        // The first one closes the block before it, and the last one may go on.
        if (calm > line + 2) {
          takeLine(lineFrom, start + ends[line]! - lineFrom, kinds[line]!, mark, times[line]!);
          if (!matters && !edge && !wanted && readAfter === 0 && sink.settled()) {
            passCalm(start, line, calm - 1);
            line = calm - 1;
          }
          lineFrom = start + ends[line]! + 1;
          continue;
        }
      }
      const end = start + ends[line]!;
      if (end - lineFrom > maxHeld) passLine(end + 1);
      else {
        takeLine(lineFrom, end - lineFrom, kinds[line]!, marks[line]!, times[line]!);
        lineFrom = end + 1;
      }
    }
  };

  /** What is not decided yet is all that is held then, with room for more behind it. */
  const makeRoom = (more: number) => {
    leaveOut();
    bytes.drop(first, more);
    moveBack();
  };
  /** What stood before `first` is not held any more. */
  const moveBack = () => {
    held = bytes.all();
    beforeFrom -= first;
    blockFrom -= first;
    lineFrom -= first;
    first = 0;
  };
  const hold = (more: Uint8Array) => {
    if (!bytes.hasRoom(more.length)) makeRoom(more.length);
    bytes.add(more);
    held = bytes.all();
    waiting += more.length;
  };
  /** Works where the bytes lie, which needs nothing that is held before them. */
  const workIn = (own: Buffer) => {
    bytes.borrow(own);
    moveBack();
    work();
  };
  const close = () => {
    keepTo(held.length);
    bytes.leave();
    moveBack();
  };

  const work = () => {
    leaveOut();
    waiting = 0;
    while (lineFrom < held.length) {
      const count = passing ? 0 : scanner.scan(held, lineFrom, quota.times);
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
    // What is read in any case is read at once: somebody may look at what is there so far.
    if (!matters && !edge) return;
    keepTo(lineFrom);
    blockFrom = lineFrom;
  };

  return {
    push(more) {
      if (first === held.length && more.length >= batchSize) {
        workIn(Buffer.from(more.buffer, more.byteOffset, more.byteLength));
        makeRoom(0);
        return;
      }
      hold(more);
      if (waiting >= batchSize) work();
    },
    settle() {
      if (waiting > 0) work();
    },
    finish(last) {
      if (first === held.length) workIn(last);
      else {
        hold(last);
        work();
      }
      close();
    },
    end() {
      work();
      close();
    },
  };
}
