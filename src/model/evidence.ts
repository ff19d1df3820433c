import type { ProxyLogFile } from './proxy-log.ts';
import type { TranscriptFile } from './transcript.ts';

/** A text with the line of the file that holds it. */
interface At {
  /** 1-based. */
  readonly line: number;
}

export interface ModuleVersion {
  readonly path: string;
  /** Null in a `replace` of every version. */
  readonly version: string | null;
}

/** A go.mod file, as far as it can be read: lines that it cannot hold are in `broken`. */
export interface GoModFile {
  readonly kind: 'go.mod';
  readonly module: ({ readonly path: string } & At) | null;
  readonly go: ({ readonly version: string } & At) | null;
  readonly toolchain: ({ readonly name: string } & At) | null;
  readonly requires: readonly ({ readonly path: string; readonly version: string; readonly indirect: boolean } & At)[];
  readonly replaces: readonly ({ readonly from: ModuleVersion; readonly to: ModuleVersion } & At)[];
  readonly excludes: readonly ({ readonly path: string; readonly version: string } & At)[];
  readonly retracts: readonly ({ readonly low: string; readonly high: string } & At)[];
  readonly broken: readonly At[];
}

/** A go.sum file. */
export interface GoSumFile {
  readonly kind: 'go.sum';
  /** `version` is without `/go.mod`, which `goMod` stands for. */
  readonly hashes: readonly ({ readonly path: string; readonly version: string; readonly goMod: boolean; readonly hash: string } & At)[];
  /** Lines with another number of fields than three. */
  readonly broken: readonly At[];
}

/** A vendor/modules.txt file. */
export interface ModulesTxtFile {
  readonly kind: 'modules.txt';
  readonly modules: readonly ({ readonly path: string; readonly version: string } & At)[];
  readonly packages: readonly ({ readonly path: string } & At)[];
}

/** What `go env` printed. An empty value is one that is not set. */
export interface GoEnvFile {
  readonly kind: 'go env';
  readonly settings: ReadonlyMap<string, { readonly value: string } & At>;
}

/** What `modwhy doctor --format json` printed: the steps that failed, with what they prove. */
export interface DoctorFile {
  readonly kind: 'doctor';
  readonly steps: readonly ({ readonly fact: string; readonly host: string | null } & At)[];
}

/** A file that somebody gave beside the log. */
export type Evidence = (GoModFile | GoSumFile | ModulesTxtFile | GoEnvFile | DoctorFile | ProxyLogFile | TranscriptFile) & {
  /** As it was named. */
  readonly name: string;
  /** The text of a line. */
  textOf(line: number): string;
  /** Where its first byte is, in the decoded file. */
  offsetOf(line: number): number;
};
