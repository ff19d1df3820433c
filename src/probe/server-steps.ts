import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { fileURLToPath } from 'node:url';
import { withoutUser } from '../route/plan.ts';
import type { Stop } from '../route/route.ts';
import type { Target } from './connection.ts';
import { failed, learned, ofFailure, ofProxyAnswer } from './learn.ts';
import { addressesBy, addressesOf } from './name.ts';
import { ask, reach } from './request.ts';
import { isSocks } from './socks.ts';
import type { Conduct, Learned, World } from './tree.ts';

/** Whether a forward proxy takes connections. */
export function forwardStep(world: World, url: string, shown: string, conduct: Conduct): Promise<Learned> {
  const { words, trust } = world;
  const host = URL.canParse(url) ? new URL(url).host : shown;
  const step = { id: `forward:${host}`, phase: 'reach', question: 'forward', does: words.does.connect(host), host, onWay: true } as const;
  return conduct(step, async (limit) => {
    if (!URL.canParse(url)) return learned('undecided', 'error', words.learned.odd(host, shown), host);
    if (!/^https?:/.test(url) && !isSocks(new URL(url)))
      return learned('undecided', 'open', words.learned.odd(host, shown.replace(/:.*/, ':')), host);
    const seen = await reach({ url: new URL('/', url).href, forward: null }, trust, limit);
    if (!('failure' in seen)) return learned('ok', 'open', words.learned.forwardTakes(host), host);
    const { fact, detail } = seen.failure;
    return fact === null ? ofFailure(world, seen.failure) : failed(world, 'doctor-forward-unreachable', host, detail);
  });
}

/** Whether a server of the route takes connections, with a certificate that is trusted. */
export function reachStep(
  world: World,
  stop: Stop,
  down: ReadonlySet<string>,
  phase: 'reach' | 'fallback',
  ended: boolean,
  conduct: Conduct,
): Promise<Learned> {
  const { words, trust } = world;
  const target = targetOf(stop);
  if (target === null || stop.url!.startsWith('file:')) return folderStep(world, stop, conduct);
  const { host, protocol } = new URL(target.url);
  const does = protocol === 'https:' ? words.does.connectTls(host) : words.does.connect(host);
  const shown = target.forward === null ? does : words.does.through(does, withoutUser(target.forward));
  const step = {
    id: `reach:${host}`,
    phase,
    question: 'reachable',
    does: ended ? words.does.offPath(shown) : shown,
    host,
    onWay: !ended,
  } as const;
  return conduct(step, async (limit) => {
    if (target.forward !== null && down.has(target.forward)) return learned('left-out', 'error', words.learned.forwardDown, host);
    const seen = await reach(target, trust, limit);
    if ('failure' in seen) return byHostsFile(world, target, ofFailure(world, seen.failure));
    return learned('ok', 'open', words.learned.connected(host, seen.addresses.slice(0, 4).join(', ')), host);
  });
}

/** Go looks into the hosts file before it asks a name server: what failed behind such a line is this machine's own doing. */
function byHostsFile({ words, hosts }: World, { url, forward }: Target, seen: Learned): Learned {
  const { hostname } = new URL(url);
  const row = forward === null ? hosts?.rows.find(({ names }) => names.includes(hostname.toLowerCase())) : undefined;
  if (!row || hostname === 'localhost' || seen.outcome !== 'failed') return seen;
  return { ...seen, also: 'hosts-file-maps', says: `${seen.says}; ${words.learned.byHosts(hostname, row.address, hosts!.name, row.line)}` };
}

function folderStep({ words }: World, { url }: Stop, conduct: Conduct): Promise<Learned> {
  // What stands behind `@v` is a file of the module; the folder itself is what may be missing.
  const folder = url === null ? '' : fileURLToPath(url.replace(/\/[^/]*\.[^/]*\/.*$/, '') || url);
  const step = { id: `reach:${folder}`, phase: 'reach', question: 'reachable', does: folder, host: null, onWay: true } as const;
  return conduct(step, async () =>
    existsSync(folder)
      ? learned('ok', 'open', words.learned.folder(folder))
      : learned('undecided', 'error', words.learned.noFolder(folder)),
  );
}

/** Asks a module proxy about the module. */
export async function askStep(world: World, stop: Stop, ended: boolean, conduct: Conduct): Promise<Learned> {
  const { trust } = world;
  const target = targetOf(stop);
  if (target === null || stop.url!.startsWith('file:')) return fileStep(world, stop, conduct);
  const url = new URL(target.url);
  const step = {
    id: `ask:${url.host}`,
    phase: ended ? 'fallback' : 'proxy',
    question: 'answers',
    does: shownRequest(world, target, ended),
    host: url.host,
    onWay: !ended,
  } as const;
  return conduct(step, async (limit) => {
    const answer = await ask(target, trust, limit);
    return 'failure' in answer ? ofFailure(world, answer.failure) : ofProxyAnswer(world, url, answer, !ended && stop.onNotFound !== 'next');
  });
}

function fileStep({ words }: World, { url }: Stop, conduct: Conduct): Promise<Learned> {
  const file = fileURLToPath(url!);
  const step = { id: `ask:${file}`, phase: 'proxy', question: 'answers', does: file, host: null, onWay: true } as const;
  return conduct(step, async () =>
    existsSync(file)
      ? learned('ok', 'found', words.learned.hasModule('file', 0))
      : learned('undecided', 'not-found', words.learned.noFolder(file)),
  );
}

/** `GET https://…, through http://…` */
export function shownRequest({ words }: World, { url, forward }: Target, ended: boolean): string {
  let shown = `GET ${withoutUser(url)}`;
  if (new URL(url).username) shown = words.does.withLogin(shown);
  if (forward !== null) shown = words.does.through(shown, withoutUser(forward));
  return ended ? words.does.offPath(shown) : shown;
}

export function targetOf({ url, exit }: Pick<Stop, 'url' | 'exit'>): Target | null {
  return url === null || !URL.canParse(url) ? null : { url, forward: exit?.proxy ?? null };
}

/** Compares what the system says of a name with what a name server says that the user named. */
export async function resolverStep(world: World, stop: Stop, server: string, conduct: Conduct): Promise<void> {
  const { words } = world;
  const { host, hostname } = new URL(stop.url!);
  if (isIP(hostname.replace(/^\[(.*)\]$/, '$1')) !== 0 || hostname === '') return;
  const step = {
    id: `resolver:${host}`,
    phase: 'reach',
    question: 'second-resolver',
    does: words.does.resolver(hostname, server),
    host,
    onWay: true,
  } as const;
  await conduct(step, async (limit) => {
    const [own, other] = await Promise.all([addressesOf(hostname, limit), addressesBy(server, hostname, limit)]);
    const system = 'addresses' in own ? [...own.addresses].sort() : own.detail;
    const text = (one: readonly string[] | string) =>
      typeof one === 'string' ? words.learned.noAddress(one) : one.length === 0 ? words.learned.noAddress('0') : one.join(', ');
    if (String(system) === String(other)) return learned('ok', 'open', words.learned.sameAddresses(text(system)), host);
    const inside = (one: readonly string[] | string) => typeof one !== 'string' && one.length > 0 && one.every(isPrivate);
    const bent = inside(system) && !inside(other);
    return learned(
      'undecided',
      'open',
      (bent ? words.learned.privateAddress : words.learned.otherAddresses)(text(system), text(other)),
      host,
    );
  });
}

// RFC 1918, RFC 6598, RFC 4193, loopback and unspecified.
function isPrivate(address: string): boolean {
  return /^(?:10\.|127\.|0\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|::1?$|f[cd])/i.test(address);
}
