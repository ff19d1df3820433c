import type { Language } from '../i18n/texts.ts';
import type { HistoryDimension, HistoryStep } from '../model/history.ts';
import type { Shard } from '../scan/shard.ts';
import type { ThemeName } from '../tui/view/theme.ts';
import type { CommandName } from './commands.ts';

export type Format = 'text' | 'lines' | 'json' | 'ndjson' | 'markdown' | 'html' | 'sarif' | 'junit' | 'github' | 'gitlab';
export type FailOn = 'explained' | 'unexplained' | 'any';
export type When = 'auto' | 'always' | 'never';

/** What `modwhy run` is asked; null: as the config says. */
interface RunOptions {
  readonly pty: boolean;
  /** The screen opens when the command has failed. */
  readonly screen: boolean;
  readonly retries: number | null;
  /** Milliseconds. */
  readonly budget: number | null;
  readonly retryAny: boolean;
}

/** What `modwhy scan` is asked; null: all inputs, as many threads as help. */
interface ScanOptions {
  /** Null: the file in the user's state folder. */
  readonly store: string | null;
  readonly jobs: number | null;
  readonly shard: Shard | null;
  /** Logs are put on the queue for workers, and not read. */
  readonly enqueue: boolean;
  /** Of `worker`: say how far they are, and read nothing. */
  readonly status: boolean;
}

/** What `modwhy doctor` is asked. */
interface DoctorOptions {
  readonly preflight: boolean;
  readonly download: boolean;
  readonly yes: boolean;
  readonly resume: boolean;
  /** Milliseconds; null: five minutes. */
  readonly budget: number | null;
  readonly secondResolver: string | null;
}

/** What `modwhy bypass add` records. */
interface BypassOptions {
  readonly owner: string | null;
  readonly reason: string | null;
  readonly until: string | null;
}

/** What `modwhy history` is asked; null: not said. */
export interface HistoryOptions {
  /** Null: the file in the user's state folder. */
  readonly store: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly cause: string | null;
  readonly module: string | null;
  readonly host: string | null;
  readonly runner: string | null;
  readonly job: string | null;
  readonly by: HistoryDimension;
  readonly step: HistoryStep | null;
  readonly limit: number | null;
  readonly older: string | null;
  readonly keep: number | null;
  /** Of `unexplained`: where drafts of rules are written. */
  readonly drafts: string | null;
  /** Prune removes, and does not only say what would go. */
  readonly yes: boolean;
}

/** A command line that was understood. */
export interface Options {
  readonly command: CommandName;
  /** What stands after the command: inputs, a help topic, or, of `run`, what stands after `--`. */
  readonly operands: readonly string[];
  readonly format: Format;
  /** Chosen by flag or variable, so that no screen opens. */
  readonly formatGiven: boolean;
  /** Files that stand beside the log: go.mod, go.sum, what `go env` printed. */
  readonly with: readonly string[];
  /** Settings that a route is shown with, `NAME=VALUE`. */
  readonly whatIf: readonly string[];
  /** Answers to questions, `QUESTION=OUTCOME`. */
  readonly answers: readonly string[];
  /** Put the questions that are open on the terminal. */
  readonly ask: boolean;
  /** Requests, commands and silences as bars. */
  readonly waterfall: boolean;
  /** Where following a file begins. */
  readonly from: 'start' | 'end' | 'resume';
  readonly output: string | null;
  readonly failOn: FailOn | null;
  readonly tui: boolean;
  readonly color: When;
  readonly ascii: boolean;
  readonly theme: ThemeName;
  readonly screenReader: boolean;
  readonly redact: 'on' | 'off';
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** The files and settings of this folder are evidence; null: as the command has it by itself. */
  readonly here: boolean | null;
  readonly run: RunOptions;
  /** Of `cache`: all contents are hashed. */
  readonly deep: boolean;
  readonly doctor: DoctorOptions;
  readonly bypass: BypassOptions;
  readonly scan: ScanOptions;
  readonly history: HistoryOptions;
  readonly help: boolean;
  readonly version: boolean;
  /** By the flag, the variable or the locale; English for what programs read. */
  readonly language: Language;
}

/** The parts of the world that decide what a bare `modwhy` means. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard input is a pipe or a file, so there is something to read. */
  readonly stdinHasInput: boolean;
  readonly fileExists: (name: string) => boolean;
}
