/** How much a packed input may unpack to. Tests pass smaller numbers. */
export interface ArchiveLimits {
  /** Files of an archive, those of archives inside it included. */
  readonly entries: number;
  /** What is unpacked may be so many times as long as what was packed, once it is longer than `free`. */
  readonly ratio: number;
  readonly free: number;
  /** Bytes that one input unpacks to. */
  readonly total: number;
  /** An archive in an archive in an archive; a packed file counts as one, too. */
  readonly depth: number;
  /** A zip file is read from its end. One that is no file of its own (from a pipe, or inside another archive) is held in memory. */
  readonly held: number;
}

export const archiveLimits: ArchiveLimits = {
  entries: 10_000,
  ratio: 100,
  free: 1 << 20,
  total: 8 * 2 ** 30,
  depth: 3,
  held: 256 << 20,
};
