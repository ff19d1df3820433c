// The tables of the literals. A text is looked at only every few bytes: each literal stands in a table with as many grams that follow each other,
// so that one of them is seen wherever the literal stands. Letter case does not matter to a table, only to the comparison.
import { HINT, LEVEL, NEWLINE, reserve, SPECIAL, weights, WORD } from './memory';

/** A table for literals of some length: short ones can be found by small steps only. */
@unmanaged
export class Grid {
  /** A bit for each hash; a byte in that of short literals. */
  bits: usize = 0;
  /** What a hash is shifted by, to be the place of a bit. */
  shift: u32 = 0;
  /** A bit for each hash of all grams of a literal as one text: few places have that, too. */
  wholes: usize = 0;
  /** For each hash the first entry; 0 for none. */
  heads: usize = 0;
  entries: usize = 0;
  count: u32 = 0;
}

/** One gram of a literal. */
@unmanaged
export class Entry {
  hash: u32 = 0;
  literal: usize = 0;
  /** Where the gram stands in the literal. */
  offset: u32 = 0;
  length: u32 = 0;
  /** Its first four bytes, with letters of any case taken as small: what differs in them is looked at no further. */
  first: u32 = 0;
  /** `SPECIAL` for a literal, which is compared exactly; the others are written in small letters and stand for any. */
  says: u32 = 0;
  /** The next one with the same hash. */
  next: u32 = 0;
}

export const headShift: u32 = 32 - 15;
export const entrySize: usize = offsetof<Entry>();

/** Literals of at least eight bytes: grams of five, every four bytes. */
export const long = changetype<Grid>(reserve(offsetof<Grid>()));
/** Those from four bytes on: grams of three, every two bytes. */
export const short = changetype<Grid>(reserve(offsetof<Grid>()));
const longFrom: i32 = 8;
export const shortShift: u32 = 32 - 15;
export const wholeShift: u32 = 32 - 18;

@inline
export function smallLetters(place: usize): u32 {
  return load<u32>(place) | 0x20202020;
}

/** The hash of a gram of five bytes, with letters of any case taken as small. */
@inline
export function longHash(place: usize): u32 {
  return <u32>((((load<u64>(place) | 0x2020202020202020) << 24) * 0x9e3779b97f4a7c15) >> 32);
}

/** The same of one of three. */
@inline
export function shortHash(place: usize): u32 {
  return (smallLetters(place) << 8) * 0x9e3779b1;
}

/** The hash of eight bytes, which the four grams of a long literal stand in. */
@inline
export function longWhole(place: usize): u32 {
  return <u32>(((load<u64>(place) | 0x2020202020202020) * 0x9e3779b97f4a7c15) >> 32);
}

/** The hash of four bytes, which the two grams of a short one stand in. */
@inline
export function shortWhole(place: usize): u32 {
  return smallLetters(place) * 0x9e3779b1;
}

/**
 * Fills both tables.
 * @param literals each with a line end behind it
 * @param windows u8 of each: where its grams begin; 255 when it is not known
 * @param wordsFrom from here on they are words, which are written in small letters and stand for any @param hintsFrom and from here on hints @param level the hint that entries of a program's log have; -1 when none is
 */
export function fill(literals: usize, windows: usize, count: i32, wordsFrom: i32, hintsFrom: i32, level: i32): void {
  let longs = 0;
  for (let at = 0, place = literals; at < count; at++) {
    const length = lengthOf(place);
    if (length >= longFrom) longs++;
    place += <usize>length + 1;
  }
  // One bit in forty or so is set.
  const bits = min<u32>(22, max<u32>(18, 37 - clz(4 * longs)));
  open(long, 4 * longs, 1 << (bits - 3));
  long.shift = 32 - bits;
  open(short, 2 * (count - longs), 1 << (32 - shortShift));
  let literal = literals;
  for (let at = 0; at < count; at++) {
    const length = lengthOf(literal);
    const window = <i32>load<u8>(windows + at);
    const says = at === level ? LEVEL : at >= hintsFrom ? HINT : at >= wordsFrom ? WORD : SPECIAL;
    if (length >= longFrom) add(long, 5, 4, literal, length, window, says);
    else add(short, 3, 2, literal, length, window, says);
    literal += <usize>length + 1;
  }
}

function lengthOf(literal: usize): i32 {
  let end = literal;
  while (<u32>load<u8>(end) !== NEWLINE) end++;
  return <i32>(end - literal);
}

function open(grid: Grid, grams: i32, size: usize): void {
  grid.bits = reserve(size);
  grid.wholes = reserve(1 << (32 - wholeShift - 3));
  grid.heads = reserve(4 << (32 - headShift));
  grid.entries = reserve(<usize>(grams + 1) * entrySize);
}

function add(grid: Grid, gram: i32, stride: i32, literal: usize, length: i32, window: i32, says: u8): void {
  const first = window < 255 ? window : rarest(literal, length, gram, stride);
  setBit(grid.wholes, (gram === 5 ? longWhole(literal + first) : shortWhole(literal + first)) >> wholeShift);
  for (let at = first; at < first + stride; at++) {
    const hash = gram === 5 ? longHash(literal + at) : shortHash(literal + at);
    if (gram === 5) setBit(grid.bits, hash >> grid.shift);
    else store<u8>(grid.bits + (hash >> shortShift), 1);
    const head = grid.heads + ((hash >> headShift) << 2);
    const entry = changetype<Entry>(grid.entries + <usize>(++grid.count) * entrySize);
    entry.hash = hash;
    entry.literal = literal;
    entry.offset = at;
    entry.length = length;
    entry.first = smallLetters(literal);
    entry.says = <u32>says;
    entry.next = load<u32>(head);
    store<u32>(head, grid.count);
  }
}

function setBit(bits: usize, bit: u32): void {
  const place = bits + (bit >> 3);
  store<u8>(place, <u8>(<u32>load<u8>(place) | (1 << (bit & 7))));
}

/** Where those grams of a literal begin that logs have least often. */
function rarest(literal: usize, length: i32, gram: i32, stride: i32): i32 {
  let best = 0;
  let least = u64.MAX_VALUE;
  for (let first = 0; first + stride + gram - 1 <= length; first++) {
    let cost: u64 = 0;
    for (let at = first; at < first + stride; at++) cost += commonness(literal + at, gram);
    if (cost >= least) continue;
    least = cost;
    best = first;
  }
  return best;
}

function commonness(place: usize, length: i32): u64 {
  let sum: u64 = 0;
  for (let at = 0; at < length; at++) sum += <u64>load<u8>(weights + <usize>(load<u8>(place + at) | 0x20));
  return <u64>1 << sum;
}
