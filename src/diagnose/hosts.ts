const inUrl = /\b(?:https?|ssh|git\+ssh):\/\/(?:[^\s/@"']{1,200}@)?(\[[0-9a-f:.]{2,45}\]|[A-Za-z0-9][A-Za-z0-9.-]{0,252})/gi;
// net.OpError and net.DNSError of Go: `dial tcp 192.0.2.7:443`, `dial tcp: lookup host on 192.0.2.53:53`; addresses of git as scp has them.
const asked =
  /\bdial tcp (\[[0-9a-f:.]{2,45}\]|[0-9.]{7,15}):\d|\blookup ([A-Za-z0-9][A-Za-z0-9.-]{0,252}?)(?: on |:)|\b[\w-]{1,40}@([A-Za-z0-9][A-Za-z0-9.-]{0,252}): /g;
const longest = 16_384;

/** Hosts and addresses that messages name, lower case, without ports and brackets. The quoted answer of a server is about others. */
export function hostsOf(named: readonly (string | null)[], texts: readonly string[]): Set<string> {
  const hosts = new Set<string>();
  const add = (text: string | null | undefined) => {
    const bare = text?.toLowerCase().replace(/^\[([0-9a-f:.]+)\](?::\d{1,5})?$/, '$1');
    const host = bare?.replace(/^([^:]+):\d{1,5}$/, '$1').replace(/\.$/, '');
    if (host) hosts.add(host);
  };
  named.forEach(add);
  for (const text of texts) {
    const own = text.includes('server response:') ? text.split(/\n\s{0,8}server response:/, 1)[0]! : text;
    const said = own.slice(0, longest);
    if (said.includes('://')) for (const [, host] of said.matchAll(inUrl)) add(host);
    for (const [, ...found] of said.matchAll(asked)) found.forEach(add);
  }
  return hosts;
}
