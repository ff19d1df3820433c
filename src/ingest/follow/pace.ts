import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';

// How long nothing came, and how long to wait then until the next look, in milliseconds.
const steps = [
  [1_000, 25],
  [10_000, 50],
  [60_000, 100],
  [Infinity, 250],
] as const;

// Many small writes are one look.
const restAfterHint = 5;

/** Waits between two looks: short while bytes come, long when none do. */
export interface Pace {
  /** Bytes came. */
  moved(): void;
  /** Until the next look. It may end earlier: when the system says that a folder changed, or when somebody wakes it. */
  wait(): Promise<void>;
  wake(): void;
  close(): void;
}

/** @param names the files; the system is asked to tell about their folders, and where it cannot, only the time counts */
export function createPace(names: readonly string[]): Pace {
  let last = performance.now();
  let ring: (() => void) | null = null;
  let hinted = false;
  const hint = () => {
    hinted = true;
    if (ring) setTimeout(ring, restAfterHint);
  };
  const watchers = [...new Set(names.map((name) => path.dirname(name)))].flatMap((folder) => openWatcher(folder, names, hint) ?? []);
  return {
    moved() {
      last = performance.now();
    },
    wait() {
      const quiet = performance.now() - last;
      const pause = hinted ? restAfterHint : steps.find(([limit]) => quiet < limit)![1];
      hinted = false;
      return new Promise((resolve) => {
        const timer = setTimeout(end, pause);
        ring = end;
        function end() {
          clearTimeout(timer);
          ring = null;
          resolve();
        }
      });
    },
    wake: () => ring?.(),
    close() {
      for (const watcher of watchers) watcher.close();
      ring?.();
    },
  };
}

/** A hint only: what it does not tell is seen a little later. */
function openWatcher(folder: string, names: readonly string[], hint: () => void): FSWatcher | null {
  const bases = new Set(names.filter((name) => path.dirname(name) === folder).map((name) => path.basename(name)));
  try {
    const watcher = watch(folder, (_, base) => {
      if (base === null || bases.has(base)) hint();
    });
    // The folder may go away, or the system may have no more watches to give.
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}
