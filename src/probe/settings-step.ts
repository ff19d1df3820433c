import { parseProxyList } from '../route/goproxy.ts';
import { hostOf } from '../route/plan.ts';
import { failed, learned } from './learn.ts';
import type { Conduct, Learned, World } from './tree.ts';

/** What is configured: nothing is asked, files are read as text. */
export function settingsStep(world: World, conduct: Conduct): Promise<Learned> {
  const step = {
    id: 'settings',
    phase: 'reach',
    question: 'settings',
    does: world.words.does.settings,
    host: null,
    onWay: true,
  } as const;
  return conduct(step, async () => judge(world));
}

function judge(world: World): Learned {
  const { route, settings, words, minor } = world;
  const list = parseProxyList(settings.GOPROXY, minor);
  if ('error' in list) return { ...failed(world, 'doctor-goproxy-invalid', '', list.error), host: null };
  if (route.error !== null) return learned('undecided', 'error', route.error);
  const names = route.stops.map(({ kind, url }) =>
    kind === 'proxy' ? (hostOf(url!) === 'file' ? url! : hostOf(url!)!) : words.stopName[kind],
  );
  const [first] = route.stops;
  const servers = [...new Set(names)];
  if (first?.kind === 'off') return { ...failed(world, 'doctor-goproxy-off', '', `GOPROXY=${settings.GOPROXY}`), host: null };
  if (first?.kind !== 'direct') return learned('ok', 'open', words.learned.settings(servers, world.goproxyFrom));
  return learned('ok', 'open', words.learned.noProxy(servers, first.pattern === null ? 'GOPROXY' : `${first.setting}=${first.pattern}`));
}
