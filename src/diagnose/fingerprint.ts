/** A short name for "the same failure": FNV-1a over 64 bits of the cause and its subject, with a version in front. */
export function fingerprint(...parts: readonly (string | null)[]): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(parts.map((part) => part ?? '').join('\0'))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return `1:${hash.toString(16).padStart(16, '0')}`;
}
