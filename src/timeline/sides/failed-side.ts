import type { Pair } from '../../model/proxy-log.ts';
import type { FailedSide } from '../../model/sides.ts';

/**
 * On which side a request failed.
 * @returns null when it did not fail, or when the two logs do not show it
 */
export function failedSide({ client, proxy, covered }: Pair): FailedSide | null {
  const { status, error } = client;
  if (status !== null && status < 400) return null;
  if (status === null && error === null) return null;
  if (proxy === null) return covered ? 'not-reached' : null;
  if (proxy.aborted) return 'client-left';
  if (proxy.status === null) return proxy.upstream === 0 ? 'upstream' : null;
  // Without an offset of the clocks it may be the request of somebody else, so what differs shows nothing.
  if (proxy.status < 400 && !covered) return null;
  if (proxy.status < 400) return status === null ? 'answered' : 'changed';
  if (status !== null && status !== proxy.status) return covered ? 'changed' : null;
  // RFC 9110: 502 and 504 are about the server behind; 503 mostly is.
  if (proxy.status === 502 || proxy.status === 504 || (proxy.upstream !== null && (proxy.upstream === 0 || proxy.upstream >= 500)))
    return 'upstream';
  return 'proxy';
}

/** Go goes on to the next proxy after these, and asks for parents of a package that are no modules: https://go.dev/ref/mod#goproxy-protocol */
export function leadsOn({ client: { status } }: Pair): boolean {
  return status === 404 || status === 410;
}
