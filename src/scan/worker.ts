import { parentPort, workerData } from 'node:worker_threads';
import type { Found } from './found.ts';
import { createScanner, type Scanned } from './one.ts';
import { openReading, type ReadingSettings } from './open-reading.ts';

/** One of a batch of inputs for a thread; each has its answer, in this order. */
export interface Task {
  readonly index: number;
  readonly found: Found;
}

const tellEvery = 50;

// The file of a thread: it reads what it is told, one input after the other, and one batch after the other.
const port = parentPort!;
const scanner = createScanner(await openReading(workerData as ReadingSettings));
const readBatch = async (tasks: readonly Task[]) => {
  // A message for each log would cost a tenth of a small one. What is not told when a thread ends is read again.
  const done: Scanned[] = [];
  let told = performance.now();
  // The next one may wait for somebody who writes.
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    clearTimeout(timer);
    timer = undefined;
    if (done.length > 0) port.postMessage(done.splice(0));
    told = performance.now();
  };
  for (const { index, found } of tasks) {
    // Only what is read alone can take long or end the thread, and then it is the only one that has no answer.
    const looked = scanner.look(found, index);
    if (looked === null && performance.now() - told > tellEvery) tell();
    const scanned = looked ?? (await scanner.scan(found, index));
    if (scanned) done.push(scanned);
    timer ??= setTimeout(tell, tellEvery);
  }
  tell();
};
let reading: Promise<void> = Promise.resolve();
port.on('message', (tasks: readonly Task[]) => {
  // What it throws ends the thread.
  reading = reading.then(() => readBatch(tasks));
});
port.postMessage('ready');
