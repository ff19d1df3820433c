import type { Report } from './report.ts';

// What is kept of scanned logs, and what can be asked about it. SQLite and PostgreSQL answer the same questions with the same rows.
// Times are milliseconds since 1970, UTC. Nothing that is kept holds a secret: it comes out of a redacted report.

/** One problem of one log. */
export interface StoredIncident {
  /** Its place among the incidents of the log, from 0. */
  readonly position: number;
  /** The same failure in other logs has the same one: cause and subject, with the version of the rule that makes it. */
  readonly fingerprint: string;
  readonly verdict: 'module-failure' | 'not-module' | 'unknown';
  readonly terminal: boolean;
  readonly recovered: boolean;
  /** Of the first hypothesis; null without one. */
  readonly cause: string | null;
  readonly code: string | null;
  readonly label: 'very-likely' | 'likely' | 'possible' | 'unlikely' | null;
  readonly observer: string | null;
  readonly transient: boolean;
  readonly module: string | null;
  readonly version: string | null;
  readonly host: string | null;
  readonly path: string | null;
  /** The line that shows it, 1-based, and its text, cut to 400 characters. */
  readonly line: number | null;
  readonly text: string | null;
  /** What failed, as it was typed. */
  readonly command: string | null;
  /** Of a failure without a cause: its message with what differs from log to log left out. */
  readonly template: string | null;
}

/** One log: a file, an entry of an archive, or what a URL gave. */
export interface StoredLog {
  /** Where it lies: an absolute path or a URL; `!/NAME` stands before an entry of an archive. */
  readonly source: string;
  readonly size: number;
  /** When the file was changed; null where nobody says. */
  readonly modified: number | null;
  /** SHA-256 of the bytes as they lie there, in hex. The same content at the same source counts once. */
  readonly content: string;
  /** Version of the catalog that explained it: with another one it is read again. */
  readonly catalog: string;
  readonly verdict: Report['verdict'] | 'unreadable';
  /** Why it could not be read. */
  readonly error: { readonly code: string; readonly message: string } | null;
  /** 0 where nobody counted them: of a log that was passed over, since it cannot show a failure. */
  readonly lines: number;
  /** When the build ran: by the log, else when the file was changed. */
  readonly at: number | null;
  readonly clock: 'log' | 'file' | null;
  /** What failed or passed: the same for all runs of one job. */
  readonly job: string | null;
  readonly commit: string | null;
  readonly runner: string | null;
  /** Ids of runs, jobs and traces that the log names, such as `run:1234`. */
  readonly ids: readonly string[];
  readonly incidents: readonly StoredIncident[];
}

/** Which logs a question is about; what is left out does not limit. */
export interface HistoryFilter {
  /** From here, included. */
  readonly since?: number;
  /** Up to here, excluded. */
  readonly until?: number;
  /** Slug or code. */
  readonly cause?: string;
  readonly verdict?: StoredIncident['verdict'];
  readonly module?: string;
  readonly host?: string;
  readonly runner?: string;
  readonly job?: string;
  readonly fingerprint?: string;
  /** Logs that one scan read. */
  readonly scan?: string;
}

export interface HistoryTotals {
  readonly logs: number;
  readonly moduleFailures: number;
  readonly notModule: number;
  /** A failure is visible, and no cause explains it. */
  readonly unknown: number;
  readonly noFailure: number;
  readonly unreadable: number;
  readonly bytes: number;
  readonly first: number | null;
  readonly last: number | null;
}

/** The same failure in all its logs. */
export interface FailureRow {
  readonly fingerprint: string;
  readonly verdict: StoredIncident['verdict'];
  readonly cause: string | null;
  readonly code: string | null;
  readonly module: string | null;
  readonly version: string | null;
  readonly host: string | null;
  readonly path: string | null;
  readonly transient: boolean;
  readonly logs: number;
  readonly jobs: number;
  readonly runners: number;
  readonly first: number | null;
  readonly last: number | null;
  /**
   * `new`: first seen in the last days that are stored; `regressed`: seen again after its jobs had passed for some time;
   * `fixed`: its jobs have passed since; else `ongoing`.
   */
  readonly state: 'new' | 'regressed' | 'ongoing' | 'fixed';
  /** It failed and passed on the same commit of the same job. */
  readonly flaky: boolean;
  readonly example: { readonly source: string; readonly line: number | null; readonly text: string | null };
}

export type HistoryDimension = 'cause' | 'host' | 'module' | 'runner' | 'job' | 'fingerprint';
export type HistoryStep = 'hour' | 'day' | 'week' | 'month';

/** How many logs of a step had it. Steps without one are left out. */
export interface TrendPoint {
  /** The step's beginning. */
  readonly at: number;
  readonly key: string;
  readonly logs: number;
}

/** How many logs failed at a host (or another dimension) in an hour of the day, UTC. */
export interface HourCell {
  readonly key: string;
  readonly hour: number;
  readonly logs: number;
  readonly transient: number;
}

/** How failures spread over one dimension: one value with nearly all of them is where to look. */
export interface PivotRow {
  readonly dimension: 'host' | 'module' | 'runner';
  readonly key: string;
  /** Logs that failed so, and all logs that name this value. */
  readonly failed: number;
  readonly logs: number;
}

export interface ComparedFailure {
  readonly fingerprint: string;
  readonly cause: string | null;
  readonly code: string | null;
  readonly module: string | null;
  readonly host: string | null;
  readonly before: number;
  readonly after: number;
  readonly change: 'new' | 'gone' | 'more' | 'fewer' | 'same';
}

export interface LogRow {
  readonly source: string;
  readonly line: number | null;
  readonly text: string | null;
  readonly label: StoredIncident['label'];
  readonly at: number | null;
  readonly job: string | null;
  readonly commit: string | null;
  readonly runner: string | null;
  readonly ids: readonly string[];
}

export interface ShownFailure {
  readonly failure: FailureRow;
  readonly days: readonly TrendPoint[];
  readonly pivot: readonly PivotRow[];
  /** Newest first. */
  readonly logs: readonly LogRow[];
}

/** Failures without a cause that have the same message. */
export interface UnexplainedRow {
  readonly template: string;
  readonly logs: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly examples: readonly { readonly source: string; readonly line: number | null; readonly text: string }[];
}

export interface PruneRule {
  /** Logs that ran before this go. */
  readonly before?: number;
  /** The newest so many logs stay. */
  readonly keep?: number;
}

/** Where results of scans are kept, by one process or by many at the same time. Every method may fail with `E_STORE`. */
export interface HistoryStore {
  /** For each file whether it is known by path, size and time with this catalog, and so need not be read. */
  known(files: readonly { source: string; size: number; modified: number | null }[], catalog: string, scan: string): Promise<boolean[]>;
  /** Keeps results, all of them or none. A log that is known already (source and content) is replaced, so that nothing counts twice. */
  add(logs: readonly StoredLog[], scan: string): Promise<void>;

  totals(filter: HistoryFilter): Promise<HistoryTotals>;
  /** Most logs first, then by fingerprint. */
  top(filter: HistoryFilter, limit: number): Promise<FailureRow[]>;
  /** By time, then by key. @param keys the most frequent so many keys, the others together as `other` */
  trend(filter: HistoryFilter, by: HistoryDimension, step: HistoryStep, keys: number): Promise<TrendPoint[]>;
  hours(filter: HistoryFilter, by: HistoryDimension, keys: number): Promise<HourCell[]>;
  pivot(filter: HistoryFilter, limit: number): Promise<PivotRow[]>;
  show(fingerprint: string, filter: HistoryFilter, limit: number): Promise<ShownFailure | null>;
  compare(before: HistoryFilter, after: HistoryFilter, limit: number): Promise<ComparedFailure[]>;
  unexplained(filter: HistoryFilter, limit: number): Promise<UnexplainedRow[]>;
  /** How many logs `prune` would take away. */
  prunable(rule: PruneRule): Promise<number>;
  /** @returns how many logs went */
  prune(rule: PruneRule): Promise<number>;
  close(): Promise<void>;
}

/** Everything that a page about many logs shows. */
export interface HistoryPage {
  /** What was scanned or asked, as it was typed. */
  readonly title: string;
  readonly totals: HistoryTotals;
  readonly step: HistoryStep;
  readonly causes: readonly TrendPoint[];
  readonly hosts: readonly HourCell[];
  readonly failures: readonly FailureRow[];
  readonly unexplained: readonly UnexplainedRow[];
  readonly unreadable: readonly { readonly source: string; readonly message: string }[];
  /** Hosts, modules and runners of all failures; without it the page counts what it can from `failures`. */
  readonly pivot?: readonly PivotRow[];
  /** All logs of the first and of the second half of the time; without it nobody knows whether more builds failed, or more were run. */
  readonly halves?: { readonly before: HistoryTotals; readonly after: HistoryTotals };
}
