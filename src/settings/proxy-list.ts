import type { MeaningId } from './meanings.ts';
import { onlyIn } from './patterns.ts';

interface Entry {
  /** Without credentials and a slash at the end; https where no scheme stands. */
  readonly server: string;
  readonly credentials: boolean;
  readonly separator: string;
}

export interface ListDifference {
  readonly meaning: MeaningId;
  readonly onlyA: readonly string[];
  readonly onlyB: readonly string[];
}

/** What a difference of GOPROXY means: which servers, in which order, after which error. Null when there is none. */
export function compareProxyLists(a: string, b: string): ListDifference | null {
  if (a === b) return null;
  const [left, right] = [entries(a), entries(b)];
  const [serversA, serversB] = [new Set(left.map(({ server }) => server)), new Set(right.map(({ server }) => server))];
  const only = { onlyA: onlyIn(serversA, serversB), onlyB: onlyIn(serversB, serversA) };
  const answer = (meaning: MeaningId): ListDifference => ({ meaning, ...only });
  if (isRefused(left) !== isRefused(right)) return answer('proxy-invalid');
  if (isOff(left) !== isOff(right)) return answer('proxy-off');
  if (isDirect(left) !== isDirect(right)) return answer('proxy-direct');
  if (only.onlyA.length > 0 && only.onlyB.length > 0) return answer('proxy-other');
  if (only.onlyA.length + only.onlyB.length > 0) return answer('proxy-fewer');
  if (left.some(({ credentials }) => credentials) !== right.some(({ credentials }) => credentials)) return answer('proxy-credentials');
  if (left.some(({ server }, index) => right[index]?.server !== server)) return answer('proxy-order');
  if (left.some(({ separator }, index) => right[index]?.separator !== separator)) return answer('proxy-separator');
  return answer(left.some(({ credentials }) => credentials) ? 'proxy-credentials' : 'same-meaning');
}

// cmd/go/internal/modfetch/proxy.go, proxyList: blanks around an entry and empty entries do not count, and what stands behind `direct` or `off` is never asked.
function entries(list: string): Entry[] {
  const all: Entry[] = [];
  for (const part of list.split(/(?<=[,|])/)) {
    const separator = /[,|]$/.exec(part)?.[0] ?? '';
    const text = part.slice(0, part.length - separator.length).trim();
    if (text === '') continue;
    if (text === 'direct' || text === 'off') return [...all, { server: text, credentials: false, separator: '' }];
    const [, scheme = 'https://', user, rest] = /^([a-z+]{1,20}:\/\/)?([^/@]*@)?(.*)$/i.exec(text)!;
    all.push({ server: `${scheme.toLowerCase()}${rest!.replace(/\/+$/, '')}`, credentials: user !== undefined, separator });
  }
  const last = all.at(-1);
  return last ? [...all.slice(0, -1), { ...last, separator: '' }] : all;
}

const isRefused = (list: readonly Entry[]) => list.length === 0 || list.some(({ server }) => /^(?!https?:|file:)[a-z+]+:\/\//.test(server));
const isOff = (list: readonly Entry[]) => list[0]?.server === 'off';
const isDirect = (list: readonly Entry[]) => list[0]?.server === 'direct';
