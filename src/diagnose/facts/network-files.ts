import type { About, FactWords, FileOf, Seen } from './fact.ts';
import { askedServers, dialedAddresses, isOfGit, namedHosts } from './named.ts';

/** Facts from a hosts file: a name of the problem is sent to another address. */
export function hostsFacts({ rows }: FileOf<'hosts'>, about: About, words: FactWords): Seen[] {
  const hosts = namedHosts(about);
  const dialed = dialedAddresses(about);
  for (const { address, names, line } of rows) {
    const host = names.find((name) => hosts.has(name));
    // Another address was tried: this line had no part in it.
    if (host === undefined || host === 'localhost' || (dialed.size > 0 && !dialed.has(address))) continue;
    return [
      { id: 'hosts-file-maps', line, says: words['hosts-file-maps'](host, address), captures: { host: { type: 'host', value: host } } },
    ];
  }
  return [];
}

/** Facts from resolv.conf. */
export function resolvConfFacts({ servers }: FileOf<'resolv.conf'>, about: About, words: FactWords): Seen[] {
  const asked = askedServers(about);
  if (servers.length === 0) return [{ id: 'resolv-file-no-server', line: 1, says: words['resolv-file-no-server'] }];
  const found = servers.find(({ address }) => asked.has(address.replace(/%.*$/, '')));
  return found ? [{ id: 'resolv-file-asked', line: found.line, says: words['resolv-file-asked'] }] : [];
}

/** Facts from a netrc file: whether it has a login for the host that asked for one. */
export function netrcFacts({ machines, fallback }: FileOf<'netrc'>, about: About, words: FactWords): Seen[] {
  const hosts = namedHosts(about);
  if (hosts.size === 0) return [];
  const found = machines.find(({ machine }) =>
    hosts.has(
      machine
        .toLowerCase()
        .replace(/^https:\/\//, '')
        .replace(/[/:].*$/, ''),
    ),
  );
  const [host] = hosts;
  if (found) return [{ id: 'netrc-file-has-host', line: found.line, says: words['netrc-file-has-host'](found.machine) }];
  // curl, which git uses, takes the default; go does not.
  if (fallback && isOfGit(about)) return [];
  const line = fallback?.line ?? machines[0]?.line ?? 1;
  return [{ id: 'netrc-file-lacks-host', line, says: words['netrc-file-lacks-host'](host!, fallback !== null) }];
}

/** Facts from git's configuration: which way it sends git to the host. */
export function gitConfigFacts({ rewrites, proxies }: FileOf<'git config'>, about: About, words: FactWords): Seen[] {
  const seen: Seen[] = [];
  const hosts = namedHosts(about);
  const rewritten = rewrites.find(({ base, insteadOf }) => {
    const host = /^(?:https?|git):\/\/(?:[^/@]*@)?([^/:]+)/.exec(insteadOf)?.[1]?.toLowerCase();
    return host !== undefined && /^(?:ssh:|git\+ssh:|[^/@\s]+@[^/:]+:)/.test(base) && (hosts.has(host) || hosts.has(hostOf(base)));
  });
  if (rewritten)
    seen.push({ id: 'git-config-to-ssh', line: rewritten.line, says: words['git-config-to-ssh'](rewritten.insteadOf, rewritten.base) });
  const proxy = proxies.find(({ host }) => host !== '' && about.texts.some((text) => text.toLowerCase().includes(host.toLowerCase())));
  if (proxy && isOfGit(about)) seen.push({ id: 'git-config-proxy', line: proxy.line, says: words['git-config-proxy'] });
  return seen;
}

function hostOf(base: string): string {
  return (/^[a-z+]+:\/\/(?:[^/@]*@)?([^/:]+)/i.exec(base) ?? /^[^/@\s]+@([^/:]+):/.exec(base))?.[1]?.toLowerCase() ?? '';
}
