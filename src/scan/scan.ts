import type { Readable } from 'node:stream';
import { loadPack } from '../catalog/load.ts';
import type { HistoryStore } from '../model/history.ts';
import { keptText } from '../redact/kept-text.ts';
import { lookAhead } from './ahead.ts';
import type { Found, Trouble } from './found.ts';
import { createKeeper } from './keep.ts';
import { createScanner, type Scanned, type Stop, setAside } from './one.ts';
import { openReading, type ReadingSettings } from './open-reading.ts';
import { createOrder } from './order.ts';
import { createPool, type Pool, type PoolSettings } from './pool.ts';
import { inShard, type Shard } from './shard.ts';
import { walk } from './walk.ts';

export interface ScanSettings extends Omit<ReadingSettings, 'hashes'> {
  readonly operands: readonly string[];
  /** Paths of files that the scan itself writes. */
  readonly own?: ReadonlySet<string>;
  readonly shard: Shard | null;
  /** Threads; null: as many as help. */
  readonly jobs: number | null;
  readonly store: Pick<HistoryStore, 'add' | 'known'> | null;
  /** Names this scan in the store. */
  readonly scan: string;
  /** The thread of the program itself must stay free, for a screen. */
  readonly aside?: boolean;
  readonly limits?: Pick<PoolSettings, 'memory' | 'patience'>;
}

/** What happens, in the order of the inputs. */
export interface ScanEvents {
  /** So many inputs were found so far, with so many bytes. @param all there are no more */
  found(inputs: number, bytes: number, all: boolean): void;
  /** Its reading begins. */
  begins(name: string): void;
  /** Threads were started. @param reading what each of them reads at the moment of the call */
  threads?(reading: () => readonly (string | null)[]): void;
  /** An input that the store knows, and that is not read. */
  known(index: number, found: Found): void;
  done(scanned: Scanned, found: Found | Trouble): void;
}

// Starting a thread costs a quarter of a second; below that much, that of the program is as quick. Above it the memory of a thread has a bound, and the program survives a log that kills one.
const threadsFrom = 32 << 20;
const threadsFromInputs = 2_000;
// How many inputs are found before they are read, so that how many there are is known early.
const ahead = 50_000;
const turnEvery = 50;

/**
 * Reads everything that the operands name, keeps what it says, and tells it in the order of the inputs.
 * @throws what the store throws; an input alone never ends a scan
 */
export async function scan(settings: ScanSettings, stdin: () => Readable, events: ScanEvents, stop: Stop): Promise<void> {
  const hashes = settings.store !== null;
  // Threads have their own of all else.
  const { catalog } = loadPack();
  const keeper = createKeeper(settings.store, settings.scan);
  const order = createOrder<() => void>((tell) => tell());
  const failures: unknown[] = [];
  /** Nothing is said to be done before it is kept. */
  const told = (scanned: Scanned, found: Found | Trouble) => {
    const done = () => order.put(scanned.index, () => events.done(scanned, found));
    if (settings.store === null) done();
    else keeper.add(scanned.logs).then(done, (error) => failures.push(error));
  };
  const inputs = find(settings, stdin, events, stop);
  const { count, bytes, batches } = await lookAhead(inputs, ahead);
  const many = bytes >= threadsFrom || count >= threadsFromInputs;
  const jobs = settings.jobs ?? (many ? threadsThatHelp() : 1);
  const foundAt = new Map<number, Found>();
  const finished = (scanned: Scanned) => {
    const found = foundAt.get(scanned.index)!;
    foundAt.delete(scanned.index);
    told(scanned, found);
  };
  const pool: Pool | null =
    jobs > 1 || many || settings.aside ? createPool({ ...settings, ...settings.limits, hashes, jobs, catalog }, finished) : null;
  if (pool) events.threads?.(pool.reading);
  const heapGrows = pool ? await (await import('./small-heap.ts')).keepHeapSmall() : null;
  const scanner = pool === null ? createScanner(await openReading({ ...settings, hashes })) : null;
  let index = 0;
  let turn = Date.now();
  try {
    for await (const batch of batches()) {
      if (stop.aborted) break;
      const files = batch.filter((item): item is Found => item.kind === 'file');
      const known =
        settings.store === null || files.length === 0 ? [] : await settings.store.known(files.map(askable), catalog, settings.scan);
      const isKnown = new Set(files.filter((_, at) => known[at]));
      for (const item of batch) {
        if (stop.aborted) break;
        if (failures.length > 0) throw failures[0];
        const at = index++;
        if (item.kind === 'trouble') {
          const scanned = setAside({ ...item, size: 0, modified: null }, at, item.problem, catalog, settings.reports);
          told(scanned, item);
        } else if (isKnown.has(item)) order.put(at, () => events.known(at, item));
        else {
          events.begins(item.name);
          foundAt.set(at, item);
          if (pool) await pool.add(at, item);
          else {
            const scanned = scanner!.look(item, at) ?? (await scanner!.scan(item, at, stop));
            if (scanned === null) break;
            finished(scanned);
          }
        }
        await keeper.room();
        // One input far behind the others must not make the rest pile up.
        while (pool && order.waiting() > 4096 && !stop.aborted) await new Promise((resolve) => setTimeout(resolve, 5));
        if (Date.now() - turn < turnEvery) continue;
        await new Promise((resolve) => setImmediate(resolve));
        turn = Date.now();
      }
    }
    if (pool && !stop.aborted) await pool.drain(stop);
  } finally {
    heapGrows?.();
    await pool?.close();
    await keeper.flush();
  }
  if (failures.length > 0) throw failures[0];
  // What is still behind one that was not read is told, too.
  order.rest();
}

function askable({ path, size, modified }: Found): { source: string; size: number; modified: number | null } {
  return { source: keptText(path), size, modified };
}

async function* find(settings: ScanSettings, stdin: () => Readable, events: ScanEvents, stop: Stop): AsyncGenerator<Found | Trouble> {
  let inputs = 0;
  let bytes = 0;
  for await (const item of walk(settings.operands, stdin, settings.own)) {
    if (stop.aborted) return;
    // A name that was typed and does not exist is nobody's share: every shard says so.
    if (settings.shard && !(item.kind === 'trouble' && item.named) && !inShard(item.name, settings.shard)) continue;
    inputs++;
    bytes += item.kind === 'trouble' ? 0 : item.size;
    if (inputs % 1000 === 0) events.found(inputs, bytes, false);
    yield item;
  }
  events.found(inputs, bytes, true);
}

function threadsThatHelp(): number {
  return Math.max(1, Math.min(8, process.getBuiltinModule('node:os').availableParallelism()));
}
