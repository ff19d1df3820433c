// Which lines hold a literal.
import { bits, count, Entry, entries, entrySize, gramHash, hasFours, heads, headShift, knows, longWhole, shift, shortWhole, smallLetters, wholes, wholeShift } from './grid';
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
const blockSize: usize = 8;
/** Bytes after which what was found is compared, so that the lists of places stay small. */
const turn: usize = 16 << 10;

/** Where the list of places ends that `nextPlaces` wrote. */
export let placesEnd: usize = 0;

/**
 * Marks the lines between two places that hold a literal.
 * @param ends of these lines @param lines which line each is; 0 when they are all there are
 */
export function search(from: usize, to: usize, ends: usize, lines: usize): void {
  // Where the end stands of the line that was looked at last.
  let line = ends;
  for (let at = from; at < to; ) {
    at = nextPlaces(at, to);
    for (let candidate = candidates; candidate < placesEnd; candidate += 4) {
      const place = <usize>load<u32>(candidate);
      if (place >= to) break;
      while (<usize>load<u32>(line) < place) line += 4;
      const number = (line - ends) >> 2;
      const kind = kinds + (lines === 0 ? number : <usize>load<u32>(lines + (number << 2)));
      if ((load<u8>(kind) & SPECIAL) === 0) store<u8>(kind, load<u8>(kind) | said(standsAt(place, from)));
    }
  }
}

/** What a line is by what stands in it: here a word says as much as a literal. */
@inline
function said(held: u8): u8 {
  return (held & (SPECIAL | WORD)) !== 0 ? SPECIAL : held;
}

/** Lists places where a literal may stand, in the order of the text. @returns from where on was not looked yet */
export function nextPlaces(from: usize, to: usize): usize {
  const next = min(from + turn, to);
  placesEnd = candidates;
  if (count === 0) return next;
  confirm(expand(pass(from, next)));
  return next;
}

/**
 * What stands at a place: 0, or what says most of `SPECIAL`, `WORD`, `HINT` and `LEVEL`.
 * @param first where the text begins
 */
export function standsAt(place: usize, first: usize): u8 {
  const held = heldAt(place, first, false);
  if (held === SPECIAL || !hasFours) return held;
  const before = heldAt(place - 1, first, true);
  return before === 0 || held === WORD ? held : held === 0 || before === SPECIAL || before === WORD || held === LEVEL ? before : held;
}

/** @param four only literals of four bytes are asked for */
function heldAt(place: usize, first: usize, four: bool): u8 {
  const hash = gramHash(place);
  let held: u8 = 0;
  let index = load<u32>(heads + ((hash >> headShift) << 2));
  while (index !== 0) {
    const entry = changetype<Entry>(entries + <usize>index * entrySize);
    if (
      entry.hash === hash &&
      (!four || entry.length === 4) &&
      entry.first === smallLetters(place - entry.offset) &&
      stands(entry, place - entry.offset, first)
    ) {
      if (entry.says === SPECIAL) return SPECIAL;
      if (held === 0 || entry.says === WORD || held === LEVEL) held = <u8>entry.says;
    }
    index = entry.next;
  }
  return held;
}

// Nothing below branches on what was found: a place is written always, and kept by moving on.

function pass(from: usize, to: usize): usize {
  const table = bits;
  const by = shift;
  let next = blocks;
  for (let at = from; at < to; at += blockSize) {
    store<u32>(next, <u32>at);
    next += ((look(table, by, at) | look(table, by, at + 2) | look(table, by, at + 4) | look(table, by, at + 6)) & 1) << 2;
  }
  return next;
}

/** The lowest bit says whether a gram of a literal may stand at a place. */
@inline
function look(table: usize, by: u32, place: usize): u32 {
  return knows(table, by, gramHash(place));
}

function expand(end: usize): usize {
  const table = bits;
  const by = shift;
  let next = candidates;
  for (let block = blocks; block < end; block += 4) {
    const from = <usize>load<u32>(block);
    for (let at = from; at < from + blockSize; at += 2) {
      store<u32>(next, <u32>at);
      next += (look(table, by, at) & 1) << 2;
    }
  }
  return next;
}

/** Keeps the places around which more of a literal stands, whichever of its grams the place has. */
function confirm(end: usize): void {
  const table = wholes;
  const by = wholeShift;
  let next = candidates;
  for (let candidate = candidates; candidate < end; candidate += 4) {
    const place = <usize>load<u32>(candidate);
    const known =
      holds(table, longWhole(place) >> by) |
      holds(table, longWhole(place - 1) >> by) |
      holds(table, shortWhole(place) >> by) |
      holds(table, shortWhole(place - 1) >> by);
    store<u32>(next, <u32>place);
    next += (known & 1) << 2;
  }
  placesEnd = next;
}

@inline
function holds(table: usize, bit: u32): u32 {
  return <u32>load<u8>(table + (bit >> 3)) >> (bit & 7);
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
