import { type ProxyEntry, parseProxyList } from './goproxy.ts';
import { type Exit, exitFor } from './http-proxy.ts';
import { type Origin, originOf } from './origin.ts';
import { coveringPattern } from './prefix-patterns.ts';
import type { GoSettings } from './settings.ts';
import { type SumdbUse, sumdbUse, toolchainModule } from './sumdb.ts';

/** What an answer leads to. */
type Outcome = 'use' | 'next' | 'fail';

/** One server that is asked for a module, in order. */
export interface Stop {
  /** `off` is no server: the list ends there, and the module is not fetched. */
  readonly kind: 'proxy' | 'direct' | 'off';
  /** First request to it: the version's `.info` of a proxy, git's URL or the discovery page of a host. */
  readonly url: string | null;
  /** How the request leaves this machine. */
  readonly exit: Exit | null;
  /** The setting that puts this stop here, and the pattern of it that covers the module. */
  readonly setting: 'GOPROXY' | 'GOPRIVATE' | 'GONOPROXY';
  readonly pattern: string | null;
  readonly onNotFound: Outcome;
  readonly onError: Outcome;
}

export interface Route {
  readonly module: string;
  readonly stops: readonly Stop[];
  /** Where a direct stop finds the repository; null when no stop is direct. */
  readonly origin: Origin | null;
  readonly sumdb: SumdbUse;
  /** The go command asks nobody, and says this. */
  readonly error: string | null;
}

/**
 * Which servers the go command asks for a module that is not in the module cache, in which order, and what leads from one to the next.
 * Source: cmd/go/internal/modfetch, TryProxies and lookup.
 * @param version as in a `.info` request; without one, the list of versions is asked for
 * @param minor of the Go version, 21 for 1.21
 */
export function routeOf(module: string, version: string | null, settings: GoSettings, minor: number = Infinity): Route {
  const sumdb = sumdbUse(settings, module);
  const failed = (error: string): Route => ({ module, stops: [], origin: null, sumdb, error });
  // The toolchain is chosen before a command reads its flags.
  if (module !== toolchainModule && modFlag(settings.GOFLAGS) === 'vendor') return failed('module lookup disabled by -mod=vendor');
  const list = parseProxyList(settings.GOPROXY, minor);
  if ('error' in list) return failed(list.error);
  const pattern = coveringPattern(settings.GONOPROXY, module);
  const entries = pattern === null ? list.entries : privateEntries(list.entries, settings);
  if (!entries.some(({ kind }) => kind === 'direct')) return { module, stops: stopsOf(entries), origin: null, sumdb, error: null };
  const origin = originOf(module, settings, minor);
  if ('error' in origin) return failed(origin.error);
  return { module, stops: stopsOf(entries, origin), origin, sumdb, error: null };

  function stopsOf(all: readonly ProxyEntry[], found: Origin | null = null): Stop[] {
    const setting = pattern === null ? 'GOPROXY' : settings.GONOPROXY === settings.GOPRIVATE ? 'GOPRIVATE' : 'GONOPROXY';
    return all.map((entry, index) => {
      const url = entry.kind === 'proxy' ? proxyUrl(entry.url, module, version) : entry.kind === 'direct' ? (found?.url ?? null) : null;
      const further = index + 1 < all.length;
      return {
        kind: entry.kind,
        url,
        exit: url === null || url.startsWith('file:') ? null : exitFor(url, settings),
        setting,
        pattern,
        onNotFound: further ? 'next' : 'fail',
        onError: further && entry.next === 'any-error' ? 'next' : 'fail',
      };
    });
  }
}

/** A covered module is fetched directly, whatever GOPROXY holds; the proxies say nothing of it, and only `direct` is tried once more. */
function privateEntries(entries: readonly ProxyEntry[], settings: GoSettings): ProxyEntry[] {
  const direct: ProxyEntry = { kind: 'direct', url: 'direct', next: 'not-found' };
  const again = settings.GOPROXY !== 'direct' && entries.some(({ kind }) => kind === 'direct');
  return again ? [direct, direct] : [direct];
}

/** The last one counts. Commands without a `-mod` flag, such as `go mod download`, pass over it. */
export function modFlag(goflags: string): string | null {
  return [...goflags.matchAll(/(?:^|[\s'"])--?mod=([a-z]*)(?=$|[\s'"])/g)].at(-1)?.[1] ?? null;
}

function proxyUrl(base: string, module: string, version: string | null): string {
  // Of a toolchain the version is known: only its archive is asked for.
  const file = version === null ? '@v/list' : `@v/${escapePath(version)}.${module === toolchainModule ? 'zip' : 'info'}`;
  return `${base.replace(/\/$/, '')}/${escapePath(module)}/${file}`;
}

/** Capital letters as `!` and the small letter, since proxies may stand on file systems that do not tell them apart. module.EscapePath. */
function escapePath(path: string): string {
  return path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
