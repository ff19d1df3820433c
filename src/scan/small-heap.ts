import type { Session } from 'node:inspector';
import { getHeapStatistics } from 'node:v8';

// A collection takes a thirtieth of a second.
const lookEvery = 2000;
const least = 24 << 20;
// What the start has left behind, and the room that was made for it: it goes once, which takes a hundredth of a second.
const firstLook = 1200;
const leastAtFirst = 12 << 20;

let collector: Session | null = null;

/**
 * Keeps the heap of the thread of the program small while others read: what they tell it stays for moments, for which the engine makes more and more room, up to
 * a hundred megabytes, and keeps it. Other threads have a limit for that.
 * @returns ends it
 */
export async function keepHeapSmall(): Promise<() => void> {
  try {
    collector ??= await openCollector();
  } catch {
    // Node was built without it, or may not use it: the heap grows.
    return () => {};
  }
  const session = collector;
  let left = 0;
  let collecting = false;
  const collectFrom = (size: number) => {
    if (collecting || getHeapStatistics().total_heap_size < Math.max(size, 2 * left)) return;
    collecting = true;
    session.post('HeapProfiler.collectGarbage', () => {
      collecting = false;
      left = getHeapStatistics().used_heap_size;
    });
  };
  const first = setTimeout(() => collectFrom(leastAtFirst), firstLook);
  const timer = setInterval(() => collectFrom(least), lookEvery);
  first.unref();
  timer.unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}

/** It opens no port. It is never closed: the engine waits for ever when that is done while it answers. */
async function openCollector(): Promise<Session> {
  const { Session } = await import('node:inspector');
  const session = new Session();
  session.connect();
  return session;
}
