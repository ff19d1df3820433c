import { closeSync, constants, fstatSync, openSync, write, writeSync } from 'node:fs';

/** One of our own outputs, which bytes of the command go to. */
export interface Sink {
  /**
   * Writes all of them, at once when there is room.
   * @param later called when they are out, if they could not be at once. The bytes may change after the call.
   * @returns whether they are out
   */
  write(bytes: Uint8Array, later: () => void): boolean;
  /** Nobody reads any more: the reader, the terminal or the disk is gone. */
  gone(): boolean;
  /** Gives back what was opened for it. */
  close(): void;
}

/** @param descriptor 1 or 2 @param onGone called once, with the reason: EPIPE or EIO when the reader has left, ENOSPC and the like otherwise */
export function createSink(descriptor: number, onGone: (error: NodeJS.ErrnoException) => void): Sink {
  const quick = withoutWaiting(descriptor);
  let gone = false;
  const lose = (error: NodeJS.ErrnoException) => {
    if (!gone) onGone(error);
    gone = true;
  };
  const writeLater = (bytes: Buffer, later: () => void) => {
    const next = (at: number) =>
      // In a thread of its own, where it may wait without stopping signals and the other stream.
      write(descriptor, bytes, at, bytes.length - at, null, (error, written) => {
        if (error?.code === 'EAGAIN') return void setTimeout(next, 2, at);
        if (error) lose(error);
        if (gone || at + written === bytes.length) later();
        else next(at + written);
      });
    next(0);
  };
  return {
    write(bytes, later) {
      if (gone) return true;
      let at = 0;
      try {
        if (quick !== null) while (at < bytes.length) at += writeSync(quick, bytes, at, bytes.length - at);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') {
          lose(error as NodeJS.ErrnoException);
          return true;
        }
      }
      if (at === bytes.length) return true;
      writeLater(Buffer.from(bytes.subarray(at)), later);
      return false;
    },
    gone: () => gone,
    close() {
      if (quick !== null && quick !== descriptor) closeSync(quick);
    },
  };
}

/**
 * A descriptor that never makes the caller wait, for the same place. The mark is not put on the one that we were given: other programs
 * share it, and would get errors. Null: there is none, so that each write needs a thread.
 */
function withoutWaiting(descriptor: number): number | null {
  try {
    const stat = fstatSync(descriptor);
    if (stat.isFile()) return descriptor;
    if (process.platform !== 'linux' || !(stat.isFIFO() || stat.isCharacterDevice())) return null;
    return openSync(`/proc/self/fd/${descriptor}`, constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return null;
  }
}
