import { Readable } from 'node:stream';
import type { HistoryStore } from '../model/history.ts';
import { type Said, say } from '../model/said.ts';
import type { Stop } from '../scan/one.ts';
import { scan } from '../scan/scan.ts';
import { walk } from '../scan/walk.ts';
import { storableSource } from '../store/storable.ts';
import type { Queue } from './queue.ts';

/** So many logs are taken at once: as many as are kept in one batch, so that a worker that dies gives back few. */
const BATCH = 100;
/** Between two looks, while others still hold logs that may come back. */
const LOOK = 2000;

export interface WorkSettings {
  readonly version: string;
  /** Threads; null: as many as help. */
  readonly jobs: number | null;
  /** Names this worker's results in the store. */
  readonly scan: string;
}

export interface WorkDone {
  readonly read: number;
  /** Failed attempts; after the last one a log is set aside. */
  readonly failed: number;
}

/** An input that is not put on the queue. */
interface Refused {
  readonly name: string;
  readonly reason: Said | string;
}

/**
 * Puts what the operands name on the queue.
 * @returns how many logs, and what could not be found
 */
export async function enqueue(
  queue: Queue,
  operands: readonly string[],
  stdin: () => Readable,
): Promise<{ put: number; problems: Refused[] }> {
  const problems: Refused[] = [];
  let paths: string[] = [];
  let put = 0;
  const flush = async () => {
    if (paths.length > 0) await queue.put(paths);
    put += paths.length;
    paths = [];
  };
  for await (const found of walk(operands, stdin)) {
    if (found.kind === 'trouble') problems.push({ name: found.name, reason: found.problem.said ?? found.problem.message });
    // The queue is read by others, and a worker needs the name as it is.
    else if (storableSource(found.path) !== found.path)
      problems.push({
        name: storableSource(found.name),
        reason: say`there is a secret in its name, so it is not put on the queue: read it with modwhy scan`,
      });
    else paths.push(found.path);
    if (paths.length === 1000) await flush();
  }
  await flush();
  return { put, problems };
}

/**
 * Reads logs of the queue until none is left. A log is done when its results are kept: a worker that dies before gives it to another one.
 * @throws ModwhyError E_STORE; what it held comes back when its lease ends
 */
export async function work(
  queue: Queue,
  store: HistoryStore,
  settings: WorkSettings,
  tell: (done: WorkDone) => void,
  stop: Stop,
): Promise<WorkDone> {
  let read = 0;
  let failed = 0;
  while (!stop.aborted) {
    const taken = await queue.take(BATCH);
    if (taken.length === 0) {
      const { waiting, active } = await queue.state();
      if (waiting === 0 && active === 0) break;
      await new Promise((resolve) => setTimeout(resolve, LOOK));
      continue;
    }
    const reasons = await readBatch(taken, store, settings, stop);
    if (stop.aborted) break;
    await queue.done(taken.filter(({ path }) => !reasons.has(path)).map(({ id }) => id));
    for (const { id, path } of taken) if (reasons.has(path)) await queue.failed(id, path, reasons.get(path)!);
    read += taken.length - reasons.size;
    failed += reasons.size;
    tell({ read, failed });
  }
  return { read, failed };
}

/** @returns why some could not be read */
async function readBatch(
  taken: readonly { readonly path: string }[],
  store: HistoryStore,
  { version, jobs, scan: id }: WorkSettings,
  stop: Stop,
): Promise<Map<string, string>> {
  const reasons = new Map<string, string>();
  const operands = [...new Set(taken.map(({ path }) => path))];
  // In threads of its own: a log that takes too long or too much memory ends its thread, and not the worker.
  await scan(
    { operands, shard: null, jobs, store, scan: id, version, language: 'en', reports: false, aside: true },
    () => Readable.from([]),
    {
      found: () => {},
      begins: () => {},
      known: () => {},
      done: ({ problem }, found) => {
        // It is tried again, maybe elsewhere; what could be read of it has its result already, which counts once.
        if (found.kind === 'trouble') reasons.set(found.path, found.problem.message);
        else if (problem !== null) reasons.set(found.path, problem.message);
      },
    },
    stop,
  );
  return reasons;
}
