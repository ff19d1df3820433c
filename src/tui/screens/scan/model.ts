/** Everything that the screen of many logs shows, as plain data; whoever scans gives a new one when something changed. */
export interface ScanModel {
  /** What was asked for, as it was typed. */
  readonly target: string;
  readonly phase: 'reading' | 'done' | 'stopped';
  readonly files: { readonly done: number; readonly total: number | null };
  readonly bytes: { readonly done: number; readonly total: number | null };
  readonly bytesPerSecond: number;
  readonly secondsLeft: number | null;
  readonly workers: number;
  /** The file that is being read. */
  readonly now: string | null;
  /** What each worker reads at this moment; null: nothing. */
  readonly reading?: readonly (string | null)[];
  /** Files that were read by an earlier scan and did not change; they are among those that are done. */
  readonly known?: number;
  /** The days that `days` of the groups count, as they are shown. */
  readonly days?: { readonly first: string; readonly last: string };
  readonly groups: readonly ScanGroup[];
  readonly problems: readonly { readonly name: string; readonly reason: string }[];
}

/** Files with the same answer. */
export interface ScanGroup {
  readonly kind: 'cause' | 'unexplained' | 'no-failure';
  /** Empty without a cause. */
  readonly code: string;
  readonly title: string;
  /** How many files there are; `files` may have fewer. */
  readonly count: number;
  /** A day, as it is shown; empty when no log says. */
  readonly firstSeen: string;
  readonly lastSeen?: string;
  /** How many files each day has, for every day of `ScanModel.days`. */
  readonly days?: readonly number[];
  /** What the files have in common, the most common first: a module path, a host, a runner. */
  readonly same?: readonly { readonly name: string; readonly value: string; readonly count: number }[];
  /** What ends it for all of them. */
  readonly fix?: { readonly title: string; readonly lines: readonly string[] };
  readonly files: readonly ScanFile[];
}

export interface ScanFile {
  readonly name: string;
  readonly line: number | null;
  /** How sure it is, in words. */
  readonly label: string;
}
