import type { BesideRow, BesideWords } from './beside.ts';
import type { About, FileOf } from './facts/fact.ts';
import { dialedAddresses, namedHosts } from './facts/named.ts';
import { dialedPorts } from './facts/transcript.ts';

/** What traceroute and lists of packet filters say about the host of a problem: mostly that they decide nothing, and what does. */
export function ofTranscript({ notes }: FileOf<'transcript'>, about: About, words: BesideWords): BesideRow[] {
  const hosts = new Set([...namedHosts(about), ...dialedAddresses(about)]);
  const command = deciding(hosts, about.texts);
  if (command === null) return [];
  const ports = dialedPorts(about.texts);
  return notes.flatMap(({ what, line, host, address, detail }): BesideRow[] => {
    const concerns =
      what === 'rules-inbound' ||
      (what.startsWith('rules-')
        ? ports.has(detail ?? '') && !explains(what, about.texts)
        : hosts.has(host ?? '') || hosts.has(address ?? ''));
    return concerns ? [[line, words.route[what](detail, command)]] : [];
  });
}

/** A rule that does what the messages say has weight with their cause, and needs no second word. */
function explains(what: string, texts: readonly string[]): boolean {
  if (what !== 'rules-drop' && what !== 'rules-reject') return false;
  return texts.some((text) => (what === 'rules-drop' ? /timeout|timed out/i : /refused/i).test(text));
}

/** The command that goes the same way as go does; null for a problem that is about no host. */
function deciding(hosts: ReadonlySet<string>, texts: readonly string[]): string | null {
  const host =
    [...hosts].find((one) => /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/.test(one) && /[a-z]/.test(one)) ??
    [...hosts].find((one) => /^[0-9.]{7,15}$/.test(one));
  if (host === undefined) return null;
  const overSsh = texts.some((text) => /\bssh:|port 22\b|git@/.test(text)) && !texts.some((text) => text.includes('https://'));
  return overSsh ? `ssh -v -o ConnectTimeout=20 -T git@${host}` : `curl -sS -o /dev/null -m 20 https://${host}/`;
}
