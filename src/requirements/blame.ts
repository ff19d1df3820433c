import { createRequirementGraph, type ModuleAt, type Requirement, type RequirementGraph } from './graph.ts';
import { compareVersions } from './version-order.ts';

/** What is known of the modules of a build, from all texts together. */
export interface Known {
  readonly requirements: readonly Requirement[];
  /** From `go list -m`: what the build uses. */
  readonly listed: ReadonlyMap<
    string,
    { readonly version: string | null; readonly replacedBy: string | null; readonly indirect: boolean; readonly error: string | null }
  >;
  readonly packages: ReadonlyMap<string, readonly string[]>;
  readonly mod: ModFile | null;
}

interface ModFile {
  readonly name: string;
  readonly module: string;
  readonly go: string | null;
  readonly requires: readonly { readonly path: string; readonly version: string; readonly indirect: boolean; readonly line: number }[];
  readonly replaces: readonly { readonly from: ModuleAt; readonly to: ModuleAt; readonly line: number }[];
  readonly excludes: readonly { readonly path: string; readonly version: string; readonly line: number }[];
}

interface Chain {
  readonly modules: readonly ModuleAt[];
  /** Each module of the chain is used in this very version. */
  readonly used: boolean;
}

/** Why a module is in a build. */
export interface Blame {
  readonly module: string;
  /** Null when nobody is known to require it. */
  readonly version: string | null;
  readonly versionFrom: 'go list -m' | 'go mod graph' | 'go.mod' | null;
  readonly main: boolean;
  /** Chains to the version in question, one for each module that requires it; the shortest first. */
  readonly chains: readonly Chain[];
  readonly requirers: number;
  /** Other versions that are required, the highest first. */
  readonly others: readonly { readonly version: string; readonly by: readonly ModuleAt[] }[];
  readonly required: ModFile['requires'][number] | null;
  readonly replaced: ModFile['replaces'][number] | null;
  readonly replacedBy: string | null;
  readonly excluded: readonly string[];
  /** Null where `go mod why` was not asked about it. */
  readonly packages: readonly string[] | null;
  readonly error: string | null;
}

const mostChains = 5;

/**
 * Finds who pulls a module in.
 * @param name of a module, or of a package in it
 * @param asked a version other than the one that is used may be asked about
 */
export function blame(name: string, asked: string | null, known: Known): Blame {
  const indirect = new Set([
    ...[...known.listed].flatMap(([path, one]) => (one.indirect ? [path] : [])),
    ...(known.mod?.requires.flatMap((one) => (one.indirect ? [one.path] : [])) ?? []),
  ]);
  const graph = createRequirementGraph(known.requirements, indirect);
  const module = moduleOf(name, graph, known);
  const listed = known.listed.get(module);
  const required = known.mod?.requires.find(({ path }) => path === module) ?? null;
  const inGraph = graph.selected(module);
  const versionFrom = listed?.version ? 'go list -m' : inGraph !== null ? 'go mod graph' : required ? 'go.mod' : null;
  const version = listed?.version ?? inGraph ?? required?.version ?? null;
  const target = asked ?? inGraph ?? version;
  const requirers = graph.requirersOf(module);
  const those = requirers.filter((one) => one.version === target);
  const chains = those
    .map(({ by }) => ({ chain: graph.chainTo(by) }))
    .flatMap(({ chain }) => (chain ? [{ modules: [...chain.modules, { path: module, version: target }], used: chain.used }] : []))
    // What a main module requires for others only follows from the other chains.
    .sort(
      (one, other) =>
        Number(isOwn(one) && indirect.has(module)) - Number(isOwn(other) && indirect.has(module)) ||
        Number(other.used) - Number(one.used) ||
        one.modules.length - other.modules.length,
    );
  const replaced =
    known.mod?.replaces.find(({ from }) => from.path === module && (from.version === null || from.version === version)) ?? null;
  return {
    module,
    version,
    versionFrom,
    main: graph.mains.some(({ path }) => path === module) || known.mod?.module === module,
    chains: chains.slice(0, mostChains),
    requirers: those.length,
    others: otherVersions(requirers, target),
    required,
    replaced,
    replacedBy: listed?.replacedBy ?? (replaced ? [replaced.to.path, replaced.to.version].filter(Boolean).join(' ') : null),
    excluded: known.mod?.excludes.filter(({ path }) => path === module).map((row) => row.version) ?? [],
    packages: known.packages.get(module) ?? null,
    error: listed?.error ?? null,
  };
}

const isOwn = ({ modules }: Chain) => modules.length === 2;

/** The longest module path that the name is, or is below. */
function moduleOf(name: string, graph: RequirementGraph, { listed, mod, packages }: Known): string {
  const all = new Set([...graph.paths(), ...listed.keys(), ...packages.keys(), ...(mod?.requires.map(({ path }) => path) ?? [])]);
  for (let path = name; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) if (all.has(path)) return path;
  return name;
}

function otherVersions(requirers: ReturnType<RequirementGraph['requirersOf']>, target: string | null): Blame['others'] {
  const byVersion = new Map<string, ModuleAt[]>();
  for (const { by, version } of requirers) {
    if (version === target) continue;
    const list = byVersion.get(version);
    if (list) list.push(by);
    else byVersion.set(version, [by]);
  }
  return [...byVersion].map(([version, by]) => ({ version, by })).sort((one, other) => compareVersions(other.version, one.version));
}
