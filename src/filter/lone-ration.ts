import { lineBlank, lineContinues, lineLone, lineSpecial } from './line-scanner.ts';
import type { LoneQuota } from './lone-lines.ts';

/** Decides about lines that say one small thing: they are read while there is quota for it, and where the time of an entry is another one. */
export interface LoneRation {
  /** @returns whether the line is read */
  take(kind: number, time: number): boolean;
  /** Whether a line would not be read, and is a block by itself. */
  isOver(kind: number, time: number): boolean;
}

export function createLoneRation(quota: LoneQuota): LoneRation {
  // Of the last entry of a program's log.
  let entryTime = 0;
  return {
    take(kind, time) {
      if (kind & lineSpecial) return quota.downloads-- > 0;
      const isRead = quota.entries-- > 0 || time !== entryTime;
      entryTime = time;
      return isRead;
    },
    isOver: (kind, time) =>
      (kind & (lineContinues | lineBlank)) === 0 &&
      (kind & lineLone) !== 0 &&
      (kind & lineSpecial ? quota.downloads <= 0 : quota.entries <= 0 && time === entryTime),
  };
}
