/** At most `length` bytes from `from`, without the beginning of a UTF-8 sequence that would be cut there. */
export function completeLength(bytes: Uint8Array, from: number, length: number): number {
  for (let back = 1; back <= 3 && back <= length; back++) {
    const byte = bytes[from + length - back]!;
    if (byte >= 0xc0) return sequenceLength(byte) > back ? length - back : length;
    if (byte < 0x80) return length;
  }
  return length;
}

function sequenceLength(lead: number): number {
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}
