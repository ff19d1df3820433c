import type { Report } from '../../src/model/report.ts';
import type { Ability } from './abilities.ts';
import type { Files } from './module-zip.ts';
import type { WorldPlan } from './world.ts';

/**
 * One fault, as data. In files, variables and commands `{work}` `{home}` `{modcache}` `{goroot}` `{goproxy}` `{httpsproxy}` `{directproxy}` `{forkedhead}` `{ca}`
 * stand for the places of this run.
 */
export interface Scenario {
  /** Named by `proof: [lab:NAME]` in rule files. */
  readonly name: string;
  readonly title: string;
  /** In the folder where the command runs, or below it. */
  readonly files: Files;
  /** Below HOME. */
  readonly home?: Files;
  readonly world?: WorldPlan;
  /** Variables of the failing command; null takes one away. */
  readonly env?: Readonly<Record<string, string | null>>;
  /** Lines of the user's go env file, where `go env -w` writes. */
  readonly goEnv?: Readonly<Record<string, string>>;
  /** Commands that run before the fault is there, without `env` and `goEnv`; they must succeed. */
  readonly prepare?: readonly (readonly string[])[];
  /** Puts texts into files after `prepare`; null removes the file or folder. */
  readonly spoil?: Readonly<Record<string, string | null>>;
  /** Commands that look: their echo and output come first in the log. */
  readonly look?: readonly (readonly string[])[];
  readonly command: readonly string[];
  /** Where the command runs, below the project's folder. */
  readonly cwd?: string;
  /** PATH has no git, and no other version control system. */
  readonly withoutGit?: boolean;
  /** GOCACHE is not the one that all scenarios share. */
  readonly ownBuildCache?: boolean;
  /** What the machine must be able to do; without it the scenario is skipped, with the reason. */
  readonly needs?: readonly Ability[];
  /** A Go release in place of the installed one, such as `1.20.14`. Such scenarios run in `slow/`. */
  readonly go?: string;
  /** Shell text after `spoil`, for modes and other faults that are no text in a file; it must succeed. */
  readonly sabotage?: string;
  /** Shell text around the failing command, which it starts as `"$@"`: limits, mounts, injected errors. */
  readonly under?: string;
  /** Everything runs as a user who is not root, and to whom the project and the home folder belong. */
  readonly asUser?: boolean;
  readonly expect: Expectation;
  /** Hosts that the failing command asks, in order of the first request: no others. */
  readonly asked?: readonly string[];
  /** Remedies of the expected cause that must make the command succeed. */
  readonly heals?: readonly string[];
  /** Remedies of the expected cause with values to fill in, and what the reader of this log writes for each `<…>`: they must help, too. */
  readonly filled?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Tempting fixes that go must still reject: shell lines that are run, then the command again. */
  readonly wrong?: readonly { readonly title: string; readonly script: string }[];
}

export interface Expectation {
  /** `module-failure` when left out. */
  readonly verdict?: Report['verdict'];
  readonly cause: string;
  readonly module?: string;
  readonly version?: string;
  readonly host?: string;
  readonly path?: string;
}

/** Makes the type checker look at each scenario, and at the end keeps the list as it is. */
export function scenarios(...list: readonly Scenario[]): readonly Scenario[] {
  return list;
}
