import type { Language } from '../i18n/texts.ts';
import type { GoEnvFile } from '../model/evidence.ts';
import type { KeptLines } from '../model/proxy-log.ts';
import type { Answer } from '../model/question.ts';
import type { Report } from '../model/report.ts';
import type { TreeNode } from '../model/tree.ts';

/** What differs between two outputs of `go env`, the strongest first, with the causes that it would explain. */
export type CompareEnvironments = (
  a: GoEnvFile['settings'],
  b: GoEnvFile['settings'],
) => readonly { readonly name: string; readonly because: string; readonly causes: readonly string[] }[];

export interface SessionOptions {
  /** Shown in the report; it never changes the answer. */
  readonly name: string;
  /** Position among the inputs of one call. */
  readonly index?: number;
  readonly version: string;
  /** `off` keeps secrets in the report; only text and screens may ask for it. Default `on`. */
  readonly redact?: 'on' | 'off';
  /** Of what the report says; must be loaded (`loadLanguage`), as must the pack of that language. Default `en`. */
  readonly language?: Language;
  /** Compares the `go env` of the log with another one that stands beside it; left out, they are not compared. */
  readonly compareEnvironments?: CompareEnvironments;
  /** `off` when nobody will ask for `lines`: those that are passed over are then not held. Default `on`. */
  readonly zoom?: 'on' | 'off';
  /** `off` when nobody looks at what happened: the report then has no events, and lines that are there for those alone are not read. Default `on`. */
  readonly timeline?: 'on' | 'off';
  /** `off` when nobody looks at what to do: the report then has no remedies, no playbooks, and no word on advice in the log. Default `on`. */
  readonly remedies?: 'on' | 'off';
  /** `off` reads every line, `always` leaves out those of small inputs too; the report is the same. Default `on`. */
  readonly filter?: 'on' | 'off' | 'always';
  /** Characters of lines that are held from the start, and again from the end. Less of it means less work for each look at an input that grows. */
  readonly held?: number;
}

/** What is known of an input that has not ended. */
export interface Progress {
  /** It may still change; a line that has not ended is not in it. */
  readonly report: Report;
  /** The log says itself how it stands: a command has failed, or the whole job is over. */
  readonly standing: 'open' | 'failed' | 'over';
}

/** The pipeline: push everything, then report. It has no clock, process, file or network of its own. */
export interface Session {
  /** Bytes of the decompressed input, in any chunks. */
  push(bytes: Uint8Array): void;
  /**
   * A file that stands beside the log, as evidence: go.mod, go.sum, the output of `go env`, the access log of a proxy. It must come before the first report.
   * @param kept takes the place of `text` for an access log that is too large to be held
   * @throws ModwhyError E_EVIDENCE when its content is none of them; the session goes on without it
   */
  addEvidence(name: string, text: string, kept?: KeptLines): void;
  /** What is pushed next is of this file of an archive; what was pushed before ended with a line end. */
  entry(entry: { readonly name: string; readonly lane: string; readonly log: string }): void;
  /** Text was in this encoding before it was pushed. */
  encoding(name: string): void;
  /** Less was read than there is, or the input ended early; `limit` says why (`gzip-truncated`, `archive-ratio`). */
  cut(limit: string, seen: number, kept: number): void;
  /** Closes the input on the first call. The same bytes give the same report. */
  report(): Report;
  /** Clean lines for the screen's zoom: `from` is a 1-based line number. Secrets are hidden here too. */
  lines(from: number, count: number): readonly { readonly number: number; readonly text: string; readonly kind: string }[];
}

/** A session that also takes answers to the questions of its report. */
export interface AskingSession extends Session {
  /** All answers there are: the next report counts these and no others, so one that is left out is taken back. One that fits no problem counts for nothing. */
  answer(answers: readonly Answer[]): void;
  /** The decision tree of each problem that the log ends with, in the order of the report. */
  trees(): readonly TreeNode[];
}

/** A session with all that one can. */
export type WholeSession = AskingSession & LiveSession & LendingSession;

interface LendingSession extends Session {
  /** @param stays the bytes are not written over before the report, so that no copy is needed. Default false */
  push(bytes: Uint8Array, stays?: boolean): void;
}

/** A session that may be asked before its input has ended. */
interface LiveSession extends Session {
  /** What is known so far; more may be pushed after it. Its cost grows with the lines that matter, not with the bytes. */
  soFar(): Progress;
  /** Whether something came since `soFar` that may change it. Cheap, and true too often rather than too rarely. */
  stirred(): boolean;
  /** Texts in order, with the secrets hidden that are known by now. */
  hide(texts: readonly string[]): string[];
}
