import { parentPort, workerData } from 'node:worker_threads';
import type { Found } from './found.ts';
import { createScanner, type Scanned } from './one.ts';
import { openReading, type ReadingSettings } from './open-reading.ts';

/** One of a batch of inputs for a thread; each has its answer, in this order. */
export interface Task {
  readonly index: number;
  readonly found: Found;
}

// The file of a thread: it reads what it is told, one input after the other.
const port = parentPort!;
const scanner = createScanner(await openReading(workerData as ReadingSettings));
port.on('message', async (tasks: readonly Task[]) => {
  // What is looked through is told together; what is read alone, since only that can take long or end the thread.
  const done: Scanned[] = [];
  const tell = () => done.length > 0 && port.postMessage(done.splice(0));
  for (const { index, found } of tasks) {
    const looked = scanner.look(found, index);
    if (looked === null) tell();
    const scanned = looked ?? (await scanner.scan(found, index));
    if (scanned) done.push(scanned);
    if (looked === null) tell();
  }
  tell();
});
port.postMessage('ready');
