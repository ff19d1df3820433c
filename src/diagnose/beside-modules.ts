import { createRequirementGraph, type ModuleAt, type RequirementGraph } from '../requirements/graph.ts';
import type { BesideRow, BesideWords } from './beside.ts';
import type { FileOf } from './facts/fact.ts';

const mostModules = 3;
/** Of a long chain the ends say most. */
const longestChain = 8;

/**
 * Who brings the modules in that the log names, and what `go mod verify` says of all of them.
 * @param named modules and packages
 */
export function ofGoModules(file: FileOf<'go modules'>, named: readonly string[], words: BesideWords): BesideRow[] {
  const rows: BesideRow[] = [];
  const { requirements, needs, verified } = file;
  const graph = requirements.length > 0 && named.length > 0 ? graphOf(file) : null;
  const paths = new Set(graph?.paths());
  const modules = new Set(named.flatMap((name) => moduleOf(name, paths) ?? []));
  for (const path of [...modules].slice(0, mostModules)) rows.push(...chainOf(path, file, graph!, words));
  for (const { module, packages, line } of needs)
    if (packages.length > 1 && named.some((name) => name === module || name.startsWith(`${module}/`)))
      rows.push([line, words.neededBy(short(packages))]);
  if (verified[0]) rows.push([verified[0].line, words.modulesVerified]);
  return rows;
}

function chainOf(path: string, { requirements }: FileOf<'go modules'>, graph: RequirementGraph, words: BesideWords): BesideRow[] {
  const target = { path, version: graph.selected(path) };
  const chain = target.version === null ? null : graph.chainTo(target);
  if (!chain || chain.modules.length < 2) return [];
  const by = chain.modules.at(-2)!;
  const edge = requirements.find(({ from, to }) => isSame(from, by) && isSame(to, target));
  const own = chain.modules.length > 2 && requirements.some(({ from, to }) => from.version === null && isSame(to, target));
  return edge ? [[edge.line, words.broughtIn(short(chain.modules.map(shown)), chain.used, own)]] : [];
}

/** Since Go 1.17 a main module has a line for everything that others bring in: where somebody else does, that says more. */
function graphOf({ requirements }: FileOf<'go modules'>): RequirementGraph {
  const byOthers = new Set(requirements.filter(({ from }) => from.version !== null).map(({ to }) => to.path));
  return createRequirementGraph(requirements, byOthers);
}

/** The longest module path that the name is, or is below. */
function moduleOf(name: string, paths: ReadonlySet<string>): string | null {
  for (let path = name; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) if (paths.has(path)) return path;
  return null;
}

function isSame(one: ModuleAt, other: ModuleAt): boolean {
  return one.path === other.path && one.version === other.version;
}

function shown({ path, version }: ModuleAt): string {
  return version === null ? path : `${path} ${version}`;
}

function short(chain: readonly string[]): string[] {
  return chain.length <= longestChain ? [...chain] : [...chain.slice(0, longestChain - 3), '…', ...chain.slice(-2)];
}
