// Lines that may hold a secret: what src/redact/word-search.ts says about a line, and more of them where that costs less.
import { kinds, most, NEWLINE, reserve, RETURN, text } from './memory';

/** A class for each byte, and for three classes in a row the first word that begins so. */
let classes: usize = 0;
let heads: usize = 0;
/** Of each word: where it stands, how long it is, the next one that begins so. */
let entries: usize = 0;

const runBit: u32 = 0x20;
const longRun: u32 = 60;
const entrySize: usize = 12;

/**
 * Called once, before `suspect`.
 * @param words in small letters, of three bytes at least, each with a line end behind it
 */
export function watch(words: usize, count: i32): void {
  fillClasses();
  heads = reserve(2 << 15);
  entries = reserve(<usize>(count + 1) * entrySize);
  let word = words;
  for (let number: u32 = 1; number <= <u32>count; number++) {
    let end = word;
    while (<u32>load<u8>(end) !== NEWLINE) end++;
    const head = heads + (<usize>(((classAt(word) << 10) | (classAt(word + 1) << 5) | classAt(word + 2)) & 0x7fff) << 1);
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
  store<u8>(classes + 0x2f, <u8>(31 | runBit));
  store<u8>(classes + 0x2b, <u8>runBit);
}

@inline
function classAt(place: usize): u32 {
  return <u32>load<u8>(classes + <usize>load<u8>(place)) & 31;
}

/** How many bytes the last call looked at. */
export let suspectTo: i32 = 0;

/** Looks at the lines among the first bytes of the text, the last one may have no end. A kind that is not 0 marks a suspect. @returns how many lines there are */
export function suspect(length: i32): i32 {
  const to = text + <usize>length;
  let line: i32 = 0;
  let index: u32 = 0;
  let run: u32 = 0;
  let seen: u8 = 0;
  let last: u32 = 0;
  suspectTo = length;
  // As `weakWords` of src/redact/words.ts say: an address counts beside an at sign, or when the line ends in it or behind it.
  let hasAt = false;
  let hasAddress = false;
  let inAddress: u32 = 0;
  for (let at = text; at < to; at++) {
    const code = <u32>load<u8>(at);
    if (code === NEWLINE) {
      store<u8>(kinds + <usize>line, seen | mayEndOpen(last) | <u8>((hasAddress && hasAt) || inAddress !== 0));
      hasAt = hasAddress = false;
      inAddress = 0;
      if (++line === most) {
        suspectTo = <i32>(at + 1 - text);
        return line;
      }
      index = 0;
      run = 0;
      seen = 0;
      last = 0;
      continue;
    }
    if (code === 0x40) hasAt = true;
    if (inAddress !== 0) {
      const isSpace = code === 32 || code === 9 || code === RETURN;
      if (isSpace) inAddress = 2;
      else if (inAddress === 2 || code === 0x2f) inAddress = 0;
    }
    if (code === 0x2f && last === 0x2f && at >= text + 2 && <u32>load<u8>(at - 2) === 0x3a) {
      hasAddress = true;
      inAddress = 1;
    }
    // Characters that a terminal does not show, and those that may be such.
    if (code >= 0x7f || (code < 32 && code !== 9 && code !== RETURN)) seen = 1;
    const kind = <u32>load<u8>(classes + <usize>code);
    index = ((index << 5) | (kind & 31)) & 0x7fff;
    run = (kind & runBit) !== 0 ? run + 1 : 0;
    if (run === longRun) seen = 1;
    if (seen === 0 && load<u16>(heads + (<usize>index << 1)) !== 0 && at >= text + 2) seen = begins(index, at - 2, to);
    if (code !== RETURN) last = code;
  }
  if (to > text && <u32>load<u8>(to - 1) !== NEWLINE) {
    store<u8>(kinds + <usize>line, seen | mayEndOpen(last) | <u8>((hasAddress && hasAt) || inAddress !== 0));
    line++;
  }
  return line;
}

@inline
function mayEndOpen(last: u32): u8 {
  return last === 0x3a || last === 0x2f || (last <= 0x20 && last !== 0) ? 1 : 0;
}

function begins(index: u32, start: usize, to: usize): u8 {
  for (let number = <u32>load<u16>(heads + (<usize>index << 1)); number !== 0; ) {
    const entry = entries + <usize>number * entrySize;
    const word = <usize>load<u32>(entry);
    const length = <usize>load<u32>(entry, 4);
    let same: usize = 0;
    while (same < length && start + same < to && small(<u32>load<u8>(start + same)) === <u32>load<u8>(word + same)) same++;
    if (same === length && !isWeak(word, length, start + length)) return 1;
    number = load<u32>(entry, 8);
  }
  return 0;
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
