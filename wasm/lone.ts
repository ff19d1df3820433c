// Lines that say one small thing each: what `loneLine` in src/filter/lone-lines.ts says.
import { COUNTS, DIRTY, ends, HINT, kinds, LEVEL, LONE, reserve, RETURN, SPECIAL, text, times } from './memory';

const longest: usize = 500;

// Classes of characters, as bits.
const beforeGo: u32 = 1;
const ofPath: u32 = 2;
const ofVersion: u32 = 4;
const ofTime: u32 = 8;
const ofName: u32 = 16;
const ofKey: u32 = 32;
let classes: usize = 0;

function fillClasses(): void {
  classes = reserve(256);
  for (let code: u32 = 0; code < 256; code++) {
    const isWord = (code | 0x20) - 0x61 < 26 || code - 0x30 < 10 || code === 0x5f;
    if (isWord) store<u8>(classes + <usize>code, <u8>(beforeGo | ofPath | ofVersion | ofTime | ofName | ofKey));
  }
  add(0x2e, beforeGo | ofPath | ofVersion | ofTime | ofName | ofKey);
  add(0x2d, beforeGo | ofPath | ofVersion | ofTime | ofKey);
  add(0x2b, beforeGo | ofVersion | ofTime);
  add(0x3a, beforeGo | ofTime);
  add(0x20, beforeGo);
  add(0x7e, ofPath);
  add(0x2f, ofPath);
}

function add(code: usize, bits: u32): void {
  store<u8>(classes + code, <u8>bits);
}

@inline
function is(at: usize, bit: u32): bool {
  return (<u32>load<u8>(classes + <usize>load<u8>(at)) & bit) !== 0;
}

/** Behind characters of a class, so many at most. */
function skip(from: usize, to: usize, bit: u32, most: usize): usize {
  const limit = min(to, from + most);
  let at = from;
  while (at < limit && is(at, bit)) at++;
  return at;
}

/** Says which of the judged lines are such lines; the bits that only judging needs are gone then. @param timed the time of an entry is asked for */
export function findLone(count: i32, timed: bool): void {
  if (classes === 0) fillClasses();
  const asked = i8x16.splat(<i8>(SPECIAL | LEVEL));
  const gone = i8x16.splat(<i8>(DIRTY | LEVEL));
  const level = i8x16.splat(<i8>LEVEL);
  const hint = i8x16.splat(<i8>HINT);
  for (let line: usize = 0; line < <usize>count; line += 16) {
    const here = v128.load(kinds + line);
    for (let bits = i8x16.bitmask(i8x16.ne(v128.and(here, asked), i8x16.splat(0))); bits !== 0; bits &= bits - 1)
      look(line + <usize>ctz(bits), <usize>count, timed);
    if (!v128.any_true(v128.and(here, gone))) continue;
    const judged = v128.load(kinds + line);
    const hints = v128.and(i8x16.eq(v128.and(judged, level), level), hint);
    v128.store(kinds + line, v128.or(v128.andnot(judged, gone), hints));
  }
}

function look(line: usize, count: usize, timed: bool): void {
  const kind = kinds + line;
  const bits = load<u8>(kind);
  if (line >= count || (bits & DIRTY) !== 0) return;
  const from = line === 0 ? text : <usize>load<u32>(ends + ((line - 1) << 2)) + 1;
  let to = <usize>load<u32>(ends + (line << 2));
  if (to - from > longest) return;
  if (to > from && load<u8>(to - 1) === RETURN) to--;
  if ((bits & SPECIAL) !== 0) store<u8>(kind, bits | download(from, to));
  else if ((bits & HINT) === 0 && entry(from, to)) {
    store<u8>(kind, bits | LONE);
    store<u32>(times + (line << 2), timed ? time : 0);
  }
}

function download(from: usize, to: usize): u8 {
  const limit = from + 40;
  for (let at = from; at + 16 <= to; at++) {
    if (load<u32>(at) === 0x203a6f67 && isDownload(at + 4, to)) return load<u8>(at + 4) === 0x64 ? LONE | COUNTS : LONE;
    if (at === limit || !is(at, beforeGo)) return 0;
  }
  return 0;
}

function isDownload(from: usize, to: usize): bool {
  const path = behindVerb(from);
  if (path === 0) return false;
  const end = skip(path, to, ofPath, 300);
  if (end === path || end + 2 >= to || load<u16>(end) !== 0x7620 || <u32>load<u8>(end + 2) - 0x30 >= 10) return false;
  return skip(end + 3, to, ofVersion, 150) === to;
}

/** Behind `downloading `, `extracting ` or `finding `; 0 when none stands there. */
function behindVerb(at: usize): usize {
  if (load<u64>(at) === 0x64616f6c6e776f64 && load<u32>(at, 8) === 0x20676e69) return at + 12;
  if (load<u64>(at) === 0x6974636172747865 && load<u32>(at, 7) === 0x20676e69) return at + 11;
  return load<u64>(at) === 0x20676e69646e6966 ? at + 8 : 0;
}

/** The ten seconds of the last entry, as a hash; 0 for none. */
let time: u32 = 0;

function entry(from: usize, to: usize): bool {
  time = 0;
  let at = skip(from, to, ofTime, 40);
  at = at < to && load<u8>(at) === 0x20 ? at + 1 : from;
  at = behindTime(at, to);
  if (load<u32>(at) !== 0x6576656c || load<u16>(at, 4) !== 0x3d6c) return false;
  at = behindLevel(at + 6);
  if (at === 0 || load<u32>(at) !== 0x67736d20 || load<u8>(at, 4) !== 0x3d) return false;
  at = behindMessage(at + 5, to);
  while (at !== 0 && at < to) at = behindPair(at, to);
  return at === to;
}

/** Behind `time="2026-01-02T03:04:05Z" `, with or without the quotes; the same place when none stands there. */
function behindTime(from: usize, to: usize): usize {
  let at = from;
  if (load<u32>(at) === 0x656d6974 && load<u8>(at, 4) === 0x3d) at += 5;
  else if (load<u8>(at) === 0x74 && load<u16>(at, 1) === 0x3d73) at += 3;
  else if (load<u16>(at) === 0x3d74) at += 2;
  else return from;
  if (load<u8>(at) === 0x22) at++;
  const start = at;
  if (start + 18 > to || !isTime(start)) return from;
  at = skip(start + 18, to, ofTime, 24);
  if (at === start + 18) return from;
  if (load<u8>(at) === 0x22) at++;
  if (at >= to || load<u8>(at) !== 0x20) return from;
  time = 0x811c9dc5;
  for (let part = start; part < start + 18; part++) time = (time ^ <u32>load<u8>(part)) * 0x01000193;
  return at + 1;
}

/** `2026-01-02T03:04:0`: digits, and what stands between them. */
function isTime(at: usize): bool {
  const between = i8x16.eq(v128.load(at), i8x16(-1, -1, -1, -1, 0x2d, -1, -1, 0x2d, -1, -1, 0x54, -1, -1, 0x3a, -1, -1));
  const digits = i8x16.lt_u(i8x16.sub(v128.load(at), i8x16.splat(0x30)), i8x16.splat(10));
  const signs = i8x16(0, 0, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0, -1, 0, 0);
  return i8x16.all_true(v128.bitselect(between, digits, signs)) && load<u8>(at, 16) === 0x3a && <u32>load<u8>(at, 17) - 0x30 < 10;
}

/** Behind `info`, `debug` or `trace` in small or large letters; 0 when none stands there. */
function behindLevel(at: usize): usize {
  const first = load<u32>(at);
  if (first === 0x6f666e69 || first === 0x4f464e49) return at + 4;
  if (first === 0x75626564) return load<u8>(at, 4) === 0x67 ? at + 5 : 0;
  if (first === 0x55424544) return load<u8>(at, 4) === 0x47 ? at + 5 : 0;
  if (first === 0x63617274) return load<u8>(at, 4) === 0x65 ? at + 5 : 0;
  return first === 0x43415254 && load<u8>(at, 4) === 0x45 ? at + 5 : 0;
}

/** Behind one word, or a quoted message that begins with one; 0 when none stands there. */
function behindMessage(from: usize, to: usize): usize {
  let at = from;
  if (at < to && load<u8>(at) === 0x22) {
    at++;
    if (at >= to || (<u32>load<u8>(at) | 0x20) - 0x61 >= 26) return 0;
    at = skip(at + 1, to, ofName, longest);
    return at < to && load<u8>(at) === 0x20 ? behindQuote(at + 1, to) : 0;
  }
  while (at < to && <u32>load<u8>(at) - 0x61 < 26) at++;
  return at === from || at - from > 40 ? 0 : at;
}

/** Behind the next quote; 0 when there is none, or something is escaped before it. */
function behindQuote(from: usize, to: usize): usize {
  for (let at = from; at < to; at++) {
    const code = <u32>load<u8>(at);
    if (code === 0x22) return at + 1;
    if (code === 0x5c) return 0;
  }
  return 0;
}

/** Behind ` name=value`; 0 when something else stands there, or a name with which errors are told. */
function behindPair(from: usize, to: usize): usize {
  const name = from + 1;
  if (load<u8>(from) !== 0x20 || tellsError(name)) return 0;
  const end = skip(name, to, ofKey, 40);
  if (end === name || end + 1 >= to || load<u8>(end) !== 0x3d) return 0;
  let at = end + 1;
  const quoted = load<u8>(at) === 0x22;
  if (quoted) at++;
  const first = <u32>load<u8>(at);
  if (at >= to || first === 0x22 || first === 0x5c || first === 0x2f) return 0;
  if (quoted) return behindQuote(at, to);
  if (first === 0x20 || first === 9) return 0;
  for (; at < to; at++) {
    const code = <u32>load<u8>(at);
    if (code === 0x20 || code === 9) return at;
    if (code === 0x22 || code === 0x5c) return 0;
  }
  return at;
}

/** `err`, `output`, `stderr`, and whatever begins so. */
function tellsError(at: usize): bool {
  const first = load<u32>(at);
  if ((first & 0xffffff) === 0x727265) return true;
  if (first === 0x7074756f) return load<u16>(at, 4) === 0x7475;
  return first === 0x65647473 && load<u16>(at, 4) === 0x7272;
}
