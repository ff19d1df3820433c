// The 64-bit prime of FNV is 2^40 + 0x1b3. Without BigInt, which is slow to start: the hash is held as four numbers of 16 bits, lowest first.
const offsetBasis = [0x2325, 0x8422, 0x9ce4, 0xcbf2] as const;
const low = 0x1b3;

/** A short name for "the same failure": FNV-1a over 64 bits of the cause and its subject, with a version in front. */
export function fingerprint(...parts: readonly (string | null)[]): string {
  let [a, b, c, d] = offsetBasis as readonly number[] as [number, number, number, number];
  for (const byte of new TextEncoder().encode(parts.map((part) => part ?? '').join('\0'))) {
    a ^= byte;
    // Times 2^40 moves the two lowest numbers up by two places and eight bits.
    const high = a * 0x100 + b * 0x1000000;
    const first = a * low;
    const second = b * low + (first >>> 16);
    const third = c * low + (second >>> 16) + (high & 0xffff);
    const fourth = d * low + Math.floor(third / 0x10000) + Math.floor(high / 0x10000);
    a = first & 0xffff;
    b = second & 0xffff;
    c = third & 0xffff;
    d = fourth & 0xffff;
  }
  return `1:${[d, c, b, a].map((part) => part.toString(16).padStart(4, '0')).join('')}`;
}
