import type { Stats } from 'node:fs';
import { fileInput, textOfFile } from '../ingest/file.ts';
import type { Entry, Notes } from '../ingest/notes.ts';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { createSha256 } from './file-hash.ts';
import { type Found, problemOf } from './found.ts';
import { createLogReader, type LogReader, othersLeftOut, type Reading } from './log-reader.ts';
import type { Stop } from './one.ts';
import type { Result } from './result.ts';

const turnEvery = 100;
const leftOut = say`some files in this archive could not be read, and the others count; modwhy explain says why`;

/** Reads what is long, packed, an archive, in another encoding. @returns false when it was stopped @throws ModwhyError when nothing of it can be read */
export function readStream(found: Found, reading: Reading, result: Result, stop: Stop | undefined, isFailing: boolean): Promise<boolean> {
  return readAll((notes) => fileInput(found.path).open(notes), found.name, reading, result, stop, isFailing);
}

/** An open file of plain text. */
interface OpenText {
  readonly descriptor: number;
  readonly stat: Stats;
  /** For its bytes, piece by piece. */
  readonly memory: Buffer;
  /** So many of them stand there. */
  readonly begun: number;
  /** It is known that a failure may stand in it. */
  readonly isFailing: boolean;
}

/** The same for a long text, with little memory. @returns false when it was stopped @throws ModwhyError when nothing of it can be read */
export function readLong(text: OpenText, name: string, reading: Reading, result: Result, stop: Stop | undefined) {
  const { descriptor, stat, memory, begun, isFailing } = text;
  return readAll((notes) => textOfFile(descriptor, stat, notes, memory, begun), name, reading, result, stop, isFailing);
}

/** Reads a pipe, of which what came until a stop would be lost if it did not count. @throws ModwhyError when nothing of it can be read */
export async function readPipe(found: Found, reading: Reading, result: Result, stop: Stop | undefined): Promise<void> {
  const input = fileInput(found.path, undefined, () => stop?.aborted === true);
  await readAll((notes) => input.open(notes), found.name, reading, result);
}

/** The logs of one input, which may be an archive: each file of it, or each job of several files, is a log of its own. @returns false when it was stopped */
export async function readAll(
  open: (notes: Notes) => AsyncIterable<Uint8Array>,
  name: string,
  reading: Reading,
  result: Result,
  stop?: Stop,
  isFailing = false,
): Promise<boolean> {
  let current: { entry: Entry | null; log: LogReader } | null = null;
  let begun = false;
  const finish = () => {
    if (current) result.add(current.entry, current.log);
    current = null;
  };
  const now = (): LogReader => {
    begun = true;
    current ??= { entry: null, log: createLogReader(reading, name, result.index, isFailing) };
    return current.log;
  };
  // Said before the first log of an archive is opened: it holds for that one.
  const early: ((notes: Notes) => void)[] = [];
  const tell = (say: (notes: Notes) => void) => {
    if (begun) say(now().notes);
    else early.push(say);
  };
  const notes: Notes = {
    entry(entry) {
      if (current?.entry?.log !== entry.log) {
        finish();
        current = { entry, log: createLogReader(reading, `${name}!/${entry.log}`, result.index) };
        if (!begun) for (const say of early.splice(0)) say(current.log.notes);
        begun = true;
      }
      current!.log.notes.entry(entry);
    },
    encoding: (encoding) => tell((of) => of.encoding(encoding)),
    cut(limit, seen, kept) {
      if (othersLeftOut.has(limit)) result.problem ??= problemOf(new ModwhyError('E_DECOMPRESS', leftOut));
      tell((of) => of.cut(limit, seen, kept));
    },
  };
  const hash = result.content === '' && reading.hashes ? createSha256() : null;
  let bytes = 0;
  let turn = Date.now();
  try {
    for await (const chunk of open(notes)) {
      bytes += chunk.length;
      result.read(chunk.length);
      hash?.update(chunk);
      if (!begun) for (const say of [...early.splice(0)]) say(now().notes);
      now().push(chunk);
      if (Date.now() - turn < turnEvery) continue;
      // Signals and timers get their turn.
      await new Promise((resolve) => setImmediate(resolve));
      if (stop?.aborted) return false;
      turn = Date.now();
    }
  } catch (error) {
    if (!(error instanceof ModwhyError) || bytes === 0 || (error.code !== 'E_READ' && error.code !== 'E_DECOMPRESS')) throw error;
    if (error.code === 'E_READ') notes.cut('read-error', bytes, bytes);
    result.problem = problemOf(error);
  }
  if (!begun) now();
  finish();
  if (hash) result.content = hash.digest('hex');
  return true;
}
