import { createFollower, type Follower, type From } from '../ingest/follow/follower.ts';
import { createPace } from '../ingest/follow/pace.ts';
import type { Position } from '../ingest/follow/position.ts';
import { ModwhyError } from '../model/error.ts';
import type { Look } from '../session/growing/growing-log.ts';
import { createLookout } from './lookout.ts';
import type { Source } from './source.ts';

export interface WatchedFile {
  readonly source: Source;
  readonly from: From;
}

/** What the one who watches is told. */
export interface WatchEvents {
  /** Bytes came, or something happened to a file. */
  grew(): void;
  looks(file: number, looks: readonly Look[]): void;
  /** A file cannot be read now; told once for each reason. It is tried again. */
  failed(file: number, error: ModwhyError): void;
  /** The place up to which whole lines were read, some seconds after it changed and at the end. */
  reached?(file: number, position: Position): void;
}

export interface Watching {
  stop(): void;
  /** Bytes of a file that are there and were not read yet. */
  behind(file: number): number;
  readonly done: Promise<void>;
}

const saveEvery = 5000;

/**
 * Follows files until it is stopped.
 * @returns what stops it; the promise is kept when the last looks were told
 */
export function watchFiles(files: readonly WatchedFile[], events: WatchEvents): Watching {
  let stopped = false;
  const followers = files.map(({ source, from }) => createFollower(source.name, from, source));
  const pace = createPace(files.map(({ source }) => source.name));
  const troubles = files.map(() => '');
  const lookout = createLookout(() => {
    for (const [index, { source }] of files.entries()) {
      if (!source.log.stirred()) continue;
      const looks = source.log.look();
      if (looks.length > 0) events.looks(index, looks);
    }
  });
  let saved = performance.now();
  let moved = false;
  const save = () => {
    saved = performance.now();
    moved = false;
    for (const [index, { source }] of files.entries()) {
      const unfinished = source.unfinished();
      const position = unfinished === null ? null : followers[index]!.position(unfinished);
      if (position) events.reached?.(index, position);
    }
  };

  const run = async () => {
    // Who started it has its handle before anything is told.
    await null;
    while (!stopped) {
      let behind = false;
      let came = false;
      for (const [index, follower] of followers.entries()) {
        const before = bytesOf(files[index]!.source);
        const more = poll(follower, index, troubles, events);
        behind ||= more;
        came ||= more || bytesOf(files[index]!.source) !== before;
      }
      if (came) {
        moved = true;
        pace.moved();
        events.grew();
      }
      if (came || behind) lookout.touch(behind);
      else lookout.settle();
      if (moved && performance.now() - saved > saveEvery) save();
      // Keys and timers have their turn between two megabytes.
      if (behind) await new Promise((resolve) => setImmediate(resolve));
      else await pace.wait();
    }
    lookout.close();
    save();
    for (const [index, { source }] of files.entries()) {
      const looks = source.end();
      if (looks.length > 0) events.looks(index, looks);
      followers[index]!.close();
    }
  };
  return {
    stop() {
      stopped = true;
      pace.close();
    },
    behind: (file) => followers[file]!.behind(),
    done: run().finally(() => pace.close()),
  };
}

function bytesOf({ log }: Source): number {
  return log.recent.moves();
}

function poll(follower: Follower, index: number, troubles: string[], events: WatchEvents): boolean {
  try {
    const more = follower.poll();
    troubles[index] = '';
    return more;
  } catch (error) {
    if (!(error instanceof ModwhyError)) throw error;
    if (troubles[index] !== error.message) events.failed(index, error);
    troubles[index] = error.message;
    return false;
  }
}
