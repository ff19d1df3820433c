import type { RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { createServer, type Socket } from 'node:net';
import type { Certificates } from './certificates.ts';
import { type Listening, listen } from './listen.ts';

/** TLS servers that do not get as far as showing a certificate that go could judge, or want one from go. */
export const TLS_FAULTS = [
  'client-certificate',
  'old-version',
  'no-common-cipher',
  'eof-after-hello',
  'reset-after-hello',
  'silent-after-hello',
  'garbage',
] as const;
export type TlsFault = (typeof TLS_FAULTS)[number];

/** Listens with one fault for every host. */
export function startTlsFault(fault: TlsFault, certificates: Certificates, handler: RequestListener): Promise<Listening> {
  const good = certificates.of.good;
  switch (fault) {
    case 'client-certificate':
      return tls({ ...good, requestCert: true, rejectUnauthorized: true, ca: good.cert }, handler);
    case 'old-version':
      return tls({ ...good, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }, handler);
    case 'no-common-cipher':
      // The key is of the kind ECDSA, and this cipher is for RSA keys only.
      return tls({ ...good, maxVersion: 'TLSv1.2', ciphers: 'ECDHE-RSA-AES128-GCM-SHA256' }, handler);
    case 'eof-after-hello':
      return raw((socket) => socket.end());
    case 'reset-after-hello':
      return raw((socket) => socket.resetAndDestroy());
    case 'silent-after-hello':
      return raw(() => {});
    case 'garbage':
      return raw((socket) => socket.end('220 mail.example.com ESMTP ready, and this is no TLS\r\n'));
  }
}

function tls(options: Parameters<typeof createHttpsServer>[0], handler: RequestListener): Promise<Listening> {
  const server = createHttpsServer({ ...options, ALPNProtocols: ['http/1.1'] } as typeof options, handler);
  server.on('tlsClientError', () => {});
  return listen(server);
}

function raw(afterHello: (socket: Socket) => void): Promise<Listening> {
  return listen(createServer((socket) => socket.once('data', () => afterHello(socket))));
}
