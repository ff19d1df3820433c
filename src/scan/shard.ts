/** One of several scans that share the inputs; `of` is how many there are, `number` counts from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/**
 * Whether an input is of this shard: by a hash of its name, so that all machines split in the same way whatever else there is.
 * @param name as it is shown, since absolute paths differ from machine to machine
 */
export function inShard(name: string, { number, of }: Shard): boolean {
  // FNV-1a over 32 bits, then mixed, since its low bits alone are uneven.
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(name)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash ^= hash >>> 13;
  return (hash >>> 0) % of === number - 1;
}
