/** Decides when to look again at what is known: at once where it costs little, never so often that looking is most of the work. */
export interface Lookout {
  /** Something came. @param behind more is waiting to be read */
  touch(behind: boolean): void;
  /** All that was waiting has been read. */
  settle(): void;
  close(): void;
}

// Between two looks at least so long, in milliseconds.
const least = 40;
/** A look that costs more than this is followed by a pause of so many times its cost; what a small log shows is to be seen at once. */
const costly = 50;
const share = 4;
// While much is waiting to be read, a look now and then is enough.
const whileBehind = 3000;

/** @param look does the work */
export function createLookout(look: () => void): Lookout {
  let timer: NodeJS.Timeout | null = null;
  let behind = false;
  let began = -Infinity;
  let ended = -Infinity;
  let cost = 0;
  const run = () => {
    timer = null;
    began = performance.now();
    look();
    ended = performance.now();
    cost = ended - began;
  };
  const at = (time: number) => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, time - performance.now()));
  };
  return {
    touch(now) {
      behind = now;
      // One piece after the other makes it wait until the last one is there, or for a while.
      if (behind) at(began + Math.max(whileBehind, share * cost));
      else if (!timer) at(ended + (cost > costly ? share * cost : least));
    },
    settle() {
      if (!behind) return;
      behind = false;
      at(0);
    },
    close() {
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
