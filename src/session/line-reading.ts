import { dialectsIn } from '../dialect/present.ts';
import { createDialectReader } from '../dialect/reader.ts';
import { createFilter, type Filter } from '../filter/filter.ts';
import { type FilterSource, scannerOf, tablesOf } from '../filter/tables.ts';
import { createLineSplitter } from '../ingest/splitter.ts';
import type { Line, LineEntry } from '../model/line.ts';
import type { RawLine } from '../paste/raw-line.ts';
import { unpaste } from '../paste/unpaste.ts';
import type { TraceLog } from '../timeline/traces/trace-log.ts';
import type { CutList } from './cut-list.ts';
import { createEntries } from './entries.ts';
import { createLineStore } from './line-store.ts';
import { createPreview, type Preview } from './preview.ts';
import { createShownFiles } from './shown-files.ts';
import { createSkippedLines } from './skipped-lines.ts';

/** From here on, lines that cannot change the report are not read. Up to here, a text may be something that people pasted. */
export const filterFrom = 1 << 20;

// What people's terminals show, so that it may stand in what they paste.
const inPastes: ReadonlySet<string> = new Set(['plain', 'timestamps', 'shell', 'powershell', 'make', 'quote', 'modwhy', 'cut', 'tail']);

/** Bytes in, clean lines out: split, left out when they cannot matter, freed from what pasting and CI systems put around them. */
export interface LineReading {
  push(bytes: Uint8Array): void;
  /** What is pushed next is of this file of an archive. */
  entry(entry: LineEntry): void;
  /** Closes the input. @returns the lines that were read, in order */
  end(): readonly Line[];
  /** The whole lines so far, while more may come; what people pasted is seen only at the end. */
  soFar(): readonly Line[];
  /** Whether a line came since `soFar` that may change what it says. */
  stirred(): boolean;
  /** Lines of the input: those that were read, left out and dropped. */
  count(): number;
  bytes(): number;
  /** Lines that were read, but are too many to be held. */
  dropped(): number;
  /** The same of lines of traces, which were read as traces. */
  droppedTraces(): number;
  entries(): string[];
  /** Forms of pasting and dialects, outermost first. */
  dialects(): string[];
  /** Lines by number, those that were left out too. */
  zoom(from: number, count: number): Line[];
  /** What traced programs printed, in the lines that were read. */
  traces(): TraceLog | null;
}

interface Holding {
  readonly most?: number | undefined;
  readonly zoom?: 'on' | 'off' | undefined;
}

/**
 * @param source the literals of the signals: a line with one of them matters; `filter: off` reads all
 * @param createTraces sees every line that is read, those too that are too many to be held; null when nobody asks for traces
 * @param holding `most`: characters of lines that are held from the start, and again from the end, and half of the bytes of those left out; `zoom: off`: none of those
 */
export function createLineReading(
  source: FilterSource,
  filtering: 'on' | 'off',
  cuts: CutList,
  createTraces: (() => TraceLog) | null = null,
  { most, zoom = 'on' }: Holding = {},
): LineReading {
  let store = createLineStore(most);
  let traces = createTraces?.() ?? null;
  const skipped = createSkippedLines(zoom === 'off' ? 0 : most === undefined ? undefined : 2 * most);
  const entries = createEntries();
  const names = new Set<string>();
  // Of a log that is not read as a whole nobody knows what comes.
  let present: Parameters<typeof createDialectReader>[0];
  // Replaced before the first line is read.
  let dialect = createDialectReader([]);
  // Of those no line may be left out.
  let shown = createShownFiles();
  let physical = 0;
  let pushed = 0;
  let pasted: readonly string[] = [];
  // What people paste is short, and can be told from a log only as a whole. A large input is read line by line.
  let held: RawLine[] | null = [];
  let preview: Preview | null = null;
  let filter: Filter | null = null;
  // Lines that were read since somebody looked at what is there so far.
  let fresh = 0;
  let stirred = false;

  const collectNames = () => {
    for (const name of dialect.names()) if (store.last()) names.add(name);
  };
  const add = (line: Line) => {
    entries.mark(line);
    const traced = traces?.read(line) ?? false;
    store.add(line, traced);
    if (filtering === 'on') shown.read(line);
  };
  const take = (raw: RawLine) => {
    // Another log: what a dialect expects of the one before does not go on.
    if (entries.advance(raw.offset, raw.number)) {
      collectNames();
      dialect = createDialectReader(present);
    }
    const { number, offset, text } = raw;
    const line: Line = { number, offset, text, kind: 'output', time: null, clock: 'order', lane: '' };
    const further = dialect.read(line);
    fresh++;
    add(line);
    for (const one of further) add(one);
  };
  const release = (raws: readonly RawLine[]) => {
    held = null;
    preview = null;
    for (const raw of raws) take(raw);
  };
  /** What somebody packed, or what still has the marks of the machine that wrote it, is no text that was pasted. */
  const readWhole = (raws: readonly RawLine[]) => {
    present = dialectsIn(raws);
    dialect = createDialectReader(present);
    release(raws);
    if (entries.names().length > 0 || dialect.names().some((name) => !inPastes.has(name))) return;
    const whole = unpaste(raws);
    if (whole.forms.length === 0) return;
    pasted = whole.forms;
    store = createLineStore(most);
    traces = createTraces?.() ?? null;
    present = dialectsIn(whole.lines);
    dialect = createDialectReader(present);
    release(whole.lines);
  };
  const splitter = createLineSplitter({
    onLine(text, read, offset) {
      const raw = { number: read + skipped.lines(), offset: offset + skipped.bytes(), text };
      physical++;
      if (held) held.push(raw);
      else take(raw);
    },
    onCut: (seen, kept) => cuts.add('line-64KiB', seen, kept),
  });
  const openFilter = () =>
    createFilter(scannerOf(tablesOf(source)), {
      keep: (bytes) => splitter.push(bytes),
      skip: (count, bytes) => skipped.add((store.last()?.number ?? 0) + 1, count, bytes),
      settled: () => store.last()?.kind === 'output' && !shown.goesOn(),
    });

  const look = () => {
    if (held) {
      preview ??= createPreview(source.literals, most);
      if (preview.follow(held)) stirred = true;
    } else {
      filter?.settle();
      if (fresh > 0) stirred = true;
      fresh = 0;
    }
  };

  return {
    push(bytes) {
      pushed += bytes.length;
      if (splitter.bytes() + bytes.length > filterFrom && held) {
        dialect = createDialectReader();
        release(held);
      }
      const room = filtering === 'off' ? bytes.length : Math.max(0, filterFrom - splitter.bytes());
      if (filter === null) splitter.push(bytes.subarray(0, room));
      if (filter === null && bytes.length > room) {
        filter = openFilter();
        filter.push(bytes.subarray(room));
      } else filter?.push(bytes);
    },
    entry(entry) {
      entries.open(entry, pushed);
      if (filter === null) return;
      // What was read before says nothing about the lines of another log.
      filter.end();
      shown = createShownFiles();
      filter = openFilter();
    },
    end() {
      filter?.end();
      splitter.end();
      if (held) readWhole(held);
      return store.all();
    },
    soFar() {
      look();
      stirred = false;
      return (preview?.store ?? store).all();
    },
    stirred() {
      look();
      return stirred;
    },
    count: () => physical + skipped.lines(),
    bytes: () => splitter.bytes() + skipped.bytes(),
    dropped: () => (preview?.store ?? store).dropped(),
    droppedTraces: () => (preview?.store ?? store).droppedTraces(),
    entries: () => entries.names(),
    dialects() {
      collectNames();
      const own = [...pasted, ...names, ...(preview?.dialects() ?? [])].filter((name) => name !== 'plain' && name !== 'timestamps');
      if (own.length > 0) return own;
      return names.size > 0 ? [...names].slice(0, 1) : ['plain'];
    },
    traces() {
      if (!preview || !createTraces) return traces;
      const soFar = createTraces();
      for (const line of preview.store.all()) soFar.read(line);
      return soFar;
    },
    zoom: (from, count) => skipped.merge((preview?.store ?? store).all(), from, count, dialect),
  };
}
