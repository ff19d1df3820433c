import { dialectsIn } from '../dialect/present.ts';
import { createDialectReader } from '../dialect/reader.ts';
import { createFilter, type Filter } from '../filter/filter.ts';
import type { LoneQuota } from '../filter/lone-lines.ts';
import { type FilterSource, scannerOf, tablesOf } from '../filter/tables.ts';
import { createLineSplitter, type LineSplitterEvents } from '../ingest/splitter.ts';
import type { Line, LineEntry } from '../model/line.ts';
import type { RawLine } from '../paste/raw-line.ts';
import { unpaste } from '../paste/unpaste.ts';
import { secretWords } from '../redact/words.ts';
import { maxEvents } from '../timeline/timeline.ts';
import type { TraceLog } from '../timeline/traces/trace-log.ts';
import { chooseLines, type LineSink, linesOf, linesToLearn, readChosen } from './chosen-lines.ts';
import type { CutList } from './cut-list.ts';
import { createEntries } from './entries.ts';
import { createHeldInput, type HeldInput } from './held-input.ts';
import { createLineStore } from './line-store.ts';
import { createPreview, type Preview } from './preview.ts';
import { createShownFiles } from './shown-files.ts';
import { createSkippedLines } from './skipped-lines.ts';

/** Up to here, a text may be something that people pasted: it is held as a whole. */
export const filterFrom = 1 << 20;
/** From here on, it costs less to look for the lines that can change the report than to read all. */
const chooseFrom = 1 << 14;

// What people's terminals show, so that it may stand in what they paste.
const inPastes: ReadonlySet<string> = new Set(['plain', 'timestamps', 'shell', 'powershell', 'make', 'quote', 'modwhy', 'cut', 'tail']);

/** Bytes in, clean lines out: split, left out when they cannot matter, freed from what pasting and CI systems put around them. */
export interface LineReading {
  /** @param stays the bytes are not written over before the input ends, so that no copy is needed */
  push(bytes: Uint8Array, stays?: boolean): void;
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
  /** Downloads among the lines that were left out. */
  downloadsLeftOut(): number;
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
  readonly timeline?: 'on' | 'off' | undefined;
}

/** So many entries of a program that is well say what there is to say. */
const mostEntries = 4;

/**
 * @param source the literals of the signals: a line with one of them matters
 * @param filtering `off` reads all lines, `always` leaves out lines of small inputs too
 * @param createTraces sees every line that is read, those too that are too many to be held; null when nobody asks for traces
 * @param holding `most`: characters of lines that are held from the start, and again from the end, and half of the bytes of those left out; `zoom: off`: none of those;
 * `timeline: off`: no line is read for what happened only
 */
export function createLineReading(
  source: FilterSource,
  filtering: 'on' | 'off' | 'always',
  cuts: CutList,
  createTraces: (() => TraceLog) | null = null,
  { most, zoom = 'on', timeline = 'on' }: Holding = {},
): LineReading {
  let store = createLineStore(most);
  const fullQuota = (): LoneQuota => ({ downloads: timeline === 'on' ? maxEvents : 0, entries: mostEntries, times: timeline === 'on' });
  let quota = fullQuota();
  let downloads = 0;
  let traces = createTraces?.() ?? null;
  const createSkipped = () => createSkippedLines(zoom === 'off' ? 0 : most === undefined ? undefined : 2 * most);
  const skipped = createSkipped();
  // Those of an input that was held, which the splitter has counted.
  let passed = createSkipped();
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
  /** Bytes of an input that was read as a whole. */
  let whole: number | null = null;
  let pasted: readonly string[] = [];
  // What people paste is short, and can be told from a log only as a whole. A large input is read line by line.
  let held: HeldInput | null = createHeldInput();
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
    if (filtering !== 'off') shown.read(line);
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
  const startReading = (dialects?: typeof present) => {
    present = dialects;
    dialect = createDialectReader(present);
    shown = createShownFiles();
    preview = null;
  };
  const settled = () => store.last()?.kind === 'output' && !shown.goesOn();
  const startAgain = () => {
    store = createLineStore(most);
    traces = createTraces?.() ?? null;
    passed = createSkipped();
    quota = fullQuota();
    downloads = 0;
  };
  const scanner = () => scannerOf(tablesOf({ literals: source.literals, windows: source.windows, secrets: secretWords() }));
  /** Leaves out the lines of a held input that cannot change the report. */
  const readSome = (files: readonly Buffer[], onCut: LineSplitterEvents['onCut']) => {
    const learned = files.map((file) => linesToLearn(file, scanner().suspects(file)));
    const sink: LineSink = {
      take(line) {
        physical++;
        take(line);
      },
      pass(number, count, bytes, left) {
        physical += count;
        passed.add(number, count, bytes);
        downloads += left;
      },
      settled,
      onCut,
    };
    const read = (chosen: readonly RawLine[]) => {
      startReading(dialectsIn(chosen));
      return sink;
    };
    // Where files follow each other, what was read cannot be taken back.
    if (entries.names().length === 0) {
      if (readChosen(files, learned, scanner(), quota, read)) return;
      startAgain();
      physical = 0;
    }
    startReading(dialectsIn(linesOf(files)));
    chooseLines(files, learned, scanner(), quota, sink);
  };
  /** What somebody packed, or what still has the marks of the machine that wrote it, is no text that was pasted. */
  const readWhole = (input: HeldInput) => {
    const chooses = filtering === 'always' || (filtering === 'on' && pushed >= chooseFrom);
    // Who looked at what is there so far has split it.
    const isSplit = !input.isUnsplit() || !chooses;
    if (isSplit) {
      input.split(splitter);
      splitter.end();
    }
    held = null;
    whole = pushed;
    const files = input.files();
    if (chooses) {
      physical = 0;
      readSome(files, isSplit ? () => {} : onCut);
    } else {
      startReading(dialectsIn(input.lines));
      input.lines.forEach(take);
    }
    if (entries.names().length > 0 || dialect.names().some((name) => !inPastes.has(name))) return;
    const bare = unpaste(isSplit ? input.lines : linesOf(files));
    if (bare.forms.length === 0) return;
    pasted = bare.forms;
    startAgain();
    startReading(dialectsIn(bare.lines));
    bare.lines.forEach(take);
  };
  /** The input is too large to be something that was pasted. */
  const readOn = (input: HeldInput) => {
    if (filtering === 'off' || !input.isUnsplit()) {
      input.split(splitter);
      held = null;
      startReading();
      input.lines.forEach(take);
      if (filtering !== 'off') filter = openFilter();
      return;
    }
    held = null;
    startReading();
    let room = filterFrom;
    for (const file of input.files()) {
      const first = file.subarray(0, Math.max(0, room));
      const learned = linesToLearn(first, scanner().suspects(first));
      room -= file.length;
      filter?.end();
      filter = openFilter(learned);
      filter.push(file);
    }
  };
  const onCut = (seen: number, kept: number) => cuts.add('line-64KiB', seen, kept);
  const splitter = createLineSplitter({
    onLine(text, read, offset) {
      const raw = { number: read + skipped.lines(), offset: offset + skipped.bytes(), text };
      physical++;
      if (held) held.lines.push(raw);
      else take(raw);
    },
    onCut,
  });
  const openFilter = (wants?: readonly number[]) => {
    const skip = (count: number, bytes: Uint8Array, left: number) => {
      skipped.add((store.last()?.number ?? 0) + 1, count, bytes);
      downloads += left;
    };
    return createFilter(scanner(), { keep: (bytes) => splitter.push(bytes), skip, settled }, quota, wants);
  };

  const look = () => {
    if (held) {
      held.split(splitter);
      preview ??= createPreview(source.literals, most);
      if (preview.follow(held.lines)) stirred = true;
    } else {
      filter?.settle();
      if (fresh > 0) stirred = true;
      fresh = 0;
    }
  };

  return {
    push(bytes, stays = false) {
      pushed += bytes.length;
      if (held) {
        // What makes it too large is read at once.
        held.push(bytes, stays || pushed > filterFrom);
        if (pushed > filterFrom) readOn(held);
      } else if (filter) filter.push(bytes);
      else splitter.push(bytes);
    },
    entry(entry) {
      entries.open(entry, pushed);
      held?.cut();
      if (filter === null) return;
      // What was read before says nothing about the lines of another log.
      filter.end();
      shown = createShownFiles();
      filter = openFilter();
    },
    end() {
      if (held) readWhole(held);
      filter?.end();
      splitter.end();
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
    bytes: () => whole ?? splitter.bytes() + skipped.bytes(),
    dropped: () => (preview?.store ?? store).dropped(),
    droppedTraces: () => (preview?.store ?? store).droppedTraces(),
    downloadsLeftOut: () => downloads,
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
    zoom: (from, count) => (skipped.lines() > 0 ? skipped : passed).merge((preview?.store ?? store).all(), from, count, dialect),
  };
}
