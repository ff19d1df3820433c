import { connect, createServer, type Socket } from 'node:net';
import { type Listening, listen } from './listen.ts';

/** What a SOCKS5 proxy does with every request (RFC 1928). */
export type SocksConduct = 'works' | 'wants-password' | 'not-allowed' | 'host-unreachable' | 'closes';

const REPLIES = { works: 0, 'not-allowed': 2, 'host-unreachable': 4 } as const;

/** A SOCKS5 proxy that leads every host to the lab's TLS server. */
export function startSocksProxy(conduct: SocksConduct, tlsPort: number): Promise<Listening> {
  const server = createServer((socket) => {
    socket.once('data', () => {
      if (conduct === 'closes') return void socket.destroy();
      // 0xff: none of the methods that the client offered.
      if (conduct === 'wants-password') return void socket.end(Buffer.from([5, 0xff]));
      socket.write(Buffer.from([5, 0]));
      socket.once('data', () => {
        const reply = Buffer.from([5, REPLIES[conduct], 0, 1, 127, 0, 0, 1, 0, 0]);
        if (conduct === 'works') lead(socket, reply, tlsPort);
        else socket.end(reply);
      });
    });
  });
  return listen(server);
}

function lead(socket: Socket, reply: Buffer, port: number): void {
  const target = connect(port, '127.0.0.1', () => {
    socket.write(reply);
    target.pipe(socket);
    socket.pipe(target);
  });
  target.on('error', () => socket.destroy());
  socket.on('close', () => target.destroy());
}
