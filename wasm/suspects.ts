// Lines that may hold a secret: what src/redact/word-search.ts says about a line, and more of them where that costs less.
import { foundEnds, foundStarts, marks, most, NEWLINE, reserve, RETURN, text } from './memory';

/** A class for each byte, and for three classes in a row the first word that begins so. */
let classes: usize = 0;
let heads: usize = 0;
/** A bit for each three classes with which a word begins: most have none, and the bits stay near the processor. */
let starts: usize = 0;
/** Of each word: where it stands, how long it is, the next one that begins so. */
let entries: usize = 0;

const runBit: u32 = 0x20;
/** A line end, an at sign, a slash, and what a terminal does not show, or may not. */
const signBit: u32 = 0x40;
const longRun: u32 = 60;
const entrySize: usize = 12;

/**
 * Called once, before `suspect`.
 * @param words in small letters, of three bytes at least, each with a line end behind it
 */
export function watch(words: usize, count: i32): void {
  fillClasses();
  heads = reserve(2 << 15);
  starts = reserve(1 << 12);
  entries = reserve(<usize>(count + 1) * entrySize);
  let word = words;
  for (let number: u32 = 1; number <= <u32>count; number++) {
    let end = word;
    while (<u32>load<u8>(end) !== NEWLINE) end++;
    const index = ((classAt(word) << 10) | (classAt(word + 1) << 5) | classAt(word + 2)) & 0x7fff;
    const head = heads + (<usize>index << 1);
    const bits = starts + <usize>(index >> 3);
    store<u8>(bits, <u8>(<u32>load<u8>(bits) | (1 << (index & 7))));
    const entry = entries + <usize>number * entrySize;
    store<u32>(entry, <u32>word);
    store<u32>(entry, <u32>(end - word), 4);
    store<u32>(entry, <u32>load<u16>(head), 8);
    store<u16>(head, <u16>number);
    word = end + 1;
  }
}

function fillClasses(): void {
  classes = reserve(256);
  for (let letter: u32 = 1; letter <= 26; letter++) {
    store<u8>(classes + 0x60 + letter, <u8>(letter | runBit));
    store<u8>(classes + 0x40 + letter, <u8>(letter | runBit));
  }
  for (let digit: u32 = 0x30; digit <= 0x39; digit++) store<u8>(classes + digit, <u8>(27 | runBit));
  store<u8>(classes + 0x2d, 28);
  store<u8>(classes + 0x5f, 29);
  store<u8>(classes + 0x3a, 30);
  store<u8>(classes + 0x2f, <u8>(31 | runBit | signBit));
  store<u8>(classes + 0x2b, <u8>runBit);
  store<u8>(classes + 0x40, <u8>signBit);
  for (let code: u32 = 0; code < 256; code++)
    if (code >= 0x7f || (code < 32 && code !== 9 && code !== RETURN)) store<u8>(classes + <usize>code, <u8>signBit);
}

@inline
function classAt(place: usize): u32 {
  return <u32>load<u8>(classes + <usize>load<u8>(place)) & 31;
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
  const to = text + <usize>length;
  let found: usize = 0;
  let line: i32 = 0;
  let start = text;
  let index: u32 = 0;
  let run: u32 = 0;
  let seen = false;
  let hasAt = false;
  // Behind the last `://`.
  let address: usize = 0;
  for (let at = text; at < to; at++) {
    const code = <u32>load<u8>(at);
    const kind = <u32>load<u8>(classes + <usize>code);
    if ((kind & signBit) !== 0) {
      if (code === NEWLINE) {
        if (seen || endsOpen(start, at) || (address !== 0 && (hasAt || endsInAddress(address, at)))) list(found++, line, start, at);
        line++;
        start = at + 1;
        if (line === most) break;
        index = run = 0;
        seen = hasAt = false;
        address = 0;
        continue;
      }
      if (code === 0x40) hasAt = true;
      else if (code !== 0x2f) seen = true;
      else if (at >= start + 2 && <u32>load<u8>(at - 1) === 0x2f && <u32>load<u8>(at - 2) === 0x3a) address = at + 1;
    }
    if (seen) continue;
    index = ((index << 5) | (kind & 31)) & 0x7fff;
    run = (kind & runBit) !== 0 ? run + 1 : 0;
    if (run === longRun) seen = true;
    else if (((<u32>load<u8>(starts + <usize>(index >> 3)) >> (index & 7)) & 1) !== 0 && at >= text + 2) seen = begins(index, at - 2, to);
  }
  if (start < to && line < most) {
    if (seen || endsOpen(start, to) || (address !== 0 && (hasAt || endsInAddress(address, to)))) list(found++, line, start, to);
    line++;
    start = to;
  }
  suspectTo = <i32>(start - text);
  suspectLines = line;
  return <i32>found;
}

function list(place: usize, line: i32, from: usize, to: usize): void {
  store<i32>(marks + (place << 2), line);
  store<u32>(foundStarts + (place << 2), <u32>(from - text));
  store<u32>(foundEnds + (place << 2), <u32>(to - text));
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
  let at = from;
  while (at < to && !isSpace(<u32>load<u8>(at))) if (<u32>load<u8>(at++) === 0x2f) return false;
  while (at < to && isSpace(<u32>load<u8>(at))) at++;
  return at === to;
}

@inline
function isSpace(code: u32): bool {
  return code === 32 || code === 9 || code === RETURN;
}

function begins(index: u32, start: usize, to: usize): bool {
  for (let number = <u32>load<u16>(heads + (<usize>index << 1)); number !== 0; ) {
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

/** `://`, which is looked at elsewhere; `pass:` with a space behind it, as in `--- PASS: TestX`. */
function isWeak(word: usize, length: usize, end: usize): bool {
  if (length === 3) return <u32>load<u8>(word) === 0x3a && <u32>load<u8>(word + 1) === 0x2f;
  const next = <u32>load<u8>(end);
  return length === 5 && load<u32>(word) === 0x73736170 && <u32>load<u8>(word + 4) === 0x3a && (next === 32 || next === 9 || next === RETURN || next === NEWLINE);
}

@inline
function small(code: u32): u32 {
  return code - 0x41 < 26 ? code | 0x20 : code;
}
