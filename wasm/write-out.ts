// A line as it would be read: without escapes of terminals, and with those of JSON written out. The same as src/filter/write-out.ts.
import { ESCAPE, NEWLINE } from './memory';

/** Whether what was written out last holds a backslash that may be one of JSON again. */
export let holdsBackslash = false;

/** @returns where the written line ends; a line end stands there. It is never longer than the line was. */
export function writeOut(from: usize, to: usize, target: usize): usize {
  let next = target;
  let backslash = false;
  for (let at = from; at < to; ) {
    const code = <u32>load<u8>(at);
    if (code === ESCAPE) {
      const first = at + 1;
      at = skipEscape(first, to);
      if (movesForward(first, at)) store<u8>(next++, 0x20);
    } else if (code === 0xc2 && at + 1 < to && load<u8>(at + 1) < 0xa0) at += 2;
    else if ((code < 32 && code !== 9) || code === 0x7f) at++;
    else if (code !== 0x5c || at + 1 >= to) {
      store<u8>(next++, <u8>code);
      at++;
    } else {
      const sign = <u32>load<u8>(at + 1);
      at += 2;
      if (sign === 0x75 && hexAt(at, to) >= 0) {
        const unit = <u32>hexAt(at, to);
        at += 4;
        if (unit === ESCAPE) {
          const first = at;
          at = skipEscape(first, to);
          if (movesForward(first, at)) store<u8>(next++, 0x20);
        } else next = writeUnit(unit, next);
      } else if (sign === 0x22 || sign === 0x2f || sign === 0x5c) {
        if (sign === 0x5c) backslash = true;
        store<u8>(next++, <u8>sign);
      } else if (sign === 0x74) store<u8>(next++, 9);
      else if (sign === 0x6e || sign === 0x72) store<u8>(next++, 0x20);
      else {
        store<u8>(next++, 0x5c);
        at--;
      }
    }
  }
  store<u8>(next, <u8>NEWLINE);
  holdsBackslash = backslash;
  return next;
}

/** @param at behind the escape character @returns where the sequence ends; one that is not closed loses only its opener */
function skipEscape(at: usize, to: usize): usize {
  if (at >= to) return at;
  const kind = <u32>load<u8>(at);
  if (kind === 0x5b) {
    at++;
    while (at < to && <u32>load<u8>(at) - 0x20 < 0x20) at++;
    return at < to ? at + 1 : at;
  }
  if (kind === 0x5d) {
    for (let end = at + 1; end < to; end++) {
      if (load<u8>(end) === 7) return end + 1;
      if (load<u8>(end) === ESCAPE) return end + 1 < to && load<u8>(end + 1) === 0x5c ? end + 2 : at + 1;
    }
  }
  return at + 1;
}

// Consoles of Windows write spaces so.
function movesForward(first: usize, end: usize): bool {
  return end > first + 1 && load<u8>(first) === 0x5b && load<u8>(end - 1) === 0x43;
}

/** The number that four hexadecimal digits write; -1 when they are none. */
function hexAt(at: usize, to: usize): i32 {
  if (at + 4 > to) return -1;
  let value: u32 = 0;
  for (let end = at + 4; at < end; at++) {
    const code = <u32>load<u8>(at);
    const digit = code - 0x30 < 10 ? code - 0x30 : (code | 0x20) - 0x61 < 6 ? (code | 0x20) - 0x57 : 16;
    if (digit === 16) return -1;
    value = (value << 4) | digit;
  }
  return <i32>value;
}

/** A unit of UTF-16 as UTF-8; halves of a pair, which no literal has, are left out. */
function writeUnit(unit: u32, next: usize): usize {
  if (unit < 0x20) return next;
  if (unit < 0x80) {
    store<u8>(next, <u8>unit);
    return next + 1;
  }
  if (unit < 0x800) {
    store<u8>(next, <u8>(0xc0 | (unit >> 6)));
    store<u8>(next + 1, <u8>(0x80 | (unit & 0x3f)));
    return next + 2;
  }
  if (unit >= 0xd800 && unit < 0xe000) return next;
  store<u8>(next, <u8>(0xe0 | (unit >> 12)));
  store<u8>(next + 1, <u8>(0x80 | ((unit >> 6) & 0x3f)));
  store<u8>(next + 2, <u8>(0x80 | (unit & 0x3f)));
  return next + 3;
}
