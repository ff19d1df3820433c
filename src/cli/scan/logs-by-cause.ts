import type { FailureRow, HistoryStore } from '../../model/history.ts';

/**
 * How many logs of a scan each cause has. Failures of one cause may stand in the same log, so that the sum of their logs would be too much.
 * @param rows all failures of the scan
 * @throws ModwhyError E_STORE
 */
export async function logsByCause(rows: readonly FailureRow[], store: HistoryStore, scan: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const [cause, failures] of Map.groupBy(rows, (row) => row.cause)) {
    if (cause === null) continue;
    // A question to the store only where it can differ.
    counts.set(cause, failures.length === 1 ? failures[0]!.logs : (await store.totals({ scan, cause })).logs);
  }
  return counts;
}
