import { withoutUser } from '../route/plan.ts';
import type { Stop } from '../route/route.ts';
import { cacheStep } from './cache-step.ts';
import { checksumStep } from './checksum-step.ts';
import { directStep } from './direct-step.ts';
import { downloadStep } from './download-step.ts';
import { askStep, forwardStep, reachStep, resolverStep } from './server-steps.ts';
import { settingsStep } from './settings-step.ts';
import type { Conduct, Learned, World } from './tree.ts';

const mostServers = 4;

/**
 * Walks the tree "proxy configured? reachable? login? checksum database? direct?" as go would, by the settings of this machine.
 * Servers that go does not get to are asked last, as a way out.
 */
export async function walkTree(world: World, conduct: Conduct): Promise<void> {
  const settled = await settingsStep(world, conduct);
  if (settled.outcome !== 'failed' || settled.fact === 'doctor-goproxy-off') await walkServers(world, conduct);
  if (world.download !== null) await downloadStep(world, world.download, conduct);
}

async function walkServers(world: World, conduct: Conduct): Promise<void> {
  const stops = world.route.stops
    .filter(isFirst)
    .filter(({ kind }) => kind !== 'off')
    .slice(0, mostServers);
  const onPath = stops.filter(({ kind }) => kind === 'proxy' || stops[0]?.kind === 'direct');
  const down = await reachForwards(world, onPath, conduct);
  const reached = new Map<Stop, Learned>();
  for (const stop of onPath) {
    reached.set(stop, await reachStep(world, stop, down, 'reach', false, conduct));
    if (world.secondResolver !== null && stop.url !== null) await resolverStep(world, stop, world.secondResolver, conduct);
  }
  const { found, rest, ended } = await askInOrder(world, stops, reached, conduct);
  if (found !== null && world.route.sumdb.asked) await checksumStep(world, found, conduct);
  await cacheStep(world, conduct);
  if (found !== null) return;
  for (const stop of rest) {
    if (reached.get(stop)?.leads === 'error') continue;
    if (stop.kind === 'direct') await directStep(world, stop, ended, down, conduct);
    else await askStep(world, stop, ended, conduct);
  }
}

/** @returns the stop that has the module, or those that were not asked yet; `ended`: go does not get to them */
async function askInOrder(
  world: World,
  stops: readonly Stop[],
  reached: ReadonlyMap<Stop, Learned>,
  conduct: Conduct,
): Promise<{ found: Stop | null; rest: readonly Stop[]; ended: boolean }> {
  for (const [index, stop] of stops.entries()) {
    if (stop.kind === 'direct') return { found: null, rest: stops.slice(index), ended: false };
    const before = reached.get(stop)!;
    const { leads } = before.leads === 'error' ? before : await askStep(world, stop, false, conduct);
    if (leads === 'found') return { found: stop, rest: [], ended: false };
    const next = leads === 'not-found' ? stop.onNotFound : leads === 'open' ? 'fail' : stop.onError;
    if (next !== 'next') return { found: null, rest: stops.slice(index + 1), ended: true };
  }
  return { found: null, rest: [], ended: true };
}

/** The forward proxies that do not take connections, by their URL. */
async function reachForwards(world: World, stops: readonly Stop[], conduct: Conduct): Promise<Set<string>> {
  const urls = stops.flatMap(({ exit }) => exit?.proxy ?? []);
  const down = new Set<string>();
  for (const url of new Set(urls)) {
    const { leads } = await forwardStep(world, url, withoutUser(url), conduct);
    if (leads === 'error') down.add(url);
  }
  return down;
}

/** A direct stop that is tried once more says nothing new. */
function isFirst(stop: Stop, index: number, all: readonly Stop[]): boolean {
  return index === 0 || stop.kind !== 'direct' || all[index - 1]!.kind !== 'direct';
}
