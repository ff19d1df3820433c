import type { GoModFile, GoSumFile } from '../model/evidence.ts';
import { compareVersions } from '../requirements/version-order.ts';

/** One change of what a module depends on. */
export interface DependencyChange {
  /** A module path, or `go` and `toolchain` for those lines. */
  readonly module: string;
  readonly kind:
    | 'upgraded'
    | 'downgraded'
    | 'added'
    | 'removed'
    | 'replaced'
    | 'replace-removed'
    | 'excluded'
    | 'exclude-removed'
    | 'go-line'
    | 'toolchain-line'
    | 'hash-changed'
    | 'sum-added'
    | 'sum-removed';
  readonly before: string | null;
  readonly after: string | null;
  readonly indirect: boolean;
}

// What breaks builds most often stands first.
const order: readonly DependencyChange['kind'][] = [
  'hash-changed',
  'replaced',
  'replace-removed',
  'go-line',
  'downgraded',
  'upgraded',
  'removed',
  'added',
  'excluded',
  'exclude-removed',
  'toolchain-line',
  'sum-removed',
  'sum-added',
];

/** The strongest first: by kind, direct requirements before indirect ones, then by name. */
export function rankChanges(changes: readonly DependencyChange[]): DependencyChange[] {
  return [...changes].sort(
    (one, other) =>
      Number(one.indirect) - Number(other.indirect) ||
      order.indexOf(one.kind) - order.indexOf(other.kind) ||
      (one.module < other.module ? -1 : one.module > other.module ? 1 : 0),
  );
}

/** What stands in a go.mod, by module. */
export interface ModState {
  readonly requires: ReadonlyMap<string, { readonly version: string; readonly indirect: boolean }>;
  readonly replaces: ReadonlyMap<string, string>;
  readonly excludes: ReadonlySet<string>;
  readonly go: string | null;
  readonly toolchain: string | null;
}

export function modState({ requires, replaces, excludes, go, toolchain }: GoModFile): ModState {
  return {
    requires: new Map(requires.map(({ path, version, indirect }) => [path, { version, indirect }])),
    replaces: new Map(
      replaces.map(({ from, to }) => [
        [from.path, from.version].filter(Boolean).join(' '),
        [to.path, to.version].filter(Boolean).join(' '),
      ]),
    ),
    excludes: new Set(excludes.map(({ path, version }) => `${path} ${version}`)),
    go: go?.version ?? null,
    toolchain: toolchain?.name ?? null,
  };
}

/** What changed between two states of go.mod. */
export function compareMods(a: ModState, b: ModState): DependencyChange[] {
  const changes: DependencyChange[] = [];
  const add = (module: string, kind: DependencyChange['kind'], before: string | null, after: string | null, indirect = false) =>
    changes.push({ module, kind, before, after, indirect });
  for (const path of new Set([...a.requires.keys(), ...b.requires.keys()])) {
    const [before, after] = [a.requires.get(path), b.requires.get(path)];
    const indirect = (after ?? before)!.indirect;
    if (before?.version === after?.version) continue;
    if (!before) add(path, 'added', null, after!.version, indirect);
    else if (!after) add(path, 'removed', before.version, null, indirect);
    else add(path, compareVersions(before.version, after.version) < 0 ? 'upgraded' : 'downgraded', before.version, after.version, indirect);
  }
  for (const from of new Set([...a.replaces.keys(), ...b.replaces.keys()])) {
    const [before, after] = [a.replaces.get(from) ?? null, b.replaces.get(from) ?? null];
    if (before !== after) add(from.split(' ')[0]!, after === null ? 'replace-removed' : 'replaced', before, after);
  }
  for (const row of new Set([...a.excludes, ...b.excludes])) {
    const [path, version] = row.split(' ') as [string, string];
    if (!a.excludes.has(row)) add(path, 'excluded', null, version);
    else if (!b.excludes.has(row)) add(path, 'exclude-removed', version, null);
  }
  if (a.go !== b.go) add('go', 'go-line', a.go, b.go);
  if (a.toolchain !== b.toolchain) add('toolchain', 'toolchain-line', a.toolchain, b.toolchain);
  return changes;
}

export type SumRows = ReadonlyMap<string, string>;

/** Hashes by `path version`, and `path version/go.mod`. */
export function sumRows({ hashes }: GoSumFile): SumRows {
  return new Map(hashes.map(({ path, version, goMod, hash }) => [`${path} ${version}${goMod ? '/go.mod' : ''}`, hash]));
}

/** What changed between two states of go.sum: a version with another hash, and modules whose zip is listed by only one. */
export function compareSums(a: SumRows, b: SumRows): DependencyChange[] {
  const changes: DependencyChange[] = [];
  for (const row of new Set([...a.keys(), ...b.keys()])) {
    const [before, after] = [a.get(row) ?? null, b.get(row) ?? null];
    if (before === after) continue;
    const [module, version] = row.split(' ') as [string, string];
    if (before !== null && after !== null)
      changes.push({ module, kind: 'hash-changed', before: `${version} ${before}`, after: `${version} ${after}`, indirect: false });
    else if (before === null) changes.push({ module, kind: 'sum-added', before: null, after: version, indirect: false });
    else changes.push({ module, kind: 'sum-removed', before: version, after: null, indirect: false });
  }
  return changes;
}
