import type { HistoryTotals } from './history.ts';

// What `modwhy scan` says at its end. Times are milliseconds since 1970, UTC.

/** A cause, and the logs that it made fail. */
export interface CauseRow {
  readonly cause: string;
  readonly code: string | null;
  readonly verdict: 'module-failure' | 'not-module';
  readonly transient: boolean;
  readonly logs: number;
  readonly first: number | null;
  readonly last: number | null;
  /** Such as hosts and modules, those of the most logs first. */
  readonly subjects: readonly { readonly subject: string; readonly logs: number }[];
  readonly example: Example;
}

/** A log that shows it, and where. */
export interface Example {
  readonly source: string;
  readonly line: number | null;
  readonly text: string | null;
}

/** Failures without a cause that say the same. */
interface UnexplainedGroup {
  readonly template: string;
  readonly logs: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly example: Example;
}

export interface ScanProblem {
  readonly name: string;
  readonly code: string;
  readonly message: string;
}

/** What a scan found, in numbers. */
export interface ScanSummary {
  readonly inputs: number;
  /** Inputs that the store knew, and that were not read again. */
  readonly known: number;
  /** Ended before every input was read. */
  readonly stopped: boolean;
  readonly totals: HistoryTotals;
  readonly causes: readonly CauseRow[];
  readonly unexplained: readonly UnexplainedGroup[];
  readonly problems: readonly ScanProblem[];
  /** How many there are: `problems` has the first ones. */
  readonly problemCount: number;
}
