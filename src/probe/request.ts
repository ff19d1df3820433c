import { type IncomingHttpHeaders, request as requestHttp } from 'node:http';
import { basic, connect, type Target } from './connection.ts';
import { type Failure, failureOf } from './failure.ts';
import { isSocks } from './socks.ts';
import { within } from './time.ts';

/** What a server answered, as far as it was read. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** At most 64 KiB. */
  readonly body: string;
  readonly ms: number;
}

const mostBody = 1 << 16;

/** Connects to a server and closes the connection again. @returns its addresses, of the forward proxy where there is one */
export async function reach(
  target: Target,
  trust: readonly string[],
  limitMs: number,
): Promise<{ readonly addresses: readonly string[] } | { readonly failure: Failure }> {
  const connected = await connect(target, trust, performance.now() + limitMs);
  if ('failure' in connected) return connected;
  connected.socket.destroy();
  return { addresses: connected.addresses };
}

/**
 * One GET. Redirects are not followed, no cookie is kept; a login is sent only where it stands in the URL itself, over https.
 */
export async function ask(target: Target, trust: readonly string[], limitMs: number): Promise<Answer | { readonly failure: Failure }> {
  const began = performance.now();
  const connected = await connect(target, trust, began + limitMs);
  if ('failure' in connected) return connected;
  const { socket } = connected;
  const url = new URL(target.url);
  const left = limitMs - (performance.now() - began);
  const plain = url.protocol === 'http:' && target.forward !== null && !isSocks(new URL(target.forward));
  const forward = plain ? new URL(target.forward!) : null;
  const answered = await within(
    left,
    new Promise<Answer>((done, failed) => {
      const headers = {
        host: url.host,
        'user-agent': 'modwhy-doctor',
        connection: 'close',
        ...(url.username && url.protocol === 'https:' ? { authorization: `Basic ${basic(url)}` } : {}),
        ...(forward?.username ? { 'proxy-authorization': `Basic ${basic(forward)}` } : {}),
      };
      const path = plain ? `http://${url.host}${url.pathname}${url.search}` : `${url.pathname}${url.search}`;
      const call = requestHttp({ createConnection: () => socket, method: 'GET', path, headers }, (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        const finish = () =>
          done({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).subarray(0, mostBody).toString(),
            ms: Math.round(performance.now() - began),
          });
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          size += chunk.length;
          if (size >= mostBody) finish();
        });
        response.on('end', finish);
        response.on('error', failed);
      });
      call.on('error', failed);
      call.end();
    }),
  );
  socket.destroy();
  if (answered !== 'late' && !(answered instanceof Error)) return answered;
  return { failure: failureOf(answered, 'answer', url.host, left) };
}
