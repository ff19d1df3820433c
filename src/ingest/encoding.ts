const looked = 8192;

export type Utf16 = 'utf-16le' | 'utf-16be';

/** What the first bytes of a text say about it. */
export function encodingAtStart(start: Uint8Array): Utf16 | 'binary' | 'bytes' {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const head = start.subarray(0, looked);
  // Both questions below are about NUL bytes, and the engine's own search is quicker than a loop that is run once.
  if (!head.includes(0)) return 'bytes';
  return utf16WithoutMark(head) ?? (looksBinary(head) ? 'binary' : 'bytes');
}

/** Windows tools may write UTF-16 without a mark. Text that is mostly ASCII then has a NUL in every second byte, and on one side only. */
function utf16WithoutMark(head: Uint8Array): Utf16 | null {
  const pairs = head.length >> 1;
  if (pairs < 2) return null;
  const zeros = [0, 0];
  for (let at = 0; at < 2 * pairs; at++) if (head[at] === 0) zeros[at & 1]!++;
  const [even, odd] = zeros as [number, number];
  if (odd > 0.6 * pairs && even < 0.02 * pairs) return 'utf-16le';
  return even > 0.6 * pairs && odd < 0.02 * pairs ? 'utf-16be' : null;
}

/** A log may hold a stray NUL. Programs and packed data have many, or many other bytes that no terminal is sent. */
function looksBinary(head: Uint8Array): boolean {
  let zeros = 0;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) zeros++;
    else if (byte < 32 && (byte < 7 || byte > 13) && byte !== 27) controls++;
  }
  return zeros > 0.02 * head.length || (zeros > 0 && controls > 0.02 * head.length);
}
