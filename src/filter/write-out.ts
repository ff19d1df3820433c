const ESCAPE = 0x1b;

/** What one turn wrote, and whether a backslash was written out that may open the next escape. */
export interface WrittenOut {
  readonly bytes: Buffer;
  readonly again: boolean;
}

/**
 * A line as it would be read: without escapes of terminals, and with those of JSON written out. `wasm/write-out.ts` does the same.
 * @param line without its line end
 */
export function writeOut(line: Uint8Array): WrittenOut {
  const out: number[] = [];
  let again = false;
  for (let at = 0; at < line.length; ) {
    const code = line[at]!;
    if (code === ESCAPE) {
      const first = at + 1;
      at = skipEscape(line, first);
      if (movesForward(line, first, at)) out.push(0x20);
    } else if (code === 0xc2 && at + 1 < line.length && line[at + 1]! < 0xa0) at += 2;
    else if ((code < 32 && code !== 9) || code === 0x7f) at++;
    else if (code !== 0x5c || at + 1 >= line.length) {
      out.push(code);
      at++;
    } else {
      const sign = line[at + 1]!;
      at += 2;
      const unit = sign === 0x75 ? hexAt(line, at) : -1;
      if (unit >= 0) {
        at += 4;
        if (unit === ESCAPE) {
          const first = at;
          at = skipEscape(line, first);
          if (movesForward(line, first, at)) out.push(0x20);
        } else if (unit >= 0x20 && (unit < 0xd800 || unit >= 0xe000)) out.push(...Buffer.from(String.fromCharCode(unit)));
      } else if (sign === 0x22 || sign === 0x2f || sign === 0x5c) {
        if (sign === 0x5c) again = true;
        out.push(sign);
      } else if (sign === 0x74) out.push(9);
      else if (sign === 0x6e || sign === 0x72) out.push(0x20);
      else {
        out.push(0x5c);
        at--;
      }
    }
  }
  return { bytes: Buffer.from(out), again };
}

/** Where the sequence ends; one that is not closed loses only its opener. */
function skipEscape(line: Uint8Array, from: number): number {
  const to = line.length;
  if (from >= to) return from;
  if (line[from] === 0x5b) {
    let at = from + 1;
    while (at < to && line[at]! >= 0x20 && line[at]! < 0x40) at++;
    return Math.min(to, at + 1);
  }
  if (line[from] === 0x5d)
    for (let end = from + 1; end < to; end++) {
      if (line[end] === 7) return end + 1;
      if (line[end] === ESCAPE) return line[end + 1] === 0x5c ? end + 2 : from + 1;
    }
  return from + 1;
}

// Consoles of Windows write spaces so.
function movesForward(line: Uint8Array, first: number, end: number): boolean {
  return end > first + 1 && line[first] === 0x5b && line[end - 1] === 0x43;
}

function hexAt(line: Uint8Array, at: number): number {
  const digits = Buffer.from(line.subarray(at, at + 4)).toString('latin1');
  return /^[\da-f]{4}$/i.test(digits) ? Number.parseInt(digits, 16) : -1;
}
