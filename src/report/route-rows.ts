import type { RouteStop, RouteSumdb, SettledRoute } from '../model/route.ts';

/** One row of a route: what it is about, and what is said of it. */
export interface RouteRow {
  readonly label: string;
  readonly text: string;
}

/** One stop, with a heading and its rows. */
export interface StopRows {
  readonly heading: string;
  readonly rows: readonly RouteRow[];
}

/** The stops of a route in words; text and Markdown show the same. */
export function stopRows({ stops }: Pick<SettledRoute, 'stops'>): StopRows[] {
  return stops.map((stop, index) => ({
    heading: `${stopName(stop)}   ${whySetting(stop)}`,
    rows: [
      ...(stop.asks === null ? [] : [{ label: 'asks', text: asksText(stop) }]),
      ...(stop.error === null ? [] : [{ label: 'fails', text: stop.error }]),
      ...viaRows(stop),
      ...repositoryRows(stop),
      ...credentialRows(stop),
      ...(stop.insecure ? [{ label: 'GOINSECURE', text: 'certificates are not checked, and plain http is tried after https' }] : []),
      ...leadRows(stop, index, stops.length),
    ],
  }));
}

/** `proxy.golang.org`, `corp.example.com, directly` */
export function stopName({ kind, host, asks }: Pick<RouteStop, 'kind' | 'host' | 'asks'>): string {
  if (kind === 'off') return 'off';
  if (host === 'file') return `files below ${asks?.replace(/^(file:\/\/\/.*?)\/[^/]*\.[^/]*\/.*$/, '$1') ?? 'a folder'}`;
  return kind === 'direct' ? `${host ?? 'its host'}, directly` : (host ?? 'a proxy');
}

function whySetting({ setting, pattern }: RouteStop): string {
  return pattern === null ? setting : `${setting}, by ${pattern}`;
}

function asksText({ asks, kind, repository }: RouteStop): string {
  if (kind === 'direct' && repository?.url === null) return `${asks}, then the repository that this page names`;
  return asks!;
}

function viaRows({ via }: Pick<RouteStop, 'via'>): RouteRow[] {
  if (via === null || via.because === 'not set') return [];
  if (via.proxy !== null) return [{ label: 'through', text: `${via.proxy}, by ${via.because}` }];
  return [
    {
      label: 'past',
      text: via.entry === null ? 'the forward proxy: loopback goes without' : `the forward proxy, by NO_PROXY ${via.entry}`,
    },
  ];
}

function repositoryRows({ repository }: RouteStop): RouteRow[] {
  if (repository === null) return [];
  const { rewritten, vcs, allowed, rule, error } = repository;
  const tool = vcs ?? 'git';
  const decision = allowed ? `${tool} is allowed` : `${tool} is not allowed: nothing is fetched`;
  return [
    ...(rewritten
      ? [{ label: 'insteadOf', text: `git asks ${rewritten.url} in place of ${rewritten.insteadOf} (${rewritten.source})` }]
      : []),
    ...(error !== null
      ? [{ label: 'GOVCS', text: error }]
      : rule === '' || vcs === 'mod'
        ? []
        : [{ label: 'GOVCS', text: `${decision} (${rule})` }]),
    ...(rewritten?.host ? [{ label: 'sends', text: `git's own credentials for ${rewritten.host}` }] : []),
  ];
}

const kinds = {
  url: 'credentials of the URL for',
  netrc: 'netrc machine',
  git: "git's credentials, GOAUTH=git",
  command: 'what GOAUTH gets from',
};

function credentialRows({ credentials }: RouteStop): RouteRow[] {
  return credentials.map(({ kind, name, when }) => ({
    label: 'sends',
    text: `${kinds[kind]} ${name}${when === 'after-4xx' ? ', after an answer of 4xx' : ''}`,
  }));
}

function leadRows({ kind, onNotFound, onError }: RouteStop, index: number, count: number): RouteRow[] {
  if (kind === 'off') return [{ label: 'then', text: 'nothing more is asked: module lookup disabled by GOPROXY=off' }];
  if (index + 1 === count) return [{ label: 'then', text: 'it is the last one: what it answers counts' }];
  if (onError === 'next') return [{ label: 'then', text: 'on any error the next one' }];
  return [{ label: 'then', text: onNotFound === 'next' ? 'on 404 and 410 the next one; any other error ends it' : 'any error ends it' }];
}

/** Whether and where the checksum database is asked, about a module that go.sum does not list. */
export function sumdbText({ asked, because, pattern, host, throughProxies, via, error }: RouteSumdb): string {
  if (!asked)
    return `not asked: ${because === 'file-proxy' ? 'a file system proxy is the only one' : pattern === null ? 'GOSUMDB=off' : `${because}, by ${pattern}`}`;
  if (error !== null) return `needed, and fails: ${error}`;
  const way = throughProxies ? ', through GOPROXY servers that pass it on' : ', past all GOPROXY servers';
  const forward = via?.proxy ? `, through ${via.proxy}` : '';
  return `${host}${way}${forward}${because === 'toolchain' ? ' (always, for toolchains)' : ''}`;
}
