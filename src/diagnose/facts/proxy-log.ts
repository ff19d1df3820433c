import { failedSide } from '../../timeline/sides/failed-side.ts';
import type { About, FactWords, FileOf, Seen } from './fact.ts';

/** Facts from the access log of a proxy that was joined with this log: what it has of the request that the problem is about. */
export function proxyLogFacts({ pairs = [], covers, requests }: FileOf<'proxy log'>, { texts }: About, words: FactWords): Seen[] {
  const own = pairs.findLast((pair) => failedSide(pair) !== null && texts.some((text) => text.includes(pair.client.key)));
  if (own === undefined || covers === null) return [];
  const id = `proxy-log-${failedSide(own)!}` as const;
  // Of a request that is not there the last line of the log is shown, which came after it.
  return [{ id, line: own.proxy?.line ?? requests.at(-1)!.line, says: words[id] }];
}
