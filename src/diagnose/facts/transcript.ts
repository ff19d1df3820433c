import type { Sighting, SightingKind } from '../../model/transcript.ts';
import type { About, FactWords, FileOf, Seen } from './fact.ts';

/** Facts from what programs showed of the host that the problem is about; other hosts prove nothing about it. */
export function transcriptFacts({ sightings }: FileOf<'transcript'>, { hosts, texts }: About, words: FactWords): Seen[] {
  if (hosts.size === 0) return [];
  const addresses = new Set([
    ...hosts,
    ...sightings.flatMap((one) => (isOf(one, hosts, null) && one.address !== null ? [one.address] : [])),
  ]);
  const asked = dialedPorts(texts);
  const own = sightings.filter((one) =>
    one.host === null && one.address === null ? asked.has(one.detail ?? '') : isOf(one, hosts, addresses),
  );
  const kinds = new Map<SightingKind, Sighting>();
  // The last try counts, where one was repeated.
  for (const one of own) kinds.set(one.what, one);
  const [known, unknown] = [kinds.get('resolves'), kinds.get('no-such-name')];
  const seen: Seen[] = [];
  if (known && unknown && known.detail !== unknown.detail) {
    kinds.delete('resolves');
    kinds.delete('no-such-name');
    seen.push({ id: 'host-name-disputed', line: unknown.line, says: words['host-name-disputed'](known.detail, unknown.detail) });
  }
  for (const [what, { line, detail }] of kinds) {
    // Any answer shows that the way is open; a status only speaks of the one that go got.
    const id =
      what === 'answers' && !texts.some((text) => detail !== null && text.includes(`: ${detail} `))
        ? 'host-reached'
        : (`host-${what}` as const);
    seen.push({ id, line, says: words[id](detail) });
  }
  return seen;
}

function isOf({ host, address }: Sighting, hosts: ReadonlySet<string>, addresses: ReadonlySet<string> | null): boolean {
  if (host !== null) return hosts.has(host);
  return address !== null && (addresses ?? hosts).has(address);
}

/** Ports that messages name, else those of their URLs. */
export function dialedPorts(texts: readonly string[]): ReadonlySet<string> {
  const named = texts.flatMap((text) => /\bdial tcp \S{1,253}:(\d{1,5})\b|\bport (\d{1,5})\b/.exec(text)?.slice(1) ?? []);
  const ports = named.filter((port) => port !== undefined);
  if (ports.length > 0) return new Set(ports);
  const schemes = { 'https://': '443', 'http://': '80', 'ssh://': '22', 'git@': '22' };
  return new Set(Object.entries(schemes).flatMap(([sign, port]) => (texts.some((text) => text.includes(sign)) ? [port] : [])));
}
