import { lookup, Resolver } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { FactId } from '../model/facts.ts';
import { within } from './time.ts';

/** Addresses of a name, or why there are none. */
export type Found = { readonly addresses: readonly string[] } | { readonly fact: FactId; readonly detail: string };

// getaddrinfo says EAI_AGAIN at once for an answer that is an error, and after its own limit for none; resolv.conf(5) begins with 5 s.
const slow = 4000;

/** Asks the system, as go does. */
export async function addressesOf(host: string, limitMs: number): Promise<Found> {
  const bare = host.replace(/^\[(.*)\]$/, '$1');
  if (isIP(bare) !== 0) return { addresses: [bare] };
  const began = performance.now();
  const found = await within(limitMs, lookup(bare, { all: true, order: 'verbatim' }));
  if (found === 'late') return { fact: 'doctor-name-timeout', detail: `${limitMs} ms` };
  if (!(found instanceof Error)) return { addresses: found.map(({ address }) => address) };
  const code = (found as NodeJS.ErrnoException).code ?? found.message;
  if (code === 'ENOTFOUND' || code === 'ENODATA') return { fact: 'doctor-name-unknown', detail: code };
  return { fact: performance.now() - began > slow ? 'doctor-name-timeout' : 'doctor-name-failure', detail: code };
}

/** Asks one name server that somebody named. @returns addresses, sorted; or the code of its answer */
export async function addressesBy(server: string, host: string, limitMs: number): Promise<readonly string[] | string> {
  const resolver = new Resolver({ timeout: Math.min(2000, limitMs), tries: 2 });
  resolver.setServers([server]);
  const both = await within(limitMs, Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]));
  if (both === 'late' || both instanceof Error) return 'ETIMEOUT';
  const addresses = both.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  const failed = both.find((one) => one.status === 'rejected');
  if (addresses.length > 0 || !failed) return addresses.sort();
  return ((failed as PromiseRejectedResult).reason as NodeJS.ErrnoException).code ?? 'ESERVFAIL';
}
