import { parseProxyList } from './goproxy.ts';
import type { Route } from './route.ts';
import type { GoSettings } from './settings.ts';

/** A server that was asked, and what for. */
export interface Asked {
  /** Null for the repository that a discovery page names. */
  readonly host: string | null;
  readonly purpose: 'module' | 'discovery' | 'repository' | 'sumdb-support' | 'sumdb';
}

export type Answer = 'found' | 'not-found' | 'error';

/**
 * Follows a route with given answers: which servers are asked, each once, in the order of their first request.
 * The database is asked after the module was found, through the first proxy that passes it on.
 * @param answerOf says what a server answers
 */
export function walk(route: Route, settings: GoSettings, answerOf: (asked: Asked) => Answer): { asked: Asked[]; found: boolean } {
  const asked: Asked[] = [];
  const ask = (host: string | null, purpose: Asked['purpose']): Answer => {
    asked.push({ host, purpose });
    return answerOf({ host, purpose });
  };
  let found = false;
  for (const stop of route.stops) {
    const answer =
      stop.kind === 'proxy' ? ask(hostOf(stop.url!), 'module') : stop.kind === 'direct' ? askOrigin(route, ask) : ('not-found' as const);
    found = answer === 'found';
    if (found || (answer === 'not-found' ? stop.onNotFound : stop.onError) !== 'next') break;
  }
  if (found && route.sumdb.asked && route.sumdb.error === null) askSumdb(route, settings, ask);
  return { asked, found };
}

type Ask = (host: string | null, purpose: Asked['purpose']) => Answer;

/** What goes wrong before git runs counts as "not found": cmd/go/internal/modfetch, lookupDirect. */
function askOrigin({ origin }: Route, ask: Ask): Answer {
  if (origin === null) return 'not-found';
  const allowed = 'allowed' in origin.allowed && origin.allowed.allowed;
  if (origin.kind === 'repository') return allowed ? ask(hostOf(origin.url), 'repository') : 'not-found';
  if (ask(origin.host, 'discovery') !== 'found' || !allowed) return 'not-found';
  return ask(null, 'repository');
}

/** A GOPROXY server may pass the database on; only 404 and 410, or `|`, lead past one that does not. Source: sumdb.go, initBase. */
function askSumdb({ sumdb }: Route, settings: GoSettings, ask: Ask): void {
  const list = parseProxyList(settings.GOPROXY);
  if (sumdb.throughProxies && 'entries' in list) {
    for (const { kind, url, next } of list.entries) {
      if (kind !== 'proxy') break;
      const answer = ask(hostOf(url), 'sumdb-support');
      if (answer === 'found') return;
      if (answer === 'error' && next !== 'any-error') return;
    }
  }
  ask(hostOf(sumdb.url!), 'sumdb');
}

function hostOf(url: string): string {
  return url.startsWith('file:') ? 'file' : new URL(url).host;
}
