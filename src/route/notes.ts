import type { RouteTexts } from '../i18n/en-route.ts';
import type { IncidentRoute } from '../model/route.ts';
import { parseProxyList } from './goproxy.ts';
import type { RouteAround } from './plan.ts';
import type { GoSettings } from './settings.ts';
import { toolchainModule } from './sumdb.ts';

/** What a reader of a route would get wrong. Each holds for this route. */
export function routeNotes(route: IncidentRoute, settings: GoSettings, around: RouteAround, words: RouteTexts['note']): string[] {
  const { minor, rewrites } = around;
  const direct = route.stops.find(({ kind }) => kind === 'direct');
  const host = direct?.host ?? null;
  const list = parseProxyList(settings.GOPROXY, minor);
  const both = 'entries' in list && route.stops.some(({ kind }, index) => kind === 'proxy' && index + 1 < route.stops.length);
  const own = direct?.repository?.url === null ? rewrites.filter(({ insteadOf }) => concerns(insteadOf, host)) : [];
  return [
    ...(both ? [words.separators] : []),
    ...(minor < 15 && settings.GOPROXY.includes('|') ? [words.bar] : []),
    ...(direct?.repository?.url === null ? [words.page] : []),
    ...own.map(({ base, insteadOf, source }) => words.ownRule(insteadOf, base, source)),
    ...(direct?.via?.proxy ? [words.gitProxy] : []),
    ...(direct?.insecure && minor >= 14 ? [words.insecure] : []),
    ...toolchainNotes(route, settings, words),
    ...(settings.GOWORK !== '' && settings.GOWORK !== 'off' ? [words.workspace(settings.GOWORK)] : []),
  ];
}

function toolchainNotes({ module }: IncidentRoute, { GOTOOLCHAIN }: GoSettings, words: RouteTexts['note']): string[] {
  if (module !== toolchainModule) return [];
  const notes = [words.toolchain];
  if (GOTOOLCHAIN === 'local' || /(?:^|\+)path$/.test(GOTOOLCHAIN)) notes.push(words.noToolchain(GOTOOLCHAIN));
  return notes;
}

function concerns(insteadOf: string, host: string | null): boolean {
  if (host === null) return false;
  const domain = host.replace(/:\d+$/, '').split('.').slice(-2).join('.');
  return insteadOf.includes(domain);
}
