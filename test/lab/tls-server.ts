import { createServer as createHttpServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { constants, createSecureServer, type ServerHttp2Stream } from 'node:http2';
import { createServer } from 'node:https';
import { createSecureContext } from 'node:tls';
import type { CertificateKind, Certificates } from './certificates.ts';
import { type Listening, listen } from './listen.ts';

/** How every HTTP/2 request ends. */
export type Http2Fault = 'internal-error' | 'goaway' | 'goaway-calm-down';

/** An https server for every host of the lab; the name the client asks for decides which certificate it gets. */
export function startTlsServer(
  certificates: Certificates,
  kinds: Readonly<Record<string, CertificateKind>>,
  handler: RequestListener,
  http2?: Http2Fault,
): Promise<Listening> {
  const options = {
    ...certificates.of.good,
    SNICallback: (host: string, done: (error: Error | null, context: ReturnType<typeof createSecureContext>) => void) =>
      done(null, createSecureContext(certificates.of[kinds[host] ?? kinds['*'] ?? 'good'])),
  };
  if (!http2) {
    const server = createServer({ ...options, ALPNProtocols: ['http/1.1'] }, handler);
    server.on('tlsClientError', () => {});
    return listen(server);
  }
  const server = createSecureServer({ ...options, allowHTTP1: true }, (request, response) => {
    if (request.httpVersionMajor === 2) breakStream(http2, request.stream);
    else handler(request as unknown as IncomingMessage, response as unknown as ServerResponse & { req: IncomingMessage });
  });
  return listen(server);
}

function breakStream(fault: Http2Fault, stream: ServerHttp2Stream): void {
  if (fault === 'internal-error') stream.close(constants.NGHTTP2_INTERNAL_ERROR);
  else sayGoodbye(stream, fault === 'goaway' ? constants.NGHTTP2_INTERNAL_ERROR : constants.NGHTTP2_ENHANCE_YOUR_CALM);
}

// RFC 9113, section 6.8: the stream was begun, so go may not ask again by itself.
function sayGoodbye({ id, session }: ServerHttp2Stream, code: number): void {
  session?.goaway(code, id);
  setTimeout(() => session?.destroy(), 50);
}

/** The same handler without TLS. */
export function startPlainServer(handler: RequestListener): Promise<Listening> {
  return listen(createHttpServer(handler));
}
