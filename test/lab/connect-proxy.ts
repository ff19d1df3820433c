import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { type Listening, listen } from './listen.ts';
import type { TlsFault } from './tls-faults.ts';

/** What the proxy does for a host: leads to the lab's TLS server, to its server without TLS or with a fault, or refuses. */
export type Tunnel = Route | Refusal;
type Route = 'tls' | 'plain' | TlsFault;
type Refusal = 'eof' | 'hang' | 'html' | keyof typeof REFUSALS;

const REFUSALS = {
  auth: '407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="corp"',
  forbidden: '403 Forbidden',
  'bad-gateway': '502 Bad Gateway',
  unavailable: '503 Service Unavailable',
  timeout: '504 Gateway Timeout',
} as const;

const SIGN_IN = 'HTTP/1.1 302 Found\r\nLocation: https://login.corp.example.com/\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n';

/** An HTTPS_PROXY that sends every host to the lab, whatever its name; `tunnels` has the exceptions, `*` is for all hosts. */
export function startConnectProxy(
  tunnels: Readonly<Record<string, Tunnel>>,
  ports: Readonly<Partial<Record<Route, number>>>,
): Promise<Listening> {
  const server = createServer((_, response) => response.writeHead(400).end());
  server.on('connect', (request, duplex, head) => {
    const socket = duplex as Socket;
    const host = (request.url ?? '').replace(/:\d+$/, '');
    const tunnel = tunnels[host] ?? tunnels['*'] ?? 'tls';
    socket.on('error', () => {});
    if (tunnel === 'eof') return void socket.destroy();
    if (tunnel === 'hang') return;
    if (tunnel === 'html') return void socket.end(SIGN_IN);
    if (tunnel in REFUSALS) return void socket.end(`HTTP/1.1 ${REFUSALS[tunnel as keyof typeof REFUSALS]}\r\nContent-Length: 0\r\n\r\n`);
    const target = connect(ports[tunnel as Route]!, '127.0.0.1', () => {
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
