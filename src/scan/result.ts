import type { Entry } from '../ingest/notes.ts';
import type { StoredLog } from '../model/history.ts';
import { renderNdjson } from '../report/ndjson.ts';
import type { Problem } from './found.ts';
import type { LogReader, Reading } from './log-reader.ts';
import type { Scanned } from './one.ts';
import { keptText, type LogPlace, storedLog } from './stored.ts';

/** What becomes of one input while it is read. Only what is kept of a log stays in memory. */
export interface Result {
  readonly index: number;
  /** SHA-256 of the bytes as they lie there. */
  content: string;
  problem: Problem | null;
  read(bytes: number): void;
  /** Ends a log. @param entry the file of an archive that it is */
  add(entry: Entry | null, log: LogReader): void;
  addHealthy(head: string): void;
  count(): number;
  scanned(): Scanned;
}

export function createResult({ pack }: Reading, index: number, place: Omit<LogPlace, 'content'>): Result {
  const logs: StoredLog[] = [];
  const rows: string[] = [];
  let bytes = 0;
  const sourceOf = (entry: Entry | null) => (entry === null ? place.source : `${place.source}!/${keptText(entry.log)}`);
  const result: Result = {
    index,
    content: '',
    problem: null,
    read(length) {
      bytes += length;
    },
    add(entry, log) {
      const report = log.end();
      const source = sourceOf(entry);
      logs.push(storedLog({ ...place, source, content: '' }, pack.catalog, report, log.head()));
      if (log.wantsRow && report) rows.push(renderNdjson(report));
    },
    addHealthy: (head) => void logs.push(storedLog({ ...place, content: '' }, pack.catalog, null, head)),
    count: () => logs.length,
    // The hash of what comes on a pipe is known at its end only.
    scanned: () => ({ index, bytes, rows, problem: result.problem, logs: logs.map((log) => ({ ...log, content: result.content })) }),
  };
  return result;
}
