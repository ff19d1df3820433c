import { ModwhyError } from '../../model/error.ts';
import { readFailure } from '../read-failure.ts';
import { findGeneration, type Generation, nextGenerations, statOf } from './generations.ts';
import { type Identity, identityOf, isSame, isSameInode } from './identity.ts';
import { OpenFile } from './open-file.ts';
import { type Position, positionOf, standsAt } from './position.ts';

/** Where reading begins: at the first byte, at what comes from now on, or where it was left. */
export type From = 'start' | 'end' | Position;

/**
 * What happened to the file. `rotated`: it was renamed, and the next one begins. `replaced`: it is gone, and another one took its name.
 * `missing`: nothing stands under the name now.
 */
export type FollowEvent = 'rotated' | 'replaced' | 'truncated' | 'missing' | 'appeared';

export interface FollowSink {
  /** The next bytes in order; they are valid during the call only. */
  bytes(chunk: Uint8Array): void;
  /** Stands between the bytes that were read before it and those after it. */
  event(event: FollowEvent): void;
}

/** One name whose file grows, is renamed, emptied, deleted and made again. It has no timer: someone asks it from time to time. */
export interface Follower {
  readonly name: string;
  /**
   * Reads at most a megabyte.
   * @returns true when there may be more at once
   * @throws ModwhyError E_READ | E_DIRECTORY when what stands under the name cannot be followed
   */
  poll(): boolean;
  /** Bytes that are there and were not read yet. */
  behind(): number;
  /** Where to go on another time; null when nothing was ever there. @param back so many bytes earlier */
  position(back?: number): Position | null;
  close(): void;
}

const mostRemembered = 64;
const mostPieces = 64;

/** @param now milliseconds of the clock by which the file system names the time */
export function createFollower(name: string, from: From, sink: FollowSink, now: () => number = Date.now): Follower {
  let file: OpenFile | null = null;
  let missing = false;
  let started = false;
  // When the name was last known to stand for the file that is read.
  let lastSeen = 0;
  const read: Identity[] = [];
  // Files that follow the one that is read, as they were found together.
  let waiting: Generation[] = [];

  const next = (current: OpenFile | null): Generation | null => {
    if (waiting.length === 0) waiting = nextGenerations(name, current?.identity ?? null, lastSeen, read);
    // Without births, only what stands under the name is known to be newer.
    if (current && !current.knowsBirth()) waiting = waiting.filter((one) => one.name === name);
    return waiting.shift() ?? null;
  };
  const open = (): OpenFile | null => {
    try {
      if (!started) return openAt(name, from);
      // It was not there before: several may have come and been rotated away since.
      const first = next(null);
      return first && openExactly(first.name, first.identity);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return null;
      throw error instanceof ModwhyError ? error : readFailure(error as NodeJS.ErrnoException);
    }
  };
  const tellMissing = () => {
    if (!missing) sink.event('missing');
    missing = true;
  };
  const readOn = (from: OpenFile): boolean => {
    const reading = from.read((chunk) => sink.bytes(chunk));
    if (reading === 'truncated') sink.event('truncated');
    return reading !== 'empty';
  };
  /** Goes to the file that was made next, when the one before is read to its end. @returns whether it went */
  const moveOn = (old: OpenFile): boolean => {
    const after = next(old);
    // A writer writes into the old file until it opens the new one: as long as that is empty, nothing is over.
    if (!after || (after.size === 0 && after.name === name)) return false;
    const opened = openExactly(after.name, after.identity);
    if (!opened) {
      // Renamed meanwhile: it is found again at once.
      waiting = [];
      return true;
    }
    for (let pieces = 0; readOn(old); pieces++) {
      if (pieces < mostPieces) continue;
      // Somebody still writes much into it: others have their turn, then it is looked at again.
      opened.close();
      waiting = [];
      return true;
    }
    read.push(old.identity);
    if (read.length > mostRemembered) read.shift();
    const event = old.isDeleted() ? 'replaced' : 'rotated';
    old.close();
    file = opened;
    missing = false;
    sink.event(event);
    return true;
  };

  return {
    name,
    poll() {
      if (!file) {
        const time = now();
        if (!started) lastSeen = typeof from === 'object' ? from.seen : time;
        file = open();
        started = true;
        if (!file) {
          lastSeen = statOf(name) ? lastSeen : time;
          tellMissing();
          return false;
        }
        if (missing) sink.event('appeared');
        missing = false;
      }
      if (readOn(file)) return true;
      const time = now();
      const stat = statOf(name);
      if (stat && isSameInode(identityOf(stat), file.identity)) {
        lastSeen = time;
        missing = false;
        return false;
      }
      if (!stat) tellMissing();
      return moveOn(file);
    },
    behind: () => file?.behind() ?? 0,
    position: (back = 0) => file && positionOf(file, back, lastSeen),
    close() {
      file?.close();
      file = null;
    },
  };
}

function openAt(name: string, from: From): OpenFile {
  if (from === 'start') return new OpenFile(name);
  if (from === 'end') return new OpenFile(name, 'last line');
  // It may have been rotated away since; the files after it are then found as always.
  const left = findGeneration(name, ({ identity }) => identity.device === BigInt(from.device) && identity.inode === BigInt(from.inode));
  const file = new OpenFile(left?.name ?? name, left ? from.offset : 0);
  if (standsAt(file, from)) return file;
  file.close();
  return new OpenFile(name);
}

/** Null when another file has taken the name since. */
function openExactly(name: string, identity: Identity): OpenFile | null {
  let file: OpenFile;
  try {
    file = new OpenFile(name);
  } catch (error) {
    if (error instanceof ModwhyError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw readFailure(error as NodeJS.ErrnoException);
  }
  if (isSame(file.identity, identity)) return file;
  file.close();
  return null;
}
