import type { ClientRequest, Pair, ProxyLogFile, ProxyRequest } from '../../model/proxy-log.ts';
import { countWhile } from '../../model/sorted.ts';
import { type ClockOffset, estimateOffset } from './clock-offset.ts';

export interface Joined {
  readonly host: string;
  readonly pairs: readonly Pair[];
  readonly clock: ClockOffset | null;
}

/** Most clocks are right to some minutes. */
const likelyApart = 300_000;
/** What clocks and buffers may add to a request. */
const slack = 2000;
/** go prints the answer of a zip when it begins, and a proxy logs it when it has ended. */
const bodySlack = 600_000;

/**
 * Joins the requests of a client with those in the log of a proxy: by what they ask for, then by time, else by order.
 * @returns for the host whose requests the log has most of; null when the client has asked nobody
 */
export function joinRequests(clients: readonly ClientRequest[], { requests, covers }: ProxyLogFile): Joined | null {
  const byKey = group(requests);
  const hosts = [...group(clients, ({ host }) => host)].map(([host, own]) => {
    const clock = estimateOffset(own, byKey);
    const pairs = pair(own, byKey, clock, covers);
    return { host, pairs, clock, joined: pairs.filter(({ proxy }) => proxy !== null).length };
  });
  hosts.sort((one, other) => other.joined - one.joined || (one.host < other.host ? -1 : 1));
  const [best] = hosts;
  return best ?? null;
}

function pair(
  clients: readonly ClientRequest[],
  byKey: ReadonlyMap<string, readonly ProxyRequest[]>,
  clock: ClockOffset | null,
  covers: ProxyLogFile['covers'],
): Pair[] {
  const taken = new Map<ClientRequest, ProxyRequest>();
  for (const [key, own] of group(clients)) {
    const theirs = byKey.get(key) ?? [];
    if (clock === null) inOrder(own, theirs, taken);
    else inTime(own, theirs, clock, taken);
  }
  return clients.map((client) => ({ client, proxy: taken.get(client) ?? null, covered: isCovered(client, clock, covers) }));
}

/** Without an offset the log may have requests of others: only when both sides have as many, at about that time, is it clear which is which. */
function inOrder(own: readonly ClientRequest[], theirs: readonly ProxyRequest[], taken: Map<ClientRequest, ProxyRequest>): void {
  const times = own.flatMap(({ start, end }) => end ?? start ?? []);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const near =
    times.length === 0 ? theirs : theirs.filter(({ at }) => at === null || (at >= first - likelyApart && at <= last + likelyApart));
  if (own.length !== near.length) return;
  for (const [index, client] of own.entries()) taken.set(client, near[index]!);
}

/** Each request takes the nearest one that it may be; the same answer on both sides comes before the nearer one. */
function inTime(
  own: readonly ClientRequest[],
  theirs: readonly ProxyRequest[],
  { aheadMs, uncertaintyMs }: ClockOffset,
  taken: Map<ClientRequest, ProxyRequest>,
): void {
  const timed = theirs.filter((request) => request.at !== null).sort((one, other) => one.at! - other.at! || one.line - other.line);
  const used = new Set<ProxyRequest>();
  for (const client of own) {
    const end = client.end ?? client.start;
    if (end === null) continue;
    const from = (client.start ?? end) + aheadMs - uncertaintyMs - slack;
    const to = end + aheadMs + uncertaintyMs + slack + (client.key.endsWith('.zip') || client.end === null ? bodySlack : 0);
    let best: { request: ProxyRequest; far: number } | null = null;
    for (let index = firstFrom(timed, from - slack); index < timed.length && timed[index]!.at! <= to; index++) {
      const request = timed[index]!;
      if (used.has(request) || request.at! + request.precision < from) continue;
      const other = client.status !== null && request.status !== null && client.status !== request.status ? 10_000 : 0;
      const far = Math.abs(request.at! - end - aheadMs) + other;
      if (best === null || far < best.far) best = { request, far };
    }
    if (best === null) continue;
    used.add(best.request);
    taken.set(client, best.request);
  }
}

/** The first request at or after a time, in a list by time. */
function firstFrom(timed: readonly ProxyRequest[], time: number): number {
  return countWhile(timed.length, (index) => timed[index]!.at! < time);
}

function isCovered({ start, end }: ClientRequest, clock: ClockOffset | null, covers: ProxyLogFile['covers']): boolean {
  const time = end ?? start;
  if (clock === null || covers === null || time === null) return false;
  const there = time + clock.aheadMs;
  return there >= covers.from - clock.uncertaintyMs && there <= covers.to + clock.uncertaintyMs + slack;
}

function group<T extends { readonly key: string }>(all: readonly T[], by: (one: T) => string = ({ key }) => key): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const list = groups.get(by(one));
    if (list) list.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}
