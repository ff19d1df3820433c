import type { IncidentRoute } from '../model/route.ts';
import { parseProxyList } from './goproxy.ts';
import type { RouteAround } from './plan.ts';
import type { GoSettings } from './settings.ts';
import { toolchainModule } from './sumdb.ts';

/** What a reader of a route would get wrong. Each holds for this route. */
export function routeNotes(route: IncidentRoute, settings: GoSettings, around: RouteAround): string[] {
  const { minor, rewrites } = around;
  const direct = route.stops.find(({ kind }) => kind === 'direct');
  const host = direct?.host ?? null;
  const list = parseProxyList(settings.GOPROXY, minor);
  const both = 'entries' in list && route.stops.some(({ kind }, index) => kind === 'proxy' && index + 1 < route.stops.length);
  const own = direct?.repository?.url === null ? rewrites.filter(({ insteadOf }) => concerns(insteadOf, host)) : [];
  return [
    ...(both ? ['In GOPROXY only 404 and 410 lead past a comma; past | any error does. The order counts, there are no weights.'] : []),
    ...(minor < 15 && settings.GOPROXY.includes('|') ? ['| separates since Go 1.15; this Go takes it as part of a URL.'] : []),
    ...(direct?.repository?.url === null
      ? ['The ?go-get=1 page is asked by go itself: insteadOf rules of git count only for the repository that it names.']
      : []),
    ...own.map(({ base, insteadOf, source }) => `If the page names a URL below ${insteadOf}, git asks ${base} in its place (${source}).`),
    ...(direct?.via?.proxy
      ? ['git takes HTTPS_PROXY too, but by rules of its own (http.proxy, https_proxy, ALL_PROXY); ssh takes none.']
      : []),
    ...(direct?.insecure && minor >= 14
      ? ['GOINSECURE counts for direct requests only: GOPROXY servers and the checksum database are checked as ever.']
      : []),
    ...toolchainNotes(route, settings),
    ...(settings.GOWORK !== '' && settings.GOWORK !== 'off'
      ? [`A module that ${settings.GOWORK} uses is taken from its folder, and nobody is asked for it.`]
      : []),
  ];
}

function toolchainNotes({ module }: IncidentRoute, { GOTOOLCHAIN }: GoSettings): string[] {
  if (module !== toolchainModule) return [];
  const notes = ['Toolchains always need the checksum database: GOPRIVATE, GONOSUMDB and GOSUMDB=off do not change that.'];
  if (GOTOOLCHAIN === 'local' || /(?:^|\+)path$/.test(GOTOOLCHAIN)) notes.push(`GOTOOLCHAIN=${GOTOOLCHAIN}: go downloads no toolchain.`);
  return notes;
}

function concerns(insteadOf: string, host: string | null): boolean {
  if (host === null) return false;
  const domain = host.replace(/:\d+$/, '').split('.').slice(-2).join('.');
  return insteadOf.includes(domain);
}
