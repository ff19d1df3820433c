import type { HarRequest } from '../../model/evidence.ts';
import type { FactId } from '../../model/facts.ts';
import type { About, FactWords, FileOf, Seen } from './fact.ts';

const urls = /https?:\/\/[^\s"'<>()]{1,2000}/g;
const statuses: readonly (readonly [Extract<FactId, `har-${string}`>, (status: number) => boolean])[] = [
  ['har-needs-login', (status) => status === 401],
  ['har-forbidden', (status) => status === 403],
  ['har-proxy-login', (status) => status === 407],
  ['har-not-found', (status) => status === 404 || status === 410],
  ['har-too-many', (status) => status === 429],
  ['har-server-error', (status) => status >= 500],
  ['har-no-answer', (status) => status === 0],
];

/** Facts from a HAR: what the same request was answered there. */
export function harFacts({ requests }: FileOf<'HAR'>, about: About, words: FactWords): Seen[] {
  const request = sameRequest(requests, about);
  if (request === null) return [];
  const id = request.signIn ? 'har-sign-in' : statuses.find(([, fits]) => fits(request.status))?.[0];
  if (id === undefined) return [];
  return [{ id, line: request.line, says: id === 'har-sign-in' ? words[id] : words[id](request.status) }];
}

/** The request of a URL that the messages name; of several the nearest in time, else the last. */
export function sameRequest(requests: readonly HarRequest[], { texts, time }: About): HarRequest | null {
  const named = new Set(texts.flatMap((text) => [...text.matchAll(urls)].flatMap(([url]) => plain(url))));
  const found = requests.filter(({ url }) => named.has(url));
  const away = ({ at }: HarRequest) => (at === null || time === null ? Infinity : Math.abs(at - time));
  return found.reduce<HarRequest | null>((best, one) => (best === null || away(one) <= away(best) ? one : best), null);
}

function plain(text: string): string[] {
  const url = text.replace(/[:.,;]+$/, '');
  if (!URL.canParse(url)) return [];
  const { protocol, host, pathname } = new URL(url);
  return [`${protocol}//${host}${pathname}`];
}
