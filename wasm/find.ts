// Which lines of a text hold a literal, without looking where every line ends: what `find` in src/filter/line-scanner.ts says.
import { candidates, clean, cleanEnds, cleanLines, foundEnds, foundKinds, foundStarts, HINT, most, NEWLINE, SPECIAL } from './memory';
import { nextPlaces, placesEnd, standsAt } from './search';
import { holdsBackslash, writeOut } from './write-out';

const newline = i8x16.splat(10);
const tab = i8x16.splat(9);
const carriage = i8x16.splat(13);
const space = i8x16.splat(32);
const deleted = i8x16.splat(0x7f);
const control = i8x16.splat(<i8>0xc2);
const backslash = i8x16.splat(0x5c);

/** How many lines were found; one may be there several times. */
export let foundCount: i32 = 0;

// What was written out: how many lines there are, and where the last one ends.
let cleanCount: usize = 0;
let cleanTo: usize = clean;

// Where the text begins.
let text: usize = 0;

/** Searches the whole lines between two places, as they are and with all that is escaped written out. @returns how many bytes they have */
export function find(from: usize, end: usize): i32 {
  foundCount = 0;
  text = from;
  let to = lineStart(end, text);
  if (to === text) return 0;
  to = writeOutLines(to);
  findIn(to);
  if (cleanCount > 0) findInClean();
  return <i32>(to - text);
}

function findIn(to: usize): void {
  // Of the line that was found last.
  let end: usize = 0;
  let kind: u8 = 0;
  for (let at = text; at < to; ) {
    at = nextPlaces(at, to);
    for (let candidate = candidates; candidate < placesEnd; candidate += 4) {
      const place = <usize>load<u32>(candidate);
      if (place >= to) break;
      if (place < end && kind === SPECIAL) continue;
      const held = standsAt(place, text);
      if (held === 0 || (place < end && !saysMore(held, kind))) continue;
      kind = held;
      const start = lineStart(place, text);
      end = lineEnd(place);
      note(start, end, kind);
    }
  }
}

function findInClean(): void {
  let line: usize = 0;
  let noted: usize = usize.MAX_VALUE;
  let kind: u8 = 0;
  for (let at = clean; at < cleanTo; ) {
    at = nextPlaces(at, cleanTo);
    for (let candidate = candidates; candidate < placesEnd; candidate += 4) {
      const place = <usize>load<u32>(candidate);
      if (place >= cleanTo) break;
      while (<usize>load<u32>(cleanEnds + (line << 2)) < place) line++;
      const start = <usize>load<u32>(cleanLines + (line << 2));
      if (start === noted && kind === SPECIAL) continue;
      const held = standsAt(place, clean);
      if (held === 0 || (start === noted && !saysMore(held, kind))) continue;
      kind = held;
      noted = start;
      note(start, lineEnd(start), kind);
    }
  }
}

@inline
function saysMore(held: u8, kind: u8): bool {
  return held === SPECIAL ? kind !== SPECIAL : kind === HINT && held !== HINT;
}

// There is room for all: a line that is found holds a word of four bytes, so there are fewer than `mostFound`.
function note(start: usize, end: usize, kind: u8): void {
  store<u32>(foundStarts + (<usize>foundCount << 2), <u32>(start - text));
  store<u32>(foundEnds + (<usize>foundCount << 2), <u32>(end - text));
  store<u8>(foundKinds + <usize>foundCount, kind);
  foundCount++;
}

/** Writes out the lines that have escapes. @returns where the text ends that can be looked at in one go */
function writeOutLines(to: usize): usize {
  cleanCount = 0;
  cleanTo = clean;
  for (let at = text; at < to; ) {
    const place = nextEscape(at, to);
    if (place >= to) return to;
    const start = lineStart(place, at);
    const end = lineEnd(place);
    let source = start;
    let stop = end;
    // What is written out once may hold what is to be written out again, as JSON in JSON does.
    for (let turn = 0; turn < 2; turn++) {
      const cleanEnd = writeOut(source, stop, cleanTo);
      store<u32>(cleanEnds + (cleanCount << 2), <u32>cleanEnd);
      store<u32>(cleanLines + (cleanCount << 2), <u32>start);
      cleanCount++;
      source = cleanTo;
      stop = cleanEnd;
      cleanTo = cleanEnd + 1;
      if (!holdsBackslash) break;
    }
    at = end + 1;
    if (cleanCount >= <usize>most) return at;
  }
  return to;
}

/** The next control character or backslash; some place from `to` on when there is none. */
function nextEscape(from: usize, to: usize): usize {
  for (let at = from; at < to; at += 64) {
    if (!v128.any_true(v128.or(v128.or(strange(at), strange(at + 16)), v128.or(strange(at + 32), strange(at + 48))))) continue;
    for (let part = at; part < at + 64; part += 16) {
      // A return that ends a line is none.
      const ending = v128.and(i8x16.eq(v128.load(part), carriage), i8x16.eq(v128.load(part + 1), newline));
      const bits = i8x16.bitmask(v128.andnot(suspect(part), ending));
      if (bits !== 0) return part + ctz(bits);
    }
  }
  return to;
}

/** As `suspect`, and whatever is no ASCII: one comparison with a sign tells both from other text. */
@inline
function strange(at: usize): v128 {
  const here = v128.load(at);
  return v128.or(
    v128.andnot(i8x16.gt_s(space, here), v128.or(i8x16.eq(here, newline), i8x16.eq(here, tab))),
    v128.or(i8x16.eq(here, deleted), i8x16.eq(here, backslash)),
  );
}

@inline
function suspect(at: usize): v128 {
  const here = v128.load(at);
  return v128.or(
    v128.andnot(i8x16.lt_u(here, space), v128.or(i8x16.eq(here, newline), i8x16.eq(here, tab))),
    v128.or(v128.or(i8x16.eq(here, deleted), i8x16.eq(here, control)), i8x16.eq(here, backslash)),
  );
}

/** Behind the last line end before a place; the first place when there is none. */
function lineStart(place: usize, first: usize): usize {
  let at = place;
  while (at >= first + 16) {
    const bits = i8x16.bitmask(i8x16.eq(v128.load(at - 16), newline));
    if (bits !== 0) return at + 16 - clz(<u32>bits);
    at -= 16;
  }
  while (at > first && <u32>load<u8>(at - 1) !== NEWLINE) at--;
  return at;
}

/** The line end at or behind a place: there is one. */
function lineEnd(place: usize): usize {
  let at = place;
  let bits = i8x16.bitmask(i8x16.eq(v128.load(at), newline));
  while (bits === 0) {
    at += 16;
    bits = i8x16.bitmask(i8x16.eq(v128.load(at), newline));
  }
  return at + ctz(bits);
}
