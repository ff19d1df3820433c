// The tables of the literals. A text is looked at only at every second byte: of each literal two grams of four bytes that follow each other stand in
// the tables, so that one of them is seen wherever the literal stands. Letter case does not matter to a table, only to the comparison.
import { HINT, LEVEL, NEWLINE, reserve, SPECIAL, weights, WORD } from './memory';

/** A bit for each hash of a gram. */
export let bits: usize = 0;
/** What a hash is shifted by, to be the place of its bits. */
export let shift: u32 = 0;
/** A bit for each hash of more bytes from the first gram on, as many as a literal has for sure: few places have those, too. */
export let wholes: usize = 0;
export let wholeShift: u32 = 0;
/** For each hash the first entry; 0 for none. */
export let heads: usize = 0;
export let headShift: u32 = 0;
export let entries: usize = 0;
export let count: u32 = 0;
/** Some literal has four bytes: it has no second gram, but is seen one place further on, whatever stands behind it. */
export let hasFours = false;

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

export const entrySize: usize = offsetof<Entry>();
const unknown: i32 = 255;
/** Literals of so many bytes are known by eight of them, shorter ones by the five of both grams. */
const longFrom: i32 = 8;

@inline
export function smallLetters(place: usize): u32 {
  return load<u32>(place) | 0x20202020;
}

/** The hash of a gram, with letters of any case taken as small: no other gram has it. */
@inline
export function gramHash(place: usize): u32 {
  return hashOf(smallLetters(place));
}

@inline
export function hashOf(letters: u32): u32 {
  return letters * 0x9e3779b1;
}

/** The hash of the five bytes of two grams. */
@inline
export function shortWhole(place: usize): u32 {
  return wholeOf((load<u64>(place) | 0x2020202020202020) << 24);
}

/** The same of eight bytes. */
@inline
export function longWhole(place: usize): u32 {
  return wholeOf(load<u64>(place) | 0x2020202020202020);
}

@inline
function wholeOf(letters: u64): u32 {
  return <u32>((letters * 0x9e3779b97f4a7c15) >> 32);
}

/** 1 in the lowest bit when the hash may be that of a gram. */
@inline
export function knows(bits: usize, shift: u32, hash: u32): u32 {
  return load<u32>(bits + <usize>(hash >> shift)) >> hash;
}

/**
 * Fills the tables.
 * @param literals each with a line end behind it
 * @param windows u8 of each: where its grams begin; 255 when it is not known
 * @param wordsFrom from here on they are words, which are written in small letters and stand for any @param hintsFrom and from here on hints
 * @param level the hint that entries of a program's log have; -1 when none is
 */
export function fill(literals: usize, windows: usize, texts: i32, wordsFrom: i32, hintsFrom: i32, level: i32): void {
  let grams = 0;
  for (let at = 0, place = literals; at < texts; at++) {
    const length = lengthOf(place);
    grams += length > 4 ? 2 : 129;
    place += <usize>length + 1;
  }
  // One bit in eighty or so is set; a larger table than that would not stay near the processor.
  const size: u32 = 1 << min<u32>(18, max<u32>(15, 36 - clz(grams)));
  shift = clz(size) + 1;
  bits = reserve(size + 4);
  wholeShift = max<u32>(32 - 22, clz(grams) - 6);
  wholes = reserve(1 << (32 - wholeShift - 3));
  headShift = max<u32>(32 - 18, clz(texts) - 3);
  heads = reserve(4 << (32 - headShift));
  entries = reserve(<usize>(2 * texts + 1) * entrySize);
  let literal = literals;
  for (let at = 0; at < texts; at++) {
    const length = lengthOf(literal);
    const says = at === level ? LEVEL : at >= hintsFrom ? HINT : at >= wordsFrom ? WORD : SPECIAL;
    if (length > 4) addLong(literal, length, <i32>load<u8>(windows + at), says);
    else addFour(literal, says);
    literal += <usize>length + 1;
  }
}

function lengthOf(literal: usize): i32 {
  let end = literal;
  while (<u32>load<u8>(end) !== NEWLINE) end++;
  return <i32>(end - literal);
}

function addLong(literal: usize, length: i32, window: i32, says: u8): void {
  const first = window < unknown ? window : rarest(literal, length);
  setBit(wholes, (length < longFrom ? shortWhole(literal + first) : longWhole(literal + first)) >> wholeShift);
  addEntry(literal, length, first, says);
  addEntry(literal, length, first + 1, says);
}

/** Of one of four bytes, any byte may stand behind it. */
function addFour(literal: usize, says: u8): void {
  hasFours = true;
  addEntry(literal, 4, 0, says);
  const letters = smallLetters(literal);
  for (let code: u32 = 0; code < 256; code++) {
    if ((code & 0x20) === 0) continue;
    markGram(bits, shift, hashOf((letters >> 8) | (code << 24)));
    setBit(wholes, wholeOf((<u64>letters | (<u64>code << 32)) << 24) >> wholeShift);
  }
}

function addEntry(literal: usize, length: i32, offset: i32, says: u8): void {
  const hash = gramHash(literal + offset);
  markGram(bits, shift, hash);
  const head = heads + ((hash >> headShift) << 2);
  const entry = changetype<Entry>(entries + <usize>(++count) * entrySize);
  entry.hash = hash;
  entry.literal = literal;
  entry.offset = offset;
  entry.length = length;
  entry.first = smallLetters(literal);
  entry.says = <u32>says;
  entry.next = load<u32>(head);
  store<u32>(head, count);
}

/** Sets the bit that `knows` looks at. */
export function markGram(bits: usize, shift: u32, hash: u32): void {
  const place = bits + <usize>(hash >> shift);
  store<u32>(place, load<u32>(place) | (<u32>1 << hash));
}

function setBit(bits: usize, bit: u32): void {
  const place = bits + (bit >> 3);
  store<u8>(place, <u8>(<u32>load<u8>(place) | (1 << (bit & 7))));
}

/** Where those two grams of a literal begin that logs have least often. */
function rarest(literal: usize, length: i32): i32 {
  let best = 0;
  let least = u64.MAX_VALUE;
  for (let first = 0; first + min(length, longFrom) <= length && first < unknown; first++) {
    const cost = commonness(literal + first) + commonness(literal + first + 1);
    if (cost >= least) continue;
    least = cost;
    best = first;
  }
  return best;
}

function commonness(place: usize): u64 {
  let sum: u64 = 0;
  for (let at = 0; at < 4; at++) sum += <u64>load<u8>(weights + <usize>(load<u8>(place + at) | 0x20));
  return <u64>1 << sum;
}
