import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { encodingAtStart } from '../ingest/encoding.ts';
import { isOther } from '../ingest/file.ts';
import { formatOf } from '../ingest/format.ts';
import { readFailure } from '../ingest/read-failure.ts';
import { decoderFor } from '../ingest/text.ts';
import { ModwhyError } from '../model/error.ts';
import type { StoredLog } from '../model/history.ts';
import { keptText } from '../redact/kept-text.ts';
import { errorRow, renderNdjson } from '../report/ndjson.ts';
import { createFileHash, type FileHash } from './file-hash.ts';
import { type Found, type Problem, problemOf } from './found.ts';
import { createLogReader, heldBytes, type Reading } from './log-reader.ts';
import { lookThrough, type MayHaveFailed, placeOf } from './look.ts';
import { createResult, type Result } from './result.ts';
import { storedTrouble } from './stored.ts';
import { readLong, readPipe, readStream } from './stream.ts';

/** What became of one input: plain data, so that it can come from another thread. */
export interface Scanned {
  readonly index: number;
  /** One for each log: of an archive several. */
  readonly logs: readonly StoredLog[];
  /** Rows of ndjson, where they are wanted. */
  readonly rows: readonly string[];
  /** Why it could not be read, wholly or in part. */
  readonly problem: Problem | null;
  readonly bytes: number;
}

/** Tells that nobody wants the result any more. */
export interface Stop {
  readonly aborted: boolean;
}

export interface Scanner {
  /** Looks through what is short. @returns null when it is long, or has to be read: `scan` does that */
  look(found: Found, index: number): Scanned | null;
  /** @returns null when it was stopped; of a pipe, what came until then */
  scan(found: Found, index: number, stop?: Stop): Promise<Scanned | null>;
}

const blockSize = 1 << 17;
const startSize = 8192;
const turnEvery = 100;
const nothing = new Uint8Array(0);
/** Behind so many logs that failed the next one is taken to have failed, too: to look it through first would be a tenth of what it costs. */
const sureAfter = 4;

/** Reads inputs one after the other, all of them through one buffer. */
export function createScanner(reading: Reading): Scanner {
  let held: Buffer | null = null;
  /** For what comes behind it, where that is read for its hash only. */
  let behind: Buffer | null = null;
  // Of the input that was looked at last.
  let failing: (MayHaveFailed & { readonly index: number }) | null = null;
  let failedInRow = 0;

  const steps = (found: Found, index: number) => {
    failing = null;
    return lookThrough(found, index, reading, (file) => {
      failing = { ...file, index };
    });
  };
  /** What is known of an open file by looking at it, unless it was written to since. */
  const lookedAt = (index: number, stat: Stats): MayHaveFailed | null =>
    failing?.index === index && failing.stat.ino === stat.ino && !isOther(stat, failing.stat) ? failing : null;
  const isGuess = ({ kind, modified }: Found): boolean => failedInRow >= sureAfter && kind === 'file' && modified !== null;
  const fileHash = (looked: MayHaveFailed | null): FileHash | null => (reading.hashes ? (looked?.hash ?? createFileHash()) : null);

  /** Reads up to the most that is held, and tells whether it is plain text of single bytes. */
  const begin = (descriptor: number, buffer: Buffer): { length: number; ended: boolean; isText: boolean } => {
    let length = 0;
    let ended = false;
    while (length <= heldBytes && !ended) {
      const read = readSync(descriptor, buffer, length, blockSize, null);
      length += read;
      ended = read === 0;
    }
    const start = buffer.subarray(0, Math.min(length, startSize));
    return { length, ended, isText: length === 0 || (formatOf(start) === 'text' && encodingAtStart(start) === 'bytes') };
  };

  /** A text that is short enough to be held. */
  const short = (found: Found, bytes: Buffer, stat: Stats, descriptor: number, result: Result, guessed: boolean) => {
    const looked = lookedAt(result.index, stat);
    const log = createLogReader(reading, found.name, result.index, guessed || looked !== null);
    if (isUtf8(bytes)) log.push(bytes, true);
    else {
      const decode = decoderFor(bytes, log.notes);
      for (const text of [...decode(bytes, false), ...decode(nothing, true)]) log.push(text);
    }
    result.read(bytes.length);
    if (isOther(fstatSync(descriptor), stat)) log.notes.cut('changed', fstatSync(descriptor).size, stat.size);
    const hash = fileHash(looked);
    hash?.add(bytes, 0);
    result.content = hash?.digest() ?? '';
    result.add(null, log);
  };

  /** @param guessed it is not looked through before @returns null when it was stopped */
  const read = async (found: Found, index: number, guessed: boolean, stop: Stop | undefined): Promise<Scanned | null> => {
    if (found.size > heldBytes && !guessed) {
      const looked = await inTurns(steps(found, index), stop);
      if (looked !== null || stop?.aborted) return looked;
    }
    const descriptor = openSync(found.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = fstatSync(descriptor);
      const result = createResult(reading, index, placeOf(found, stat));
      if (!stat.isFile()) await readPipe(found, reading, result, stop);
      else {
        held ??= Buffer.allocUnsafeSlow(heldBytes + blockSize);
        const { length, ended, isText } = begin(descriptor, held);
        if (ended && isText) short(found, held.subarray(0, length), stat, descriptor, result, guessed);
        else {
          const looked = lookedAt(index, stat);
          const hash = fileHash(looked);
          if (hash) {
            behind ??= Buffer.allocUnsafeSlow(blockSize);
            hash.add(held.subarray(0, length), 0);
            result.content = (await inTurns(finished(hash, descriptor, behind), stop)) ?? '';
          }
          if (stop?.aborted) return null;
          const isFailing = guessed || looked !== null;
          const text = { descriptor, stat, memory: held, begun: length, isFailing };
          const whole = isText
            ? await readLong(text, found.name, reading, result, stop)
            : await readStream(found, reading, result, stop, isFailing);
          if (!whole) return null;
        }
      }
      return result.scanned();
    } finally {
      closeSync(descriptor);
    }
  };

  return {
    look(found, index) {
      // A pipe that is opened and closed again would end the program that writes to it.
      if (found.size > heldBytes || found.modified === null || isGuess(found)) return null;
      try {
        const looking = steps(found, index);
        let step = looking.next();
        while (!step.done) step = looking.next();
        if (step.value !== null) failedInRow = 0;
        return step.value;
      } catch (error) {
        return failed(found, index, error, reading);
      }
    },
    async scan(found, index, stop) {
      if (found.kind === 'url') return (await import('./url.ts')).scanUrl(found, index, reading);
      try {
        const guessed = isGuess(found);
        const scanned = await read(found, index, guessed, stop);
        failedInRow = scanned?.logs.some(hasFailed) ? failedInRow + 1 : 0;
        // What is told of a log must not depend on those before it: one that did not fail is looked through after all.
        const looked = guessed && failedInRow === 0 ? await inTurns(steps(found, index), stop) : null;
        return looked ?? scanned;
      } catch (error) {
        return failed(found, index, error, reading);
      }
    },
  };
}

function hasFailed({ verdict }: StoredLog): boolean {
  return verdict !== 'no-failure' && verdict !== 'unreadable';
}

/** Gives signals and timers their turn between the steps. @returns null when it was stopped */
async function inTurns<Value>(steps: Generator<void, Value>, stop: Stop | undefined): Promise<Value | null> {
  let turn = Date.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (Date.now() - turn < turnEvery) continue;
    await new Promise((resolve) => setImmediate(resolve));
    if (stop?.aborted) {
      steps.return(null as never);
      return null;
    }
    turn = Date.now();
  }
}

/** SHA-256 of a whole file. @param hash of its beginning @param buffer for the rest of its bytes */
function* finished(hash: FileHash, descriptor: number, buffer: Buffer): Generator<void, string> {
  for (;;) {
    const read = readSync(descriptor, buffer, 0, buffer.length, hash.length);
    if (read === 0) return hash.digest();
    hash.add(buffer.subarray(0, read), hash.length);
    yield;
  }
}

/** The result of an input that could not be read. */
export function failed(
  found: Pick<Found, 'name' | 'path' | 'size' | 'modified'>,
  index: number,
  error: unknown,
  reading: Reading,
): Scanned {
  const problem = problemOf(isSystem(error) ? readFailure(error) : error);
  return setAside(found, index, problem, reading.pack.catalog, reading.reports);
}

/** The row of an input that is left out. */
export function setAside(
  { name, path, size, modified }: Pick<Found, 'name' | 'path' | 'size' | 'modified'>,
  index: number,
  problem: Problem,
  catalog: string,
  rows: boolean,
): Scanned {
  const log = storedTrouble({ source: keptText(path), size, modified, content: '' }, catalog, problem);
  return { index, logs: [log], rows: rows ? [renderNdjson(errorRow(index, keptText(name), log.error!))] : [], problem, bytes: 0 };
}

function isSystem(error: unknown): error is NodeJS.ErrnoException {
  return !(error instanceof ModwhyError) && error instanceof Error && (error as NodeJS.ErrnoException).syscall !== undefined;
}
