// Which lines hold a literal.
import {
  Entry,
  entrySize,
  Grid,
  headShift,
  long,
  longHash,
  longWhole,
  short,
  shortHash,
  shortShift,
  shortWhole,
  smallLetters,
  wholeShift,
} from './grid';
import { blocks, candidates, kinds, LEVEL, SPECIAL, WORD } from './memory';

// A word that says nothing where one of some texts stands behind it.
let excepted: usize = 0;
let afterTexts: usize = 0;
let afterLengths: usize = 0;
let afterCount: i32 = 0;

/** @param word where it stands among the literals @param texts one behind the other, each of the length that `lengths` has as an i32 */
export function except(word: usize, texts: usize, lengths: usize, count: i32): void {
  excepted = word;
  afterTexts = texts;
  afterLengths = lengths;
  afterCount = count;
}

/** Bytes that are looked at as one. */
const blockSize: usize = 16;
/** Bytes after which what was found is compared, so that the lists of places stay small. */
const turn: usize = 16 << 10;

/** Where the list of places ends that `nextPlaces` wrote. */
export let placesEnd: usize = 0;

/**
 * Marks the lines between two places that hold a literal.
 * @param ends of these lines @param lines which line each is; 0 when they are all there are
 */
export function search(from: usize, to: usize, ends: usize, lines: usize): void {
  markLines(long, from, to, ends, lines);
  markLines(short, from, to, ends, lines);
}

function markLines(grid: Grid, from: usize, to: usize, ends: usize, lines: usize): void {
  // Where the end stands of the line that was looked at last.
  let line = ends;
  for (let at = from; at < to; ) {
    at = nextPlaces(grid, at, to);
    for (let candidate = candidates; candidate < placesEnd; candidate += 4) {
      const place = <usize>load<u32>(candidate);
      if (place >= to) break;
      while (<usize>load<u32>(line) < place) line += 4;
      const number = (line - ends) >> 2;
      const kind = kinds + (lines === 0 ? number : <usize>load<u32>(lines + (number << 2)));
      if ((load<u8>(kind) & SPECIAL) === 0) store<u8>(kind, load<u8>(kind) | said(standsAt(grid, place, from)));
    }
  }
}

/** What a line is by what stands in it: here a word says as much as a literal. */
@inline
function said(held: u8): u8 {
  return (held & (SPECIAL | WORD)) !== 0 ? SPECIAL : held;
}

/** Lists places where a literal may stand, in the order of the text. @returns from where on was not looked yet */
export function nextPlaces(grid: Grid, from: usize, to: usize): usize {
  const next = min(from + turn, to);
  placesEnd = candidates;
  if (grid.count > 0)
    placesEnd = grid === long ? confirmLong(expandLong(passLong(from, next))) : confirmShort(expandShort(passShort(from, next)));
  return next;
}

/**
 * What stands at a place: 0, or what says most of `SPECIAL`, `WORD`, `HINT` and `LEVEL`.
 * @param first where the text begins
 */
export function standsAt(grid: Grid, place: usize, first: usize): u8 {
  const hash = grid === long ? longHash(place) : shortHash(place);
  let held: u8 = 0;
  let index = load<u32>(grid.heads + ((hash >> headShift) << 2));
  while (index !== 0) {
    const entry = changetype<Entry>(grid.entries + <usize>index * entrySize);
    if (entry.hash === hash && entry.first === smallLetters(place - entry.offset) && stands(entry, place - entry.offset, first)) {
      if (entry.says === SPECIAL) return SPECIAL;
      if (held === 0 || entry.says === WORD || held === LEVEL) held = <u8>entry.says;
    }
    index = entry.next;
  }
  return held;
}

/** 1 in the lowest bit when the hash is known. */
@inline
function look(bits: usize, shift: u32, hash: u32): u32 {
  const bit = hash >> shift;
  return <u32>load<u8>(bits + (bit >> 3)) >> (bit & 7);
}

// Nothing below branches on what was found: a place is written always, and kept by moving on.

function passLong(from: usize, to: usize): usize {
  const bits = long.bits;
  const shift = long.shift;
  let next = blocks;
  for (let at = from; at < to; at += blockSize) {
    const known =
      look(bits, shift, longHash(at)) |
      look(bits, shift, longHash(at + 4)) |
      look(bits, shift, longHash(at + 8)) |
      look(bits, shift, longHash(at + 12));
    store<u32>(next, <u32>at);
    next += (known & 1) << 2;
  }
  return next;
}

function passShort(from: usize, to: usize): usize {
  const flags = short.bits;
  let next = blocks;
  for (let at = from; at < to; at += blockSize) {
    store<u32>(next, <u32>at);
    next += (lookFour(flags, at) | lookFour(flags, at + 8)) << 2;
  }
  return next;
}

@inline
function lookFour(flags: usize, place: usize): u32 {
  return lookShort(flags, place) | lookShort(flags, place + 2) | lookShort(flags, place + 4) | lookShort(flags, place + 6);
}

/** Short literals are so few that each hash can have a byte. */
@inline
function lookShort(flags: usize, place: usize): u32 {
  return <u32>load<u8>(flags + (shortHash(place) >> shortShift));
}

function expandLong(end: usize): usize {
  const bits = long.bits;
  const shift = long.shift;
  let next = candidates;
  for (let block = blocks; block < end; block += 4) {
    const from = <usize>load<u32>(block);
    for (let at = from; at < from + blockSize; at += 4) {
      store<u32>(next, <u32>at);
      next += (look(bits, shift, longHash(at)) & 1) << 2;
    }
  }
  return next;
}

function expandShort(end: usize): usize {
  const flags = short.bits;
  let next = candidates;
  for (let block = blocks; block < end; block += 4) {
    const from = <usize>load<u32>(block);
    for (let at = from; at < from + blockSize; at += 2) {
      store<u32>(next, <u32>at);
      next += lookShort(flags, at) << 2;
    }
  }
  return next;
}

/** Keeps the places around which all grams of a literal stand, whichever of them the place has. */
function confirmLong(end: usize): usize {
  const wholes = long.wholes;
  let next = candidates;
  for (let candidate = candidates; candidate < end; candidate += 4) {
    const place = <usize>load<u32>(candidate);
    const known =
      look(wholes, wholeShift, longWhole(place)) |
      look(wholes, wholeShift, longWhole(place - 1)) |
      look(wholes, wholeShift, longWhole(place - 2)) |
      look(wholes, wholeShift, longWhole(place - 3));
    store<u32>(next, <u32>place);
    next += (known & 1) << 2;
  }
  return next;
}

function confirmShort(end: usize): usize {
  const wholes = short.wholes;
  let next = candidates;
  for (let candidate = candidates; candidate < end; candidate += 4) {
    const place = <usize>load<u32>(candidate);
    const known = look(wholes, wholeShift, shortWhole(place)) | look(wholes, wholeShift, shortWhole(place - 1));
    store<u32>(next, <u32>place);
    next += (known & 1) << 2;
  }
  return next;
}

// No literal has a line end, so none goes beyond its line.
function stands(entry: Entry, start: usize, first: usize): bool {
  if (start < first) return false;
  const literal = entry.literal;
  const length = <usize>entry.length;
  if (entry.says === SPECIAL) {
    for (let at: usize = 0; at < length; at++) if (load<u8>(start + at) !== load<u8>(literal + at)) return false;
    return true;
  }
  for (let at: usize = 0; at < length; at++) {
    const code = <u32>load<u8>(start + at);
    if ((code - 0x41 < 26 ? code | 0x20 : code) !== <u32>load<u8>(literal + at)) return false;
  }
  return literal !== excepted || !isExcepted(start + length);
}

/** Whether one of the texts stands there that make the word before it say nothing. */
function isExcepted(place: usize): bool {
  let text = afterTexts;
  for (let index = 0; index < afterCount; index++) {
    const length = <usize>load<i32>(afterLengths + (<usize>index << 2));
    let at: usize = 0;
    while (at < length && load<u8>(place + at) === load<u8>(text + at)) at++;
    if (at === length) return true;
    text += length;
  }
  return false;
}
