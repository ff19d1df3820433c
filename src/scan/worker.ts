import { parentPort, workerData } from 'node:worker_threads';
import type { Found } from './found.ts';
import { createScanner } from './one.ts';
import { openReading, type ReadingSettings } from './open-reading.ts';

/** A batch of inputs for a thread; each has its own answer, in this order. */
export interface Task {
  readonly index: number;
  readonly found: Found;
}

// The file of a thread: it reads what it is told, one input after the other.
const port = parentPort!;
const scanner = createScanner(await openReading(workerData as ReadingSettings));
port.on('message', async (tasks: readonly Task[]) => {
  for (const { index, found } of tasks) port.postMessage(await scanner.scan(found, index));
});
port.postMessage('ready');
