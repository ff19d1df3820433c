import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { FactId } from '../model/facts.ts';
import { mayAskAddress, mayAskHost } from './address.ts';
import { type Failure, failureOf } from './failure.ts';
import { addressesOf } from './name.ts';
import { isSocks, socksTunnel } from './socks.ts';
import { within } from './time.ts';

/** Where a request goes, and through what. */
export interface Target {
  readonly url: string;
  /** A forward proxy, perhaps with a login in it, which goes to that very host only; null: straight there. */
  readonly forward: string | null;
}

/** A connection that stands, or why there is none. */
export type Connected = { readonly socket: Socket; readonly addresses: readonly string[] } | { readonly failure: Failure };

const mostAddresses = 4;
const usualPorts: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443, 'socks5:': 1080, 'socks5h:': 1080 };

/** Connects by name, address, forward proxy and TLS, each within what is left of the time. A closed address is never connected to. */
export async function connect({ url, forward }: Target, trust: readonly string[], until: number): Promise<Connected> {
  const left = () => Math.max(1, until - performance.now());
  const target = new URL(url);
  const first = forward === null ? target : new URL(forward);
  for (const host of new Set([target.hostname, first.hostname]))
    if (!mayAskHost(host)) return { failure: { fact: null, host, detail: 'link-local or metadata address' } };
  const socks = forward !== null && isSocks(first);
  if (forward !== null && !socks && !/^https?:$/.test(first.protocol))
    return { failure: { fact: null, host: first.host, detail: `${first.protocol}//` } };
  const opened = await openFirst(first, trust, left);
  if ('failure' in opened) return forward === null ? opened : { failure: atForward(opened.failure) };
  let { socket } = opened;
  if (forward !== null && (socks || target.protocol === 'https:')) {
    const refused = await (socks ? socksTunnel : tunnel)(socket, first, target, left());
    if (refused) {
      socket.destroy();
      return { failure: refused };
    }
  }
  if (target.protocol === 'https:' && forward !== null) {
    const secured = await secure(socket, target, trust, left());
    if ('failure' in secured) return secured;
    socket = secured.socket;
  }
  return { socket, addresses: opened.addresses };
}

async function openFirst(first: URL, trust: readonly string[], left: () => number): Promise<Connected> {
  const found = await addressesOf(first.hostname, left());
  if ('fact' in found) return { failure: { ...found, host: first.hostname } };
  const open = found.addresses.filter(mayAskAddress);
  if (open.length === 0) return { failure: { fact: null, host: first.hostname, detail: 'link-local or metadata address' } };
  let failure: Failure | null = null;
  for (const address of open.slice(0, mostAddresses)) {
    const socket = connectTcp({ host: address, port: Number(first.port || usualPorts[first.protocol]) });
    // What is said of it later interests nobody.
    socket.on('error', () => {});
    const limit = left();
    const event = await within(limit, once(socket, 'connect'));
    if (event === undefined) {
      if (first.protocol !== 'https:') return { socket, addresses: found.addresses };
      const secured = await secure(socket, first, trust, left());
      return 'failure' in secured ? secured : { socket: secured.socket, addresses: found.addresses };
    }
    socket.destroy();
    // The first address says most: a second one is often IPv6 that leads nowhere.
    failure ??= failureOf(event, 'connect', first.host, limit);
    if (event === 'late') break;
  }
  return { failure: failure! };
}

/** Waits for an event, or for the error or the end that comes in its place. */
function once(socket: Socket, name: string): Promise<undefined> {
  return new Promise((done, failed) => {
    socket.once(name, () => done(undefined));
    socket.once('error', failed);
    socket.once('close', () => failed(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
  });
}

async function secure(socket: Socket, { hostname, host }: URL, trust: readonly string[], limit: number): Promise<Connected> {
  const bare = hostname.replace(/^\[(.*)\]$/, '$1');
  const isName = !/^[\d.]+$|:/.test(bare);
  const secured = connectTls({ socket, host: bare, ca: [...trust], ALPNProtocols: ['http/1.1'], ...(isName ? { servername: bare } : {}) });
  secured.on('error', () => {});
  const event = await within(limit, once(secured, 'secureConnect'));
  if (event === undefined) {
    // Without alternative names go takes no certificate; crypto/x509, VerifyHostname.
    if (secured.getPeerCertificate().subjectaltname !== undefined) return { socket: secured, addresses: [] };
    secured.destroy();
    return { failure: { fact: 'doctor-certificate-name', host, detail: 'no subject alternative name' } };
  }
  secured.destroy();
  socket.destroy();
  return { failure: failureOf(event, 'tls', host, limit) };
}

/** CONNECT, with the login that stands in the proxy's own URL. RFC 9110, section 9.3.6. */
async function tunnel(socket: Socket, proxy: URL, target: URL, limit: number): Promise<Failure | null> {
  const authority = `${target.hostname}:${target.port || 443}`;
  const login = proxy.username ? `Proxy-Authorization: Basic ${basic(proxy)}\r\n` : '';
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${login}\r\n`);
  const head = await within(limit, readHead(socket));
  if (head === 'late' || head instanceof Error) return failureOf(head, 'connect', target.host, limit);
  const status = /^HTTP\/1\.[01] (\d{3})[^\r\n]{0,100}/.exec(head);
  if (status?.[1] === '200') return null;
  const fact: FactId = status?.[1] === '407' ? 'doctor-forward-auth' : 'doctor-forward-denied';
  return { fact, host: fact === 'doctor-forward-auth' ? proxy.host : target.host, detail: status?.[0] ?? 'no HTTP' };
}

export function basic({ username, password }: URL): string {
  return Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
}

const longestHead = 1 << 14;

function readHead(socket: Socket): Promise<string> {
  return new Promise((done, failed) => {
    let head = '';
    const finish = () => {
      socket.off('data', take);
      socket.pause();
    };
    const take = (chunk: Buffer) => {
      head += chunk.toString('latin1');
      if (!head.includes('\r\n\r\n') && head.length < longestHead) return;
      finish();
      done(head);
    };
    socket.on('data', take);
    socket.once('error', failed);
    socket.once('close', () => (head === '' ? failed(Object.assign(new Error('closed'), { code: 'ECONNRESET' })) : done(head)));
  });
}

/** The forward proxy itself was not reached. */
function atForward(failure: Failure): Failure {
  return failure.fact === null ? failure : { ...failure, fact: 'doctor-forward-unreachable', detail: failure.detail };
}
