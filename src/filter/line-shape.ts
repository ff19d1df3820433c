import type { LoneLine } from './lone-lines.ts';

/** How a line stands among its neighbours, as far as its bytes say. */
export interface LineShape {
  /** Equal for lines with the same decoration: lane, and the time to ten seconds where it is asked for. */
  mark: number;
  /** `continues`: indented, or a `file:line:` row, which may belong to the line above. */
  kind: 'starts' | 'continues' | 'blank';
  /** A dialect may see more than output in it: a marker, a prompt, a frame, a time in another form. */
  special: boolean;
  /** It matters, but says nothing about the lines around it. */
  alone: boolean;
  /** It says one small thing: see `LoneLine`. */
  lone: LoneLine | null;
}

const shape: LineShape = { mark: 0, kind: 'starts', special: false, alone: false, lone: null };

/**
 * Looks at a line without decoding it. The answer is one object that the next call reuses.
 * @param to end of the line, without its line end and without escapes @param timed its time belongs to its mark
 */
export function shapeOf(bytes: Uint8Array, from: number, to: number, timed: boolean): LineShape {
  shape.mark = 0;
  shape.special = false;
  shape.alone = false;
  shape.lone = null;
  shape.kind = 'starts';
  let body = skipColumns(bytes, from, to);
  body = skipTime(bytes, body, to, timed);
  body = skipStep(bytes, body, to, timed);
  if (body >= to) {
    shape.kind = 'blank';
    mark(bytes, from, from);
  } else look(bytes, body, to);
  return shape;
}

function mark(bytes: Uint8Array, from: number, to: number): void {
  let hash = (shape.mark ^ 0x811c9dc5) + 1;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  shape.mark = hash;
}

// `gh run view --log`: job, step and the raw line, separated by tabs.
function skipColumns(bytes: Uint8Array, from: number, to: number): number {
  if (isDigit(bytes[from]!)) return from;
  const limit = Math.min(to, from + 802);
  let tabs = 0;
  for (let at = from; at < limit; at++) {
    if (bytes[at] !== 9) continue;
    if (++tabs < 2) continue;
    if (!looksLikeDate(bytes, at + 1, to)) {
      // A byte order mark may stand before the time.
      if (bytes[at + 1] === 0xef) shape.special = true;
      return from;
    }
    mark(bytes, from, at);
    return at + 1;
  }
  return from;
}

// An ISO time or a time of day. What looks like one and is none of these forms is left to the dialects.
function skipTime(bytes: Uint8Array, from: number, to: number, timed: boolean): number {
  const bracket = bytes[from] === 0x5b && looksLikeDate(bytes, from + 1, to) ? 1 : 0;
  const start = from + bracket;
  if (looksLikeDate(bytes, start, to)) {
    let at = start + 19;
    if (bytes[at] === 0x2e)
      do at++;
      while (isDigit(bytes[at]!));
    const closed = bytes[at] === 0x5a && (bracket === 0 || bytes[at + 1] === 0x5d);
    at += 1 + bracket;
    if (!closed || bytes[start + 13] !== 0x3a || (at < to && bytes[at] !== 0x20)) {
      shape.special = true;
      return from;
    }
    mark(bytes, from, timed ? start + 18 : from);
    return Math.min(to, at + 1);
  }
  if (
    from + 10 <= to &&
    isDigit(bytes[from]!) &&
    bytes[from + 2] === 0x3a &&
    bytes[from + 5] === 0x3a &&
    bytes[from + 8] === 0x20 &&
    bytes[from + 9] === 0x20
  ) {
    mark(bytes, from, timed ? from + 7 : from);
    return Math.min(to, from + 10);
  }
  return from;
}

// `#12 0.345 `, the number and the seconds of a BuildKit step, or the seconds alone.
function skipStep(bytes: Uint8Array, from: number, to: number, timed: boolean): number {
  let at = from;
  if (bytes[at] === 0x23) {
    do at++;
    while (isDigit(bytes[at]!));
    if (at === from + 1 || bytes[at] !== 0x20) return from;
    at++;
  }
  const seconds = at;
  while (at < to && isDigit(bytes[at]!)) at++;
  if (at === seconds || bytes[at] !== 0x2e) return from;
  const dot = at;
  do at++;
  while (isDigit(bytes[at]!));
  if (at === dot + 1 || at > dot + 4 || (at < to && bytes[at] !== 0x20)) return from;
  mark(bytes, from, timed ? dot - 1 : seconds);
  return Math.min(to, at + 1);
}

function look(bytes: Uint8Array, from: number, to: number): void {
  // A second time, behind that of the CI system.
  if (looksLikeDate(bytes, from, to)) shape.special = true;
  let at = from;
  while (at < to && (bytes[at] === 0x20 || bytes[at] === 9)) at++;
  if (at > from) shape.kind = 'continues';
  const first = bytes[at]!;
  const next = bytes[at + 1]!;
  if (at === to) shape.special = true;
  // A line of dots, or `…`, stands for others.
  else if (first >= 0x80) shape.special ||= at === from || first === 0xe2;
  else if (first === 0x2e && next === 0x2e) shape.special = true;
  else if (isWord(first)) lookAtWord(bytes, at, to, at === from);
  else if (first === 0x2b) shape.special ||= next === 0x2b || next === 0x20;
  // `--2026-01-02`, as wget prints it.
  else if (first === 0x2d) {
    shape.special ||= drawsRule(bytes, at, to);
    shape.alone = next === 0x2d && isDigit(bytes[at + 2]!);
  } else if (first === 0x3d) shape.special ||= next === 0x3e || (next === 0x3d && at + 3 < to && bytes[at + 3] === 0x3d);
  // A number, a signed time, `[user@host`, a pod or a step, whose names have small letters, or a place.
  else if (first === 0x5b)
    shape.special ||=
      isDigit(next) || next === 0x2b || isSmall(next) || endOfWord(bytes, at + 1, to, 0x40) || namesPlace(bytes, at + 1, to);
  else if (first === 0x7b) shape.special ||= next === 0x22;
  else if (first === 0x3c) {
    shape.special ||= isDigit(next);
    shape.alone = at === from && next === 0x20;
  } else if (first === 0x28) shape.special ||= endOfWord(bytes, at + 1, to, 0x29);
  else if (first === 0x2f || first === 0x7e) lookAtPath(bytes, at, to, at === from);
  // `#`, `$`, `%` and `>` open markers, prompts and quotes.
  else if (first === 0x23 || first === 0x24 || first === 0x25 || first === 0x3e) shape.special = true;
  // `* Connected to`, as curl prints it, and `;; SERVER`, as dig does.
  else if (at === from && ((first === 0x2a && next === 0x20) || first === 0x3b)) shape.alone = true;
  else if (at === from) lookAtPath(bytes, at, to, true);
}

// A prompt has one of a few characters after its first word: `user@host`, `bash-5.1$`, `C:\`, `PS `. GitLab's `00O ` stands before anything.
function lookAtWord(bytes: Uint8Array, from: number, to: number, starts: boolean): void {
  let at = from;
  while (at < to && (isWord(bytes[at]!) || bytes[at] === 0x2e || bytes[at] === 0x2d)) at++;
  const after = at < to ? bytes[at]! : 0;
  if (after === 0x40 || after === 0x24 || after === 0x23 || after === 0x25 || after === 0x5c || after === 0x3e) shape.special = true;
  else if (starts && after === 0x20 && hasFrame(bytes, from, at, to)) shape.special = true;
  else if (after === 0x3a && bytes[at + 1] === 0x5c) shape.special = true;
  // `Mac:app dev$ `
  else if (after === 0x3a && starts && signStands(bytes, at, to)) shape.special = true;
  // `GOPROXY=`, as `go env` prints it.
  else if (after === 0x3d && bytes[from] === 0x47 && bytes[from + 1] === 0x4f) shape.special = true;
  else if (bytes[from] === 0x50 && bytes[from + 1] === 0x53 && at === from + 2) shape.special = true;
  // `DONE 3 tests`, as gotestsum prints it.
  else if (starts && after === 0x20 && at === from + 4 && bytes[from] === 0x44 && bytes[from + 3] === 0x45) shape.special = true;
  // `Run go build`, as GitHub's page shows it.
  else if (bytes[from] === 0x52 && bytes[from + 1] === 0x75 && bytes[from + 2] === 0x6e && at === from + 3 && after === 0x20)
    shape.special = true;
  else if (at === from + 3 && isDigit(bytes[from]!) && isDigit(bytes[from + 1]!) && (bytes[from + 2] === 0x4f || bytes[from + 2] === 0x45))
    shape.special = true;
  else if (starts && opensAnswer(bytes, from, at, after)) shape.alone = true;
  else if (starts && after !== 0x20) lookAtPath(bytes, at, to, true);
}

// What programs print that look at a host: `HTTP/1.1 `, `200 https://`, `PING `; `Name:`, `Server:`, `Address:` and `Addresses:`.
function opensAnswer(bytes: Uint8Array, from: number, end: number, after: number): boolean {
  const first = bytes[from]!;
  if (after === 0x2f) return first === 0x48 && end === from + 4 && bytes[from + 3] === 0x50;
  if (after === 0x3a)
    return (first === 0x4e && end === from + 4) || (first === 0x53 && end === from + 6) || (first === 0x41 && end >= from + 7);
  if (after !== 0x20) return false;
  if (end === from + 3) return isDigit(first) && isDigit(bytes[from + 1]!) && isDigit(bytes[from + 2]!);
  return first === 0x50 && end === from + 4 && bytes[from + 3] === 0x47;
}

// `web-1  | `; `Jan  2 03:04:05 host`; behind a time, `host program[12]: `.
function hasFrame(bytes: Uint8Array, from: number, end: number, to: number): boolean {
  let at = end;
  while (at < to && bytes[at] === 0x20) at++;
  if (bytes[at] === 0x7c) return true;
  if (
    end === from + 3 &&
    end + 6 < to &&
    isDigit(bytes[end + 2]!) &&
    bytes[end + 3] === 0x20 &&
    isDigit(bytes[end + 4]!) &&
    bytes[end + 6] === 0x3a
  )
    return true;
  while (at < to && bytes[at] !== 0x20 && bytes[at] !== 0x5b) at++;
  return bytes[at] === 0x5b && isDigit(bytes[at + 1]!);
}

// `/path $ ` is a prompt; `file:12:3: ` is a row.
function lookAtPath(bytes: Uint8Array, from: number, to: number, starts: boolean): void {
  let at = from;
  while (at < to && bytes[at] !== 0x20) at++;
  if (at === to) return;
  const next = bytes[at + 1];
  if (next === 0x24 || next === 0x23 || next === 0x25 || next === 0x3e || isSign(bytes[at - 1]!)) shape.special = true;
  if (starts && bytes[at - 1] === 0x3a && isDigit(bytes[at - 2]!)) shape.kind = 'continues';
}

// A `$` or `#` before a space, soon enough to end a prompt.
function signStands(bytes: Uint8Array, from: number, to: number): boolean {
  const limit = Math.min(to - 1, from + 160);
  for (let at = from; at < limit; at++) if (bytes[at + 1] === 0x20 && (bytes[at] === 0x24 || bytes[at] === 0x23)) return true;
  return false;
}

function isSign(code: number): boolean {
  return code === 0x23 || code === 0x24 || code === 0x25 || code === 0x3e;
}

function drawsRule(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  while (at < to && bytes[at] === 0x2d) at++;
  return at - from >= 6 || bytes[at] === 0x3e;
}

function endOfWord(bytes: Uint8Array, from: number, to: number, mark: number): boolean {
  let at = from;
  while (at < to && (isWord(bytes[at]!) || bytes[at] === 0x2e || bytes[at] === 0x2d)) at++;
  return at > from && bytes[at] === mark;
}

// `[step:12]` and `[workflow/job]`.
function namesPlace(bytes: Uint8Array, from: number, to: number): boolean {
  const limit = Math.min(to, from + 200);
  for (let at = from; at < limit && bytes[at] !== 0x5d; at++) if (bytes[at] === 0x3a || bytes[at] === 0x2f) return true;
  return false;
}

function looksLikeDate(bytes: Uint8Array, at: number, to: number): boolean {
  return at + 20 <= to && isDigit(bytes[at]!) && bytes[at + 4] === 0x2d && bytes[at + 7] === 0x2d && bytes[at + 10] === 0x54;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isSmall(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigit(code) || code === 0x5f;
}
