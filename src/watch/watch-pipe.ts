import type { Readable } from 'node:stream';
import { readFailure } from '../ingest/read-failure.ts';
import type { ModwhyError } from '../model/error.ts';
import type { Look } from '../session/growing/growing-log.ts';
import { createLookout } from './lookout.ts';
import type { Source } from './source.ts';

/** What the one who watches a pipe is told. */
export interface PipeEvents {
  grew(): void;
  looks(looks: readonly Look[]): void;
  /** The last look; null when nothing ever came. @param error what broke the pipe off */
  ended(last: Look | null, error: ModwhyError | null): void;
}

/**
 * Reads a pipe to its end and looks at it meanwhile. A writer that is quicker than the analysis waits, as for any reader.
 * @returns what ends it earlier
 */
export function watchPipe(stream: Readable, source: Source, events: PipeEvents): () => void {
  const lookout = createLookout(() => {
    if (!source.log.stirred()) return;
    const looks = source.log.look();
    if (looks.length > 0) events.looks(looks);
  });
  const data = (chunk: Buffer) => {
    source.bytes(chunk);
    events.grew();
    lookout.touch(false);
  };
  const finish = (error: ModwhyError | null) => {
    stop();
    const looks = source.end();
    if (looks.length > 0) events.looks(looks);
    events.ended(looks.at(-1) ?? null, error);
  };
  const end = () => finish(null);
  const failed = (error: NodeJS.ErrnoException) => finish(readFailure(error));
  const stop = () => {
    lookout.close();
    stream.off('data', data).off('end', end).off('error', failed).pause();
  };
  // Something may have come before anybody watched.
  lookout.touch(false);
  stream.on('data', data).on('end', end).on('error', failed);
  stream.resume();
  return stop;
}
