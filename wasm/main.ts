// Judges the lines of a text: the same answers as src/filter/line-judge.ts, which says what they mean.
import { find, foundCount } from './find';
import { fill } from './grid';
import { cleanSign, findLines, uncolour } from './lines';
import { findLone } from './lone';
import { before, clean, cleanEnds, cleanLines, DIRTY, ends, foundEnds, foundKinds, foundStarts, kinds, marks, most, mostFound, reserve, RETURN, room, SPECIAL, text, times, weights } from './memory';
import { except, search } from './search';
import { kindOf, mark, shapeOf, startShapes } from './shape';
import { suspect, suspectLines, suspectTo, watch } from './suspects';

// Places for the caller.
export const textAt: usize = text;
export const endsAt: usize = ends;
export const marksAt: usize = marks;
export const kindsAt: usize = kinds;
export const timesAt: usize = times;
export const startsAt: usize = foundStarts;
export const stopsAt: usize = foundEnds;
export const foundAt: usize = foundKinds;
export const weightsAt: usize = weights;
export const textRoom: usize = room;
export const mostLines: i32 = most;
export const mostHits: i32 = mostFound;
export const beforeRoom: usize = before;
export { except, find, foundCount, suspect, suspectLines, suspectTo, watch };

/** Room for what `prepare` takes, which the caller writes before. */
export function claim(size: usize): usize {
  return reserve(size);
}

/** Makes the tables: called once, before anything is judged. */
export function prepare(literals: usize, windows: usize, count: i32, wordsFrom: i32, hintsFrom: i32, level: i32): void {
  fill(literals, windows, count, wordsFrom, hintsFrom, level);
}

/** Judges the whole lines among the first bytes of the text. Where they end is counted from its start. @param timed the time of a line belongs to its mark @returns how many there are */
export function judge(length: i32, timed: bool): i32 {
  const to = text + <usize>length;
  // So many lines at most, and one that has no end.
  memory.fill(kinds, 0, <usize>min(most, length) + 1);
  const count = findLines(text, to);
  if (count === 0) return 0;
  startShapes(timed);
  let cleanTo = clean;
  let cleanCount: usize = 0;
  let from = text;
  for (let line: usize = 0; line < <usize>count; line++) {
    const end = <usize>load<u32>(ends + (line << 2));
    const kind = kinds + line;
    const bits = load<u8>(kind);
    const stop = end > from && load<u8>(end - 1) === RETURN ? end - 1 : end;
    if ((bits & DIRTY) === 0) {
      shapeOf(from, stop);
      store<u8>(kind, bits | kindOf);
    } else {
      const cleanEnd = uncolour(from, stop, cleanTo);
      if (cleanEnd === 0) {
        shapeOf(from, stop);
        store<u8>(kind, kindOf | SPECIAL | DIRTY);
      } else {
        shapeOf(cleanTo, cleanEnd);
        store<u8>(kind, (cleanSign ? kindOf | SPECIAL : kindOf) | DIRTY);
        store<u32>(cleanEnds + (cleanCount << 2), <u32>cleanEnd);
        store<u32>(cleanLines + (cleanCount << 2), <u32>line);
        cleanCount++;
        cleanTo = cleanEnd + 1;
      }
    }
    store<i32>(marks + (line << 2), mark);
    from = end + 1;
  }
  search(text, from, ends, 0);
  if (cleanCount > 0) search(clean, cleanTo, cleanEnds, cleanLines);
  findLone(count, timed);
  countEnds(count);
  return count;
}

/** Counts where lines end from the start of the text. */
function countEnds(count: i32): void {
  const origin = i32x4.splat(<i32>text);
  for (let at = ends; at < ends + (<usize>count << 2); at += 16) v128.store(at, i32x4.sub(v128.load(at), origin));
}
