import type { Finding } from './finding.ts';
import type { ProxyLogFile } from './proxy-log.ts';
import type { TranscriptFile } from './transcript.ts';

/** A text with the line of the file that holds it. */
export interface At {
  /** 1-based. */
  readonly line: number;
}

interface ModuleVersion {
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

/** What the go command printed about the modules of a build: `go mod graph`, `why`, `verify`, `download -json`, `go list -m`. */
export interface GoModulesFile {
  readonly kind: 'go modules';
  readonly requirements: readonly ({ readonly from: ModuleVersion; readonly to: ModuleVersion & { readonly version: string } } & At)[];
  /** `error` is at `line`; without one the line names the module. */
  readonly modules: readonly ({
    readonly path: string;
    readonly version: string | null;
    readonly replacedBy: string | null;
    readonly main: boolean;
    readonly error: string | null;
  } & At)[];
  /** Packages from the main module to the one that was asked about. */
  readonly needs: readonly ({ readonly module: string; readonly packages: readonly string[] } & At)[];
  /** Of the module cache: the zip or the folder is not what its .ziphash says, or that is missing. */
  readonly damaged: readonly ({ readonly path: string; readonly version: string; readonly what: 'zip' | 'dir' | 'ziphash' } & At)[];
  readonly verified: readonly At[];
  /** Once its errors were looked up in the catalog: what each says, with the module that it is about. */
  readonly found?: readonly { readonly path: string; readonly finding: Finding }[];
}

/** A go.work file. */
export interface GoWorkFile {
  readonly kind: 'go.work';
  readonly go: ({ readonly version: string } & At) | null;
  /** Folders relative to the file. */
  readonly uses: readonly ({ readonly folder: string } & At)[];
}

/** What `go version` or `go version -m` printed. */
export interface GoVersionFile {
  readonly kind: 'go version';
  readonly go: { readonly version: string } & At;
  readonly modules: readonly ({ readonly path: string; readonly version: string } & At)[];
}

/** A netrc file: whose credentials it has, never what they are. */
export interface NetrcFile {
  readonly kind: 'netrc';
  /** Those with a login and a password: the go command passes over others. */
  readonly machines: readonly ({ readonly machine: string } & At)[];
  /** git sends its credentials to every host; the go command does not. */
  readonly fallback: At | null;
}

/** A git configuration file. */
export interface GitConfigFile {
  readonly kind: 'git config';
  readonly rewrites: readonly ({ readonly base: string; readonly insteadOf: string } & At)[];
  readonly unverified: readonly At[];
  readonly proxies: readonly ({ readonly host: string } & At)[];
}

/** /etc/resolv.conf */
export interface ResolvConfFile {
  readonly kind: 'resolv.conf';
  readonly servers: readonly ({ readonly address: string } & At)[];
}

/** /etc/hosts, or the one of Windows. */
export interface HostsFile {
  readonly kind: 'hosts';
  readonly rows: readonly ({ readonly address: string; readonly names: readonly string[] } & At)[];
}

/** A variable that a file sets for the go command. */
export type SettingLine = {
  readonly name: string;
  readonly value: string;
  /** For all of the file, not for one job or stage of it. */
  readonly everywhere: boolean;
} & At;

/** A Dockerfile. */
export interface DockerFile {
  readonly kind: 'Dockerfile';
  readonly settings: readonly SettingLine[];
  readonly stages: readonly DockerStage[];
}

export interface DockerStage extends At {
  readonly image: string;
  readonly settings: readonly SettingLine[];
  /** In their order. */
  readonly steps: readonly ({ readonly does: 'COPY' | 'RUN'; readonly text: string } & At)[];
}

/** The configuration of a CI system. */
export interface CiFile {
  readonly kind: 'CI file';
  readonly system: 'GitHub Actions' | 'GitLab CI' | 'Azure Pipelines' | 'CircleCI' | 'Jenkins';
  readonly settings: readonly SettingLine[];
  /** `cut`: a number of YAML, which loses its last zero. */
  readonly goVersions: readonly ({ readonly version: string; readonly cut: boolean } & At)[];
  /** Caches that hold Go's modules. */
  readonly caches: readonly ({ readonly fixed: boolean } & At)[];
  /** Steps of actions/setup-go that keep a cache of their own. */
  readonly ownCaches: readonly At[];
  /** What lets a failed step count as a good one. */
  readonly tolerant: readonly At[];
}

/** Requests that a browser or a recording proxy has written down (HTTP Archive 1.2). */
export interface HarFile {
  readonly kind: 'HAR';
  readonly requests: readonly HarRequest[];
}

export type HarRequest = {
  readonly method: string;
  /** Without user, query and fragment. */
  readonly url: string;
  /** Milliseconds since 1970; null where it is not said. */
  readonly at: number | null;
  readonly ms: number | null;
  /** 0: no answer came. */
  readonly status: number;
  readonly type: string;
  /** Whose request it was, by its User-Agent; null: it has none. */
  readonly agent: 'go' | 'other' | null;
  /** The answer is a page that asks a person to sign in, or leads to one. */
  readonly signIn: boolean;
} & At;

/** What was read of a file; which kinds there are, `src/evidence/kinds.ts` says. */
export type EvidenceFile =
  | GoModFile
  | GoSumFile
  | GoWorkFile
  | ModulesTxtFile
  | GoEnvFile
  | GoModulesFile
  | GoVersionFile
  | NetrcFile
  | GitConfigFile
  | ResolvConfFile
  | HostsFile
  | DockerFile
  | CiFile
  | HarFile
  | DoctorFile
  | ProxyLogFile
  | TranscriptFile;

/** A file that somebody gave beside the log. */
export type Evidence = EvidenceFile & {
  /** As it was named. */
  readonly name: string;
  /** The text of a line. */
  textOf(line: number): string;
  /** Where its first byte is, in the decoded file. */
  offsetOf(line: number): number;
};
