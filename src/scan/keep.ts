import type { HistoryStore, StoredLog } from '../model/history.ts';

const batchLogs = 200;
const batchTime = 250;

/** Brings results into the store, many at once: a batch is kept as a whole or not at all. */
export interface Keeper {
  /** Waits when the store is slower than the reading. @throws what the store throws */
  add(logs: readonly StoredLog[]): Promise<void>;
  /** Ends when everything that was added is kept. @throws what the store throws */
  flush(): Promise<void>;
  /** How many logs are kept for certain. */
  kept(): number;
}

/** @param store null: nothing is kept */
export function createKeeper(store: Pick<HistoryStore, 'add'> | null, scan: string): Keeper {
  let waiting: StoredLog[] = [];
  let since = 0;
  let kept = 0;
  let writing: Promise<void> = Promise.resolve();
  const write = () => {
    const batch = waiting;
    waiting = [];
    since = 0;
    if (batch.length === 0 || store === null) return;
    writing = writing.then(async () => {
      await store.add(batch, scan);
      kept += batch.length;
    });
    // It is thrown where somebody waits for it.
    writing.catch(() => {});
  };
  return {
    async add(logs) {
      if (store === null || logs.length === 0) return;
      waiting.push(...logs);
      if (since === 0) since = performance.now();
      if (waiting.length < batchLogs && performance.now() - since < batchTime) return;
      await writing;
      write();
    },
    async flush() {
      write();
      await writing;
    },
    kept: () => kept,
  };
}
