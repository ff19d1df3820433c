import { readSync, statfsSync } from 'node:fs';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';

const chunkSize = 1 << 16;
// Long enough for a program that is being started beside us.
const patience = 5_000;
const longestPause = 20;
// The file system of pipes without a name, from Linux' magic.h.
const pipefs = 0x50495045;

/**
 * Reads a FIFO that was opened without waiting, to its end. A pipe of the shell, `<(…)`, always had a writer; a FIFO with a name may have none yet.
 * @param isStopped nobody waits for its end any more
 * @throws ModwhyError E_READ when no program opens it for writing, or it was stopped
 */
export async function* readFifo(descriptor: number, name: string, isStopped: () => boolean = () => false): AsyncGenerator<Uint8Array> {
  // A timer only when the pipe is slow.
  const { setTimeout } = await import('node:timers/promises');
  let hadWriter = isNameless(name);
  let waited = 0;
  let pause = 0;
  for (;;) {
    if (isStopped()) throw new ModwhyError('E_READ', say`the reading of this pipe was stopped before its end; what came until then counts`);
    const chunk = readNow(descriptor);
    if (chunk !== null && chunk.length > 0) {
      hadWriter = true;
      pause = 0;
      yield chunk;
      continue;
    }
    if (chunk === null) hadWriter = true;
    else if (hadWriter) return;
    else if (waited >= patience)
      throw new ModwhyError(
        'E_READ',
        say`no program writes to this pipe: 5 seconds have passed; start the writer first, or use a | instead`,
      );
    pause = Math.min(longestPause, pause + 1);
    await setTimeout(pause);
    waited += pause;
  }
}

/** Null when there is nothing yet; empty at the end, or when there is no writer. */
function readNow(descriptor: number): Uint8Array | null {
  const chunk = Buffer.allocUnsafeSlow(chunkSize);
  try {
    return chunk.subarray(0, readSync(descriptor, chunk, 0, chunkSize, null));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return null;
    throw error;
  }
}

function isNameless(name: string): boolean {
  try {
    return /^\/(?:dev\/fd|proc)\//.test(name) || statfsSync(name).type === pipefs;
  } catch {
    return false;
  }
}
