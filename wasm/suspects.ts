// Lines that may hold a secret: what src/redact/word-search.ts says about a line, and more of them where that costs less.
import { gramHash, hashOf, knows, markGram, smallLetters } from './grid';
import { blocks, candidates, ends, foundEnds, foundStarts, kinds, marks, most, NEWLINE, reserve, RETURN, text } from './memory';

/** A bit for each hash of the first four bytes of a word; of a word of three, with any byte behind it. */
let bits: usize = 0;
const size: u32 = 1 << 15;
const shift: u32 = 32 - 15;
/** For each hash of the first three bytes the first word that begins so. */
let heads: usize = 0;
const headShift: u32 = 32 - 12;
/** Of each word: where it stands, how long it is, the next one with the same hash. */
let entries: usize = 0;
const entrySize: usize = 12;

// What is known of a line.
const SEEN: u8 = 1;
const AT: u8 = 2;
const ADDRESS: u8 = 4;

const longRun: usize = 60;

/**
 * Called once, before `suspect`.
 * @param words in small letters, of three bytes at least, each with a line end behind it
 */
export function watch(words: usize, count: i32): void {
  bits = reserve(size + 4);
  heads = reserve(2 << (32 - headShift));
  entries = reserve(<usize>(count + 1) * entrySize);
  let word = words;
  for (let number: u32 = 1; number <= <u32>count; number++) {
    let end = word;
    while (<u32>load<u8>(end) !== NEWLINE) end++;
    const length = end - word;
    const letters = smallLetters(word);
    // `://` is looked for elsewhere.
    if (!isSchemeEnd(word, length)) {
      if (length > 3) markGram(bits, shift, hashOf(letters));
      else for (let code: u32 = 0; code < 256; code++) markGram(bits, shift, hashOf((letters & 0xffffff) | ((code | 0x20) << 24)));
      const head = heads + (headOf(word) << 1);
      const entry = entries + <usize>number * entrySize;
      store<u32>(entry, <u32>word);
      store<u32>(entry, <u32>length, 4);
      store<u32>(entry, <u32>load<u16>(head), 8);
      store<u16>(head, <u16>number);
    }
    word = end + 1;
  }
}

function isSchemeEnd(word: usize, length: usize): bool {
  return length === 3 && <u32>load<u16>(word) === 0x2f3a && load<u8>(word, 2) === 0x2f;
}

@inline
function headOf(place: usize): usize {
  return <usize>(hashOf(smallLetters(place) << 8) >> headShift);
}

/** How many bytes the last call looked at, and how many lines. */
export let suspectTo: i32 = 0;
export let suspectLines: i32 = 0;

/**
 * Looks at the lines among the first bytes of the text; the last one may have no end. Lists those that may hold a secret: which line it is among the
 * marks, and where it begins and ends.
 * @returns how many these are
 */
export function suspect(length: i32): i32 {
  let to = text + <usize>length;
  memory.fill(kinds, 0, <usize>min(most, length) + 1);
  let count = findLines(to);
  const lastEnd = count === 0 ? text - 1 : <usize>load<u32>(ends + ((count - 1) << 2));
  if (count < <usize>most && lastEnd + 1 < to) {
    store<u32>(ends + (count << 2), <u32>to);
    count++;
  } else to = lastEnd + 1;
  if (count > 0) markWords(to);
  suspectTo = <i32>(to - text);
  suspectLines = <i32>count;
  return listLines(count);
}

const newline = i8x16.splat(10);
const colon = i8x16.splat(0x3a);
const slash = i8x16.splat(0x2f);
const at_ = i8x16.splat(0x40);

/** Finds where lines end, and what is known of them but for the words. @returns how many have an end */
function findLines(to: usize): usize {
  let count: usize = 0;
  let wasRun = false;
  for (let at = text; at < to; at += 64) {
    const isRun = allRun(at + 48);
    const middle = allRun(at + 16);
    const long = (wasRun && allRun(at)) || (middle && (allRun(at) || allRun(at + 32))) || (isRun && allRun(at + 32));
    wasRun = isRun;
    let stops = mask(at, newline);
    if (at + 64 > to) stops &= ((<u64>1) << (to - at)) - 1;
    const next = count + <usize>popcnt(stops);
    if (long || next > <usize>most || v128.any_true(v128.or(v128.or(sign(at), sign(at + 16)), v128.or(sign(at + 32), sign(at + 48))))) {
      count = takeSlowly(at, to, stops, count, long);
      if (count === <usize>most) return count;
      continue;
    }
    for (let place = ends + (count << 2); stops !== 0; stops &= stops - 1, place += 4) store<u32>(place, <u32>(at + <usize>ctz(stops)));
    count = next;
    if (count === <usize>most) return count;
  }
  return count;
}

@inline
function mask(at: usize, code: v128): u64 {
  return (
    <u64>i8x16.bitmask(i8x16.eq(v128.load(at), code)) |
    (<u64>i8x16.bitmask(i8x16.eq(v128.load(at + 16), code)) << 16) |
    (<u64>i8x16.bitmask(i8x16.eq(v128.load(at + 32), code)) << 32) |
    (<u64>i8x16.bitmask(i8x16.eq(v128.load(at + 48), code)) << 48)
  );
}

/** What a terminal does not show, or may not: neither printable ASCII, nor a tab, nor the end of a line. */
@inline
function hidden(here: v128): v128 {
  const ending = v128.or(i8x16.eq(here, newline), v128.or(i8x16.eq(here, i8x16.splat(9)), i8x16.eq(here, i8x16.splat(13))));
  return v128.andnot(v128.or(i8x16.lt_s(here, i8x16.splat(32)), i8x16.eq(here, i8x16.splat(0x7f))), ending);
}

@inline
function scheme(at: usize): v128 {
  return v128.and(i8x16.eq(v128.load(at), colon), v128.and(i8x16.eq(v128.load(at + 1), slash), i8x16.eq(v128.load(at + 2), slash)));
}

@inline
function sign(at: usize): v128 {
  const here = v128.load(at);
  return v128.or(hidden(here), v128.or(i8x16.eq(here, at_), scheme(at)));
}

/** Whether all of sixteen bytes are characters of base64. */
@inline
function allRun(at: usize): bool {
  const here = v128.load(at);
  const letters = i8x16.lt_u(i8x16.sub(v128.or(here, i8x16.splat(0x20)), i8x16.splat(0x61)), i8x16.splat(26));
  const digits = i8x16.lt_u(i8x16.sub(here, i8x16.splat(0x2f)), i8x16.splat(11));
  return i8x16.all_true(v128.or(v128.or(letters, digits), i8x16.eq(here, i8x16.splat(0x2b))));
}

/** Takes 64 bytes with all that may stand there. @param long a long run may be there @returns how many lines there are then */
function takeSlowly(at: usize, to: usize, stops: u64, lines: usize, long: bool): usize {
  let count = lines;
  // What stands behind the text counts for nothing.
  const valid: u64 = at + 64 > to ? ((<u64>1) << (to - at)) - 1 : u64.MAX_VALUE;
  let seen =
    (<u64>i8x16.bitmask(hidden(v128.load(at))) |
      (<u64>i8x16.bitmask(hidden(v128.load(at + 16))) << 16) |
      (<u64>i8x16.bitmask(hidden(v128.load(at + 32))) << 32) |
      (<u64>i8x16.bitmask(hidden(v128.load(at + 48))) << 48)) &
    valid;
  if (long) seen |= longRuns(at, to) & valid;
  let signs = mask(at, at_) & valid;
  let addresses =
    (<u64>i8x16.bitmask(scheme(at)) |
      (<u64>i8x16.bitmask(scheme(at + 16)) << 16) |
      (<u64>i8x16.bitmask(scheme(at + 32)) << 32) |
      (<u64>i8x16.bitmask(scheme(at + 48)) << 48)) &
    valid;
  for (; stops !== 0; stops &= stops - 1) {
    const bit = ctz(stops);
    const before = ((<u64>1) << bit) - 1;
    note(count, seen & before, signs & before, addresses & before);
    seen &= ~before;
    signs &= ~before;
    addresses &= ~before;
    store<u32>(ends + (count << 2), <u32>(at + <usize>bit));
    if (++count === <usize>most) return count;
  }
  note(count, seen, signs, addresses);
  return count;
}

@inline
function note(line: usize, seen: u64, signs: u64, addresses: u64): void {
  const kind = kinds + line;
  store<u8>(kind, load<u8>(kind) | (seen !== 0 ? SEEN : 0) | (signs !== 0 ? AT : 0) | (addresses !== 0 ? ADDRESS : 0));
}

/** Bits of the bytes among 64 that stand in a long run. */
function longRuns(at: usize, to: usize): u64 {
  let found: u64 = 0;
  const limit = min(to, at + 64);
  for (let place = at; place < limit; place++) {
    if (!isRun(<u32>load<u8>(place))) continue;
    let from = place;
    while (from > text && place - from < longRun && isRun(<u32>load<u8>(from - 1))) from--;
    let end = place;
    while (end < to && end - from < longRun && isRun(<u32>load<u8>(end))) end++;
    if (end - from >= longRun) found |= (<u64>1) << (place - at);
    place = max(place, min(end, limit) - 1);
  }
  return found;
}

@inline
function isRun(code: u32): bool {
  return (code | 0x20) - 0x61 < 26 || code - 0x2f < 11 || code === 0x2b;
}

/** Marks the lines that hold a word. */
function markWords(to: usize): void {
  let line: usize = 0;
  for (let from = text; from < to; from += turn) {
    const end = expand(pass(from, min(from + turn, to)));
    for (let candidate = candidates; candidate < end; candidate += 4) {
      const place = <usize>load<u32>(candidate);
      if (place >= to) break;
      while (<usize>load<u32>(ends + (line << 2)) < place) line++;
      const kind = kinds + line;
      if ((load<u8>(kind) & SEEN) === 0 && begins(place, to)) store<u8>(kind, load<u8>(kind) | SEEN);
    }
  }
}

const turn: usize = 16 << 10;
const blockSize: usize = 8;

// As in search.ts, nothing here branches on what was found.

function pass(from: usize, to: usize): usize {
  const table = bits;
  let next = blocks;
  for (let at = from; at < to; at += blockSize) {
    store<u32>(next, <u32>at);
    next += ((lookFour(table, at) | lookFour(table, at + 4)) & 1) << 2;
  }
  return next;
}

@inline
function lookFour(table: usize, at: usize): u32 {
  return look(table, at) | look(table, at + 1) | look(table, at + 2) | look(table, at + 3);
}

@inline
function look(table: usize, at: usize): u32 {
  return knows(table, shift, gramHash(at));
}

function expand(end: usize): usize {
  const table = bits;
  let next = candidates;
  for (let block = blocks; block < end; block += 4) {
    const from = <usize>load<u32>(block);
    for (let at = from; at < from + blockSize; at++) {
      store<u32>(next, <u32>at);
      next += (look(table, at) & 1) << 2;
    }
  }
  return next;
}

function begins(start: usize, to: usize): bool {
  for (let number = <u32>load<u16>(heads + (headOf(start) << 1)); number !== 0; ) {
    const entry = entries + <usize>number * entrySize;
    const word = <usize>load<u32>(entry);
    const length = <usize>load<u32>(entry, 4);
    let same: usize = 0;
    while (same < length && start + same < to && small(<u32>load<u8>(start + same)) === <u32>load<u8>(word + same)) same++;
    if (same === length && !isWeak(word, length, start + length)) return true;
    number = load<u32>(entry, 8);
  }
  return false;
}

/** `pass:` with a space behind it, as in `--- PASS: TestX`. */
function isWeak(word: usize, length: usize, end: usize): bool {
  const next = <u32>load<u8>(end);
  return length === 5 && load<u32>(word) === 0x73736170 && <u32>load<u8>(word + 4) === 0x3a && (next === 32 || next === 9 || next === RETURN || next === NEWLINE);
}

@inline
function small(code: u32): u32 {
  return code - 0x41 < 26 ? code | 0x20 : code;
}

function listLines(count: usize): i32 {
  let found: usize = 0;
  let start = text;
  for (let line: usize = 0; line < count; line++) {
    const end = <usize>load<u32>(ends + (line << 2));
    const kind = load<u8>(kinds + line);
    const isOne = (kind & SEEN) !== 0 || endsOpen(start, end) || ((kind & ADDRESS) !== 0 && ((kind & AT) !== 0 || endsInAddress(start, end)));
    if (isOne) {
      store<i32>(marks + (found << 2), <i32>line);
      store<u32>(foundStarts + (found << 2), <u32>(start - text));
      store<u32>(foundEnds + (found << 2), <u32>(end - text));
      found++;
    }
    start = end + 1;
  }
  return <i32>found;
}

/** As `mayEndOpen` of src/redact/line-scanner.ts: an address, or a name with its colon, may go on in the next line. */
function endsOpen(from: usize, to: usize): bool {
  let end = to;
  while (end > from && <u32>load<u8>(end - 1) === RETURN) end--;
  if (end === from) return false;
  const last = <u32>load<u8>(end - 1);
  return last === 0x3a || last === 0x2f || last <= 0x20;
}

/** As `weakWords` of src/redact/words.ts say: an address counts beside an at sign, or when the line ends in it or behind it. */
function endsInAddress(from: usize, to: usize): bool {
  let at = to;
  while (at > from + 3 && !(<u32>load<u8>(at - 1) === 0x2f && <u32>load<u16>(at - 3) === 0x2f3a)) at--;
  while (at < to && !isSpace(<u32>load<u8>(at))) if (<u32>load<u8>(at++) === 0x2f) return false;
  while (at < to && isSpace(<u32>load<u8>(at))) at++;
  return at === to;
}

@inline
function isSpace(code: u32): bool {
  return code === 32 || code === 9 || code === RETURN;
}
