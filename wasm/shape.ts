// How a line stands among its neighbours: the same as src/filter/line-shape.ts, which says why.
import { BLANK, CONTINUES, HINT, SPECIAL } from './memory';

/** What the last call found. */
export let mark: i32 = 0;
export let kindOf: u8 = 0;

/** @param to end of the line, without its line end and without escapes; a line end stands there */
export function shapeOf(from: usize, to: usize): void {
  mark = 0;
  kindOf = 0;
  let body = skipColumns(from, to);
  body = skipTime(body, to);
  body = skipStep(body, to);
  if (body >= to) {
    kindOf |= BLANK;
    markBy(from, from);
  } else look(body, to);
}

// Most lines have the time of the line before, to ten seconds, so that the mark is the same.
let lastFrom: usize = 0;
let lastLength: usize = 0;
let lastBefore: i32 = 0;
let lastMark: i32 = 0;

// Whether the time of a line belongs to its mark.
let timed = true;

/** Forgets where the line before stood: the text is another one. */
export function startShapes(withTimes: bool): void {
  lastLength = 0;
  timed = withTimes;
}

function markBy(from: usize, to: usize): void {
  const length = to - from;
  const comparable = length >= 16 && length <= 32;
  if (comparable && length === lastLength && mark === lastBefore && isSame(from, lastFrom, length)) {
    mark = lastMark;
    return;
  }
  const before = mark;
  let hash = (mark ^ <i32>0x811c9dc5) + 1;
  for (let at = from; at < to; at++) hash = (hash ^ <i32>load<u8>(at)) * 0x01000193;
  mark = hash;
  if (!comparable) return;
  lastFrom = from;
  lastLength = length;
  lastBefore = before;
  lastMark = mark;
}

function isSame(one: usize, other: usize, length: usize): bool {
  const heads = v128.xor(v128.load(one), v128.load(other));
  const tails = v128.xor(v128.load(one + length - 16), v128.load(other + length - 16));
  return !v128.any_true(v128.or(heads, tails));
}

function skipColumns(from: usize, to: usize): usize {
  if (isDigit(from)) return from;
  const limit = min(to, from + 802);
  const tabs = i8x16.splat(9);
  let seen = 0;
  for (let at = from; at < limit; at += 16) {
    let bits = i8x16.bitmask(i8x16.eq(v128.load(at), tabs));
    for (; bits !== 0; bits &= bits - 1) {
      const tab = at + ctz(bits);
      if (tab >= limit) return from;
      if (++seen < 2) continue;
      if (looksLikeDate(tab + 1, to)) {
        markBy(from, tab);
        return tab + 1;
      }
      if (load<u8>(tab + 1) === 0xef) kindOf |= SPECIAL;
      return from;
    }
  }
  return from;
}

function skipTime(from: usize, to: usize): usize {
  const bracket: usize = load<u8>(from) === 0x5b && looksLikeDate(from + 1, to) ? 1 : 0;
  const start = from + bracket;
  if (looksLikeDate(start, to)) {
    let at = start + 19;
    if (load<u8>(at) === 0x2e)
      do at++;
      while (isDigit(at));
    const closed = load<u8>(at) === 0x5a && (bracket === 0 || load<u8>(at + 1) === 0x5d);
    at += 1 + bracket;
    if (!closed || load<u8>(start + 13) !== 0x3a || (at < to && load<u8>(at) !== 0x20)) {
      kindOf |= SPECIAL;
      return from;
    }
    markBy(from, timed ? start + 18 : from);
    return min(to, at + 1);
  }
  if (
    from + 10 <= to &&
    isDigit(from) &&
    load<u8>(from + 2) === 0x3a &&
    load<u8>(from + 5) === 0x3a &&
    load<u8>(from + 8) === 0x20 &&
    load<u8>(from + 9) === 0x20
  ) {
    markBy(from, timed ? from + 7 : from);
    return min(to, from + 10);
  }
  return from;
}

function skipStep(from: usize, to: usize): usize {
  let at = from;
  if (load<u8>(at) === 0x23) {
    do at++;
    while (isDigit(at));
    if (at === from + 1 || load<u8>(at) !== 0x20) return from;
    at++;
  }
  const seconds = at;
  while (at < to && isDigit(at)) at++;
  if (at === seconds || load<u8>(at) !== 0x2e) return from;
  const dot = at;
  do at++;
  while (isDigit(at));
  if (at === dot + 1 || at > dot + 4 || (at < to && load<u8>(at) !== 0x20)) return from;
  markBy(from, timed ? dot - 1 : seconds);
  return min(to, at + 1);
}

function look(from: usize, to: usize): void {
  if (looksLikeDate(from, to)) kindOf |= SPECIAL;
  let at = from;
  while (at < to && (load<u8>(at) === 0x20 || load<u8>(at) === 9)) at++;
  if (at > from) kindOf |= CONTINUES;
  if (at === to) {
    kindOf |= SPECIAL;
    return;
  }
  const first = <u32>load<u8>(at);
  if (isWord(first)) {
    lookAtWord(at, to, at === from);
    return;
  }
  if (first === 0x2f || first === 0x7e) {
    lookAtPath(at, to, at === from);
    return;
  }
  if (isRemarkable(first, <u32>load<u8>(at + 1), at, from, to)) kindOf |= SPECIAL;
}

// The first character of a line that is neither a word nor a path.
function isRemarkable(first: u32, next: u32, at: usize, from: usize, to: usize): bool {
  if (first >= 0x80) return at === from || first === 0xe2;
  if (first === 0x2e && next === 0x2e) return true;
  if (first === 0x2b) return next === 0x2b || next === 0x20;
  if (first === 0x2d) {
    if (next === 0x2d && isDigit(at + 2)) kindOf |= HINT;
    return drawsRule(at, to);
  }
  if (first === 0x3d) return next === 0x3e || (next === 0x3d && at + 3 < to && load<u8>(at + 3) === 0x3d);
  if (first === 0x5b)
    return next - 0x30 < 10 || next === 0x2b || next - 0x61 < 26 || endOfWord(at + 1, to, 0x40) || namesPlace(at + 1, to);
  if (first === 0x7b) return next === 0x22;
  if (first === 0x3c) {
    if (at === from && next === 0x20) kindOf |= HINT;
    return next - 0x30 < 10;
  }
  if (first === 0x28) return endOfWord(at + 1, to, 0x29);
  if (first === 0x23 || first === 0x24 || first === 0x25 || first === 0x3e) return true;
  if (at === from && ((first === 0x2a && next === 0x20) || first === 0x3b)) kindOf |= HINT;
  else if (at === from) lookAtPath(at, to, true);
  return false;
}

function lookAtWord(from: usize, to: usize, starts: bool): void {
  const at = endOfName(from);
  const after: u32 = at < to ? load<u8>(at) : 0;
  if (after === 0x40 || after === 0x24 || after === 0x23 || after === 0x25 || after === 0x5c || after === 0x3e) kindOf |= SPECIAL;
  else if (starts && after === 0x20 && hasFrame(from, at, to)) kindOf |= SPECIAL;
  else if (after === 0x3a && load<u8>(at + 1) === 0x5c) kindOf |= SPECIAL;
  else if (after === 0x3a && starts && signStands(at, to)) kindOf |= SPECIAL;
  else if (after === 0x3d && load<u8>(from) === 0x47 && load<u8>(from + 1) === 0x4f) kindOf |= SPECIAL;
  else if (at === from + 2 && load<u8>(from) === 0x50 && load<u8>(from + 1) === 0x53) kindOf |= SPECIAL;
  else if (starts && after === 0x20 && at === from + 4 && load<u8>(from) === 0x44 && load<u8>(from + 3) === 0x45) kindOf |= SPECIAL;
  else if (at === from + 3 && after === 0x20 && load<u8>(from) === 0x52 && load<u8>(from + 1) === 0x75 && load<u8>(from + 2) === 0x6e)
    kindOf |= SPECIAL;
  else if (at === from + 3 && isDigit(from) && isDigit(from + 1) && (load<u8>(from + 2) === 0x4f || load<u8>(from + 2) === 0x45))
    kindOf |= SPECIAL;
  else if (starts && opensAnswer(from, at, after)) kindOf |= HINT;
  else if (starts && after !== 0x20) lookAtPath(at, to, true);
}

function opensAnswer(from: usize, end: usize, after: u32): bool {
  const first = <u32>load<u8>(from);
  if (after === 0x2f) return first === 0x48 && end === from + 4 && load<u8>(from + 3) === 0x50;
  if (after === 0x3a) return (first === 0x4e && end === from + 4) || (first === 0x53 && end === from + 6) || (first === 0x41 && end >= from + 7);
  if (after !== 0x20) return false;
  if (end === from + 3) return isDigit(from) && isDigit(from + 1) && isDigit(from + 2);
  return first === 0x50 && end === from + 4 && load<u8>(from + 3) === 0x47;
}

function hasFrame(from: usize, end: usize, to: usize): bool {
  let at = end;
  while (at < to && load<u8>(at) === 0x20) at++;
  if (load<u8>(at) === 0x7c) return true;
  if (
    end === from + 3 &&
    end + 6 < to &&
    isDigit(end + 2) &&
    load<u8>(end + 3) === 0x20 &&
    isDigit(end + 4) &&
    load<u8>(end + 6) === 0x3a
  )
    return true;
  at = nextOf(at, to, i8x16.splat(0x20), i8x16.splat(0x5b));
  return load<u8>(at) === 0x5b && isDigit(at + 1);
}

function lookAtPath(from: usize, to: usize, starts: bool): void {
  const blank = i8x16.splat(0x20);
  const at = nextOf(from, to, blank, blank);
  if (at === to) return;
  if (isSign(<u32>load<u8>(at + 1)) || isSign(<u32>load<u8>(at - 1))) kindOf |= SPECIAL;
  if (starts && load<u8>(at - 1) === 0x3a && isDigit(at - 2)) kindOf |= CONTINUES;
}

function signStands(from: usize, to: usize): bool {
  const limit = min(to - 1, from + 160);
  for (let at = from; at < limit; at += 16) {
    const here = v128.load(at);
    const signs = v128.or(i8x16.eq(here, i8x16.splat(0x24)), i8x16.eq(here, i8x16.splat(0x23)));
    const bits = i8x16.bitmask(v128.and(signs, i8x16.eq(v128.load(at + 1), i8x16.splat(0x20))));
    if (bits !== 0) return at + ctz(bits) < limit;
  }
  return false;
}

function isSign(code: u32): bool {
  return code === 0x23 || code === 0x24 || code === 0x25 || code === 0x3e;
}

function drawsRule(from: usize, to: usize): bool {
  let at = from;
  while (at < to && load<u8>(at) === 0x2d) at++;
  return at - from >= 6 || load<u8>(at) === 0x3e;
}

function endOfWord(from: usize, to: usize, sign: u32): bool {
  const at = endOfName(from);
  return at > from && load<u8>(at) === sign;
}

function namesPlace(from: usize, to: usize): bool {
  const limit = min(to, from + 200);
  for (let at = from; at < limit && load<u8>(at) !== 0x5d; at++) if (load<u8>(at) === 0x3a || load<u8>(at) === 0x2f) return true;
  return false;
}

function looksLikeDate(at: usize, to: usize): bool {
  return at + 20 <= to && isDigit(at) && load<u8>(at + 4) === 0x2d && load<u8>(at + 7) === 0x2d && load<u8>(at + 10) === 0x54;
}

function isDigit(at: usize): bool {
  return <u32>load<u8>(at) - 0x30 < 10;
}

function isWord(code: u32): bool {
  return (code | 0x20) - 0x61 < 26 || code - 0x30 < 10 || code === 0x5f;
}

/** Behind a name with dots and hyphens. What ends a line is none of its characters. */
function endOfName(from: usize): usize {
  for (let at = from; ; at += 16) {
    const here = v128.load(at);
    const letters = i8x16.lt_u(i8x16.sub(v128.or(here, i8x16.splat(0x20)), i8x16.splat(0x61)), i8x16.splat(26));
    const digits = i8x16.lt_u(i8x16.sub(here, i8x16.splat(0x30)), i8x16.splat(10));
    // A hyphen and a dot are neighbours.
    const joints = i8x16.lt_u(i8x16.sub(here, i8x16.splat(0x2d)), i8x16.splat(2));
    const others = ~i8x16.bitmask(v128.or(v128.or(letters, digits), v128.or(joints, i8x16.eq(here, i8x16.splat(0x5f)))));
    if ((others & 0xffff) !== 0) return at + ctz(others);
  }
  return from;
}

/** The next place of one of two characters; the end when there is none. */
@inline
function nextOf(from: usize, to: usize, one: v128, other: v128): usize {
  for (let at = from; at < to; at += 16) {
    const here = v128.load(at);
    const bits = i8x16.bitmask(v128.or(i8x16.eq(here, one), i8x16.eq(here, other)));
    if (bits !== 0) return min(to, at + ctz(bits));
  }
  return to;
}
