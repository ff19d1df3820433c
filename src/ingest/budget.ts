import type { ArchiveLimits } from './limits.ts';

/** Counts what one input has unpacked to, over all its layers, so that a small file cannot fill the memory or run for hours. */
export interface Budget {
  readonly limits: ArchiveLimits;
  /** So many more bytes of the packed file itself were read. */
  read(length: number): void;
  /** Takes as many of these unpacked bytes as are allowed. */
  take(length: number): number;
  /** The limit that has bitten, with what it leaves; null while there is room. */
  over(): { readonly limit: 'archive-ratio' | 'archive-total'; readonly kept: number } | null;
  /** Takes one file of an archive; false when there were too many. */
  takeEntry(): boolean;
}

export function createBudget(limits: ArchiveLimits): Budget {
  let packed = 0;
  let unpacked = 0;
  let entries = 0;
  let over: ReturnType<Budget['over']> = null;
  return {
    limits,
    read(length) {
      packed += length;
    },
    take(length) {
      const byRatio = Math.max(limits.free, limits.ratio * packed);
      const room = Math.max(0, Math.min(limits.total, byRatio) - unpacked);
      const taken = Math.min(length, room);
      unpacked += taken;
      if (taken < length) over ??= { limit: byRatio < limits.total ? 'archive-ratio' : 'archive-total', kept: unpacked };
      return taken;
    },
    over: () => over,
    takeEntry: () => entries++ < limits.entries,
  };
}

/** The least that an unpacked stream may give for what it has read: what holds for the whole input holds for each part of it. */
export function partAllows(limits: ArchiveLimits, packed: number): number {
  return Math.max(limits.free, limits.ratio * packed);
}
