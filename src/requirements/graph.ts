import { compareVersions } from './version-order.ts';

export interface ModuleAt {
  readonly path: string;
  /** Null: a main module. */
  readonly version: string | null;
}

/** `from` has a require line with `to` in its go.mod. */
export interface Requirement {
  readonly from: ModuleAt;
  readonly to: ModuleAt;
}

/** The requirements of a build, as `go mod graph` prints them. */
export interface RequirementGraph {
  /** Main modules; several in a workspace. */
  readonly mains: readonly ModuleAt[];
  paths(): Iterable<string>;
  /** By minimal version selection: the highest version that anybody requires. Null for a path that is not in the graph, and for main modules. */
  selected(path: string): string | null;
  /** Who requires a module, in any version, in the order of the graph. */
  requirersOf(path: string): readonly { readonly by: ModuleAt; readonly version: string }[];
  /** The shortest chain from a main module; through versions that are used themselves, where there is one. Null when it is out of reach. */
  chainTo(target: ModuleAt): { readonly modules: readonly ModuleAt[]; readonly used: boolean } | null;
}

export function keyOf({ path, version }: ModuleAt): string {
  return version === null ? path : `${path}@${version}`;
}

interface Way {
  readonly onlyUsed: boolean;
  readonly onlyDirect: boolean;
}

// The chain that says most is looked for first.
const ways: readonly Way[] = [
  { onlyUsed: true, onlyDirect: true },
  { onlyUsed: true, onlyDirect: false },
  { onlyUsed: false, onlyDirect: false },
];

/**
 * Builds the graph. Its size bounds the time: each edge is looked at a few times.
 * @param indirect what a main module requires for others only: a chain through these says less
 */
export function createRequirementGraph(requirements: readonly Requirement[], indirect: ReadonlySet<string> = new Set()): RequirementGraph {
  const edges = new Map<string, ModuleAt[]>();
  const requirers = new Map<string, { by: ModuleAt; version: string }[]>();
  const highest = new Map<string, string>();
  const mains = new Map<string, ModuleAt>();
  for (const { from, to } of requirements) {
    const key = keyOf(from);
    if (from.version === null) mains.set(key, from);
    const list = edges.get(key);
    if (list) list.push(to);
    else edges.set(key, [to]);
    if (to.version === null) continue;
    const all = requirers.get(to.path);
    if (all) all.push({ by: from, version: to.version });
    else requirers.set(to.path, [{ by: from, version: to.version }]);
    const known = highest.get(to.path);
    if (known === undefined || compareVersions(to.version, known) > 0) highest.set(to.path, to.version);
  }
  // A main module is what it is, whatever version of it others require.
  const selected = (path: string) => (mains.has(path) ? null : (highest.get(path) ?? null));
  const isUsed = ({ path, version }: ModuleAt) => version === null || selected(path) === version;
  const walk = ({ onlyUsed, onlyDirect }: Way) => {
    const before = new Map<string, ModuleAt | null>();
    const queue: ModuleAt[] = [...mains.values()];
    for (const main of queue) before.set(keyOf(main), null);
    for (let next = 0; next < queue.length; next++) {
      const from = queue[next]!;
      for (const to of edges.get(keyOf(from)) ?? []) {
        if (before.has(keyOf(to)) || (onlyUsed && !isUsed(from)) || (onlyDirect && from.version === null && indirect.has(to.path)))
          continue;
        before.set(keyOf(to), from);
        queue.push(to);
      }
    }
    return before;
  };
  const walked = ways.map((way) => {
    let known: ReturnType<typeof walk> | null = null;
    return { way, before: () => (known ??= walk(way)) };
  });
  return {
    mains: [...mains.values()],
    paths: () => requirers.keys(),
    selected,
    requirersOf: (path) => requirers.get(path) ?? [],
    chainTo(target) {
      for (const { way, before } of walked) {
        if (!before().has(keyOf(target))) continue;
        const modules: ModuleAt[] = [];
        for (let at: ModuleAt | null | undefined = target; at; at = before().get(keyOf(at))) modules.unshift(at);
        return { modules, used: way.onlyUsed };
      }
      return null;
    },
  };
}
