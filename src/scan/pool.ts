import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { type Found, problemOf } from './found.ts';
import { type Scanned, type Stop, setAside } from './one.ts';
import type { ReadingSettings } from './open-reading.ts';
import type { Task } from './worker.ts';

export interface PoolSettings extends ReadingSettings {
  readonly jobs: number;
  /** Of the catalog, for the rows of inputs that are set aside. */
  readonly catalog: string;
  /** Megabytes of objects that a thread may have; one that wants more ends, and its log is set aside. */
  readonly memory?: number;
  /** Milliseconds that a log may take, and a megabyte of it. */
  readonly patience?: { readonly log: number; readonly megabyte: number };
}

/** Threads that read inputs. */
export interface Pool {
  /** Hands an input out; its result comes later, in any order. @returns a promise while all threads have enough to do */
  add(index: number, found: Found): Promise<void> | null;
  /** What each thread reads at this moment; null: nothing. */
  reading(): (string | null)[];
  /** Ends when every result has come, or nobody wants them any more. */
  drain(stop: Stop): Promise<void>;
  close(): Promise<void>;
}

const mostInBatch = 32;
const batchBytes = 1 << 22;
const defaultMemory = 1024;
// With as much as the engine takes by itself, a thread holds twice the memory and is no faster.
const youngMemory = 8;
const defaultPatience = { log: 120_000, megabyte: 2_000 };
const lookEvery = 200;

interface Thread {
  readonly worker: Worker;
  /** What it was told to read, the first one now. */
  tasks: Task[];
  /** How many the last message had. */
  last: number;
  since: number;
  reason: 'slow' | null;
}

/**
 * Starts threads. One that dies is replaced: what it still had to read is read again, each input alone, and the one that kills a thread alone is set aside.
 * @param done takes each result
 */
export function createPool(settings: PoolSettings, done: (scanned: Scanned) => void): Pool {
  const { jobs, catalog, memory = defaultMemory, patience = defaultPatience } = settings;
  const threads = new Set<Thread>();
  /** Waiting inputs; those that are read alone are batches of one. */
  const queue: Task[][] = [];
  let filling: Task[] = [];
  let fillingBytes = 0;
  let open = 0;
  let ending = false;
  let closed = false;
  const wake: (() => void)[] = [];
  let fatal: unknown = null;

  const settle = () => {
    for (const go of wake.splice(0)) go();
  };
  const give = (thread: Thread, batch: readonly Task[]) => {
    if (thread.tasks.length === 0) thread.since = performance.now();
    thread.tasks.push(...batch);
    thread.last = batch.length;
    thread.worker.postMessage(batch);
  };
  const spread = () => {
    for (const thread of threads) {
      if (thread.tasks.length > 0) continue;
      const batch = queue.shift() ?? (filling.length > 0 ? takeFilling() : null);
      if (!batch) return;
      give(thread, batch);
    }
    // One batch waits in each thread, since the answer to its last one may come late. Behind an input that is read alone there is none, and at the end whoever is free takes what is left.
    for (const thread of threads)
      if (!ending && queue.length > 0 && thread.tasks.length > 1 && thread.tasks.length <= thread.last) give(thread, queue.shift()!);
  };
  const takeFilling = () => {
    const batch = filling;
    filling = [];
    fillingBytes = 0;
    return batch;
  };
  const start = () => {
    const { version, language, reports, hashes } = settings;
    const worker = new Worker(workerFile(), {
      workerData: { version, language, reports, hashes } satisfies ReadingSettings,
      resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: youngMemory },
    });
    const thread: Thread = { worker, tasks: [{ index: -1, found: nothing }], last: 1, since: performance.now(), reason: null };
    let cause: unknown = null;
    worker.on('message', (message: readonly Scanned[] | 'ready') => {
      thread.tasks.splice(0, message === 'ready' ? 1 : message.length);
      thread.since = performance.now();
      // It goes on while its results are dealt with.
      spread();
      if (message !== 'ready') {
        open -= message.length;
        for (const scanned of message) done(scanned);
      }
      settle();
    });
    worker.on('error', (error) => {
      cause = error;
    });
    worker.on('exit', () => {
      threads.delete(thread);
      if (closed) return settle();
      const left = thread.tasks;
      if (left[0]?.index === -1) {
        // It never began: no other one would.
        fatal ??= cause ?? new Error('a thread could not be started');
        return settle();
      }
      if (left.length === 1) {
        open--;
        done(setAside(left[0]!.found, left[0]!.index, reasonOf(cause, thread.reason), catalog, settings.reports));
      } else for (const task of left) queue.push([task]);
      start();
      settle();
    });
    threads.add(thread);
  };
  for (let count = 0; count < jobs; count++) start();
  const watch = setInterval(
    () => {
      // Who waits may have been told to stop.
      settle();
      for (const thread of threads) {
        const [task] = thread.tasks;
        if (!task || task.index < 0) continue;
        const most = patience.log + (patience.megabyte * task.found.size) / 1e6;
        if (performance.now() - thread.since < most) continue;
        // Which of a batch it is, is known when each is read alone.
        thread.reason = 'slow';
        void thread.worker.terminate();
      }
    },
    Math.min(lookEvery, patience.log),
  );

  const changed = () => new Promise<void>((resolve) => wake.push(resolve));
  const check = () => {
    if (fatal !== null) throw fatal;
  };
  return {
    add(index, found) {
      check();
      filling.push({ index, found });
      fillingBytes += found.size;
      open++;
      if (filling.length >= mostInBatch || fillingBytes >= batchBytes) queue.push(takeFilling());
      spread();
      return queue.length >= jobs ? changed() : null;
    },
    reading: () => [...threads].map(({ tasks: [task] }) => (task && task.index >= 0 ? task.found.name : null)),
    async drain(stop) {
      ending = true;
      if (filling.length > 0) queue.push(takeFilling());
      spread();
      while (open > 0 && !stop.aborted) {
        check();
        await changed();
      }
      check();
    },
    async close() {
      closed = true;
      clearInterval(watch);
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}

const nothing: Found = { kind: 'file', name: '', path: '', size: 0, modified: null, named: false };

/** In the build it lies beside the program. */
function workerFile(): URL {
  return pathToFileURL(path.join(import.meta.dirname, import.meta.filename.endsWith('.ts') ? 'worker.ts' : 'scan-worker.js'));
}

function reasonOf(cause: unknown, reason: Thread['reason']) {
  if (reason === 'slow')
    return problemOf(new ModwhyError('E_READ', say`reading it took too long; it is set aside: look at it with modwhy explain`));
  const code = (cause as NodeJS.ErrnoException | null)?.code;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return problemOf(
      new ModwhyError('E_READ', say`reading it takes more memory than one log may have; it is set aside: look at it with modwhy explain`),
    );
  return problemOf(
    cause ?? new ModwhyError('E_READ', say`reading it ended the thread that read it; it is set aside: look at it with modwhy explain`),
  );
}
