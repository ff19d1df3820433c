import type { About } from './fact.ts';

const response = /\n?\s{0,8}server response:/;
const urls = /\b(?:https?|ssh|git\+ssh):\/\/(?:[^\s/"'@]{1,200}@)?([A-Za-z0-9][A-Za-z0-9.-]{0,252})/g;
// Go's resolver, curl below git, ssh, and git's short form of an ssh address.
const others =
  /\blookup ([A-Za-z0-9][A-Za-z0-9.-]{0,252})(?=[ :])|\b(?:[Cc]ould not resolve (?:host(?:name)?:?|proxy:)|[Ff]ailed to connect to|[Cc]onnect to host|ssh: connect to host) ([A-Za-z0-9][A-Za-z0-9.-]{0,252})|(?<![\w.-])git@([A-Za-z0-9][A-Za-z0-9.-]{0,252})[:']/g;
const dialed = /\bdial (?:tcp|udp)[46]? (?:\[([0-9a-f:.]{2,45})(?:%\w{1,20})?\]|((?:\d{1,3}\.){3}\d{1,3})):\d{1,5}/g;
const asked = /\blookup \S{1,253} on (?:\[([0-9a-f:.]{2,45})(?:%\w{1,20})?\]|((?:\d{1,3}\.){3}\d{1,3})):\d{1,5}/g;

/** What this machine itself saw: what a server quotes happened elsewhere. */
function seenHere({ texts }: About): string[] {
  return texts.map((text) => {
    const at = text.search(response);
    return at < 0 ? text : text.slice(0, at);
  });
}

/** Hosts that the messages name, in small letters. */
export function namedHosts(about: About): Set<string> {
  const found = seenHere(about).flatMap((text) => [...text.matchAll(urls), ...text.matchAll(others)]);
  return new Set(found.map(([, one, two, three]) => (one ?? two ?? three)!.replace(/\.$/, '').toLowerCase()));
}

/** Addresses that a connection was tried with. */
export function dialedAddresses(about: About): Set<string> {
  return addresses(about, dialed);
}

/** Addresses of the name servers that were asked. */
export function askedServers(about: About): Set<string> {
  return addresses(about, asked);
}

function addresses(about: About, pattern: RegExp): Set<string> {
  return new Set(seenHere(about).flatMap((text) => [...text.matchAll(pattern)].map(([, six, four]) => (six ?? four)!)));
}

/** The messages are git's, which has credentials, proxies and certificates of its own. */
export function isOfGit({ texts }: About): boolean {
  return texts.some((text) => /\bgit |^\s*fatal: |terminal prompts disabled|\bremote: |Permission denied \(publickey/m.test(text));
}
