import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync, type Stats } from 'node:fs';
import { encodingAtStart } from '../ingest/encoding.ts';
import { formatOf } from '../ingest/format.ts';
import { readFailure } from '../ingest/read-failure.ts';
import { ModwhyError } from '../model/error.ts';
import type { StoredLog } from '../model/history.ts';
import { errorRow, renderNdjson } from '../report/ndjson.ts';
import { type Found, type Problem, problemOf } from './found.ts';
import { createLogReader, heldBytes, type Reading } from './log-reader.ts';
import { createResult, type Result } from './result.ts';
import { keptText, storedTrouble } from './stored.ts';
import { readStream } from './stream.ts';

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
  scan(found: Found, index: number, stop?: Stop): Promise<Scanned>;
}

const blockSize = 1 << 17;
const startSize = 8192;
const turnEvery = 100;

/** Reads inputs one after the other, all of them through one buffer. */
export function createScanner(reading: Reading): Scanner {
  const buffer = pages(heldBytes + blockSize);

  /** Reads up to the most that is held, and tells whether it is plain text in UTF-8. */
  const begin = (descriptor: number): { length: number; ended: boolean; isText: boolean } => {
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
  const short = (found: Found, length: number, stat: Stats, descriptor: number, result: Result) => {
    const bytes = buffer.subarray(0, length);
    const log = createLogReader(reading, found.name, result.index);
    log.push(bytes);
    result.read(length);
    const after = fstatSync(descriptor);
    if (after.size !== stat.size || after.mtimeMs !== stat.mtimeMs) log.notes.cut('changed', after.size, stat.size);
    if (reading.hashes) result.content = createHash('sha256').update(bytes).digest('hex');
    result.add(null, log);
  };

  /** A long text is looked through, and read a second time only when there may be a failure in it. @returns whether there may be */
  const long = async (descriptor: number, first: number, isText: boolean, result: Result, stop: Stop | undefined): Promise<boolean> => {
    const { triage } = reading;
    const hash = reading.hashes ? createHash('sha256') : null;
    let mayFail = reading.reports || !isText;
    let total = 0;
    let turn = Date.now();
    triage.reset();
    const head = buffer.toString('latin1', 0, startSize * 4);
    for (let read = first; read > 0; read = readSync(descriptor, buffer, 0, blockSize, null)) {
      const bytes = buffer.subarray(0, read);
      hash?.update(bytes);
      if (mayFail && hash === null) return true;
      total += read;
      if (!mayFail) {
        mayFail = triage.push(bytes);
      }
      if (Date.now() - turn < turnEvery) continue;
      await new Promise((resolve) => setImmediate(resolve));
      if (stop?.aborted) return false;
      turn = Date.now();
    }
    result.content = hash?.digest('hex') ?? '';
    if (mayFail || triage.end()) return true;
    result.read(total);
    result.addHealthy(head);
    return false;
  };

  return {
    async scan(found, index, stop) {
      if (found.kind === 'url') return (await import('./url.ts')).scanUrl(found, index, reading);
      let descriptor: number | null = null;
      try {
        descriptor = openSync(found.path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
        const stat = fstatSync(descriptor);
        const place = { source: keptText(found.path), size: stat.size, modified: stat.isFile() ? stat.mtimeMs : null };
        const result = createResult(reading, index, place);
        if (!stat.isFile()) await readStream(found, reading, result, stop);
        else {
          const { length, ended, isText } = begin(descriptor);
          if (ended && isText) short(found, length, stat, descriptor, result);
          else if (await long(descriptor, length, isText, result, stop)) await readStream(found, reading, result, stop);
        }
        return result.scanned();
      } catch (error) {
        return failed(found, index, error, reading);
      } finally {
        if (descriptor !== null) closeSync(descriptor);
      }
    },
  };
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

/** Memory that begins with a page: the system fills it in half the time. */
function pages(bytes: number): Buffer {
  const { WebAssembly: engine } = globalThis as unknown as {
    WebAssembly?: { Memory: new (size: { initial: number }) => { buffer: ArrayBuffer } };
  };
  return engine ? Buffer.from(new engine.Memory({ initial: Math.ceil(bytes / 65_536) }).buffer) : Buffer.allocUnsafeSlow(bytes);
}

function isSystem(error: unknown): error is NodeJS.ErrnoException {
  return !(error instanceof ModwhyError) && error instanceof Error && (error as NodeJS.ErrnoException).syscall !== undefined;
}
