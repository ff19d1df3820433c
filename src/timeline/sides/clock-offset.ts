import type { ClientRequest, ProxyRequest } from '../../model/proxy-log.ts';

/** How far the clock of the proxy is ahead of the client's. */
export interface ClockOffset {
  readonly aheadMs: number;
  readonly uncertaintyMs: number;
  /** Requests of the client that agree. */
  readonly pairs: number;
}

interface Interval {
  readonly low: number;
  readonly high: number;
  readonly client: number;
}

const mostClients = 2000;
const mostEach = 64;
/** Clocks of other time zones, and a day that was written wrongly. */
const farthest = 26 * 3_600_000;
/** How long a request lasted whose start was not seen, at most. */
const unseenStart = 120_000;

/**
 * Estimates the offset between two clocks from requests that both sides may have seen, as NTP chooses among servers (Marzullo's algorithm): every possible pair
 * allows an interval of offsets, since the proxy saw the request after the client had sent it and before the client had the answer. Where most requests of the
 * client agree, the offset is; retries and requests of others allow intervals that agree with nothing.
 * @returns null when fewer than two requests agree, and when one side has no times
 */
export function estimateOffset(clients: readonly ClientRequest[], byKey: ReadonlyMap<string, readonly ProxyRequest[]>): ClockOffset | null {
  const intervals = intervalsOf(clients, byKey);
  const edges = intervals
    .flatMap(({ low, high, client }) => [
      { at: low, opens: true, client },
      { at: high, opens: false, client },
    ])
    // Where one ends and another begins at the same point, both hold there.
    .sort((one, other) => one.at - other.at || Number(other.opens) - Number(one.opens));
  const open = new Map<number, number>();
  const steps: { from: number; to: number; agree: number }[] = [];
  for (const [index, { at, opens, client }] of edges.entries()) {
    const count = (open.get(client) ?? 0) + (opens ? 1 : -1);
    if (count === 0) open.delete(client);
    else open.set(client, count);
    const to = edges[index + 1]?.at;
    if (to !== undefined && open.size > 0) steps.push({ from: at, to, agree: open.size });
  }
  if (steps.length === 0) return null;
  let best = 0;
  for (const [index, step] of steps.entries()) if (better(step, steps[best]!)) best = index;
  const { from, to, agree } = steps[best]!;
  if (agree < 2) return null;
  const most = agree * 0.9;
  let [low, high] = [best, best];
  while (low > 0 && steps[low - 1]!.agree >= most && steps[low - 1]!.to === steps[low]!.from) low--;
  while (high < steps.length - 1 && steps[high + 1]!.agree >= most && steps[high]!.to === steps[high + 1]!.from) high++;
  const aheadMs = (from + to) / 2;
  const uncertaintyMs = Math.max(1, aheadMs - steps[low]!.from, steps[high]!.to - aheadMs);
  return { aheadMs: round(aheadMs), uncertaintyMs: round(uncertaintyMs), pairs: agree };
}

/** More agree; among equals the smaller offset, since clocks are more often right than not. */
function better(one: { from: number; to: number; agree: number }, other: { from: number; to: number; agree: number }): boolean {
  if (one.agree !== other.agree) return one.agree > other.agree;
  return Math.abs(one.from + one.to) < Math.abs(other.from + other.to);
}

function intervalsOf(clients: readonly ClientRequest[], byKey: ReadonlyMap<string, readonly ProxyRequest[]>): Interval[] {
  const timed = clients.filter(({ end }) => end !== null);
  const each = Math.max(1, Math.ceil(timed.length / mostClients));
  return timed
    .filter((_, index) => index % each === 0)
    .flatMap((request, client) => {
      const end = request.end!;
      const start = request.start ?? end - unseenStart;
      const near = (byKey.get(request.key) ?? []).filter(({ at }) => at !== null && Math.abs(at - end) <= farthest);
      const kept =
        near.length <= mostEach ? near : [...near].sort((a, b) => Math.abs(a.at! - end) - Math.abs(b.at! - end)).slice(0, mostEach);
      return kept.map(({ at, precision, moment, ms }) => ({
        low: at! - end + (moment === 'start' ? (ms ?? 0) : 0),
        high: Math.max(at! - end, at! + precision - start - (moment === 'end' ? (ms ?? 0) : 0)),
        client,
      }));
    });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
