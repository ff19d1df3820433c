import type { Socket } from 'node:net';
import type { FactId } from '../model/facts.ts';
import { type Failure, failureOf } from './failure.ts';
import { within } from './time.ts';

/** net/http dials these two in the same way: the proxy looks the name up. */
export function isSocks({ protocol }: URL): boolean {
  return protocol === 'socks5:' || protocol === 'socks5h:';
}

// RFC 1928, section 6. What the proxy says of the server is its word; the other codes do not say who is at fault.
const replies: Readonly<Record<number, readonly [fact: FactId | null, text: string]>> = {
  1: [null, 'general SOCKS server failure'],
  2: ['doctor-forward-denied', 'connection not allowed by ruleset'],
  3: [null, 'network unreachable'],
  4: [null, 'host unreachable'],
  5: ['doctor-connect-refused', 'connection refused'],
  6: [null, 'TTL expired'],
  7: [null, 'command not supported'],
  8: [null, 'address type not supported'],
};
const addressBytes: Readonly<Record<number, number>> = { 1: 4, 4: 16 };

/** Asks a SOCKS5 proxy for a way to a server, with the login that stands in the proxy's own URL. @returns null when the way stands */
export async function socksTunnel(socket: Socket, proxy: URL, target: URL, limit: number): Promise<Failure | null> {
  const until = performance.now() + limit;
  const host = target.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = Number(target.port || (target.protocol === 'https:' ? 443 : 80));
  const read = createReader(socket);
  const take = (count: number) => within(Math.max(1, until - performance.now()), read(count));
  const broken = (seen: Error | 'late') => failureOf(seen, 'connect', proxy.host, limit);
  const login = (detail: string): Failure => ({ fact: 'doctor-forward-auth', host: proxy.host, detail });

  socket.write(Buffer.from(proxy.username ? [5, 2, 0, 2] : [5, 1, 0]));
  const choice = await take(2);
  if (choice === 'late' || choice instanceof Error) return broken(choice);
  if (choice[0] !== 5) return { fact: null, host: proxy.host, detail: 'no SOCKS5' };
  if (choice[1] === 0xff || (choice[1] === 2 && !proxy.username)) return login('no login that it takes');
  if (choice[1] === 2) {
    const [user, password] = [proxy.username, proxy.password].map((part) => Buffer.from(decodeURIComponent(part)).subarray(0, 255));
    socket.write(Buffer.from([1, user!.length, ...user!, password!.length, ...password!]));
    const taken = await take(2);
    if (taken === 'late' || taken instanceof Error) return broken(taken);
    if (taken[1] !== 0) return login('the login in its URL is not taken');
  }
  const name = Buffer.from(host).subarray(0, 255);
  socket.write(Buffer.from([5, 1, 0, 3, name.length, ...name, port >> 8, port & 0xff]));
  const reply = await take(4);
  if (reply === 'late' || reply instanceof Error) return broken(reply);
  if (reply[1] !== 0) {
    const [fact, text] = replies[reply[1]!] ?? [null, `reply ${reply[1]}`];
    return { fact, host: target.host, detail: `SOCKS: ${text}` };
  }
  // The address of the proxy's own end and its port.
  const rest = await take(reply[3] === 3 ? 1 : addressBytes[reply[3]!]! + 2);
  if (rest === 'late' || rest instanceof Error) return broken(rest);
  const last = reply[3] === 3 ? await take(rest[0]! + 2) : rest;
  return last === 'late' || last instanceof Error ? broken(last) : null;
}

/** Reads so many bytes; what comes after them stays for whoever reads next. */
function createReader(socket: Socket): (count: number) => Promise<Buffer> {
  return (count) =>
    new Promise((done, failed) => {
      const closed = () => failed(Object.assign(new Error('closed'), { code: 'ECONNRESET' }));
      const look = () => {
        const bytes: unknown = socket.read(count);
        if (!Buffer.isBuffer(bytes)) return;
        socket.off('readable', look);
        socket.off('close', closed);
        socket.off('end', closed);
        socket.off('error', failed);
        if (bytes.length < count) closed();
        else done(bytes);
      };
      socket.on('readable', look);
      socket.once('error', failed);
      socket.once('close', closed);
      socket.once('end', closed);
      look();
    });
}
