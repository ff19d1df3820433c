/** Who saw what a frame says. */
export type Observer = 'local' | 'proxy' | 'sumdb' | 'vcs' | 'http-proxy' | 'ci-runner';

/** How much a signal says for a cause; the numbers are in `diagnose/weights.ts`. */
export type WeightWord = 'decisive' | 'strong' | 'moderate' | 'weak' | 'contra';

/** What a named group holds; decides how it is checked, unescaped, and whether it may enter a command. */
export type CaptureType =
  | 'module'
  | 'escaped-module'
  | 'package'
  | 'version'
  | 'go-version'
  | 'host'
  | 'url'
  | 'path'
  | 'address'
  | 'name'
  | 'int'
  | 'list'
  // Several packages with spaces between them; no rule captures it.
  | 'packages'
  | 'text';

/**
 * `error`   a failure: it opens an incident
 * `context` says more about an incident that an error opened; never opens one
 * `note`    a warning or progress line that failed nothing
 */
export type SignalRole = 'error' | 'context' | 'note';

/** A signal as the pack holds it. */
export interface Signal {
  readonly id: string;
  /** One of these stands in every text that can match: the filter looks only for them. */
  readonly literals: readonly string[];
  /** RE2 syntax with JavaScript group names. `^` and `$` are line ends, `.` stops at a line end. */
  readonly pattern: string;
  /** Of each of these lists one stands in every text that matches: a pattern is compiled only where they do. */
  readonly needs: readonly (readonly string[])[];
  /** Proven within the budget for the native engine; else re2js runs it. */
  readonly native: boolean;
  readonly captures: Readonly<Record<string, CaptureType>>;
  readonly observer: Observer;
  /** The words also stand in logs that have nothing to do with modules: they count only near words of Go modules. */
  readonly generic: boolean;
  readonly role: SignalRole;
  /** Causes that it speaks for or against, by their positions in the catalog, in that order. */
  readonly speaks: readonly (readonly [cause: number, word: WeightWord])[];
}

export interface Link {
  readonly type: 'explains' | 'excludes' | 'masks';
  /** Slug of another cause, or `family.*`. */
  readonly target: string;
  readonly observer: Observer | null;
  readonly because: string | null;
}

export type Step =
  | {
      readonly run: readonly string[];
      readonly env?: Readonly<Record<string, string>>;
      readonly cwd?: string;
      readonly changes?: readonly string[];
    }
  | { readonly 'set-env': { readonly name: string; readonly value: string } }
  | { readonly 'unset-env': string }
  | { readonly 'edit-file': { readonly path: string; readonly find: string; readonly replace: string } }
  | { readonly manual: string };

export type Applicability = 'automatic' | 'confirm' | 'placeholder' | 'manual';
type Risk = 'none' | 'caution' | 'unsafe';

export interface RemedyRule {
  readonly id: string;
  readonly title: string;
  readonly applicability: Applicability;
  readonly risk: Risk;
  readonly sideEffects: readonly string[];
  readonly network: boolean;
  readonly price: string | null;
  /** Offered only when one of these signals fired in the log; empty: always. */
  readonly when: readonly string[];
  /** Not offered when one of these signals fired. */
  readonly unless: readonly string[];
  /** Offered only for a problem with one of these servers; empty: with any. */
  readonly hosts: readonly string[];
  /** Not offered for a problem with one of these. */
  readonly notHosts: readonly string[];
  readonly steps: readonly Step[];
  readonly undo: readonly Step[];
  readonly verify: readonly Step[];
  /** Scenarios of the fault lab that ran these steps with the fault still there. */
  readonly proof: readonly string[];
}

/** What an outcome of a probe says for a cause. A person reported it, so it is never decisive. */
type AnswerWord = Exclude<WeightWord, 'decisive'>;

export interface ProbeOutcome {
  readonly outcome: string;
  readonly then: string;
  /** Its name in `--answer QUESTION=OUTCOME`; null in a probe that is no question. */
  readonly id: string | null;
  /** The fact that it reports: causes weigh it, and remedies depend on it, as if a file had shown it. */
  readonly shows: string | null;
  /** What it says for causes, by their slugs. */
  readonly means: Readonly<Record<string, AnswerWord>>;
}

export interface ProbeRule {
  /** Its name as a question; null when its outcome separates no causes, only what to do about one. */
  readonly id: string | null;
  readonly argv: readonly string[];
  readonly outcomes: readonly ProbeOutcome[];
}

export type Prior = 'rare' | 'uncommon' | 'common';
export type Severity = 'error' | 'warning' | 'info';

/** A cause as the pack holds it. */
export interface Cause {
  readonly id: string;
  readonly code: string;
  readonly severity: Severity;
  readonly transient: boolean;
  readonly prior: Prior;
  readonly title: string;
  readonly why: string;
  /** Titles for kinds of it: the first one that names the strongest signal. */
  readonly variants: readonly { readonly signals: readonly string[]; readonly title: string; readonly why: string }[];
  readonly subject: readonly string[];
  readonly signals: Readonly<Record<string, WeightWord>>;
  readonly links: readonly Link[];
  readonly probes: readonly ProbeRule[];
  readonly remedies: readonly RemedyRule[];
  readonly discouraged: readonly { readonly what: string; readonly because: string }[];
  readonly docs: readonly { readonly url: string; readonly what: string }[];
  /** Position of the playbook that has a step for it; null when it is mended on the spot. */
  readonly playbook: number | null;
}

/** Steps in the order in which they are worth doing, for work that is more than one remedy. */
export interface Playbook {
  readonly id: string;
  readonly title: string;
  /** Only for a problem with one of these servers; empty: with any. */
  readonly hosts: readonly string[];
  readonly steps: readonly PlaybookStep[];
}

interface PlaybookStep {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly Step[];
  /** Causes that show that it is not done yet, each with a sentence that says why. */
  readonly due: Readonly<Record<string, string>>;
  /** Causes, signals and facts that show that it is done, each with a sentence; `repeated`: the same command failed more than once. */
  readonly done: Readonly<Record<string, string>>;
}

/** Words of another language that a program prints, and the English ones that the signals know. */
export interface Phrase {
  /** What stands between its holes, in order; empty first or last when it begins or ends with a hole. */
  readonly pieces: readonly string[];
  /** Numbers of its holes, in order. */
  readonly holes: readonly number[];
  /** With `{1}` for the first hole. */
  readonly english: string;
}

export interface Phrases {
  /** The longest piece of each phrase, by which it is found. */
  readonly stems: readonly string[];
  /** In the order of the stems. */
  readonly list: readonly Phrase[];
  /** Words at the start of a line that count only where a phrase stands: `致命错误：`. */
  readonly starts: readonly (readonly [found: string, english: string])[];
}

/** All rules, compiled. */
export interface Catalog {
  readonly catalog: string;
  readonly signals: readonly Signal[];
  readonly causes: readonly Cause[];
  readonly playbooks: readonly Playbook[];
  readonly phrases: Phrases;
}

/** Where the table of the literal filter finds each literal: the slot of one of its grams, and where in it that gram ends. */
export interface LiteralGrams {
  readonly slots: readonly number[];
  readonly ends: readonly number[];
}

/** A catalog as a run uses it: few of its rules are ever asked for. */
export interface Pack {
  readonly catalog: string;
  /** All literals of all signals, each once; after them the stems of the phrases. */
  readonly literals: readonly string[];
  /** For each literal of a signal, the positions of the signals that have it. */
  readonly owners: readonly (readonly number[])[];
  readonly grams: LiteralGrams;
  /** Where the filter looks for each literal, and for its own words behind them; empty when that was not chosen before. */
  readonly windows: readonly number[];
  /** Whether a pattern needs the linear engine. */
  readonly linear: boolean;
  /** How many there are. */
  readonly causes: number;
  /** How many signals there are. */
  readonly signals: number;
  signal(position: number): Signal;
  cause(position: number): Cause;
  playbook(position: number): Playbook;
  phrases(): Phrases;
  /** Whether a text stands, word for word and as a whole, in a rule that was asked for: then it is ours, and none of the log. It may say no. */
  isOwn(text: string): boolean;
}
