import type { HarFile } from '../../model/evidence.ts';
import type { ProxyLogFile, ProxyRequest } from '../../model/proxy-log.ts';
import { requestKey } from './request-key.ts';

/**
 * The requests of a HAR in the form of an access log: a recording proxy stood between go and the servers. What a browser has asked is no request of go.
 * @returns null when nothing in it can be of go; `sure`: a request names go as its program
 */
export function recordedRequests({ requests }: HarFile): { readonly log: ProxyLogFile; readonly sure: boolean } | null {
  const own = requests.filter(({ agent }) => agent !== 'other');
  const found = own.flatMap(({ url, method, at, ms, status, line }): ProxyRequest[] => {
    const key = requestKey(url);
    if (key === null) return [];
    const unanswered = status === 0;
    return [
      {
        line,
        method,
        key,
        status: unanswered ? null : status,
        at,
        precision: 1,
        moment: 'start',
        ms,
        id: null,
        upstream: unanswered ? 0 : null,
        aborted: false,
      },
    ];
  });
  if (found.length === 0) return null;
  const times = found.flatMap(({ at, ms }) => (at === null ? [] : [at, at + (ms ?? 0)]));
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const time of times) [from, to] = [Math.min(from, time), Math.max(to, time)];
  const log: ProxyLogFile = { kind: 'proxy log', formats: ['HAR'], requests: found, covers: times.length > 0 ? { from, to } : null };
  return { log, sure: own.some(({ agent }) => agent === 'go') };
}
