import type { GoSettings } from './settings.ts';

/** How a request leaves this machine. */
export interface Exit {
  /** The forward proxy, or null for a direct connection. */
  readonly proxy: string | null;
  readonly because: 'HTTP_PROXY' | 'HTTPS_PROXY' | 'NO_PROXY' | 'loopback' | 'not set';
  /** The entry of NO_PROXY that matches. */
  readonly entry: string | null;
}

const ports: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/**
 * The forward proxy that the go command itself uses for a URL. git has rules of its own.
 * Source: golang.org/x/net/http/httpproxy. Localhost and loopback addresses never go through one.
 */
export function exitFor(url: string, settings: Pick<GoSettings, 'HTTP_PROXY' | 'HTTPS_PROXY' | 'NO_PROXY'>): Exit {
  if (!URL.canParse(url)) return { proxy: null, because: 'not set', entry: null };
  const { protocol, hostname, port } = new URL(url);
  const because = protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const proxy = protocol === 'https:' || protocol === 'http:' ? settings[because] : '';
  if (proxy === '') return { proxy: null, because: 'not set', entry: null };
  const host = hostname.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (host === 'localhost' || isLoopback(host)) return { proxy: null, because: 'loopback', entry: null };
  const entry = matchingEntry(settings.NO_PROXY, host, port || ports[protocol]!);
  if (entry !== null) return { proxy: null, because: 'NO_PROXY', entry };
  return { proxy: /^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(proxy) ? proxy : `http://${proxy}`, because, entry: null };
}

function matchingEntry(noProxy: string, host: string, port: string): string | null {
  const address = ipVersion(host) === 0 ? null : toBits(host);
  for (const raw of noProxy.split(',')) {
    const entry = raw.trim().toLowerCase();
    if (entry === '') continue;
    if (entry === '*') return entry;
    if (matches(entry, host, port, address)) return entry;
  }
  return null;
}

function matches(entry: string, host: string, port: string, address: Bits | null): boolean {
  const range = parseRange(entry);
  if (range !== null) return address !== null && contains(range, address);
  const [name, only] = splitPort(entry);
  if (name === '' || (only !== null && only !== '' && only !== port)) return false;
  const own = ipVersion(name) === 0 ? null : toBits(name);
  if (own !== null) return address !== null && own.bits === address.bits;
  if (address !== null) return false;
  // `*.example.com` and `.example.com` cover what is below, `example.com` itself too.
  const suffix = name.startsWith('*.') ? name.slice(1) : name;
  return suffix.startsWith('.') ? host.endsWith(suffix) : host === suffix || host.endsWith(`.${suffix}`);
}

/** Host and port of `host:port` and `[v6]:port`; the port is null when there is none. Source: net.SplitHostPort. */
function splitPort(entry: string): [host: string, port: string | null] {
  const bracketed = /^\[([^\]]*)\]:([^:]*)$/.exec(entry);
  if (bracketed) return [bracketed[1]!, bracketed[2]!];
  const plain = /^([^:[\]]*):([^:]*)$/.exec(entry);
  return plain ? [plain[1]!, plain[2]!] : [entry, null];
}

/** 4, 6, or 0 for a name. Node's own module loads sockets and streams with it, and most runs have only names. */
function ipVersion(host: string): number {
  return /^[\d.]+$/.test(host) || host.includes(':') ? process.getBuiltinModule('node:net').isIP(host) : 0;
}

interface Bits {
  /** IPv4 in its IPv6 form, so that both compare. */
  readonly bits: bigint;
}

function isLoopback(host: string): boolean {
  if (ipVersion(host) === 0) return false;
  const { bits } = toBits(host);
  return bits === 1n || bits >> 24n === 0xffff7fn;
}

function isFour(bits: bigint): boolean {
  return bits >> 32n === 0xffffn;
}

function parseRange(entry: string): { bits: bigint; length: number } | null {
  const found = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(entry);
  if (!found || ipVersion(found[1]!) === 0) return null;
  const four = ipVersion(found[1]!) === 4;
  const length = Number(found[2]);
  if (length > (four ? 32 : 128) || (found[2]!.length > 1 && found[2]!.startsWith('0'))) return null;
  return { bits: toBits(found[1]!).bits, length: length + (four ? 96 : 0) };
}

function contains(range: { bits: bigint; length: number }, { bits }: Bits): boolean {
  const rest = BigInt(128 - range.length);
  // A range of IPv6 holds no IPv4 address, whatever its length.
  return isFour(range.bits) === isFour(bits) && range.bits >> rest === bits >> rest;
}

function toBits(address: string): Bits {
  const dotted = /^(.*?)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  if (dotted) {
    const last = dotted.slice(2, 6).reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);
    if (dotted[1] === '') return { bits: (0xffffn << 32n) | last };
    const hex = [last >> 16n, last & 0xffffn].map((part) => part.toString(16)).join(':');
    return toBits(`${dotted[1]}${hex}`);
  }
  const [head, tail] = address.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const groups = tail === undefined ? head! : [...head!, ...Array<string>(8 - head!.length - tail.length).fill('0'), ...tail];
  return { bits: groups.reduce((sum, part) => (sum << 16n) | BigInt(`0x${part}`), 0n) };
}
