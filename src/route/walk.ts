import { parseProxyList } from './goproxy.ts';
import type { Route } from './route.ts';
import type { GoSettings } from './settings.ts';

/** A server that was asked, and what for. */
export interface Asked {
  /** Null for the repository that a discovery page names. */
  readonly host: string | null;
  readonly purpose: 'module' | 'discovery' | 'discovery-by-http' | 'repository' | 'sumdb-support' | 'sumdb';
}

/** `no-answer`: the connection failed; an error for what comes next, and with GOINSECURE a reason to try plain http. */
export type Answer = 'found' | 'not-found' | 'error' | 'no-answer';

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
  // The answer of the database is kept: it is asked once.
  let trusted: boolean | null = null;
  for (const stop of route.stops) {
    const answer =
      stop.kind === 'proxy' ? ask(hostOf(stop.url!), 'module') : stop.kind === 'direct' ? askOrigin(route, ask) : ('not-found' as const);
    if (answer === 'found') {
      trusted ??= !route.sumdb.asked || (route.sumdb.error === null && askSumdb(route, settings, ask));
      if (trusted) return { asked, found: true };
    }
    // A module that cannot be checked is an error of the server that had it.
    if ((answer === 'not-found' ? stop.onNotFound : stop.onError) !== 'next') break;
  }
  return { asked, found: false };
}

type Ask = (host: string | null, purpose: Asked['purpose']) => Answer;

/** What goes wrong before git runs counts as "not found": cmd/go/internal/modfetch, lookupDirect. */
function askOrigin({ origin }: Route, ask: Ask): Answer {
  if (origin === null) return 'not-found';
  const allowed = 'allowed' in origin.allowed && origin.allowed.allowed;
  if (origin.kind === 'repository') return allowed ? ask(hostOf(origin.url), 'repository') : 'not-found';
  const answer = ask(origin.host, 'discovery');
  const page = answer === 'no-answer' && origin.insecure ? ask(origin.host, 'discovery-by-http') : answer;
  if (page !== 'found' || !allowed) return 'not-found';
  return ask(null, 'repository');
}

/**
 * A GOPROXY server may pass the database on; only 404 and 410, or `|`, lead past one that does not. After an error the database itself is asked only
 * where `direct` ends the list: until then the error stands. Source: sumdb.go, initBase; proxy.go, TryProxies.
 */
function askSumdb({ sumdb }: Route, settings: GoSettings, ask: Ask): boolean {
  const list = parseProxyList(settings.GOPROXY);
  if (sumdb.throughProxies && 'entries' in list) {
    let failed = false;
    for (const { kind, url, next } of list.entries) {
      if (kind === 'direct') failed = false;
      if (kind !== 'proxy') break;
      const answer = ask(hostOf(url), 'sumdb-support');
      if (answer === 'found') return true;
      if (answer !== 'not-found' && next !== 'any-error') return false;
      if (answer !== 'not-found') failed = true;
    }
    if (failed) return false;
  }
  return ask(hostOf(sumdb.url!), 'sumdb') === 'found';
}

function hostOf(url: string): string {
  return url.startsWith('file:') ? 'file' : new URL(url).host;
}
