import type { ClientRequest, Pair, ProxyLogFile } from '../../model/proxy-log.ts';
import type { FailedSide, SideRow, Sides } from '../../model/sides.ts';
import { failedSide, leadsOn } from './failed-side.ts';
import { type Joined, joinRequests } from './join.ts';

const mostRows = 200;

/** What both sides say, with the pairs behind it. */
export interface TwoSides {
  readonly file: string;
  readonly joined: Joined;
  readonly report: Sides;
}

/** Joins the client's requests with one log of a proxy. @returns null when the client's log shows no requests */
export function compareSides(
  clients: readonly ClientRequest[],
  log: ProxyLogFile & { readonly name: string },
  words: { readonly because: Readonly<Record<FailedSide, string>> },
): TwoSides | null {
  const joined = joinRequests(clients, log);
  if (joined === null) return null;
  const { host, pairs, clock } = joined;
  const failed = pairs.filter((pair) => failedSide(pair) !== null);
  const first = failed.find((pair) => !leadsOn(pair)) ?? null;
  const side = first && failedSide(first);
  const others = pairs.filter((pair) => !failed.includes(pair));
  return {
    file: log.name,
    joined,
    report: {
      file: log.name,
      formats: [...log.formats],
      host,
      requests: pairs.length,
      joined: pairs.filter(({ proxy }) => proxy !== null).length,
      clock,
      first: first && side && { is: side, because: words.because[side], row: rowOf(first) },
      rows: [...failed, ...others].slice(0, mostRows).map(rowOf),
    },
  };
}

/** A pair as the report shows it. */
function rowOf({ client, proxy }: Pair): SideRow {
  return {
    line: client.line,
    fileLine: proxy?.line ?? null,
    key: client.key.slice(0, 300),
    clientStatus: client.status,
    clientError: client.error?.slice(0, 300) ?? null,
    proxyStatus: proxy?.status ?? null,
    clientMs: client.start !== null && client.end !== null ? client.end - client.start : null,
    proxyMs: proxy?.ms ?? null,
    requestId: proxy?.id ?? null,
  };
}
