// What is found in the lines that came is then in the same drawing as they are.
const together = 10;

/** Calls soon, and then at most once in so many milliseconds; the last call is never lost. */
export function atMostEvery(milliseconds: number, call: () => void): { touch(): void; close(): void } {
  let timer: NodeJS.Timeout | null = null;
  let last = -Infinity;
  const run = () => {
    timer = null;
    last = performance.now();
    call();
  };
  return {
    touch() {
      timer ??= setTimeout(run, Math.max(together, last + milliseconds - performance.now()));
    },
    close() {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
