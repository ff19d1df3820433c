export type Legacy = 'gb18030' | 'windows-1252';

/** What the bytes above ASCII in a stretch of text look like. */
export interface Evidence {
  /** Sequences of UTF-8 that are whole. */
  sequences: number;
  /** Bytes above ASCII that are in no such sequence. */
  broken: number;
  /** Characters of GB 2312, the common part of GB 18030, and how many of them stand beside another one. */
  pairs: number;
  joined: number;
  /** Bytes above ASCII in no such pair. */
  unpaired: number;
  /** Bytes that stand alone between ASCII: letters of Windows-1252 beside an ASCII letter, its quotes, dashes and other signs, and all. */
  letters: number;
  signs: number;
  single: number;
}

export function noEvidence(): Evidence {
  return { sequences: 0, broken: 0, pairs: 0, joined: 0, unpaired: 0, letters: 0, signs: 0, single: 0 };
}

/** Adds what is seen in these bytes; they start and end at characters. */
export function lookAt(bytes: Uint8Array, seen: Evidence): void {
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at]! < 0x80) {
      at++;
      continue;
    }
    let end = at;
    while (end < bytes.length && bytes[end]! >= 0x80) end++;
    lookAtRun(bytes, at, end, seen);
    at = end;
  }
}

function lookAtRun(bytes: Uint8Array, from: number, end: number, seen: Evidence): void {
  for (let at = from; at < end; ) {
    const length = sequenceAt(bytes, at, end);
    if (length > 0) seen.sequences++;
    else seen.broken++;
    at += Math.max(1, length);
  }
  let pairs = 0;
  for (let at = from; at < end; ) {
    const pair = at + 1 < end && isGb2312(bytes[at]!, bytes[at + 1]!);
    if (pair) pairs++;
    else seen.unpaired++;
    at += pair ? 2 : 1;
  }
  seen.pairs += pairs;
  if (pairs > 1) seen.joined += pairs;
  if (end - from > 1) return;
  seen.single++;
  if (isLetter1252(bytes[from]!) && (isAsciiLetter(bytes[from - 1]) || isAsciiLetter(bytes[end]))) seen.letters++;
  else if (isSign1252(bytes[from]!)) seen.signs++;
}

/** Length of the UTF-8 sequence that starts here; 0 when there is none (Unicode, table 3-7). */
function sequenceAt(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at]!;
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || at + length > end) return 0;
  const second = bytes[at + 1]!;
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0;
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0;
  for (let next = at + 1; next < at + length; next++) if (bytes[next]! > 0xbf) return 0;
  return length;
}

// GB 2312: signs in the rows A1 to A9, characters in B0 to F7.
function isGb2312(lead: number, trail: number): boolean {
  return trail >= 0xa1 && trail <= 0xfe && ((lead >= 0xa1 && lead <= 0xa9) || (lead >= 0xb0 && lead <= 0xf7));
}

// Letters of Western Europe: C0 to FF without the two signs, and S, Z, Y, OE with their marks.
function isLetter1252(byte: number): boolean {
  return (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7) || [0x8a, 0x8c, 0x8e, 0x9a, 0x9c, 0x9e, 0x9f].includes(byte);
}

// Euro, ellipsis, quotes, bullet, dashes, and the signs that Latin-1 has.
function isSign1252(byte: number): boolean {
  return byte === 0x80 || byte === 0x85 || (byte >= 0x91 && byte <= 0x97) || (byte >= 0xa0 && byte <= 0xbf);
}

function isAsciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 32) >= 0x61 && (byte | 32) <= 0x7a;
}

/** Two words of Chinese, or two accented letters, say what the encoding is; a few broken bytes say nothing. */
export function legacyOf({ sequences, broken, pairs, joined, unpaired, letters, signs, single }: Evidence): Legacy | null {
  if (broken <= sequences) return null;
  if (joined >= 4 && joined >= 0.7 * pairs && unpaired <= 0.1 * pairs) return 'gb18030';
  const plausible = letters >= 2 && letters >= signs && letters + signs >= 0.9 * single;
  return plausible && 2 * pairs <= 0.2 * single ? 'windows-1252' : null;
}
