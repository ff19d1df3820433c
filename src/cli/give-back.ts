/** Nobody minds a program of this size: an empty screen takes about a hundred. */
const enough = 150 * 2 ** 20;
/** By so much it must have grown since it was asked last, so that what is needed is not looked through again and again. */
const grown = 64 * 2 ** 20;

/** From here on nobody waits for a quiet moment. */
const much = 200 * 2 ** 20;
/** What the keys of some seconds leave behind. */
const grownByKeys = 40 * 2 ** 20;

/** Share of its time in which the program does something. */
const quiet = 0.05;

let left = 0;

/**
 * Gives back the memory that reading a large log took. The engine itself would do so only once the program has been idle for seconds, and until
 * then keeps a hundred megabytes for new objects alone. A debugger may ask it to collect at any time, and so may a program itself, without flags.
 * @param most bytes of the process that it may have without being asked
 */
export async function giveBackMemory(most = Math.max(enough, left + grown)): Promise<void> {
  if (process.memoryUsage.rss() < most) return;
  try {
    const { Session } = process.getBuiltinModule('node:inspector/promises');
    const session = new Session();
    session.connect();
    await session.post('HeapProfiler.collectGarbage');
    session.disconnect();
  } catch {
    // A Node without it, or one that permits nothing: the memory stays.
  }
  left = process.memoryUsage.rss();
}

/**
 * The same again and again, while a screen is open.
 * @param when `quiet`: only while nothing is done, since whoever types would wait for it
 * @returns what ends it
 */
export function keepGivingBack(when: 'quiet' | 'always'): () => void {
  let before = performance.eventLoopUtilization();
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, before);
    before = now;
    if (when === 'always' || utilization < quiet) void giveBackMemory();
  }, 500);
  return () => clearInterval(timer);
}

/** The same where keys come one after the other: right after a drawing, so that it is over, or nearly, when the next key comes. */
export function giveBackAfterDrawing(): void {
  const most = Math.max(much, left + grownByKeys);
  if (process.memoryUsage.rss() >= most) setImmediate(() => void giveBackMemory(most));
}
