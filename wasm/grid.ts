// The tables of the literals. A text is looked at only every few bytes: each literal stands in a table with as many grams that follow each other,
// so that one of them is seen wherever the literal stands. Letter case does not matter to a table, only to the comparison.
import { reserve, weights } from './memory';

/** A table for literals of some length: short ones can be found by small steps only. */
@unmanaged
export class Grid {
  /** A bit for each hash. */
  bits: usize = 0;
  /** What a hash is shifted by, to be the place of a bit. */
  shift: u32 = 0;
  /** For each hash the first entry; 0 for none. */
  heads: usize = 0;
  entries: usize = 0;
  count: u32 = 0;
}

/** One gram of a literal. */
@unmanaged
export class Entry {
  gram: u32 = 0;
  literal: usize = 0;
  /** Where the gram stands in the literal. */
  offset: u32 = 0;
  length: u32 = 0;
  /** Not zero: the literal is written in small letters and stands for any. */
  folded: u32 = 0;
  /** The next one with the same hash. */
  next: u32 = 0;
}

export const multiplier: u32 = 0x9e3779b1;
export const headShift: u32 = 32 - 15;
export const entrySize: usize = offsetof<Entry>();

/** Literals of at least seven bytes: grams of four, every four bytes. */
export const long = changetype<Grid>(reserve(offsetof<Grid>()));
/** Those from four bytes on: grams of three, every two bytes. */
export const short = changetype<Grid>(reserve(offsetof<Grid>()));
const longFrom: i32 = 7;

/** @param cut 0 for grams of four bytes, 8 for those of three */
@inline
export function gramAt(place: usize, cut: u32): u32 {
  return (load<u32>(place) | 0x20202020) << cut;
}

/**
 * Fills both tables.
 * @param literals one behind the other
 * @param lengths i32 of each
 * @param windows u8 of each: where its grams begin; 255 when it is not known
 * @param foldedFrom the literals from here on are written in small letters and stand for any
 */
export function fill(literals: usize, lengths: usize, windows: usize, count: i32, foldedFrom: i32): void {
  let longs = 0;
  for (let at = 0; at < count; at++) if (load<i32>(lengths + (<usize>at << 2)) >= longFrom) longs++;
  open(long, 4 * longs);
  open(short, 2 * (count - longs));
  let literal = literals;
  for (let at = 0; at < count; at++) {
    const length = load<i32>(lengths + (<usize>at << 2));
    const window = <i32>load<u8>(windows + at);
    if (length >= longFrom) add(long, 0, 4, literal, length, window, at >= foldedFrom);
    else add(short, 8, 2, literal, length, window, at >= foldedFrom);
    literal += length;
  }
}

function open(grid: Grid, grams: i32): void {
  // One bit in forty or so is set.
  const bits = min<u32>(22, max<u32>(15, 37 - clz(grams)));
  grid.bits = reserve(1 << (bits - 3));
  grid.shift = 32 - bits;
  grid.heads = reserve(4 << (32 - headShift));
  grid.entries = reserve(<usize>(grams + 1) * entrySize);
}

function add(grid: Grid, cut: u32, stride: i32, literal: usize, length: i32, window: i32, folded: bool): void {
  const first = window < 255 ? window : rarest(literal, length - (4 - <i32>(cut >> 3)) + 1, cut, stride);
  for (let at = first; at < first + stride; at++) {
    const gram = gramAt(literal + at, cut);
    const hash = gram * multiplier;
    const bit = hash >> grid.shift;
    const place = grid.bits + (bit >> 3);
    store<u8>(place, <u8>(<u32>load<u8>(place) | (1 << (bit & 7))));
    const head = grid.heads + ((hash >> headShift) << 2);
    const entry = changetype<Entry>(grid.entries + <usize>(++grid.count) * entrySize);
    entry.gram = gram;
    entry.literal = literal;
    entry.offset = at;
    entry.length = length;
    entry.folded = <u32>folded;
    entry.next = load<u32>(head);
    store<u32>(head, grid.count);
  }
}

/** Where those grams of a literal begin that logs have least often. */
function rarest(literal: usize, grams: i32, cut: u32, stride: i32): i32 {
  let best = 0;
  let least = u32.MAX_VALUE;
  for (let first = 0; first + stride <= grams; first++) {
    let cost: u32 = 0;
    for (let at = first; at < first + stride; at++) cost += commonness(gramAt(literal + at, cut) >> cut, 4 - (cut >> 3));
    if (cost >= least) continue;
    least = cost;
    best = first;
  }
  return best;
}

function commonness(gram: u32, length: u32): u32 {
  let sum: u32 = 0;
  for (; length > 0; length--, gram >>= 8) sum += <u32>load<u8>(weights + (gram & 0xff));
  return <u32>1 << sum;
}
