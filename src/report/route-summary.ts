import type { Texts } from '../i18n/texts.ts';
import type { Domain, Effect, Incident } from '../model/report.ts';
import type { RouteStop } from '../model/route.ts';

const MOST_STOPS = 4;

/** `the GOPROXY server proxy.golang.org: proxy.golang.org answered 404 Not Found` */
export function domainText({ is, host, because }: Domain, texts: Texts): string {
  const named = host !== null && !because.startsWith(host) ? ` ${host}` : '';
  return `${texts.domain[is]}${named}${texts.join.colon}${because}`;
}

// Causes that say something about a server; the others are not about who is asked.
const families = new Set(['auth', 'checksum', 'goproxy', 'network', 'resolve', 'tls', 'vcs']);

/** The servers of an incident's route, a line each; empty where they say nothing about it. */
export function routeLines({ route, hypotheses }: Incident, texts: Texts): string[] {
  const family = hypotheses[0]?.cause.split('.')[0] ?? '';
  if (route === null || !families.has(family)) return [];
  if (route.error !== null) return [texts.route.nobody(route.error)];
  const shown = route.stops
    .slice(0, MOST_STOPS)
    .map((stop, index) => `${index + 1} ${stopLine(stop, index + 1 < route.stops.length, texts)}`);
  const left = route.stops.length - shown.length;
  const { asked, host, error } = route.sumdb;
  return [
    ...shown,
    ...(left > 0 ? [texts.route.more(left)] : []),
    error !== null && asked ? texts.route.sumdbFails(error) : asked && host !== null ? texts.route.sumdb(host) : texts.route.noSumdb,
  ];
}

function stopLine(stop: RouteStop, further: boolean, texts: Texts): string {
  const { kind, host, setting, pattern, via } = stop;
  const name = kind === 'off' ? 'off' : (host ?? '?');
  const words = [
    kind === 'direct' ? texts.route.directly(name) : name,
    pattern === null ? setting : texts.route.by(setting, pattern),
    ...(via?.proxy ? [texts.route.through(via.proxy)] : via?.entry ? [texts.route.past(via.entry)] : []),
    ...(further && kind !== 'off'
      ? [stop.onError === 'next' ? texts.route.anyError : stop.onNotFound === 'next' ? texts.route.notFoundOnly : '']
      : []),
  ];
  return words.filter((word) => word !== '').join(texts.join.comma);
}

/** What a remedy changes about who is asked; by the defaults, nothing is said of a change that is none. */
export function effectText({ before, after, settings, module }: Effect, texts: Texts): string | null {
  const { effect } = texts;
  if (JSON.stringify(before) === JSON.stringify(after)) return settings === 'seen' ? effect.same(module) : null;
  const note = settings === 'defaults' ? texts.join.bracketed(effect.defaults) : '';
  if (after.error !== null) return effect.nobody(module, after.error) + note;
  const old = [...before.servers.map(nameOf), before.sumdb];
  const now = [...after.servers.map(nameOf), after.sumdb];
  const gone = unique(old.filter((name) => name !== null && name !== 'off' && !now.includes(name)));
  const servers = after.servers.filter(({ kind }) => kind !== 'off');
  if (servers.length === 0) return effect.nobody(module, 'GOPROXY=off') + note;
  const asked = servers.map((server) => {
    const name = server.kind === 'direct' ? texts.route.directly(nameOf(server)) : nameOf(server);
    return server.through === null ? name : `${name} ${texts.route.through(server.through)}`;
  });
  const sumdb = after.sumdb !== null && after.sumdb !== before.sumdb ? [effect.sumdb(after.sumdb)] : [];
  const [only] = servers;
  const who =
    servers.length === 1 && only!.kind === 'direct' && only!.through === null ? effect.directly(nameOf(only!)) : effect.asked(asked);
  return [who, ...sumdb, ...(gone.length > 0 ? [effect.noMore(gone)] : [])].join(texts.join.semicolon) + note;
}

function nameOf({ kind, host }: Effect['after']['servers'][number]): string {
  return kind === 'off' ? 'off' : (host ?? '?');
}

function unique(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((name) => name !== null))];
}
