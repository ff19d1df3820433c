import type { Entry } from '../ingest/notes.ts';
import { ModwhyError } from '../model/error.ts';
import type { StoredLog } from '../model/history.ts';
import { say } from '../model/said.ts';
import { keptText } from '../redact/kept-text.ts';
import { renderNdjson } from '../report/ndjson.ts';
import { type Problem, problemOf } from './found.ts';
import type { LogReader, Reading } from './log-reader.ts';
import type { Scanned } from './one.ts';
import { type LogPlace, storedLog, storedTrouble } from './stored.ts';

/** What becomes of one input while it is read. Only what is kept of a log stays in memory. */
export interface Result {
  readonly index: number;
  /** SHA-256 of the bytes as they lie there. */
  content: string;
  problem: Problem | null;
  read(bytes: number): void;
  /** Ends a log. @param entry the file of an archive that it is */
  add(entry: Entry | null, log: LogReader): void;
  /** @param hinted whether a hint of `Triage` stands in the log */
  addHealthy(head: string, hinted: boolean): void;
  count(): number;
  scanned(): Scanned;
}

const onlyPart = say`only a part of it could be read, in which there is no failure: whether it failed is not known; modwhy explain says what cut it`;

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
      const kept = storedLog({ ...place, source, content: '' }, pack.catalog, report, log.head());
      // What comes after the part may be the failure: it counts among those that passed for nobody.
      const isOpen = kept.verdict === 'no-failure' && log.isPart();
      if (isOpen) result.problem ??= problemOf(new ModwhyError('E_READ', onlyPart));
      logs.push(isOpen ? storedTrouble({ ...place, source, content: '' }, pack.catalog, result.problem!) : kept);
      if (log.wantsRow && report) rows.push(renderNdjson(report));
    },
    addHealthy: (head, hinted) => void logs.push(storedLog({ ...place, content: '' }, pack.catalog, null, head, hinted)),
    count: () => logs.length,
    // The hash of what comes on a pipe is known at its end only.
    scanned: () => ({ index, bytes, rows, problem: result.problem, logs: logs.map((log) => ({ ...log, content: result.content })) }),
  };
  return result;
}
