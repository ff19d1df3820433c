import type { Texts } from '../../i18n/texts.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { FactId } from '../../model/facts.ts';
import type { Capture } from '../../model/finding.ts';

/** What a problem is about, as far as the log says; facts are true or not only for it. */
export interface About {
  readonly module: string | null;
  readonly version: string | null;
  readonly package: string | null;
  /** All packages that its messages name, `package` among them. */
  readonly packages: readonly string[];
  /** Hosts and addresses that its messages name, lower case. */
  readonly hosts: ReadonlySet<string>;
  /** Texts of its messages. */
  readonly texts: readonly string[];
  /** The Go that ran, such as `1.21.5`. */
  readonly goVersion: string | null;
  /** When the first message was printed, in milliseconds since 1970; null where the log has no such time. */
  readonly time: number | null;
}

/** Something that a file shows: which line, and what it means for the problem. */
export interface Seen {
  readonly id: FactId;
  readonly line: number;
  readonly says: string;
  readonly captures?: Readonly<Record<string, Capture>>;
}

/** What a fact says of the line that shows it. */
export type FactWords = Texts['diagnosis']['fact'];

export type FileOf<K extends Evidence['kind']> = Extract<Evidence, { kind: K }>;

/** Whether `path` is `parent` or below it. */
export function isBelow(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}/`);
}
