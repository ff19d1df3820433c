import type { Sink } from './sink.ts';

/** More than a terminal scrolls back; of what is longer, the end is held. */
const mostHeld = 8 << 20;
const NEWLINE = 10;

/** Output that waits until the terminal shows it again. */
export interface HeldOutput {
  /** What goes into it is held until the release, and passed on after that. */
  readonly sink: Sink;
  /**
   * Writes what was held.
   * @param left told how many bytes before that are not held any more, if there are some
   * @returns when it is out
   */
  release(left: (bytes: number) => void): Promise<void>;
}

/** @param sink where it goes in the end @param most bytes that are held */
export function createHeldOutput(sink: Sink, most = mostHeld): HeldOutput {
  let held: Buffer[] = [];
  let size = 0;
  let dropped = 0;
  let holding = true;
  let closed = false;
  let out = () => {};
  const done = new Promise<void>((resolve) => void (out = resolve));
  // The writer is let go on only when what stood before is out.
  let releasing = false;
  const waiting: { readonly bytes: Buffer; readonly later: () => void }[] = [];
  const next = (): void => {
    for (let bytes = held.shift(); bytes; bytes = held.shift()) if (!sink.write(bytes, next)) return;
    releasing = false;
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const { bytes, later } = one;
      if (sink.write(bytes, later)) later();
    }
    if (closed) sink.close();
    out();
  };
  return {
    sink: {
      write(bytes, later) {
        if (holding) {
          held.push(Buffer.from(bytes));
          size += bytes.length;
          // The last piece stays, however long it is: pumps give small ones.
          while (size > most && held.length > 1) {
            const { length } = held.shift()!;
            size -= length;
            dropped += length;
          }
          return true;
        }
        if (!releasing) return sink.write(bytes, later);
        waiting.push({ bytes: Buffer.from(bytes), later });
        return false;
      },
      gone: () => sink.gone(),
      close() {
        closed = true;
        if (!holding && !releasing) sink.close();
      },
    },
    release(left) {
      if (!holding) return done;
      holding = false;
      if (dropped > 0) {
        // Half of a line, or of an escape sequence, says nothing.
        const [first] = held;
        const end = first!.indexOf(NEWLINE) + 1;
        held[0] = first!.subarray(end);
        left(dropped + end);
      }
      held = held.filter(({ length }) => length > 0);
      releasing = true;
      next();
      return done;
    },
  };
}
