import type { PolicyRow } from '../model/policy.ts';
import type { Config } from './schema.ts';

/** One setting: what it is, where that comes from, and what stands elsewhere without effect. */
export interface Setting<T> {
  readonly value: T;
  readonly from: string;
  readonly without: string | null;
}

/** All that a command needs of the config files. */
export interface Settings {
  readonly retries: Setting<number>;
  readonly budget: Setting<number>;
  readonly here: Setting<boolean>;
  /** How long results of scans stay; null: for ever. Only the user's file can say it: a repository does not remove what others gathered. */
  readonly historyKeep: Setting<string | null>;
  readonly own: readonly PolicyRow[];
  readonly project: readonly PolicyRow[];
}

/** A file with its name. */
export interface NamedConfig {
  readonly name: string;
  readonly config: Config;
}

/** What the command line and its variables say; null: nothing. */
export interface Given {
  readonly retries: number | null;
  readonly budget: number | null;
  readonly here: boolean | null;
}

const defaultBudget = 300_000;
const noConfig: Config = { policy: [] };

/** The command line is stronger than the user's file, and that than the default. The project's file can only make it less. */
export function settle(given: Given, user: NamedConfig | null, project: NamedConfig | null): Settings {
  const mine = user?.config ?? noConfig;
  const theirs = project?.config ?? noConfig;
  const one = <T extends number | boolean>(flag: T | null, own: T | undefined, other: T | undefined, usual: T): Setting<T> => {
    if (flag !== null)
      return { value: flag, from: 'the command line or its variable', without: other === undefined ? null : project!.name };
    const base: Setting<T> = { value: own ?? usual, from: own === undefined ? 'default' : user!.name, without: null };
    if (other === undefined || Number(other) === Number(base.value)) return base;
    return Number(other) < Number(base.value)
      ? { value: other, from: project!.name, without: base.from }
      : { ...base, without: project!.name };
  };
  return {
    retries: one(given.retries, mine['retry-if-transient'], theirs['retry-if-transient'], 0),
    budget: one(given.budget, mine['retry-budget'], theirs['retry-budget'], defaultBudget),
    here: one(given.here, mine.here, theirs.here, true),
    historyKeep: {
      value: mine.history?.keep ?? null,
      from: mine.history?.keep === undefined ? 'default' : user!.name,
      without: theirs.history?.keep === undefined ? null : project!.name,
    },
    own: mine.policy,
    project: theirs.policy,
  };
}
