// Where lines end, and which of them need a closer look.
import { clean, DIRTY, ends, ESCAPE, kinds, most, NEWLINE, RETURN, SPECIAL } from './memory';

const newline = i8x16.splat(10);
const tab = i8x16.splat(9);
const carriage = i8x16.splat(13);
const space = i8x16.splat(32);
const deleted = i8x16.splat(0x7f);
const control = i8x16.splat(<i8>0xc2);
const at_ = i8x16.splat(0x40);
const v = i8x16.splat(0x76);
const caret = i8x16.splat(0x5e);
const c = i8x16.splat(0x63);
const tick = i8x16.splat(0x60);

/**
 * Finds the whole lines of a text, and of each whether it has control characters or one of the signs that are too short for the tables:
 * `@v`, `^C`, three backticks.
 * @returns how many lines there are
 */
export function findLines(from: usize, to: usize): i32 {
  let count = 0;
  for (let at = from; at < to; at += 64) {
    if (v128.any_true(v128.or(v128.or(rare(at), rare(at + 16)), v128.or(rare(at + 32), rare(at + 48))))) {
      count = takeSlowly(at, to, count);
      if (count === most) return count;
      continue;
    }
    let stops = lineEnds(at) | (lineEnds(at + 16) << 16) | (lineEnds(at + 32) << 32) | (lineEnds(at + 48) << 48);
    // What the text has behind its end counts for nothing.
    if (at + 64 > to) stops &= ((<u64>1) << (to - at)) - 1;
    const next = count + <i32>popcnt(stops);
    if (next > most) return takeSlowly(at, to, count);
    // Most steps have two line ends at most, so that two places are written without asking.
    let place = ends + (<usize>count << 2);
    do {
      store<u32>(place, <u32>(at + <usize>ctz(stops)));
      stops &= stops - 1;
      store<u32>(place, <u32>(at + <usize>ctz(stops)), 4);
      stops &= stops - 1;
      place += 8;
    } while (stops !== 0);
    count = next;
    if (count === most) return count;
  }
  return count;
}

@inline
function lineEnds(at: usize): u64 {
  return <u64>i8x16.bitmask(i8x16.eq(v128.load(at), newline));
}

/** What `takeSlowly` looks closer at: control characters, and what signs begin with. */
@inline
function rare(at: usize): v128 {
  const here = v128.load(at);
  return v128.or(
    v128.or(
      v128.andnot(i8x16.lt_u(here, space), v128.or(i8x16.eq(here, newline), i8x16.eq(here, tab))),
      v128.or(i8x16.eq(here, deleted), i8x16.eq(here, control)),
    ),
    v128.or(i8x16.eq(here, at_), v128.or(i8x16.eq(here, caret), i8x16.eq(here, tick))),
  );
}

/** Takes 64 bytes with all that may stand there. @returns how many lines there are then */
function takeSlowly(from: usize, end: usize, lines: i32): i32 {
  const to = min(end, from + 64);
  let count = lines;
  for (let at = from; at < to; at += 16) {
    const here = v128.load(at);
    const next = v128.load(at + 1);
    const lineEnds = i8x16.eq(here, newline);
    const controls = v128.or(
      v128.andnot(
        i8x16.lt_u(here, space),
        v128.or(v128.or(lineEnds, i8x16.eq(here, tab)), v128.and(i8x16.eq(here, carriage), i8x16.eq(next, newline))),
      ),
      v128.or(i8x16.eq(here, deleted), i8x16.eq(here, control)),
    );
    const ticks = i8x16.eq(here, tick);
    const signs = v128.or(
      v128.or(
        v128.and(i8x16.eq(here, at_), i8x16.eq(next, v)),
        v128.and(i8x16.eq(here, caret), i8x16.eq(v128.or(next, space), c)),
      ),
      v128.and(v128.and(ticks, i8x16.eq(next, tick)), i8x16.eq(v128.load(at + 2), tick)),
    );
    let stops = i8x16.bitmask(lineEnds);
    let dirty = i8x16.bitmask(controls);
    let signed = i8x16.bitmask(signs);
    for (; stops !== 0; stops &= stops - 1) {
      const bit = ctz(stops);
      if (at + bit >= to) return count;
      // What stands before this line end.
      note(count, dirty & ((1 << bit) - 1), signed & ((1 << bit) - 1));
      dirty &= -1 << bit;
      signed &= -1 << bit;
      store<u32>(ends + (<usize>count << 2), <u32>(at + bit));
      if (++count === most) return count;
    }
    note(count, dirty, signed);
  }
  return count;
}

function note(line: i32, dirty: i32, signed: i32): void {
  const kind = kinds + <usize>line;
  store<u8>(kind, load<u8>(kind) | (dirty !== 0 ? DIRTY : 0) | (signed !== 0 ? SPECIAL : 0));
}

/** Whether a clean line has one of the signs; only known after `uncolour`. */
export let cleanSign = false;

/**
 * Writes a line without its colours, and a line end.
 * @returns where it ends; 0 when it has other control characters
 */
export function uncolour(from: usize, to: usize, target: usize): usize {
  let next = target;
  cleanSign = false;
  // The last two bytes that were written.
  let last: u32 = 0;
  let before: u32 = 0;
  for (let at = from; at < to; at++) {
    const code = <u32>load<u8>(at);
    if (code === ESCAPE) {
      if (load<u8>(++at) !== 0x5b) return 0;
      do at++;
      while (at < to && (<u32>load<u8>(at) - 0x30 < 10 || load<u8>(at) === 0x3b));
      if (at >= to || load<u8>(at) !== 0x6d) return 0;
      continue;
    }
    if ((code < 32 && code !== 9) || code === 0x7f || (code === 0xc2 && load<u8>(at + 1) < 0xa0)) return 0;
    if (
      (last === 0x40 && code === 0x76) ||
      (last === 0x5e && (code | 0x20) === 0x63) ||
      (last === 0x60 && code === 0x60 && before === 0x60)
    )
      cleanSign = true;
    before = last;
    last = code;
    store<u8>(next++, <u8>code);
  }
  store<u8>(next, <u8>NEWLINE);
  return next;
}
