import type { HistoryStore, StoredLog } from '../model/history.ts';

const batchLogs = 200;
const batchTime = 250;
const mostBatches = 3;

/** Brings results into the store, many at once: a batch is kept as a whole or not at all. */
export interface Keeper {
  /** Ends when these logs are kept, all of them at once. @throws what the store throws */
  add(logs: readonly StoredLog[]): Promise<void>;
  /** Ends when there is room for more. */
  room(): Promise<void>;
  /** Ends when everything that was added is kept, or could not be. */
  flush(): Promise<void>;
}

/** @param store null: nothing is kept, and everything is done at once */
export function createKeeper(store: Pick<HistoryStore, 'add'> | null, scan: string): Keeper {
  let waiting: StoredLog[] = [];
  let done: PromiseWithResolvers<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let batches = 0;
  const write = () => {
    clearTimeout(timer);
    const [batch, told] = [waiting, done];
    if (told === null) return;
    waiting = [];
    done = null;
    batches++;
    writing = writing
      .then(() => store!.add(batch, scan))
      .then(told.resolve, told.reject)
      .finally(() => {
        batches--;
      });
  };
  return {
    add(logs) {
      if (store === null || logs.length === 0) return Promise.resolve();
      waiting.push(...logs);
      if (done === null) {
        done = Promise.withResolvers();
        timer = setTimeout(write, batchTime);
      }
      const { promise } = done;
      if (waiting.length >= batchLogs) write();
      return promise;
    },
    async room() {
      while (batches >= mostBatches) await writing;
    },
    async flush() {
      write();
      await writing;
    },
  };
}
