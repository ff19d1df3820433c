import type { IncidentRoute, RouteStop, RouteSumdb } from '../model/route.ts';
import { type CredentialSettings, credentialsFor } from './credentials.ts';
import { parseGoauth } from './goauth.ts';
import { type Exit, exitFor } from './http-proxy.ts';
import { gitHost, type RewriteRule, rewriteUrl } from './insteadof.ts';
import { modulePathError } from './module-path.ts';
import type { Machine } from './netrc.ts';
import type { Origin } from './origin.ts';
import { type Route, routeOf, type Stop } from './route.ts';
import type { GoSettings } from './settings.ts';
import { type SumdbUse, toolchainModule } from './sumdb.ts';

/** What counts besides the settings. */
export interface RouteAround {
  /** Of the Go version, 21 for 1.21. */
  readonly minor: number;
  /** Machines of netrc. */
  readonly machines: readonly Machine[];
  /** Rules of git. */
  readonly rewrites: readonly RewriteRule[];
}

export const nothingAround: RouteAround = { minor: Infinity, machines: [], rewrites: [] };

/** The route of a module as data to show: each stop with its way out, its credentials and what it leads to. URLs hold no credentials. */
export function planRoute(module: string, version: string | null, settings: GoSettings, around: RouteAround): IncidentRoute {
  // These two are asked for by the names of Go's own line in go.mod.
  const path = module === 'go' || module === 'toolchain' ? toolchainModule : module;
  const route = routeOf(path, version, settings, around.minor);
  const error = modulePathError(path) ?? route.error;
  const credentials = { goauth: settings.GOAUTH, machines: around.machines, minor: around.minor };
  const stops = error === null ? route.stops.map((stop) => planStop(stop, route, settings, credentials, around)) : [];
  return { module: path, version, error, stops: stops.filter(isFirst), sumdb: planSumdb(route.sumdb, settings) };
}

/** A direct stop that is tried once more says nothing new. */
function isFirst(stop: RouteStop, index: number, all: readonly RouteStop[]): boolean {
  return index === 0 || stop.kind !== 'direct' || all[index - 1]!.kind !== 'direct';
}

function planStop(stop: Stop, route: Route, settings: GoSettings, credentials: CredentialSettings, { rewrites }: RouteAround): RouteStop {
  const { kind, url, setting, pattern } = stop;
  const origin = kind === 'direct' ? route.origin : null;
  // Of a repository that the path names, git makes the first request.
  const byGo = url !== null && origin?.kind !== 'repository';
  const repository = origin && planRepository(origin, rewrites);
  const rewritten = repository?.rewritten?.url ?? null;
  const exit = rewritten === null ? stop.exit : exitFor(rewritten, settings);
  const last = route.stops.slice(route.stops.indexOf(stop) + 1).every((other) => other.kind === 'direct' && kind === 'direct');
  return {
    kind,
    host: url === null ? null : hostOf(url),
    asks: url === null ? null : withoutUser(url),
    via: viaOf(exit),
    setting,
    pattern,
    onNotFound: !last && stop.onNotFound === 'next' ? 'next' : 'fail',
    onError: !last && stop.onError === 'next' ? 'next' : 'fail',
    credentials: byGo ? credentialsFor(url, credentials) : [],
    insecure: origin?.insecure ?? false,
    repository,
    error: byGo ? requestError(url, credentials, origin?.insecure ?? false) : null,
  };
}

function planRepository({ kind, url, vcs, allowed }: Origin, rewrites: readonly RewriteRule[]): RouteStop['repository'] {
  const known = kind === 'repository';
  const rewritten = known && vcs === 'git' ? rewriteUrl(url, rewrites) : null;
  return {
    url: known ? url : null,
    host: known ? hostOf(url) : null,
    vcs,
    allowed: 'allowed' in allowed && allowed.allowed,
    rule: 'allowed' in allowed ? allowed.rule : '',
    error: 'error' in allowed ? allowed.error : null,
    rewritten: rewritten && {
      url: withoutUser(rewritten.url),
      host: gitHost(rewritten.url),
      insteadOf: withoutUser(rewritten.rule.insteadOf),
      source: rewritten.rule.source,
    },
  };
}

/** Source: cmd/go/internal/web/http.go and auth.go. */
function requestError(url: string, { goauth, minor }: CredentialSettings, insecure: boolean): string | null {
  const methods = parseGoauth(goauth, minor);
  if (/^https:/i.test(url) && 'error' in methods) return methods.error;
  if (/^http:\/\/[^/?#]*@/i.test(url) && !insecure) return `refusing to pass credentials to insecure URL: ${withoutUser(url)}`;
  return null;
}

function planSumdb(sumdb: SumdbUse, settings: GoSettings): RouteSumdb {
  const { asked, because, pattern, url, throughProxies, error } = sumdb;
  const via = url === null ? null : viaOf(exitFor(url, settings));
  return { asked, because, pattern, host: url === null ? null : hostOf(url), throughProxies, via, error };
}

function viaOf(exit: Exit | null): RouteStop['via'] {
  return exit && { ...exit, proxy: exit.proxy === null ? null : withoutUser(exit.proxy) };
}

/** @returns `file` for a file system proxy, null for what is no URL */
export function hostOf(url: string): string | null {
  if (url.startsWith('file:')) return 'file';
  return URL.canParse(url) ? new URL(url).host : null;
}

/** The URL without the user and password in it. */
export function withoutUser(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i, (whole, scheme: string) =>
    /^(?:git\+)?ssh:/i.test(scheme) ? whole.replace(/:[^/@]*@/, '@') : scheme,
  );
}
