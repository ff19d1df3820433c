import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { type Listening, listen } from './listen.ts';

/** What the proxy does for a host: leads to the lab's TLS server, to its server without TLS, or refuses. */
export type Tunnel = 'tls' | 'plain' | 'eof' | 'auth' | 'forbidden' | 'bad-gateway';

const REFUSALS: Readonly<Record<string, string>> = {
  auth: '407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="corp"',
  forbidden: '403 Forbidden',
  'bad-gateway': '502 Bad Gateway',
};

/** An HTTPS_PROXY that sends every host to the lab, whatever its name; `tunnels` has the exceptions, `*` is for all hosts. */
export function startConnectProxy(
  tunnels: Readonly<Record<string, Tunnel>>,
  ports: { readonly tls: number; readonly plain: number },
): Promise<Listening> {
  const server = createServer((_, response) => response.writeHead(400).end());
  server.on('connect', (request, duplex, head) => {
    const socket = duplex as Socket;
    const host = (request.url ?? '').replace(/:\d+$/, '');
    const tunnel = tunnels[host] ?? tunnels['*'] ?? 'tls';
    socket.on('error', () => {});
    if (tunnel === 'eof') return void socket.destroy();
    if (tunnel !== 'tls' && tunnel !== 'plain') return void socket.end(`HTTP/1.1 ${REFUSALS[tunnel]}\r\nContent-Length: 0\r\n\r\n`);
    const target = connect(ports[tunnel], '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      target.pipe(socket);
      socket.pipe(target);
    });
    target.on('error', () => socket.destroy());
    socket.on('close', () => target.destroy());
  });
  return listen(server);
}
