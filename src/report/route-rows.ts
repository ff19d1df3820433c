import type { RouteTexts } from '../i18n/en-route.ts';
import type { RouteStop, RouteSumdb, SettledRoute } from '../model/route.ts';

/** One row of a route: what it is about, and what is said of it. */
interface RouteRow {
  readonly label: string;
  readonly text: string;
}

/** One stop, with a heading and its rows. */
export interface StopRows {
  readonly heading: string;
  readonly rows: readonly RouteRow[];
}

/** The stops of a route in words; text and Markdown show the same. */
export function stopRows({ stops }: Pick<SettledRoute, 'stops'>, words: RouteTexts): StopRows[] {
  const { row } = words;
  return stops.map((stop, index) => ({
    heading: `${stopName(stop, words.stop)}   ${whySetting(stop, words.stop)}`,
    rows: [
      ...(stop.asks === null ? [] : [{ label: row.asks, text: asksText(stop, words.stop) }]),
      ...(stop.error === null ? [] : [{ label: row.fails, text: stop.error }]),
      ...viaRows(stop, words),
      ...repositoryRows(stop, words),
      ...credentialRows(stop, words),
      ...(stop.insecure ? [{ label: 'GOINSECURE', text: words.stop.insecure }] : []),
      ...leadRows(stop, index, stops.length, words),
    ],
  }));
}

/** `proxy.golang.org`, `corp.example.com, directly` */
function stopName({ kind, host, asks }: RouteStop, words: RouteTexts['stop']): string {
  if (kind === 'off') return 'off';
  if (host === 'file') return words.filesBelow(asks?.replace(/^(file:\/\/\/.*?)\/[^/]*\.[^/]*\/.*$/, '$1') ?? words.aFolder);
  return kind === 'direct' ? words.directly(host ?? words.itsHost) : (host ?? words.aProxy);
}

function whySetting({ setting, pattern }: RouteStop, { by }: RouteTexts['stop']): string {
  return pattern === null ? setting : by(setting, pattern);
}

function asksText({ asks, kind, repository }: RouteStop, words: RouteTexts['stop']): string {
  if (kind === 'direct' && repository?.url === null) return words.thenRepository(asks!);
  return asks!;
}

function viaRows({ via }: RouteStop, { row, stop }: RouteTexts): RouteRow[] {
  if (via === null || via.because === 'not set') return [];
  if (via.proxy !== null) return [{ label: row.through, text: stop.by(via.proxy, via.because) }];
  return [
    {
      label: row.past,
      text: via.entry === null ? stop.loopback : stop.byNoProxy(via.entry),
    },
  ];
}

function repositoryRows({ repository }: RouteStop, { row, stop }: RouteTexts): RouteRow[] {
  if (repository === null) return [];
  const { rewritten, vcs, allowed, rule, error } = repository;
  const tool = vcs ?? 'git';
  const decision = allowed ? stop.allowed : stop.forbidden;
  return [
    ...(rewritten ? [{ label: 'insteadOf', text: stop.rewritten(rewritten.url, rewritten.insteadOf, rewritten.source) }] : []),
    ...(error !== null
      ? [{ label: 'GOVCS', text: error }]
      : rule === '' || vcs === 'mod'
        ? []
        : [{ label: 'GOVCS', text: decision(tool, rule) }]),
    ...(rewritten?.host ? [{ label: row.sends, text: stop.ownCredentials(rewritten.host) }] : []),
  ];
}

function credentialRows({ credentials }: RouteStop, { row, stop }: RouteTexts): RouteRow[] {
  return credentials.map(({ kind, name, when }) => ({
    label: row.sends,
    text: stop.credential[kind](name) + (when === 'after-4xx' ? stop.after4xx : ''),
  }));
}

function leadRows({ kind, onNotFound, onError }: RouteStop, index: number, count: number, { row, stop }: RouteTexts): RouteRow[] {
  if (kind === 'off') return [{ label: row.then, text: stop.off }];
  if (index + 1 === count) return [{ label: row.then, text: stop.last }];
  if (onError === 'next') return [{ label: row.then, text: stop.anyError }];
  return [{ label: row.then, text: onNotFound === 'next' ? stop.notFoundOnly : stop.ends }];
}

/** Whether and where the checksum database is asked, about a module that go.sum does not list. */
export function sumdbText({ asked, because, pattern, host, throughProxies, via, error }: RouteSumdb, words: RouteTexts): string {
  const { sumdb, stop } = words;
  if (!asked)
    return sumdb.notAsked(because === 'file-proxy' ? sumdb.filesOnly : pattern === null ? 'GOSUMDB=off' : stop.by(because, pattern));
  if (error !== null) return sumdb.fails(error);
  const way = throughProxies ? sumdb.throughProxies : sumdb.pastProxies;
  const forward = via?.proxy ? sumdb.through(via.proxy) : '';
  return `${host}${way}${forward}${because === 'toolchain' ? sumdb.always : ''}`;
}
