/** Nobody minds a program of this size: an empty screen takes about a hundred. */
const enough = 150 * 2 ** 20;
/** By so much it must have grown since it was asked last, so that what is needed is not looked through again and again. */
const grown = 64 * 2 ** 20;

/** Share of its time in which the program does something. */
const quiet = 0.05;

let left = 0;

/**
 * Gives back the memory that reading a large log took. The engine itself would do so only once the program has been idle for seconds, and until
 * then keeps a hundred megabytes for new objects alone. A debugger may ask it to collect at any time, and so may a program itself, without flags.
 */
export async function giveBackMemory(): Promise<void> {
  if (process.memoryUsage.rss() < Math.max(enough, left + grown)) return;
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
