import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import type { Budget } from './budget.ts';
import { plainEntry, planEntries } from './entry-plan.ts';
import { foreignError, formatOf } from './format.ts';
import type { Entry, Notes } from './notes.ts';
import { chain, withStart } from './peek.ts';
import type { Tally } from './tally.ts';
import { readTar } from './tar.ts';
import { readText } from './text.ts';
import { unpack } from './unpack.ts';
import { listZip, type RandomAccess } from './zip.ts';

const startLength = 8192;

/** Bytes whose format is not known yet. */
export interface Content {
  readonly stream: AsyncIterable<Uint8Array>;
  /** Given for an open file: a zip is then read where it lies. */
  readonly file: { readonly descriptor: number; readonly access: RandomAccess } | null;
}

/** What one input has in common over all its layers. */
export interface Work {
  readonly notes: Notes;
  readonly budget: Budget;
  readonly tally: Tally;
  whenText(text: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
}

/** Where a layer lies: under how many others, and in which file of an archive. */
interface Place {
  readonly depth: number;
  readonly entry: Entry | null;
}

/** One layer after the other, down to text. @throws ModwhyError E_BINARY | E_DECOMPRESS, after every good byte was handed out */
export async function* readLayer(content: Content, work: Work, { depth, entry }: Place): AsyncGenerator<Uint8Array> {
  const started = withStart(content.stream, startLength);
  const first = await started.next();
  if (first.done) return entry ? openEntry(entry, work) : undefined;
  const format = formatOf(first.value);
  const stream = chain(first.value, started);
  if (format === 'text') {
    yield* entry ? readEntryText(stream, entry, work) : work.whenText(readText(stream, work.notes));
    return;
  }
  if (format === 'foreign') {
    if (entry) return work.tally.leaveOut('archive-method');
    throw foreignError(first.value);
  }
  if (depth === work.budget.limits.depth) {
    if (entry) return work.tally.leaveOut('archive-depth');
    throw new ModwhyError('E_DECOMPRESS', say`it is packed more than ${depth} times over; unpack it first`);
  }
  if (format === 'tar') yield* readTarLayer(stream, work, { depth: depth + 1, entry });
  else if (format === 'zip') yield* readZipLayer({ stream, file: content.file }, work, { depth: depth + 1, entry });
  else {
    const unpacked = unpack(stream, format, work.budget, { onOver: work.notes.cut });
    yield* readLayer({ stream: unpacked, file: null }, work, { depth: depth + 1, entry });
  }
}

function openEntry(entry: Entry, { notes, tally }: Work): void {
  tally.read();
  notes.entry(entry);
}

/** A log of an archive ends with a line end, so that the next one starts with a line. */
async function* readEntryText(source: AsyncIterable<Uint8Array>, entry: Entry, work: Work): AsyncGenerator<Uint8Array> {
  let last = -1;
  let failure: { readonly error: unknown } | null = null;
  try {
    for await (const chunk of readText(source, work.notes)) {
      if (last < 0) openEntry(entry, work);
      const start = last < 0 && startsWithMark(chunk) ? 3 : 0;
      last = chunk.at(-1)!;
      yield chunk.subarray(start);
    }
  } catch (error) {
    failure = { error };
  }
  if (last < 0 && failure === null) openEntry(entry, work);
  if (last >= 0 && last !== 10) yield Buffer.from('\n');
  if (failure !== null) throw failure.error;
}

function startsWithMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

async function* readTarLayer(source: AsyncIterable<Uint8Array>, work: Work, { depth, entry: outer }: Place): AsyncGenerator<Uint8Array> {
  work.tally.open();
  let seen = 0;
  for await (const { name, content } of readTar(source, () => work.notes.cut('archive-damaged', seen + 1, seen))) {
    if (!work.budget.takeEntry()) return work.notes.cut('archive-entries', seen + 1, seen);
    seen++;
    yield* readOne({ stream: content, file: null }, work, { depth, entry: inside(outer, plainEntry(name)) });
  }
}

async function* readZipLayer(content: Content, work: Work, { depth, entry: outer }: Place): AsyncGenerator<Uint8Array> {
  const { notes, budget, tally } = work;
  const held = content.file ? null : await hold(content.stream, budget.limits.held);
  if (held === 'too-large') {
    if (outer) return tally.leaveOut('archive-held');
    throw new ModwhyError('E_DECOMPRESS', say`a zip file on standard input is read only up to 256 MiB; save it, and name the file`);
  }
  const access = content.file?.access ?? accessOf(held!);
  const { entries, seen, taken, broken } = await listZip(content.file?.descriptor ?? held!, access, budget);
  tally.open();
  if (broken) notes.cut('archive-damaged', seen, taken);
  else if (taken < seen) notes.cut('archive-entries', seen, taken);
  for (const { item, entry } of planEntries(entries)) {
    if (budget.over()) return;
    if (item.problem) tally.leaveOut(item.problem);
    else yield* readOne({ stream: item.open(notes.cut), file: null }, work, { depth, entry: inside(outer, entry) });
  }
}

/** One file of an archive. What is wrong with it does not stop the others. */
async function* readOne(content: Content, work: Work, place: Place): AsyncGenerator<Uint8Array> {
  let kept = 0;
  try {
    for await (const chunk of readLayer(content, work, place)) {
      kept += chunk.length;
      yield chunk;
    }
  } catch (error) {
    if (!(error instanceof ModwhyError)) throw error;
    if (error.code === 'E_BINARY') work.tally.leaveOut('archive-not-text');
    else if (error.code === 'E_DECOMPRESS') work.notes.cut('archive-damaged', kept, kept);
    else throw error;
  }
}

/** The archive's own name stands before the names in it. */
function inside(outer: Entry | null, entry: Entry): Entry {
  if (outer === null) return entry;
  return { name: `${outer.name}/${entry.name}`, lane: `${outer.lane}:${entry.lane}`, log: `${outer.log}/${entry.log}` };
}

async function hold(source: AsyncIterable<Uint8Array>, most: number): Promise<Buffer | 'too-large'> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += chunk.length;
    if (length > most) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function accessOf(bytes: Buffer): RandomAccess {
  return { size: bytes.length, read: (position, length) => bytes.subarray(position, position + length) };
}
