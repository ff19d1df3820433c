import { type IncomingMessage, request as requestHttp } from 'node:http';
import { rootCertificates } from 'node:tls';
import { ModwhyError } from '../model/error.ts';
import { say } from '../model/said.ts';
import { mayAskHost } from '../probe/address.ts';
import { basic, connect } from '../probe/connection.ts';
import type { Failure } from '../probe/failure.ts';
import { trustedCertificates } from '../probe/trust.ts';
import { exitFor } from '../route/http-proxy.ts';

/** How long a server may take, and how much it may send. */
export interface UrlLimits {
  readonly bytes: number;
  /** Milliseconds without a byte, and in all. */
  readonly quiet: number;
  readonly whole: number;
}

const mostRedirects = 5;
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Asks for a URL and follows where the server sends it.
 * @returns an answer of status 200
 * @throws ModwhyError E_USAGE | E_READ | E_NOT_FOUND
 */
export async function requestUrl(
  address: string,
  environment: Environment,
  limits: UrlLimits,
  before: readonly URL[] = [],
): Promise<IncomingMessage> {
  const url = URL.canParse(address) ? new URL(address) : null;
  // Another server may not send to a port of this machine that takes plain http.
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && [...before, url].every(({ hostname }) => isHere(hostname)));
  if (!url || !isSafe)
    throw new ModwhyError(
      'E_USAGE',
      say`only https URLs are read: what comes over plain http can be changed on the way; download it yourself, and name the file`,
    );
  if (!mayAskHost(url.hostname)) throw closed();
  const response = await answer(url, environment, limits);
  const status = response.statusCode ?? 0;
  const next = response.headers.location;
  if (status >= 300 && status < 400 && next !== undefined && URL.canParse(next, url.href)) {
    response.destroy();
    if (before.length === mostRedirects)
      throw new ModwhyError('E_READ', say`the server sends from one URL to the next, more than ${mostRedirects} times; name the last one`);
    const to = new URL(next, url);
    // A login stands for the host that the user named.
    to.username = '';
    to.password = '';
    return requestUrl(to.href, environment, limits, [...before, url]);
  }
  if (status === 200) return response;
  response.destroy();
  if (status === 401 || status === 403)
    throw new ModwhyError(
      'E_READ',
      say`the server answered ${status}: it wants a login; download the log with your tool for it, and name the file`,
    );
  if (status === 404 || status === 410)
    throw new ModwhyError('E_NOT_FOUND', say`the server answered ${status}: it has no such log; check the URL`);
  throw new ModwhyError('E_READ', say`the server answered ${status}; try again later, or download the log yourself`);
}

/** What is asked here stays on this machine. */
function isHere(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

async function answer(url: URL, environment: Environment, limits: UrlLimits): Promise<IncomingMessage> {
  // curl takes ALL_PROXY too, and the names in small letters.
  const of = (name: string) => environment[name] || environment[name.toLowerCase()] || '';
  const { proxy } = exitFor(url.href, {
    HTTPS_PROXY: of('HTTPS_PROXY') || of('ALL_PROXY'),
    HTTP_PROXY: '',
    NO_PROXY: of('NO_PROXY'),
  });
  const forward = proxy !== null && URL.canParse(proxy) ? proxy : null;
  const trust = [...trustedCertificates(environment), ...rootCertificates];
  const connected = await connect({ url: url.href, forward }, trust, performance.now() + limits.quiet);
  if ('failure' in connected) throw notReached(connected.failure, forward !== null);
  const { socket } = connected;
  return new Promise((resolve, reject) => {
    const headers = {
      host: url.host,
      'user-agent': 'modwhy',
      accept: '*/*',
      // What is packed is unpacked by what it is, not by what a server says of it.
      'accept-encoding': 'gzip, identity',
      connection: 'close',
      ...(url.username ? { authorization: `Basic ${basic(url)}` } : {}),
    };
    let begun: IncomingMessage | null = null;
    const asked = requestHttp({ createConnection: () => socket, path: `${url.pathname}${url.search}`, headers }, (response) => {
      begun = response;
      resolve(response);
    });
    asked.setTimeout(limits.quiet, () =>
      (begun ?? asked).destroy(new ModwhyError('E_READ', say`the server was silent for ${limits.quiet / 1000} seconds; try again`)),
    );
    asked.on('error', reject);
    asked.end();
  });
}

/** What kept the connection from being made. */
function notReached({ fact, host, detail }: Failure, byProxy: boolean): ModwhyError {
  if (fact === 'doctor-certificate-unknown')
    return new ModwhyError(
      'E_READ',
      say`the certificate of ${host} comes from an authority that this machine does not trust (${detail}): name a file with its certificate in SSL_CERT_FILE, or download the log yourself`,
    );
  if (fact === 'doctor-forward-auth')
    return new ModwhyError('E_READ', say`the proxy ${host} wants a login (${detail}): write it into the URL of HTTPS_PROXY`);
  if (fact === 'doctor-forward-unreachable')
    return new ModwhyError('E_READ', say`the proxy ${host} of HTTPS_PROXY could not be asked: ${detail}; check HTTPS_PROXY and NO_PROXY`);
  if (byProxy)
    return new ModwhyError(
      'E_READ',
      say`the server ${host} could not be asked through the proxy of HTTPS_PROXY: ${detail}; check the URL and NO_PROXY`,
    );
  return fact === null && detail.includes('metadata address') ? closed() : notAsked(detail);
}

/** A server that did not answer, or stopped. */
export function notAsked(detail: string): ModwhyError {
  return new ModwhyError('E_READ', say`the server could not be asked: ${detail}; check the URL and the network`);
}

function closed(): ModwhyError {
  return new ModwhyError('E_USAGE', say`this address is one of the link, or gives out a machine's own secrets: it is never asked`);
}
