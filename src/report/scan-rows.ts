import type { ScanTexts } from '../i18n/en-scan.ts';
import type { HistoryTotals } from '../model/history.ts';

/** What every form of a summary needs besides the summary. */
export interface ScanWords {
  readonly words: ScanTexts;
  /** The title of a cause, by its slug. */
  titleOf(cause: string): string;
  /** Where a log lies, as short as it can be typed. */
  shownSource(source: string): string;
}

const totalsInOrder = ['moduleFailures', 'notModule', 'unknown', 'noFailure', 'unreadable'] as const;

/** The counts that are not zero, each with its words. */
export function totalRows(totals: HistoryTotals, words: ScanTexts): [count: string, says: string][] {
  return totalsInOrder.filter((name) => totals[name] > 0).map((name) => [words.thousands(totals[name]), words.totals[name]]);
}

/** The day of a time, as everybody can read it. */
export function dayOf(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString().slice(0, 10);
}

export function sizeOf(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${Math.ceil(bytes / 1e3)} KB`;
}
